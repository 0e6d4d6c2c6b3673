//! Lists of feedback, a page at a time.

use super::row::{Feedback, Row, read};
use super::seen::{Boxed, Seen, within};
use crate::db::Db;
use crate::error::StoreError;
use crate::schema::feedback;
use crate::sql_types::{Id, kept};
use diesel::prelude::*;
use kernel::AgencyCode;
use time::OffsetDateTime;
use uuid::Uuid;

/// What to list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What isn't answered yet, the longest due on top; else what is published, the newest on top.
    pub open: bool,
    /// Raised with this agency.
    pub agency: Option<AgencyCode>,
    /// After this place.
    pub after: Option<Cursor>,
    /// At most so many.
    pub limit: i64,
}

/// A place in a list: the last line of the page before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// When it is due, or was answered.
    pub at: OffsetDateTime,
    /// Its id.
    pub id: Uuid,
}

/// One page of what may be seen and is asked for.
///
/// # Errors
/// The database.
pub fn list(db: &mut Db, seen: &Seen, asked: &Asked) -> Result<Vec<Feedback>, StoreError> {
    let found = match &asked.agency {
        Some(agency) => within(seen).filter(feedback::agency.eq(agency.to_string())),
        None => within(seen),
    };
    let page = if asked.open { longest_due(found, asked.after) } else { newest(found, asked.after) };
    let rows: Vec<Row> = page.limit(asked.limit).select(Row::as_select()).load(db)?;
    read(db, rows, seen.sees_people())
}

fn longest_due(found: Boxed<'_>, after: Option<Cursor>) -> Boxed<'_> {
    let open = found.filter(feedback::answered_at.is_null()).order((feedback::due.asc(), feedback::id.asc()));
    let Some(Cursor { at, id }) = after else { return open };
    let same = feedback::due.eq(kept(at)).and(feedback::id.gt(Id(id)));
    open.filter(feedback::due.gt(kept(at)).or(same))
}

fn newest(found: Boxed<'_>, after: Option<Cursor>) -> Boxed<'_> {
    let order = (feedback::answered_at.desc(), feedback::id.desc());
    let published = found.filter(feedback::answered_at.is_not_null()).order(order);
    let Some(Cursor { at, id }) = after else { return published };
    let same = feedback::answered_at.eq(kept(at)).assume_not_null().and(feedback::id.lt(Id(id)));
    published.filter(feedback::answered_at.lt(kept(at)).assume_not_null().or(same))
}
