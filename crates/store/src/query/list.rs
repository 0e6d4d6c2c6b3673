//! Lists of dossiers, a page at a time.

use super::scope::{Boxed, Scope, within};
use crate::db::Db;
use crate::error::StoreError;
use crate::people::folded;
use crate::schema::{dossiers, people, step_turns};
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
    /// Lying on this person's desk; such a list has what is due first on top, any other the newest.
    pub desk_of: Option<Staff>,
    /// With an appointment before this moment, unfinished.
    pub due_before: Option<OffsetDateTime>,
    /// Late, or not late, as of `now`.
    pub late: Option<bool>,
    /// A number or its beginning, a phone or identity number, or a part of the applicant's name.
    pub q: Option<String>,
    /// After this place.
    pub after: Option<Cursor>,
    /// At most so many.
    pub limit: i64,
    /// The moment.
    pub now: OffsetDateTime,
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
}

/// One page of the dossiers that `scope` may see and `filter` asks for.
///
/// # Errors
/// The database.
pub fn list(db: &mut Db, scope: &Scope, filter: &Filter) -> Result<Vec<Item>, StoreError> {
    let narrowed = by_person(by_time(by_place(within(scope), filter), filter), filter);
    let page = ordered(narrowed, filter).limit(filter.limit);
    let rows: Vec<ItemRow> = page.select(ItemRow::as_select()).load(db)?;
    let names = if scope.sees_people() { names(db, &rows)? } else { Vec::new() };
    Ok(rows.into_iter().map(|row| item(row, &names)).collect())
}

fn by_place<'a>(mut dossiers: Boxed<'a>, filter: &Filter) -> Boxed<'a> {
    if let Some(stage) = &filter.stage {
        dossiers = dossiers.filter(dossiers::stage.eq(stage.clone()));
    }
    if let Some(agency) = &filter.agency {
        dossiers = dossiers.filter(dossiers::agency.eq(agency.clone()));
    }
    if let Some(staff) = &filter.desk_of {
        let roles: Vec<String> = staff.roles.iter().map(|role| role.as_str().to_owned()).collect();
        let mine = step_turns::table
            .filter(step_turns::ended_at.is_null())
            .filter(step_turns::agency.eq(staff.agency.to_string()))
            .filter(step_turns::role.eq_any(roles))
            .filter(step_turns::officer.is_null().or(step_turns::officer.eq(Id(staff.user.0))));
        dossiers = dossiers.filter(dossiers::id.eq_any(mine.select(step_turns::dossier_id)));
        dossiers = dossiers.filter(dossiers::stage.eq_any(["accepted", "in_progress"]));
    }
    dossiers
}

fn by_time<'a>(mut dossiers: Boxed<'a>, filter: &Filter) -> Boxed<'a> {
    if let Some(moment) = filter.due_before {
        dossiers = dossiers.filter(dossiers::appointment.lt(kept(moment))).filter(dossiers::finished_at.is_null());
    }
    let finished_late = dossiers::finished_at.gt(dossiers::overdue_after);
    let overdue = dossiers::finished_at.is_null().and(dossiers::overdue_after.lt(kept(filter.now)));
    match filter.late {
        Some(true) => dossiers.filter(finished_late.or(overdue)).filter(dossiers::stage.ne("withdrawn")),
        Some(false) => {
            let finished_in_time = dossiers::finished_at.le(dossiers::overdue_after);
            let running = dossiers::finished_at.is_null().and(dossiers::overdue_after.ge(kept(filter.now)));
            dossiers.filter(finished_in_time.or(running)).filter(dossiers::stage.ne("withdrawn"))
        }
        None => dossiers,
    }
}

fn by_person<'a>(dossiers: Boxed<'a>, filter: &Filter) -> Boxed<'a> {
    let Some(q) = filter.q.as_deref().map(str::trim).filter(|q| !q.is_empty()) else { return dossiers };
    let number = format!("{}%", literally(q));
    let name = format!("%{}%", literally(&folded(q)));
    let by_details = people::table.filter(
        people::identity.eq(q.to_owned()).or(people::phone.eq(q.to_owned())).or(people::name_folded.like(name).escape('!')),
    );
    let by_details = by_details.filter(people::part.eq("applicant")).select(people::dossier_id);
    dossiers.filter(dossiers::code.like(number).escape('!').assume_not_null().or(dossiers::id.eq_any(by_details)))
}

/// What was typed is meant as it stands.
fn literally(text: &str) -> String {
    text.replace('!', "!!").replace('%', "!%").replace('_', "!_")
}

fn ordered<'a>(dossiers: Boxed<'a>, filter: &Filter) -> Boxed<'a> {
    if filter.desk_of.is_none() {
        let dossiers = match filter.after {
            Some(cursor) => dossiers.filter(dossiers::id.lt(Id(cursor.id))),
            None => dossiers,
        };
        return dossiers.order(dossiers::id.desc());
    }
    let dossiers = match filter.after {
        Some(Cursor { overdue_after: Some(moment), id }) => dossiers.filter(
            dossiers::overdue_after
                .gt(kept(moment))
                .assume_not_null()
                .or(dossiers::overdue_after.eq(kept(moment)).assume_not_null().and(dossiers::id.gt(Id(id)))),
        ),
        Some(Cursor { overdue_after: None, .. }) | None => dossiers,
    };
    dossiers.order((dossiers::overdue_after.asc(), dossiers::id.asc()))
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
    }
}
