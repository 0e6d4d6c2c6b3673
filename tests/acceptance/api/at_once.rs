//! Many at once: no number is given twice or left out, no step decided twice, no request carried out twice, and nobody is
//! kept from reading by those who wait for a commit.

use super::walk::verified;
use diesel::connection::SimpleConnection;
use futures_util::future::{Either, join, select};
use kernel::{Actor, DossierId, Role};
use serde_json::json;
use server::app::blocking;
use server::execute::{Act, Target, execute};
use server::http::Terms;
use std::pin::pin;
use std::sync::Barrier;
use std::thread;
use store::Kind;
use store::query::{Ref, Scope};
use testkit::app::{Answer, CERTIFICATE, Client, TestApp, WARD};
use testkit::db::{TestDb, on};
use testkit::province::staff;

const CLIENTS: usize = 20;
const EACH: usize = 5;
pub(super) const ROUNDS: usize = 50;

/// What each of the clients is answered, all beginning at the same moment.
pub(super) fn together<T: Send>(clients: usize, ask: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let barrier = Barrier::new(clients);
    let (barrier, ask) = (&barrier, &ask);
    thread::scope(|scope| {
        let begin = |n| {
            scope.spawn(move || {
                barrier.wait();
                ask(n)
            })
        };
        let clients: Vec<_> = (0..clients).map(begin).collect();
        clients.into_iter().map(|client| client.join().expect("no panic")).collect()
    })
}

fn acceptance(client: &Client, id: &str) -> Answer {
    client.post(&format!("dossiers/{id}/acceptance"), &json!({}))
}

/// One 200 or 201 among the answers; the problems of the others.
pub(super) fn one_won(answers: Vec<Answer>) -> Vec<Answer> {
    let (won, lost): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status < 300);
    assert_eq!(won.len(), 1, "{won:?} {lost:?}");
    lost
}

testkit::on_both_databases! {
    fn twenty_clients_accepting_at_once_get_the_numbers_without_gap_or_double(db: &TestDb) {
        let app = TestApp::on(db);
        let submitted: Vec<Vec<String>> =
            together(CLIENTS, |_| (0..EACH).map(|_| app.clerk(WARD).submit(CERTIFICATE)).collect());
        let numbers = together(CLIENTS, |n| {
            let clerk = app.clerk(WARD);
            submitted[n].iter().map(|id| clerk.accept(id).code).collect::<Vec<_>>()
        });
        let mut numbers = numbers.concat();
        numbers.sort_unstable();
        let expected = (1..=CLIENTS * EACH).map(|ordinal| format!("{WARD}-261116-{ordinal:04}"));
        assert_eq!(numbers, expected.collect::<Vec<_>>());
        verified(&app);
    }

    fn of_two_officers_deciding_a_step_at_once_one_wins_and_the_other_is_told(db: &TestDb) {
        let app = TestApp::on(db);
        let (clerk, officers) = (app.clerk(WARD), [app.officer(), app.another_officer()]);
        for _ in 0..ROUNDS {
            let code = clerk.take_in(CERTIFICATE).code;
            clerk.done(&code, "tiep-nhan").is(200);
            let lost = one_won(together(2, |n| officers[n].done(&code, "tra-cuu")));
            lost.into_iter().next().unwrap().breaks("changed-meanwhile");
            let log = clerk.get(&format!("dossiers/{code}/events")).is(200);
            assert_eq!(log.at("/items").as_array().unwrap().len(), 5, "{}", log.text);
        }
        verified(&app);
    }

    fn of_many_acceptances_of_one_dossier_one_is_carried_out(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        for ordinal in 1..=10 {
            let id = clerk.submit(CERTIFICATE);
            for lost in one_won(together(4, |_| acceptance(&clerk, &id))) {
                let code = lost.breaks("complete-before-acceptance").text_at("/facts/accepted_as");
                assert_eq!(code, format!("{WARD}-261116-{ordinal:04}"));
            }
        }
        verified(&app);
    }

    fn ten_repetitions_at_once_are_one_act_and_one_answer(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let id = clerk.submit(CERTIFICATE);
        let path = format!("dossiers/{id}/acceptance");
        let answers = together(10, |_| {
            clerk.call("POST", &path).header("Idempotency-Key", "10 times").json(&json!({})).send()
        });
        let bodies: Vec<String> = answers.into_iter().map(|answer| answer.is(201).text).collect();
        assert!(bodies.iter().all(|body| *body == bodies[0]), "{bodies:?}");
        assert_eq!(db.lines("select kind as line from events where kind = 'accepted'").len(), 1);
        assert!(bodies[0].contains("-0001"), "{}", bodies[0]);
        verified(&app);
    }

    fn of_a_withdrawal_and_a_result_at_once_one_is_carried_out(db: &TestDb) {
        let app = TestApp::on(db);
        let (clerk, officer, head) = (app.clerk(WARD), app.officer(), app.head());
        for _ in 0..ROUNDS {
            let code = clerk.take_in(CERTIFICATE).code;
            assert_eq!(clerk.done(&code, "tiep-nhan").status, 200);
            assert_eq!(officer.done(&code, "tra-cuu").status, 200);
            let answers = together(2, |at| if at == 0 { clerk.withdraw(&code) } else { head.grant(&code) });
            assert_eq!(one_won(answers).len(), 1);
        }
    }
}

/// On PostgreSQL a commit is waited for on the thread that writes: there are as many as there are connections.
#[test]
fn whoever_waits_for_a_commit_to_a_file_keeps_no_thread_from_others() {
    on(Kind::Sqlite, "whoever_waits_for_a_commit_to_a_file_keeps_no_thread_from_others", |db| {
        let app = TestApp::on(db);
        let [one, another] = [(); 2].map(|()| acceptance_by_the_clerk(&app.clerk(WARD).submit(CERTIFICATE)));
        let mut other_program = db.connect();
        other_program.batch_execute("begin immediate").unwrap();
        app.with_one_thread_to_wait(async |app| {
            let accepting = pin!(join(execute(app.clone(), one), execute(app.clone(), another)));
            let reading = pin!(blocking(app, |_| Ok("read")));
            let Either::Right((read, accepting)) = select(accepting, reading).await else {
                panic!("nothing can be committed as long as another program holds the file");
            };
            assert_eq!(read.unwrap(), "read");
            other_program.batch_execute("rollback").unwrap();
            let (one, another) = accepting.await;
            let numbers =
                [one, another].map(|done| done.unwrap().dossier.state.intake.accepted.unwrap().number);
            assert_eq!(numbers.map(|number| number.ordinal()), [1, 2]);
        });
    });
}

fn acceptance_by_the_clerk(submitted: &str) -> Act {
    let clerk = staff(Role::Clerk, WARD);
    let on = Target::Known(Scope::of(&clerk), Ref::Id(DossierId(submitted.parse().unwrap())));
    Act::new(Actor::Staff(clerk), on, intake::Command::Accept, Terms::default())
}
