//! An account as administrators keep it.

use super::{Account, Contact, by_id, entrust, known};
use crate::db::Db;
use crate::error::StoreError;
use crate::schema::{user_fields, user_roles, users};
use crate::sql_types::Id;
use diesel::prelude::*;
use kernel::UserId;

/// An account with everything that is kept of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The account.
    pub account: Account,
    /// How its holder is reached, and what they are.
    pub contact: Contact,
    /// Counts its changes.
    pub version: i64,
}

/// The account with this id; none where there is none.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn kept(db: &mut Db, id: UserId) -> Result<Option<Kept>, StoreError> {
    let (Some(account), Some((contact, _))) = (by_id(db, id)?, known(db, id)?) else { return Ok(None) };
    let version = users::table.find(Id(id.0)).select(users::version).first(db)?;
    Ok(Some(Kept { account, contact, version }))
}

/// Keeps what an account is from now on: name, agency, roles, fields, contact. Its password and whether it is active stay.
///
/// # Errors
/// [`StoreError::Raced`] where it isn't at `to.version` any more; the database: an agency that isn't there.
pub fn change(db: &mut Db, to: &Kept) -> Result<(), StoreError> {
    let Kept { account, contact, version } = to;
    let changes = (
        users::name.eq(&account.name),
        users::agency.eq(account.agency.to_string()),
        users::phone.eq(&contact.phone),
        users::email.eq(&contact.email),
        users::position.eq(&contact.position),
        users::version.eq(version + 1),
    );
    let at = users::table.find(Id(account.id.0)).filter(users::version.eq(*version));
    one(diesel::update(at).set(changes).execute(db)?)?;
    let id = Id(account.id.0);
    diesel::delete(user_roles::table.filter(user_roles::user_id.eq(id))).execute(db)?;
    diesel::delete(user_fields::table.filter(user_fields::user_id.eq(id))).execute(db)?;
    entrust(db, account)
}

/// Lets an account sign in, or not any more.
///
/// # Errors
/// [`StoreError::Raced`] where it isn't at `version` any more; the database.
pub fn set_active(db: &mut Db, id: UserId, version: i64, active: bool) -> Result<(), StoreError> {
    let at = users::table.find(Id(id.0)).filter(users::version.eq(version));
    let changes = (users::active.eq(active), users::version.eq(version + 1));
    one(diesel::update(at).set(changes).execute(db)?)
}

/// Gives an account another password.
///
/// # Errors
/// [`StoreError::Raced`] where it isn't at `version` any more; the database.
pub fn set_password(db: &mut Db, id: UserId, version: i64, hash: &str) -> Result<(), StoreError> {
    let at = users::table.find(Id(id.0)).filter(users::version.eq(version));
    let changes = (users::password_hash.eq(hash), users::version.eq(version + 1));
    one(diesel::update(at).set(changes).execute(db)?)
}

fn one(changed: usize) -> Result<(), StoreError> {
    if changed == 1 { Ok(()) } else { Err(StoreError::Raced) }
}
