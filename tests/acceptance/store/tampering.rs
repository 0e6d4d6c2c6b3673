//! `verify` names the row in which somebody else had a hand.

use store::{Kind, log};
use testkit::db::{TestDb, findings};
use testkit::life::Life;

/// Takes the log's own protection away, as its owner could.
fn unprotected(db: &TestDb) {
    let drop_triggers = match db.kind() {
        Kind::Sqlite => {
            "drop trigger events_kept_from_update; drop trigger events_kept_from_delete;
             drop trigger events_kept_from_replace; drop trigger events_kept_once"
        }
        Kind::Postgres => "alter table events disable trigger user",
    };
    db.raw_sql(drop_triggers).unwrap();
}

testkit::on_both_databases! {
    fn a_whole_life_verifies(db: &TestDb) {
        let store = db.store();
        let mut life = Life::submitted(&store);
        life.to_the_end();
        Life::accepted(&store);
        Life::submitted(&store);
        assert_eq!(findings(&store), Vec::<String>::new());
        assert_eq!(store.read(|db| log::verify(db, &mut |_| ())).unwrap(), 3);
    }

    fn one_changed_byte_of_the_log_is_found(db: &TestDb) {
        let store = db.store();
        let life = Life::accepted(&store);
        Life::accepted(&store);
        unprotected(db);
        let change = "update events set payload = replace(payload, '-0001\"', '-0009\"') where seq = 2 and payload like '%-0001\"%'";
        db.raw_sql(change).unwrap();
        let what = "its hash doesn't fit its content: it was changed";
        assert_eq!(findings(&store), [format!("events {} seq 2: {what}", life.id)]);
    }

    fn every_column_of_the_log_is_covered(db: &TestDb) {
        let changes = [
            "kind = 'withdrawn'", "version = 2", "at = '2026-11-20T01:15:00.000001Z'", "actor = 'system', user_id = null",
            "user_id = dossier_id", "payload = '{}'", "prev_hash = hash", "hash = prev_hash", "seq = 9",
        ];
        for change in changes {
            let db = TestDb::new(db.kind());
            let store = db.store();
            let life = Life::submitted(&store);
            unprotected(&db);
            db.raw_sql(&format!("update events set {change} where seq = 1")).unwrap();
            let found = findings(&store);
            let place = format!("events {} seq ", life.id);
            assert!(found.len() == 1 && found[0].starts_with(&place), "{change}: {found:?}");
        }
    }

    fn a_deleted_last_row_is_found(db: &TestDb) {
        let store = db.store();
        let life = Life::accepted(&store);
        unprotected(db);
        db.raw_sql("delete from events where seq = 3").unwrap();
        let row = format!("events {} seq 3: it is gone: the log ends with 2", life.id);
        assert!(findings(&store).contains(&row), "{:?}", findings(&store));
    }

    fn a_whole_log_that_is_gone_is_found(db: &TestDb) {
        let store = db.store();
        let life = Life::accepted(&store);
        unprotected(db);
        db.raw_sql("delete from events").unwrap();
        assert!(findings(&store).contains(&format!("events {} seq 3: it is gone: the log ends with 0", life.id)));
    }

    fn a_row_missing_in_the_middle_is_found(db: &TestDb) {
        let store = db.store();
        let life = Life::accepted(&store);
        unprotected(db);
        db.raw_sql("delete from events where seq = 2").unwrap();
        assert_eq!(findings(&store), [format!("events {} seq 3: number 3 stands where 2 should", life.id)]);
    }

    fn two_rows_that_changed_places_are_found(db: &TestDb) {
        let store = db.store();
        let life = Life::accepted(&store);
        unprotected(db);
        for (from, to) in [(2, 99), (3, 2), (99, 3)] {
            db.raw_sql(&format!("update events set seq = {to} where seq = {from}")).unwrap();
        }
        assert_eq!(findings(&store), [format!("events {} seq 2: it doesn't follow the row before", life.id)]);
    }
}
