//! The log refuses what is no append, whoever writes the SQL.

use store::{Kind, StoreError};
use testkit::db::{TestDb, on};
use testkit::life::Life;

fn refused(outcome: Result<(), StoreError>) {
    let why = outcome.unwrap_err().to_string();
    assert!(why.contains("append-only") || why.contains("constraint failed"), "{why}");
}

testkit::on_both_databases! {
    fn the_log_refuses_to_be_updated_or_deleted_from(db: &TestDb) {
        let store = db.store();
        Life::accepted(&store);
        let before = db.everything();
        refused(db.raw_sql("update events set payload = '{}' where seq = 1"));
        refused(db.raw_sql("delete from events where seq = 3"));
        refused(db.raw_sql("delete from events"));
        assert_eq!(db.everything(), before);
    }
}

const COPY: &str =
    "select dossier_id, seq, kind, version, at, actor, user_id, '{}', prev_hash, hash from events";

#[test]
fn postgres_refuses_to_truncate_the_log_or_to_write_over_it() {
    on(Kind::Postgres, "postgres_refuses_to_truncate_the_log_or_to_write_over_it", |db| {
        let store = db.store();
        Life::accepted(&store);
        let before = db.everything();
        refused(db.raw_sql("truncate events"));
        let over = "on conflict (dossier_id, seq) do update set payload = excluded.payload";
        refused(db.raw_sql(&format!("insert into events {COPY} {over}")));
        assert_eq!(db.everything(), before);
    });
}

#[test]
fn sqlite_refuses_to_replace_what_is_in_the_log() {
    on(Kind::Sqlite, "sqlite_refuses_to_replace_what_is_in_the_log", |db| {
        let store = db.store();
        Life::accepted(&store);
        let before = db.everything();
        refused(db.raw_sql(&format!("insert or replace into events {COPY} where seq = 1")));
        let later = COPY.replace("seq, kind", "seq + 5, kind");
        refused(db.raw_sql(&format!("insert or replace into events {later} where kind = 'accepted'")));
        assert_eq!(db.everything(), before);
    });
}

#[test]
fn postgres_takes_the_rights_to_change_the_log_from_the_role_that_owns_it() {
    on(Kind::Postgres, "postgres_takes_the_rights_to_change_the_log_from_the_role_that_owns_it", |db| {
        let rights = "select privilege_type::text as line from information_schema.role_table_grants
                      where table_name = 'events' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')";
        assert_eq!(db.lines(rights), Vec::<String>::new());
        assert_eq!(db.lines(&rights.replace("'events'", "'people'")).len(), 3);
    });
}
