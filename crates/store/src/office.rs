//! What administrators do, written down for ever, and once.

use crate::db::Db;
use crate::error::{StoreError, is_twin};
use crate::schema::{office_log, users};
use crate::sql_types::{Id, Moment, kept};
use diesel::prelude::*;
use kernel::UserId;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use uuid::Uuid;

/// What a deed is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// An account, by its id.
    Account,
    /// An agency, by its identifier.
    Agency,
    /// A calendar, by its code.
    Calendar,
    /// A procedure, by its code.
    Procedure,
}

/// What became otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What it is of the subject: `name`, `roles`.
    pub what: String,
    /// What it was; empty: nothing.
    pub from: String,
    /// What it is; empty: nothing.
    pub to: String,
}

/// A deed, to be written down in the transaction that it is done in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// Its id; later ones sort behind earlier ones.
    pub id: Uuid,
    /// When.
    pub at: OffsetDateTime,
    /// Who; none: whoever has the command line.
    pub by: Option<UserId>,
    /// What it is about.
    pub subject: Subject,
    /// Which of them.
    pub about: String,
    /// What was done: `added`, `changed`, `deactivated`.
    pub deed: String,
    /// What became otherwise.
    pub changes: Vec<Change>,
    /// The key under which it is done once, with a hash of what was asked under it.
    pub key: Option<(String, Vec<u8>)>,
}

/// A deed as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// When, in UTC.
    pub at: OffsetDateTime,
    /// Who, by name; none: whoever had the command line.
    pub by: Option<String>,
    /// What was done.
    pub deed: String,
    /// What became otherwise.
    pub changes: Vec<Change>,
}

/// What was done under a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Under {
    /// What it was about.
    pub about: String,
    /// The hash of what was asked.
    pub body_hash: Vec<u8>,
}

impl Subject {
    /// Its name in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Subject::Account => "account",
            Subject::Agency => "agency",
            Subject::Calendar => "calendar",
            Subject::Procedure => "procedure",
        }
    }
}

impl Change {
    /// What became otherwise; none where it stayed.
    pub fn of(what: &str, from: impl Into<String>, to: impl Into<String>) -> Option<Self> {
        let (from, to) = (from.into(), to.into());
        (from != to).then(|| Self { what: what.to_owned(), from, to })
    }
}

/// Writes a deed down. It comes first in its transaction: who sends the same form again finds it done.
///
/// # Errors
/// [`StoreError::Repeated`] where it was done before under this key; the database.
pub fn write_down(db: &mut Db, deed: &Deed) -> Result<(), StoreError> {
    let changes = serde_json::to_string(&deed.changes).map_err(|why| StoreError::Stored(why.to_string()))?;
    let (key, hash) = deed.key.clone().unzip();
    let row = (
        office_log::id.eq(Id(deed.id)),
        office_log::at.eq(kept(deed.at)),
        office_log::user_id.eq(deed.by.map(|by| Id(by.0))),
        office_log::subject.eq(deed.subject.as_str()),
        office_log::about.eq(&deed.about),
        office_log::deed.eq(&deed.deed),
        office_log::changes.eq(changes),
        office_log::key.eq(key),
        office_log::body_hash.eq(hash),
    );
    let written = diesel::insert_into(office_log::table).values(row).execute(db);
    written.map(drop).map_err(|why| if is_twin(&why) { StoreError::Repeated } else { why.into() })
}

/// What somebody has done under a key; none, if nothing.
///
/// # Errors
/// The database.
pub fn under(db: &mut Db, by: UserId, key: &str) -> Result<Option<Under>, StoreError> {
    let row: Option<(String, Option<Vec<u8>>)> = office_log::table
        .filter(office_log::user_id.eq(Id(by.0)))
        .filter(office_log::key.eq(key))
        .select((office_log::about, office_log::body_hash))
        .first(db)
        .optional()?;
    Ok(row.map(|(about, hash)| Under { about, body_hash: hash.unwrap_or_default() }))
}

/// What has been done about something, the latest first, at most `limit`.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn about(db: &mut Db, subject: Subject, about: &str, limit: i64) -> Result<Vec<Done>, StoreError> {
    type Row = (Moment, Option<String>, String, String);
    let rows: Vec<Row> = office_log::table
        .left_join(users::table)
        .filter(office_log::subject.eq(subject.as_str()))
        .filter(office_log::about.eq(about))
        .order(office_log::id.desc())
        .limit(limit)
        .select((office_log::at, users::name.nullable(), office_log::deed, office_log::changes))
        .load(db)?;
    rows.into_iter().map(done).collect()
}

fn done((at, by, deed, changes): (Moment, Option<String>, String, String)) -> Result<Done, StoreError> {
    let changes = serde_json::from_str(&changes).map_err(|why| StoreError::Stored(why.to_string()))?;
    Ok(Done { at: at.0, by, deed, changes })
}
