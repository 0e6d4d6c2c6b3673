//! Lists of dossiers, a page at a time.

use super::narrow::narrowed;
use super::scope::{Boxed, Scope, within};
use crate::db::Db;
use crate::error::StoreError;
use crate::schema::{dossier_agencies, dossiers, people};
use crate::sql_types::{Id, Moment, kept};
use diesel::prelude::*;
use kernel::{DossierId, Staff};
use time::OffsetDateTime;
use uuid::Uuid;

/// What to list. Every part narrows.
#[derive(Debug, Clone)]
pub struct Filter {
    /// At this stage.
    pub stage: Option<String>,
    /// Received by this agency.
    pub agency: Option<String>,
    /// Lying on this person's desk.
    pub desk_of: Option<Staff>,
    /// In which this agency was asked for something and hasn't answered: what it needs of a supplement, its opinion.
    pub asked_of: Option<String>,
    /// With an appointment at this moment or after it.
    pub due_from: Option<OffsetDateTime>,
    /// With an appointment before this moment, unfinished.
    pub due_before: Option<OffsetDateTime>,
    /// Late, or not late, as of `now`: as `dossier::timeliness` has it.
    pub late: Option<bool>,
    /// A number or its beginning; a phone or identity number; a part of the applicant's name, with or without its
    /// diacritics. The last three find nothing for those who may not see people.
    pub q: Option<String>,
    /// After this place.
    pub after: Option<Cursor>,
    /// What stands on top.
    pub order: Order,
    /// At most so many.
    pub limit: i64,
    /// The moment.
    pub now: OffsetDateTime,
}

/// What stands on top of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// The newest.
    #[default]
    Newest,
    /// What waits longest.
    Oldest,
    /// What is due first.
    DueFirst,
}

/// A place in a list: the last dossier of the page before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The moment after which it is overdue; for lists by due date.
    pub overdue_after: Option<OffsetDateTime>,
    /// Its id.
    pub id: Uuid,
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Which.
    pub id: DossierId,
    /// Its number, once accepted.
    pub code: Option<String>,
    /// The stage's name.
    pub stage: String,
    /// The receiving agency.
    pub agency: String,
    /// The procedure.
    pub procedure: String,
    /// The applicant's name, for those who may see it.
    pub applicant: Option<String>,
    /// When it came in.
    pub submitted_at: OffsetDateTime,
    /// When it was accepted.
    pub accepted_at: Option<OffsetDateTime>,
    /// When the result is due.
    pub appointment: Option<OffsetDateTime>,
    /// After this it is overdue.
    pub overdue_after: Option<OffsetDateTime>,
    /// When the result was there.
    pub finished_at: Option<OffsetDateTime>,
    /// Whether it was rescheduled, with an apology.
    pub rescheduled: bool,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = dossiers)]
struct ItemRow {
    id: Id,
    code: Option<String>,
    stage: String,
    agency: String,
    procedure: String,
    applicant: Id,
    submitted_at: Moment,
    accepted_at: Option<Moment>,
    appointment: Option<Moment>,
    overdue_after: Option<Moment>,
    finished_at: Option<Moment>,
    rescheduled_at: Option<Moment>,
}

/// One page of the dossiers that `scope` may see and `filter` asks for.
///
/// # Errors
/// The database.
pub fn list(db: &mut Db, scope: &Scope, filter: &Filter) -> Result<Vec<Item>, StoreError> {
    let page = ordered(narrowed(within(scope), scope, filter), scope, filter).limit(filter.limit);
    let rows: Vec<ItemRow> = page.select(ItemRow::as_select()).load(db)?;
    let names = if scope.sees_people() && !rows.is_empty() { names(db, &rows)? } else { Vec::new() };
    Ok(rows.into_iter().map(|row| item(row, &names)).collect())
}

/// After the filter's place.
fn ordered<'a>(dossiers: Boxed<'a>, scope: &Scope, filter: &Filter) -> Boxed<'a> {
    match filter.order {
        Order::Newest => newest_first(dossiers, scope, filter.after),
        Order::Oldest => oldest_first(dossiers, filter.after),
        Order::DueFirst => due_first(dossiers, filter.after),
    }
}

fn oldest_first(dossiers: Boxed<'_>, after: Option<Cursor>) -> Boxed<'_> {
    let dossiers = match after {
        Some(cursor) => dossiers.filter(dossiers::id.gt(Id(cursor.id))),
        None => dossiers,
    };
    dossiers.order(dossiers::id.asc())
}

fn due_first(dossiers: Boxed<'_>, after: Option<Cursor>) -> Boxed<'_> {
    let order = (dossiers::overdue_after.asc(), dossiers::id.asc());
    let Some(Cursor { overdue_after: Some(moment), id }) = after else { return dossiers.order(order) };
    let later = dossiers::overdue_after.gt(kept(moment)).assume_not_null();
    let same = dossiers::overdue_after.eq(kept(moment)).assume_not_null();
    dossiers.filter(later.or(same.and(dossiers::id.gt(Id(id))))).order(order)
}

/// Ordered by the table in whose order the scope reads, so that a page needn't read more than a page.
fn newest_first<'a>(dossiers: Boxed<'a>, scope: &Scope, after: Option<Cursor>) -> Boxed<'a> {
    let dossiers = match after {
        Some(cursor) => dossiers
            .filter(dossiers::id.lt(Id(cursor.id)))
            .filter(dossier_agencies::dossier_id.lt(Id(cursor.id))),
        None => dossiers,
    };
    match scope {
        Scope::Agency(_) => dossiers.order(dossier_agencies::dossier_id.desc()),
        Scope::All | Scope::Holder(_) | Scope::Nothing => dossiers.order(dossiers::id.desc()),
    }
}

fn names(db: &mut Db, rows: &[ItemRow]) -> Result<Vec<(Id, String)>, StoreError> {
    let ids: Vec<Id> = rows.iter().map(|row| row.applicant).collect();
    Ok(people::table.filter(people::id.eq_any(ids)).select((people::id, people::name)).load(db)?)
}

fn item(row: ItemRow, names: &[(Id, String)]) -> Item {
    let applicant = names.iter().find(|(id, _)| *id == row.applicant).map(|(_, name)| name.clone());
    Item {
        id: DossierId(row.id.0),
        code: row.code,
        stage: row.stage,
        agency: row.agency,
        procedure: row.procedure,
        applicant,
        submitted_at: row.submitted_at.0,
        accepted_at: row.accepted_at.map(|at| at.0),
        appointment: row.appointment.map(|at| at.0),
        overdue_after: row.overdue_after.map(|at| at.0),
        finished_at: row.finished_at.map(|at| at.0),
        rescheduled: row.rescheduled_at.is_some(),
    }
}
