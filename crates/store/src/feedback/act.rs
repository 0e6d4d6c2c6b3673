//! What is done with feedback: it is raised, and answered.

use super::Author;
use super::row::{AuthorRow, Feedback};
use super::seen::{Ref, Seen, find};
use crate::db::Db;
use crate::error::{StoreError, is_twin};
use crate::letters::draw;
use crate::schema::{feedback, feedback_people};
use crate::sql_types::{Id, kept};
use ::feedback::Answered;
use diesel::prelude::*;
use kernel::{AgencyCode, FeedbackId};
use time::OffsetDateTime;

/// What somebody raises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct New {
    /// Its id.
    pub id: FeedbackId,
    /// The agency that is to answer.
    pub agency: AgencyCode,
    /// The number of the dossier that it is about.
    pub dossier: Option<String>,
    /// When.
    pub at: OffsetDateTime,
    /// The year of its number, in the agency's own zone.
    pub year: i32,
    /// By when it is to be answered.
    pub due: OffsetDateTime,
    /// Who raises it, and in which words.
    pub author: Author,
}

/// The series that its numbers are drawn from.
const SERIES: &str = "feedback";

/// Takes it in under the agency's next number, within the caller's transaction. What was taken in before under this id stays
/// as it is, and is the answer.
///
/// # Errors
/// The database; [`StoreError::Raced`] where the very same is taken in at this moment: ask again.
pub fn raise(db: &mut Db, new: &New) -> Result<Feedback, StoreError> {
    let own = |db: &mut Db| find(db, &Seen::Own(new.id), &Ref::Id(new.id));
    if let Some(before) = own(db)? {
        return Ok(before);
    }
    let ordinal = draw(db, &new.agency, new.year, SERIES)?;
    let row = (
        feedback::id.eq(Id(new.id.0)),
        feedback::number.eq(format!("PA-{}-{}-{ordinal:04}", new.agency, new.year)),
        feedback::agency.eq(new.agency.to_string()),
        feedback::dossier.eq(new.dossier.clone()),
        feedback::raised_at.eq(kept(new.at)),
        feedback::due.eq(kept(new.due)),
    );
    let written = diesel::insert_into(feedback::table).values(row).execute(db);
    written.map_err(|error| if is_twin(&error) { StoreError::Raced } else { error.into() })?;
    diesel::insert_into(feedback_people::table).values(author(new)).execute(db)?;
    own(db)?.ok_or(StoreError::Raced)
}

fn author(new: &New) -> AuthorRow {
    let Author { question, complainant } = new.author.clone();
    let (name, phone, email) = (complainant.name, complainant.phone, complainant.email);
    AuthorRow { id: Id(new.id.0), question, name, phone, email }
}

/// Keeps its answer, which is published with it, within the caller's transaction.
///
/// # Errors
/// The rule whose constraint is broken; [`StoreError::Raced`] where somebody else has answered meanwhile; the database.
pub fn answer(db: &mut Db, id: FeedbackId, answered: &Answered) -> Result<(), StoreError> {
    let open = feedback::table.filter(feedback::id.eq(Id(id.0))).filter(feedback::answered_at.is_null());
    let changes = (
        feedback::answered_at.eq(Some(kept(answered.at))),
        feedback::answered_by.eq(Some(Id(answered.by.0))),
        feedback::published_question.eq(Some(answered.published_question.as_str())),
        feedback::answer.eq(Some(answered.answer.as_str())),
    );
    let changed = diesel::update(open).set(changes).execute(db);
    let changed = changed.map_err(|error| StoreError::from(error).into_rule())?;
    if changed == 1 { Ok(()) } else { Err(StoreError::Raced) }
}
