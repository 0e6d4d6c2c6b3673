//! A database that goes away: reading goes on when it is back, writing is whole or not at all.

use diesel::connection::SimpleConnection;
use std::path::Path;
use std::time::Duration;
use store::log;
use store::{Address, Kind, Settings, Store, StoreError};
use testkit::db::{TestDb, on};
use testkit::life::Life;

/// Ends every connection to the database but the one it comes on.
const END_ALL: &str = "select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()";

/// Has all of the store's connections in use at once, so that all of them are there to be lost.
fn fill_the_pool(store: &Store) {
    store.read(|_| store.read(|_| store.read(|_| store.read(|_| Ok(()))))).unwrap();
}

#[test]
fn reading_goes_on_after_every_connection_was_lost() {
    on(Kind::Postgres, "reading_goes_on_after_every_connection_was_lost", |db| {
        let store = db.store();
        let life = Life::accepted(&store);
        for _ in 0..3 {
            fill_the_pool(&store);
            db.raw_sql(END_ALL).unwrap();
            assert_eq!(life.loaded().state.version, 3);
        }
    });
}

#[test]
fn writing_goes_on_after_every_connection_was_lost() {
    on(Kind::Postgres, "writing_goes_on_after_every_connection_was_lost", |db| {
        let store = db.store();
        for count in 1..=3 {
            fill_the_pool(&store);
            db.raw_sql(END_ALL).unwrap();
            Life::accepted(&store);
            assert_eq!(db.rows("dossiers").len(), count);
        }
    });
}

#[test]
fn an_act_whose_connection_is_lost_midway_leaves_nothing_behind() {
    on(Kind::Postgres, "an_act_whose_connection_is_lost_midway_leaves_nothing_behind", |db| {
        let store = db.store();
        let life = Life::submitted(&store);
        let before = db.everything();
        let accept = life.prepared(&life.clerk(), intake::Command::Accept);
        let again = accept.clone();
        let mut other = db.connect();
        let lost = store.write(move |db| {
            log::append(db, &accept)?;
            other.batch_execute(END_ALL)?;
            db.batch_execute("select 1")?;
            Ok(())
        });
        assert!(lost.unwrap_err().is_outage());
        assert_eq!(db.everything(), before);
        store.write(move |db| log::append(db, &again)).unwrap();
        assert_eq!(life.loaded().state.version, 3);
    });
}

#[test]
fn a_server_that_is_not_there_is_an_outage_without_the_password() {
    let address = Address::read("postgres://clerk:geheim@127.0.0.1:1/motcua").unwrap();
    let settings = Settings { address, connections: 1, patience: Duration::from_secs(1), together: 1 };
    let error = Store::open(&settings).err().unwrap();
    assert!(error.is_outage() && matches!(error, StoreError::Connection(_)));
    assert!(error.to_string().starts_with("no database connection: "), "{error}");
    assert!(!error.to_string().contains("geheim"), "{error}");
}

#[test]
fn a_file_that_can_not_be_made_is_an_outage() {
    on(Kind::Sqlite, "a_file_that_can_not_be_made_is_an_outage", |db| {
        let address = Address::read(&format!("{}/below/a-file.db", db.url())).unwrap();
        let error = Store::open(&Settings { address, ..db.settings() }).err().unwrap();
        assert!(error.is_outage(), "{error}");
    });
}

#[test]
fn a_file_that_is_gone_is_an_outage_and_is_not_made_anew() {
    on(Kind::Sqlite, "a_file_that_is_gone_is_an_outage_and_is_not_made_anew", |db| {
        let patience = Duration::from_millis(100);
        let store = db.store_with(&Settings { patience, ..db.settings() });
        let url = db.url();
        let file = Path::new(url.strip_prefix("sqlite://").unwrap());
        std::fs::remove_file(file).unwrap();
        let error = store.read(|_| store.read(|_| Ok(()))).unwrap_err();
        assert!(error.is_outage(), "{error}");
        assert!(!file.exists());
    });
}

#[test]
fn what_is_no_address_is_refused_without_repeating_it() {
    for bad in ["", "motcua.db", "sqlite://", "sqlite://:memory:", "mysql://root:geheim@localhost/x"] {
        let error = Address::read(bad).unwrap_err();
        assert!(matches!(error, StoreError::Address) && !error.to_string().contains("geheim"), "{bad}");
    }
}

testkit::on_both_databases! {
    fn a_panicking_act_leaves_nothing_behind_and_the_store_alive(db: &TestDb) {
        let store = db.store();
        let life = Life::submitted(&store);
        let before = db.everything();
        let accept = life.prepared(&life.clerk(), intake::Command::Accept);
        let act = move |db: &mut store::Db| -> Result<(), StoreError> {
            log::append(db, &accept)?;
            panic!("a mistake")
        };
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| store.write(act)));
        assert_eq!(outcome.unwrap_err().downcast_ref(), Some(&"a mistake"));
        assert_eq!(db.everything(), before);
        Life::accepted(&store);
    }
}
