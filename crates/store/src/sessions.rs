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

/// Ends a session: none of its tokens is good any more.
///
/// # Errors
/// The database.
pub fn end(db: &mut Db, family: Uuid, at: OffsetDateTime) -> Result<(), StoreError> {
    let session = sessions::table.find(Id(family)).filter(sessions::revoked_at.is_null());
    diesel::update(session).set(sessions::revoked_at.eq(kept(at))).execute(db)?;
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
