//! Told to stop, the server ends by itself and well.

use super::running::{Demo, submission};
use std::thread;
use testkit::db::TestDb;
use testkit::on_both_databases;

on_both_databases! {
    fn told_to_stop_it_answers_what_it_took_and_ends_well(db: &TestDb) {
        let mut demo = Demo::start(db);
        let clerk = demo.account("clerk");
        let body = submission(&clerk).body;
        thread::scope(|scope| {
            let clients: Vec<_> = (0..4)
                .map(|_| scope.spawn(|| {
                    while let Ok(answer) = clerk.call("POST", "dossiers").json(&body).try_send() {
                        assert_eq!(answer.status, 201, "{}", answer.text);
                    }
                }))
                .collect();
            demo.signal("TERM");
            assert_eq!(demo.child.wait().unwrap().code(), Some(0), "{}", demo.logged());
            clients.into_iter().for_each(|client| client.join().unwrap());
        });
        assert!(clerk.call("GET", "me").try_send().is_err(), "it still answers");
    }
}
