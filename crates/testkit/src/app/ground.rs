//! What every server under test stands on: the sample province, and staff of every role at each of its agencies. It is
//! taken in once; from then on its rows are copied.

use crate::db::TestDb;
use crate::province::{code, staff};
use kernel::{Role, Staff, UserId};
use server::{auth, province};
use std::sync::OnceLock;
use store::accounts::{self, Account};
use store::{Kind, Store, catalogue};
use time::OffsetDateTime;
use time::macros::datetime;
use uuid::Uuid;

/// Everyone's password.
pub const PASSWORD: &str = "mật khẩu để thử";
/// The name of an account that may not sign in any more.
pub const INACTIVE: &str = "nghi-viec";

const OPENED: OffsetDateTime = datetime!(2026-01-01 00:00 +7);

/// The tables that are filled, each after those it refers to.
const TABLES: [&str; 6] =
    ["calendars", "agencies", "procedure_versions", "users", "user_roles", "user_fields"];

/// The name that someone with this role at this agency signs in with.
pub fn username(role: Role, agency: &str) -> String {
    format!("{role}-{agency}").to_lowercase()
}

/// Somebody else with this role at this agency than [`staff`] names; entrusted with no field.
///
/// # Panics
/// For something that is no agency's code.
pub fn another(role: Role, agency: &str) -> Staff {
    let known = staff(role, agency);
    Staff { user: UserId(Uuid::from_u128(known.user.0.as_u128() | 1 << 127)), fields: Vec::new(), ..known }
}

/// Fills a database, unless it has been filled.
pub(super) fn lay(db: &TestDb) {
    static SQLITE: OnceLock<String> = OnceLock::new();
    static POSTGRES: OnceLock<String> = OnceLock::new();
    if !db.rows("agencies").is_empty() {
        return;
    }
    let rows = match db.kind() {
        Kind::Sqlite => &SQLITE,
        Kind::Postgres => &POSTGRES,
    };
    db.raw_sql(rows.get_or_init(|| made(db.kind()))).expect("the rows are copied");
}

/// The statements that make the rows.
fn made(kind: Kind) -> String {
    let db = TestDb::new(kind);
    let store = db.store();
    province::take_in(&store, OPENED).expect("the province is sound");
    hire(&store);
    TABLES.iter().map(|table| inserted(&db, table)).collect()
}

fn inserted(db: &TestDb, table: &str) -> String {
    let rows = db.rows(table);
    match db.kind() {
        Kind::Sqlite => format!("insert into {table} values ({});\n", rows.join("), (")),
        Kind::Postgres => {
            let quoted = rows.iter().map(|row| format!("('{}'::{table})", row.replace('\'', "''")));
            let quoted: Vec<String> = quoted.collect();
            format!("insert into {table} select (r).* from (values {}) as v (r);\n", quoted.join(", "))
        }
    }
}

/// Two people of each role at every agency, and one who has left.
fn hire(store: &Store) {
    let hash = auth::hash(PASSWORD).expect("a hash");
    let agencies = store.read(catalogue::all_agencies).expect("agencies");
    let places = agencies.iter().flat_map(|agency| Role::ALL.map(|role| (role, agency.code.to_string())));
    let mut accounts: Vec<Account> = places.flat_map(|(role, agency)| pair(role, &agency, &hash)).collect();
    accounts.push(Account {
        id: UserId(Uuid::from_u128(1)),
        username: INACTIVE.to_owned(),
        active: false,
        ..accounts[0].clone()
    });
    let add = move |db: &mut store::Db| accounts.iter().try_for_each(|one| accounts::add(db, one, OPENED));
    store.write(add).expect("accounts");
}

fn pair(role: Role, agency: &str, hash: &str) -> [Account; 2] {
    let account = |staff: Staff, username: String| Account {
        id: staff.user,
        name: format!("Công chức {username}"),
        username,
        password_hash: hash.to_owned(),
        agency: code(agency),
        roles: staff.roles,
        fields: staff.fields,
        active: true,
    };
    let name = username(role, agency);
    [account(staff(role, agency), name.clone()), account(another(role, agency), format!("{name}-2"))]
}
