//! Two who decide the same at once: one does, the other is told.

use super::together;
use testkit::app::{CERTIFICATE, TestApp, WARD};
use testkit::db::TestDb;
use testkit::on_both_databases;

const ROUNDS: usize = 50;

on_both_databases! {
    fn of_two_officers_deciding_the_same_step_one_wins_and_the_other_is_told(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let officers = [app.officer(), app.another_officer()];
        for _ in 0..ROUNDS {
            let code = clerk.take_in(CERTIFICATE).code;
            clerk.done(&code, "tiep-nhan").is(200).text.clear();
            let answers = together(2, |at| officers[at].done(&code, "tra-cuu"));
            let lost: Vec<_> = answers.iter().filter(|answer| answer.status != 200).cloned().collect();
            let [lost] = lost.as_slice() else { panic!("{answers:?}") };
            assert_eq!(lost.clone().breaks("changed-meanwhile").at("/citation"), "motcua");
        }
        assert_eq!(app.findings(), Vec::<String>::new());
    }

    fn of_a_withdrawal_and_a_result_at_once_one_is_carried_out(db: &TestDb) {
        let app = TestApp::on(db);
        let (clerk, head) = (app.clerk(WARD), app.head());
        for _ in 0..ROUNDS {
            let code = clerk.take_in(CERTIFICATE).code;
            clerk.done(&code, "tiep-nhan").is(200).text.clear();
            app.officer().done(&code, "tra-cuu").is(200).text.clear();
            let answers = together(2, |at| if at == 0 { clerk.withdraw(&code) } else { head.grant(&code) });
            let done = answers.iter().filter(|answer| answer.status == 200).count();
            assert_eq!(done, 1, "{answers:?}");
        }
    }
}
