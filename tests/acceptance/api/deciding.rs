//! A head and a deputy deciding the same proposal at the same moment: one outcome, one letter, one event.

use super::at_once::{ROUNDS, one_won, together};
use super::walk::verified;
use kernel::Role;
use testkit::app::{CERTIFICATE, TestApp, WARD};
use testkit::db::TestDb;

testkit::on_both_databases! {
    fn of_an_approval_and_a_rejection_at_once_one_is_carried_out(db: &TestDb) {
        let app = TestApp::on(db);
        let (clerk, officer) = (app.clerk(WARD), app.officer());
        let (head, deputy) = (app.head(), app.someone(Role::Deputy, WARD));
        for round in 0..ROUNDS {
            let code = clerk.take_in(CERTIFICATE).code;
            clerk.done(&code, "tiep-nhan").is(200);
            officer.propose(&code, "2026-11-21T07:30:00+07:00").is(200);
            // Who approves and who rejects takes turns; in every third round both approve.
            let approves = |at: usize| round % 3 == 2 || (at == 0) == (round % 3 == 0);
            let answers = together(2, |at| {
                let signatory = if at == 0 { &*head } else { &deputy };
                if approves(at) { signatory.approve(&code) } else { signatory.reject(&code) }
            });
            let approved = answers.iter().zip(0..).any(|(answer, at)| answer.status < 300 && approves(at));
            let lost = one_won(answers);
            assert!(["stage-order", "reschedule-once"].contains(&lost[0].text_at("/rule").as_str()), "{lost:?}");
            let log = clerk.get(&format!("dossiers/{code}/events")).is(200).json();
            let kinds: Vec<&str> =
                log["items"].as_array().unwrap().iter().map(|event| event["kind"].as_str().unwrap()).collect();
            let outcome = if approved { "reschedule_approved" } else { "reschedule_rejected" };
            assert_eq!(kinds[4..], ["reschedule_proposed", outcome], "round {round}");
            let letters = db.lines(&format!(
                "select cast(count(*) as text) as line from letters l join dossiers d on d.id = l.dossier_id \
                 where d.code = '{code}'"
            ));
            assert_eq!(letters, [if approved { "1" } else { "0" }]);
            let notices = db.lines(&format!(
                "select o.topic as line from outbox o join dossiers d on d.id = o.dossier_id \
                 where d.code = '{code}' and o.topic like 'reschedule%' order by o.seq"
            ));
            assert_eq!(notices, ["reschedule_proposed", outcome], "each is told of once");
        }
        verified(&app);
    }
}
