//! Migrations: each up, down, compared, up again; the same on both databases.

use std::collections::BTreeMap;
use std::fs;
use std::sync::Barrier;
use std::thread;
use store::migrate::{is_up_to_date, migrate, revert};
use store::{Kind, Store, log};
use testkit::db::{TestDb, findings, on};
use testkit::life::Life;
use testkit::province::{interlinked, plain};

use super::across::{consulted, endorsed, handed_out};
use super::approvals::publish;
use super::rebuilding_of_time::lives as in_time;

const SQLITE: &str = "select type || ' ' || name || ' ' || coalesce(sql, '') as line from sqlite_schema
    where name not like 'sqlite%' order by 1";

const POSTGRES: &str = "
    select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
        || coalesce(collation_name, '') || ' ' || coalesce(column_default, '') as line
    from information_schema.columns where table_schema = 'public'
    union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
    union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'public'::regnamespace
    union all select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select 'function ' || pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace
    union all select 'grants ' || relname || ' ' || coalesce(relacl::text, '') from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'
    order by 1";

fn folder(db: &TestDb) -> &'static str {
    match db.kind() {
        Kind::Sqlite => "sqlite",
        Kind::Postgres => "postgres",
    }
}

/// Everything the database knows of its own shape, diesel's own table aside.
fn shape(db: &TestDb) -> Vec<String> {
    let lines = db.lines(match db.kind() {
        Kind::Sqlite => SQLITE,
        Kind::Postgres => POSTGRES,
    });
    lines.into_iter().filter(|line| !line.contains("__diesel_schema_migrations")).collect()
}

/// Every row and everything the database knows of its own shape, without what diesel notes of each run.
fn kept(db: &TestDb) -> (BTreeMap<String, Vec<String>>, Vec<String>) {
    let mut rows = db.everything();
    rows.remove("__diesel_schema_migrations");
    (rows, shape(db))
}

/// Takes these migrations back, the last first.
fn take_back(db: &TestDb, names: &[&str]) {
    for name in names {
        let down = format!("{}/../migrations/{}/{name}/down.sql", env!("CARGO_MANIFEST_DIR"), folder(db));
        db.raw_sql(&fs::read_to_string(down).unwrap()).unwrap();
        let version = &name[..4];
        db.raw_sql(&format!("delete from __diesel_schema_migrations where version = '{version}'")).unwrap();
    }
}

testkit::on_both_databases! {
    fn every_migration_goes_up_and_down_and_up_again(_db: &TestDb) {
        let db = TestDb::empty(_db.kind());
        let mut connection = db.connect();
        assert!(!is_up_to_date(&mut connection).unwrap());
        migrate(&mut connection).unwrap();
        assert!(is_up_to_date(&mut connection).unwrap());
        let up = shape(&db);
        revert(&mut connection).unwrap();
        assert_eq!(shape(&db), Vec::<String>::new());
        migrate(&mut connection).unwrap();
        assert_eq!(shape(&db), up);
        assert_eq!(shape(&db), shape(_db), "the template is the same");
    }

    fn what_was_there_before_the_rules_of_time_is_kept(db: &TestDb) {
        let store = db.store();
        Life::submitted(&store).to_the_end();
        Life::accepted(&store);
        Life::submitted(&store);
        let before = kept(db);
        take_back(db, &["0017_files_by_bytes", "0016_kept_from_replace", "0015_due_by_agency", "0013_office", "0011_files", "0010_notices_by_reference", "0009_notices_in_turn", "0008_letters", "0007_notices", "0006_across_agencies", "0005_cheaper_rows", "0003_rules_of_time"]);
        assert!(!db.columns("dossiers").contains(&"waiting".to_owned()));
        migrate(&mut db.connect()).unwrap();
        assert_eq!(kept(db), before);
        let store = db.store();
        assert_eq!(findings(&store), Vec::<String>::new());
        Life::accepted(&store).ask_supplement();
    }

    fn what_was_there_before_several_agencies_is_kept(db: &TestDb) {
        let store = db.store();
        publish(&store, plain());
        publish(&store, interlinked());
        Life::submitted(&store).to_the_end();
        in_time(&store);
        let before = kept(db);
        for table in ["requests", "letters", "reschedules", "proposals", "procedure_versions"] {
            assert!(!before.0[table].is_empty(), "{table}");
        }
        take_back(db, &["0017_files_by_bytes", "0016_kept_from_replace", "0013_office", "0011_files", "0010_notices_by_reference", "0009_notices_in_turn", "0008_letters", "0007_notices", "0006_across_agencies"]);
        assert!(!db.tables().contains(&"needs".to_owned()));
        migrate(&mut db.connect()).unwrap();
        assert_eq!(kept(db), before);
        let store = db.store();
        assert_eq!(findings(&store), Vec::<String>::new());
        handed_out(&store);
        assert_eq!(findings(&store), Vec::<String>::new());
    }

    fn what_had_no_place_before_several_agencies_comes_back_from_the_log(db: &TestDb) {
        let store = db.store();
        endorsed(&store);
        handed_out(&store);
        consulted(&store);
        let before = kept(db);
        take_back(db, &["0017_files_by_bytes", "0016_kept_from_replace", "0013_office", "0011_files", "0010_notices_by_reference", "0009_notices_in_turn", "0008_letters", "0007_notices", "0006_across_agencies"]);
        migrate(&mut db.connect()).unwrap();
        let store = db.store();
        assert!(!findings(&store).is_empty());
        log::rebuild(&store).unwrap();
        assert_eq!((kept(db), findings(&store)), (before, vec![]));
    }

    fn servers_that_start_at_once_on_an_empty_database_all_get_up(_db: &TestDb) {
        let db = TestDb::empty(_db.kind());
        let (settings, together) = (db.settings(), Barrier::new(8));
        thread::scope(|scope| {
            let starting = [(); 8].map(|()| {
                scope.spawn(|| {
                    together.wait();
                    Store::open(&settings).map(drop)
                })
            });
            for thread in starting {
                thread.join().unwrap().unwrap();
            }
        });
        assert_eq!(shape(&db), shape(_db));
    }
}

#[test]
fn both_databases_have_migrations_of_the_same_names() {
    let names = |folder: &str| {
        let folder = format!("{}/../migrations/{folder}", env!("CARGO_MANIFEST_DIR"));
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    assert!(!names("sqlite").is_empty());
    assert_eq!(names("sqlite"), names("postgres"));
}

#[test]
fn both_databases_have_the_same_tables_with_the_same_columns() {
    on(Kind::Postgres, "both_databases_have_the_same_tables_with_the_same_columns", |postgres| {
        let sqlite = TestDb::new(Kind::Sqlite);
        let columns = |db: &TestDb| {
            db.tables().into_iter().map(|table| (db.columns(&table), table)).collect::<Vec<_>>()
        };
        assert_eq!(columns(&sqlite), columns(postgres));
    });
}
