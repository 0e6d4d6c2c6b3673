//! A full SQLite file: whatever was answered is there, whatever was refused isn't.

use diesel::connection::SimpleConnection;
use std::collections::BTreeSet;
use std::thread;
use store::Kind;
use store::log;
use testkit::db::on;
use testkit::life::Life;

/// Room for some dossiers beyond what an empty file takes.
const FEW_PAGES: &str = "pragma max_page_count = 90";
const MANY_PAGES: &str = "pragma max_page_count = 1000000";

#[test]
fn when_the_disk_is_full_what_was_answered_is_there_and_what_was_refused_is_not() {
    on(Kind::Sqlite, "when_the_disk_is_full_what_was_answered_is_there_and_what_was_refused_is_not", |db| {
        let store = db.store();
        store.write(|db| Ok(db.batch_execute(FEW_PAGES)?)).unwrap();
        let (mut kept, mut refused) = (BTreeSet::new(), BTreeSet::new());
        for _ in 0..20 {
            let outcomes = thread::scope(|scope| {
                let submitting = [(); 8].map(|()| scope.spawn(|| submit(&store)));
                submitting.map(|thread| thread.join().unwrap())
            });
            for (id, outcome) in outcomes {
                if outcome.is_ok() {
                    kept.insert(id)
                } else {
                    refused.insert(id)
                };
            }
        }
        assert!(!kept.is_empty() && !refused.is_empty(), "{} kept, {} refused", kept.len(), refused.len());
        let there: BTreeSet<String> =
            db.lines("select lower(hex(id)) as line from dossiers").into_iter().collect();
        assert_eq!(there, kept);
        assert_eq!(testkit::db::findings(&store), Vec::<String>::new());
        store.write(|db| Ok(db.batch_execute(MANY_PAGES)?)).unwrap();
        submit(&store).1.unwrap();
    });
}

fn submit(store: &store::Store) -> (String, Result<(), store::StoreError>) {
    let life = Life::new(store);
    let submission = life.submission();
    let outcome = store.write(move |db| log::append(db, &submission)).map(drop);
    if let Err(error) = &outcome {
        assert!(error.is_outage(), "{error}");
    }
    (life.id.0.simple().to_string(), outcome)
}
