//! What became of the messages about a dossier, for its timeline.

use super::{To, Way};
use crate::db::Db;
use crate::error::StoreError;
use crate::schema::notices;
use crate::sql_types::{Id, Moment};
use diesel::prelude::*;
use kernel::{DossierId, UserId};
use time::OffsetDateTime;

/// A message, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// The place in the log of the event that it tells of.
    pub seq: i64,
    /// The name of its text.
    pub occasion: String,
    /// To whom.
    pub to: To,
    /// Which way.
    pub way: Way,
    /// `waiting`, `claimed`, `sent`, `delivered`, `failed` or `settled`.
    pub state: String,
    /// When it was taken over by the other side, in UTC.
    pub sent_at: Option<OffsetDateTime>,
    /// When it reached the person, as far as that was reported.
    pub delivered_at: Option<OffsetDateTime>,
    /// When a clerk told them by other means, and how.
    pub settled: Option<(OffsetDateTime, String)>,
    /// Why it didn't go out, where it was tried.
    pub why: Option<String>,
}

/// The messages about a dossier, in the order of what they tell of; the caller has been shown to see it.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn of_dossier(db: &mut Db, dossier: DossierId) -> Result<Vec<Followed>, StoreError> {
    let rows: Vec<Row> = notices::table
        .filter(notices::dossier_id.eq(Id(dossier.0)))
        .order((notices::seq, notices::occasion, notices::channel, notices::id))
        .select((
            notices::seq,
            notices::occasion,
            notices::user_id,
            notices::channel,
            notices::state,
            notices::sent_at,
            notices::delivered_at,
            notices::settled_at,
            notices::settled_how,
            notices::why,
        ))
        .load(db)?;
    rows.into_iter().map(followed).collect()
}

type Row = (
    i64,
    String,
    Option<Id>,
    String,
    String,
    Option<Moment>,
    Option<Moment>,
    Option<Moment>,
    Option<String>,
    Option<String>,
);

fn followed(row: Row) -> Result<Followed, StoreError> {
    let (seq, occasion, user, way, state, sent, delivered, settled_at, how, why) = row;
    Ok(Followed {
        seq,
        occasion,
        to: user.map_or(To::Applicant, |user| To::Staff(UserId(user.0))),
        way: Way::read(&way)?,
        state,
        sent_at: sent.map(|at| at.0),
        delivered_at: delivered.map(|at| at.0),
        settled: settled_at.map(|at| at.0).zip(how),
        why,
    })
}
