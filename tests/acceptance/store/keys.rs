//! A request sent twice is one act.

use store::log::{self, Append, Caller};
use store::{Store, StoreError};
use testkit::db::TestDb;
use testkit::life::Life;

fn caller(who: &str) -> Caller {
    Caller { caller: who.to_owned(), key: "k-1".to_owned(), body_hash: vec![7; 32] }
}

fn submission(store: &Store, who: &str) -> Append {
    Append { caller: Some(caller(who)), ..Life::new(store).submission() }
}

fn append(store: &Store, append: &Append) -> Result<(), StoreError> {
    let append = append.clone();
    store.write(move |db| log::append(db, &append)).map(drop)
}

testkit::on_both_databases! {
    fn a_command_repeated_under_its_key_writes_nothing(db: &TestDb) {
        let store = db.store();
        append(&store, &submission(&store, "user 1")).unwrap();
        let before = db.everything();
        assert!(matches!(append(&store, &submission(&store, "user 1")), Err(StoreError::Repeated)));
        assert_eq!(db.everything(), before);
    }

    fn the_same_key_of_another_caller_is_another_act(db: &TestDb) {
        let store = db.store();
        append(&store, &submission(&store, "user 1")).unwrap();
        append(&store, &submission(&store, "user 2")).unwrap();
        assert_eq!(db.rows("dossiers").len(), 2);
    }

    fn a_repeated_command_is_answered_with_the_dossier_as_it_was_then(db: &TestDb) {
        let store = db.store();
        let mut life = Life::new(&store);
        append(&store, &Append { caller: Some(caller("user 1")), ..life.submission() }).unwrap();
        let then = life.loaded();
        life.accept();
        let ask = |hash: &[u8]| store.read(|db| log::repeated(db, "user 1", "k-1", hash)).unwrap();
        assert_eq!(ask(&[7; 32]), Some((then.clone(), true)));
        assert_eq!(ask(&[8; 32]), Some((then, false)));
        assert_eq!(store.read(|db| log::repeated(db, "user 2", "k-1", &[7; 32])).unwrap(), None);
    }
}
