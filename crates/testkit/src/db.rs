//! A database of a test's own.

mod file;
mod server;
mod tables;

use diesel::connection::SimpleConnection;
use std::env;
use std::io::Write;
use std::time::Duration;
use store::{Address, Db, Kind, Settings, Store, StoreError, log};

/// What `motcua verify` would find: nothing, where log, chain and query tables agree.
///
/// # Panics
/// Where the database can't be read.
pub fn findings(store: &Store) -> Vec<String> {
    let mut found = Vec::new();
    let verified = store.read(|db| {
        found.clear();
        log::verify(db, &mut |finding| found.push(finding.to_string()))
    });
    verified.expect("the database answers");
    found
}

/// A database of a test's own, with all its tables; gone when this value is dropped.
pub struct TestDb {
    address: Address,
    place: Place,
}

enum Place {
    File(file::File),
    Server(server::Database),
}

impl TestDb {
    /// A new database with all its tables, copied from one that was migrated once.
    ///
    /// # Panics
    /// Where it can't be made: for PostgreSQL also where nobody said at which address.
    pub fn new(kind: Kind) -> Self {
        Self::at(match kind {
            Kind::Sqlite => Place::File(file::File::migrated()),
            Kind::Postgres => Place::Server(server::Database::migrated()),
        })
    }

    /// A new database without any table.
    ///
    /// # Panics
    /// As [`TestDb::new`].
    pub fn empty(kind: Kind) -> Self {
        Self::at(match kind {
            Kind::Sqlite => Place::File(file::File::empty()),
            Kind::Postgres => Place::Server(server::Database::empty()),
        })
    }

    fn at(place: Place) -> Self {
        let url = match &place {
            Place::File(file) => file.url(),
            Place::Server(database) => database.url(),
        };
        Self { address: Address::read(&url).expect("an address"), place }
    }

    /// Which database it is.
    pub fn kind(&self) -> Kind {
        self.address.kind()
    }

    /// Its address, as `DATABASE_URL` has it.
    pub fn url(&self) -> String {
        match &self.place {
            Place::File(file) => file.url(),
            Place::Server(database) => database.url(),
        }
    }

    /// Settings that fit most tests: four connections, 64 commands a commit.
    pub fn settings(&self) -> Settings {
        Settings {
            address: self.address.clone(),
            connections: 4,
            patience: Duration::from_secs(10),
            together: 64,
        }
    }

    /// The store on it.
    ///
    /// # Panics
    /// Where it can't be opened.
    pub fn store(&self) -> Store {
        self.store_with(&self.settings())
    }

    /// The store on it, opened with other settings.
    ///
    /// # Panics
    /// Where it can't be opened.
    pub fn store_with(&self, settings: &Settings) -> Store {
        Store::open(settings).expect("the store opens")
    }

    /// A connection past the store.
    ///
    /// # Panics
    /// Where there is none.
    pub fn connect(&self) -> Db {
        self.address.connect().expect("a connection")
    }

    /// Runs hand-written SQL past the store.
    ///
    /// # Errors
    /// What the database answers.
    pub fn raw_sql(&self, sql: &str) -> Result<(), StoreError> {
        Ok(self.connect().batch_execute(sql)?)
    }
}

/// Runs a test on one database; says so where it is left out on purpose.
///
/// # Panics
/// Where the test does, or where `MOTCUA_TEST_DATABASES` names something else than `sqlite` and `postgres`.
pub fn on(kind: Kind, name: &str, test: fn(&TestDb)) {
    if wanted().contains(&kind) {
        test(&TestDb::new(kind));
    } else {
        // Past the test harness, which keeps what a passing test prints to itself.
        writeln!(std::io::stderr(), "LEFT OUT on {kind:?}: {name}").expect("stderr takes a line");
    }
}

fn wanted() -> Vec<Kind> {
    let named = env::var("MOTCUA_TEST_DATABASES").unwrap_or_else(|_| "sqlite,postgres".to_owned());
    named.split(',').map(kind_named).collect()
}

fn kind_named(name: &str) -> Kind {
    match name {
        "sqlite" => Kind::Sqlite,
        "postgres" => Kind::Postgres,
        other => panic!("MOTCUA_TEST_DATABASES names `{other}`: it takes sqlite, postgres"),
    }
}

/// Makes of each function a test on SQLite and one on PostgreSQL, each with a new database: `name::sqlite` and
/// `name::postgres`.
#[macro_export]
macro_rules! on_both_databases {
    ($($(#[doc = $doc:literal])* fn $name:ident($db:ident: $test_db:ty) $body:block)+) => {
        $(
            $(#[doc = $doc])*
            fn $name($db: $test_db) $body

            mod $name {
                #[test]
                fn sqlite() {
                    $crate::db::on($crate::db::SQLITE, stringify!($name), super::$name);
                }

                #[test]
                fn postgres() {
                    $crate::db::on($crate::db::POSTGRES, stringify!($name), super::$name);
                }
            }
        )+
    };
}

/// SQLite, for the macro.
pub const SQLITE: Kind = Kind::Sqlite;
/// PostgreSQL, for the macro.
pub const POSTGRES: Kind = Kind::Postgres;
