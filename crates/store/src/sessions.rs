//! Sessions: a family of refresh tokens each, of which only the newest is good; an old one used again ends the family.

use crate::db::Db;
use crate::error::StoreError;
use crate::schema::{refresh_tokens, sessions};
use crate::sql_types::{Id, Moment, kept};
use diesel::prelude::*;
use kernel::UserId;
use time::OffsetDateTime;
use uuid::Uuid;

/// A refresh token as it is kept: its hash, never itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenHash(pub Vec<u8>);

/// What became of a refresh.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refresh {
    /// The old token is used up, the new one good.
    Rotated {
        /// Whose session.
        user: UserId,
        /// Which session.
        family: Uuid,
    },
    /// The token was used before: the session has been ended.
    Reused,
    /// No such token, an expired one, or a session that was ended.
    Refused,
}

/// Opens a session with its first refresh token.
///
/// # Errors
/// The database.
pub fn open(
    db: &mut Db,
    family: Uuid,
    user: UserId,
    token: &TokenHash,
    at: OffsetDateTime,
    expires_at: OffsetDateTime,
) -> Result<(), StoreError> {
    let row = (
        sessions::family.eq(Id(family)),
        sessions::user_id.eq(Id(user.0)),
        sessions::at.eq(kept(at)),
        sessions::revoked_at.eq(None::<Moment>),
    );
    diesel::insert_into(sessions::table).values(row).execute(db)?;
    put_token(db, family, token, expires_at)
}

/// Uses a refresh token up and puts a new one in its place; of two who try at once, one does.
///
/// # Errors
/// The database.
pub fn rotate(
    db: &mut Db,
    old: &TokenHash,
    new: &TokenHash,
    at: OffsetDateTime,
    expires_at: OffsetDateTime,
) -> Result<Refresh, StoreError> {
    let token = refresh_tokens::table
        .find(&old.0)
        .inner_join(sessions::table)
        .select((refresh_tokens::family, refresh_tokens::expires_at, sessions::user_id, sessions::revoked_at))
        .first::<(Id, Moment, Id, Option<Moment>)>(db)
        .optional()?;
    let Some((family, expires, user, None)) = token else { return Ok(Refresh::Refused) };
    if expires.0 <= at {
        return Ok(Refresh::Refused);
    }
    let unused = refresh_tokens::table.find(&old.0).filter(refresh_tokens::used_at.is_null());
    if diesel::update(unused).set(refresh_tokens::used_at.eq(kept(at))).execute(db)? == 0 {
        end(db, family.0, at)?;
        return Ok(Refresh::Reused);
    }
    put_token(db, family.0, new, expires_at)?;
    Ok(Refresh::Rotated { user: UserId(user.0), family: family.0 })
}

/// A session as whoever holds its newest token has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// Whose.
    pub user: UserId,
    /// Which.
    pub family: Uuid,
    /// Until when the token is good.
    pub expires_at: OffsetDateTime,
}

/// The session that a token opens, unless it was used up, has expired, or its session was ended.
///
/// # Errors
/// The database.
pub fn held(db: &mut Db, token: &TokenHash, at: OffsetDateTime) -> Result<Option<Held>, StoreError> {
    let found = refresh_tokens::table
        .find(&token.0)
        .inner_join(sessions::table)
        .filter(refresh_tokens::used_at.is_null())
        .filter(refresh_tokens::expires_at.gt(kept(at)))
        .filter(sessions::revoked_at.is_null())
        .select((sessions::user_id, sessions::family, refresh_tokens::expires_at))
        .first::<(Id, Id, Moment)>(db)
        .optional()?;
    let held = |(user, family, expires): (Id, Id, Moment)| Held {
        user: UserId(user.0),
        family: family.0,
        expires_at: expires.0,
    };
    Ok(found.map(held))
}

/// A token stays good for longer.
///
/// # Errors
/// The database.
pub fn prolong(db: &mut Db, token: &TokenHash, expires_at: OffsetDateTime) -> Result<(), StoreError> {
    let unused = refresh_tokens::table.find(&token.0).filter(refresh_tokens::used_at.is_null());
    diesel::update(unused).set(refresh_tokens::expires_at.eq(kept(expires_at))).execute(db)?;
    Ok(())
}

/// Ends a session: none of its tokens is good any more.
///
/// # Errors
/// The database.
pub fn end(db: &mut Db, family: Uuid, at: OffsetDateTime) -> Result<(), StoreError> {
    let session = sessions::table.find(Id(family)).filter(sessions::revoked_at.is_null());
    diesel::update(session).set(sessions::revoked_at.eq(kept(at))).execute(db)?;
    Ok(())
}

/// Ends every session of an account.
///
/// # Errors
/// The database.
pub fn end_all(db: &mut Db, user: UserId, at: OffsetDateTime) -> Result<(), StoreError> {
    let open =
        sessions::table.filter(sessions::user_id.eq(Id(user.0))).filter(sessions::revoked_at.is_null());
    diesel::update(open).set(sessions::revoked_at.eq(kept(at))).execute(db)?;
    Ok(())
}

fn put_token(
    db: &mut Db,
    family: Uuid,
    token: &TokenHash,
    expires_at: OffsetDateTime,
) -> Result<(), StoreError> {
    let row = (
        refresh_tokens::hash.eq(&token.0),
        refresh_tokens::family.eq(Id(family)),
        refresh_tokens::expires_at.eq(kept(expires_at)),
        refresh_tokens::used_at.eq(None::<Moment>),
    );
    diesel::insert_into(refresh_tokens::table).values(row).execute(db)?;
    Ok(())
}
