//! Accounts of staff and their roles.

mod kept;
mod listed;

pub use kept::{Kept, change, kept, set_active, set_password};
pub use listed::{Listed, Sought, listed};

use crate::db::Db;
use crate::error::StoreError;
use crate::schema::{user_fields, user_roles, users};
use crate::sql_types::{Id, kept as moment};
use diesel::prelude::*;
use kernel::{AgencyCode, Role, Staff, UserId};
use time::OffsetDateTime;

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: UserId,
    /// The name it signs in with.
    pub username: String,
    /// The argon2id hash of its password.
    pub password_hash: String,
    /// The person's name.
    pub name: String,
    /// Its agency.
    pub agency: AgencyCode,
    /// Its roles there.
    pub roles: Vec<Role>,
    /// The fields entrusted to it, as a deputy.
    pub fields: Vec<String>,
    /// Whether it may sign in.
    pub active: bool,
}

impl Account {
    /// The account as it acts.
    pub fn staff(&self) -> Staff {
        let (roles, fields) = (self.roles.clone(), self.fields.clone());
        Staff { user: self.id, agency: self.agency.clone(), roles, fields }
    }
}

/// How staff are reached.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// The person's name.
    pub name: String,
    /// The phone; empty where there is none.
    pub phone: String,
    /// The e-mail; empty where there is none.
    pub email: String,
    /// What they are, as it stands under a letter; empty: what their role is called.
    pub position: String,
}

/// How the holder of an active account is reached; none where there is no such account.
///
/// # Errors
/// The database.
pub fn contact(db: &mut Db, id: UserId) -> Result<Option<Contact>, StoreError> {
    Ok(known(db, id)?.and_then(|(contact, active)| active.then_some(contact)))
}

/// Who holds, or held, an account: for a letter of the past too.
///
/// # Errors
/// The database.
pub fn signer(db: &mut Db, id: UserId) -> Result<Option<Contact>, StoreError> {
    Ok(known(db, id)?.map(|(contact, _)| contact))
}

fn known(db: &mut Db, id: UserId) -> Result<Option<(Contact, bool)>, StoreError> {
    type Row = (String, String, String, String, bool);
    let columns = (users::name, users::phone, users::email, users::position, users::active);
    let row: Option<Row> = users::table.find(Id(id.0)).select(columns).first(db).optional()?;
    Ok(row.map(|(name, phone, email, position, active)| (Contact { name, phone, email, position }, active)))
}

/// Keeps how staff are reached; the name stays. Whether there is such an account.
///
/// # Errors
/// The database.
pub fn reach(db: &mut Db, id: UserId, phone: &str, email: &str) -> Result<bool, StoreError> {
    let changes = (users::phone.eq(phone), users::email.eq(email));
    Ok(diesel::update(users::table.find(Id(id.0))).set(changes).execute(db)? == 1)
}

/// Keeps what the holder of an account is, as it stands under a letter. Whether there is such an account.
///
/// # Errors
/// The database.
pub fn appoint(db: &mut Db, id: UserId, position: &str) -> Result<bool, StoreError> {
    Ok(diesel::update(users::table.find(Id(id.0))).set(users::position.eq(position)).execute(db)? == 1)
}

/// Adds an account.
///
/// # Errors
/// The database: a username that is taken, an agency that isn't there.
pub fn add(db: &mut Db, account: &Account, at: OffsetDateTime) -> Result<(), StoreError> {
    let row = (
        users::id.eq(Id(account.id.0)),
        users::username.eq(&account.username),
        users::password_hash.eq(&account.password_hash),
        users::name.eq(&account.name),
        users::agency.eq(account.agency.to_string()),
        users::active.eq(account.active),
        users::at.eq(moment(at)),
    );
    diesel::insert_into(users::table).values(row).execute(db)?;
    entrust(db, account)
}

/// The roles and fields of an account that has none.
fn entrust(db: &mut Db, account: &Account) -> Result<(), StoreError> {
    for role in &account.roles {
        let row = (user_roles::user_id.eq(Id(account.id.0)), user_roles::role.eq(role.as_str()));
        diesel::insert_into(user_roles::table).values(row).execute(db)?;
    }
    for field in &account.fields {
        let row = (user_fields::user_id.eq(Id(account.id.0)), user_fields::field.eq(field));
        diesel::insert_into(user_fields::table).values(row).execute(db)?;
    }
    Ok(())
}

/// The account that signs in with this name.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn by_username(db: &mut Db, username: &str) -> Result<Option<Account>, StoreError> {
    let id: Option<Id> =
        users::table.filter(users::username.eq(username)).select(users::id).first(db).optional()?;
    id.map_or(Ok(None), |id| by_id(db, UserId(id.0)))
}

/// The account with this id.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn by_id(db: &mut Db, id: UserId) -> Result<Option<Account>, StoreError> {
    type Row = (String, String, String, String, bool);
    let columns = (users::username, users::password_hash, users::name, users::agency, users::active);
    let row: Option<Row> = users::table.find(Id(id.0)).select(columns).first(db).optional()?;
    let Some((username, password_hash, name, agency, active)) = row else { return Ok(None) };
    let agency = agency.parse().map_err(|why: kernel::BadCode| StoreError::Stored(why.to_string()))?;
    let (roles, fields) = (roles(db, id)?, fields(db, id)?);
    Ok(Some(Account { id, username, password_hash, name, agency, roles, fields, active }))
}

fn roles(db: &mut Db, id: UserId) -> Result<Vec<Role>, StoreError> {
    let named = user_roles::table.filter(user_roles::user_id.eq(Id(id.0)));
    let named: Vec<String> = named.select(user_roles::role).order(user_roles::role).load(db)?;
    named.iter().map(|role| role.parse().map_err(StoreError::Stored)).collect()
}

fn fields(db: &mut Db, id: UserId) -> Result<Vec<String>, StoreError> {
    let entrusted = user_fields::table.filter(user_fields::user_id.eq(Id(id.0)));
    Ok(entrusted.select(user_fields::field).order(user_fields::field).load(db)?)
}

/// The active accounts of an agency that have a role, by name.
///
/// # Errors
/// The database.
pub fn with_role(db: &mut Db, agency: &AgencyCode, role: Role) -> Result<Vec<(UserId, String)>, StoreError> {
    let rows: Vec<(Id, String)> = users::table
        .inner_join(user_roles::table)
        .filter(users::agency.eq(agency.to_string()))
        .filter(users::active)
        .filter(user_roles::role.eq(role.as_str()))
        .order(users::name)
        .select((users::id, users::name))
        .load(db)?;
    Ok(rows.into_iter().map(|(id, name)| (UserId(id.0), name)).collect())
}
