//! The register of a counter: what it accepted in some days, and what became of it.

use crate::db::Db;
use crate::error::StoreError;
use crate::schema::{dossiers, events, people, step_turns, users};
use crate::sql_types::{Id, Moment};
use diesel::prelude::*;
use kernel::{AgencyCode, DossierNumber};
use std::collections::HashMap;
use time::{Date, OffsetDateTime};

/// A line of the register; moments in UTC.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The dossier's number.
    pub code: String,
    /// What is asked for.
    pub request: String,
    /// Whose it is.
    pub owner: String,
    /// The owner's address.
    pub address: String,
    /// The owner's phone.
    pub phone: String,
    /// When it was accepted.
    pub accepted_at: OffsetDateTime,
    /// The appointment.
    pub appointment: Option<OffsetDateTime>,
    /// When the result was returned.
    pub returned_at: Option<OffsetDateTime>,
    /// Who handed it over.
    pub handed_over_by: Option<String>,
    /// Who received it.
    pub received_by: Option<String>,
    /// Who worked on it last.
    pub officer: Option<String>,
    /// How it came in.
    pub channel: String,
}

/// What `agency` accepted on the days from `first` to `last`, both included, in its own zone, in the order of acceptance,
/// `limit` at most.
///
/// # Errors
/// The database.
pub fn register(
    db: &mut Db,
    agency: &AgencyCode,
    first: Date,
    last: Date,
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    let rows = accepted(db, agency, first, last, limit)?;
    let ids: Vec<Id> = rows.iter().map(|row| row.id).collect();
    let applicants: Vec<Id> = rows.iter().map(|row| row.applicant).collect();
    let (owners, officers) = (owners(db, &applicants)?, officers(db, &ids)?);
    let (by, to) = (handed_over(db, &ids)?, recipients(db, &ids)?);
    let line = |row: Row| {
        let [request, owner, address, phone] = owners.get(&row.applicant).cloned().unwrap_or_default();
        Line {
            code: row.code.unwrap_or_default(),
            request,
            owner,
            address,
            phone,
            accepted_at: row.accepted_at.map_or(OffsetDateTime::UNIX_EPOCH, |at| at.0),
            appointment: row.appointment.map(|at| at.0),
            returned_at: row.returned_at.map(|at| at.0),
            handed_over_by: by.get(&row.id).cloned(),
            received_by: to.get(&row.id).cloned(),
            officer: officers.get(&row.id).cloned(),
            channel: row.channel,
        }
    };
    Ok(rows.into_iter().map(line).collect())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = dossiers)]
struct Row {
    id: Id,
    code: Option<String>,
    applicant: Id,
    channel: String,
    accepted_at: Option<Moment>,
    appointment: Option<Moment>,
    returned_at: Option<Moment>,
}

/// By their numbers, which sort by day.
fn accepted(db: &mut Db, agency: &AgencyCode, first: Date, last: Date, limit: i64) -> QueryResult<Vec<Row>> {
    let before = |day| DossierNumber::beginning_of(agency, day);
    let behind = last.next_day().unwrap_or(last);
    dossiers::table
        .filter(dossiers::code.ge(before(first)))
        .filter(dossiers::code.lt(before(behind)))
        .order((dossiers::accepted_at, dossiers::code))
        .limit(limit)
        .select(Row::as_select())
        .load(db)
}

/// How many are asked for at once: databases take so many parameters at least.
const AT_ONCE: usize = 500;

/// What `ask` says of each.
fn of_each<V>(
    ids: &[Id],
    mut ask: impl FnMut(Vec<Id>) -> QueryResult<Vec<(Id, V)>>,
) -> QueryResult<HashMap<Id, V>> {
    let mut all = HashMap::new();
    for page in ids.chunks(AT_ONCE) {
        all.extend(ask(page.to_vec())?);
    }
    Ok(all)
}

/// What is asked for, and name, address and phone.
fn owners(db: &mut Db, ids: &[Id]) -> QueryResult<HashMap<Id, [String; 4]>> {
    type Owner = (Id, String, String, String, String);
    let columns = (people::id, people::request, people::name, people::address, people::phone);
    of_each(ids, |page| {
        let rows: Vec<Owner> = people::table.filter(people::id.eq_any(page)).select(columns).load(db)?;
        let owner = |(id, request, name, address, phone): Owner| (id, [request, name, address, phone]);
        Ok(rows.into_iter().map(owner).collect())
    })
}

fn handed_over(db: &mut Db, ids: &[Id]) -> QueryResult<HashMap<Id, String>> {
    of_each(ids, |page| {
        events::table
            .inner_join(users::table.on(events::user_id.eq(users::id.nullable())))
            .filter(events::dossier_id.eq_any(page))
            .filter(events::kind.eq("result_returned"))
            .select((events::dossier_id, users::name))
            .load(db)
    })
}

fn recipients(db: &mut Db, ids: &[Id]) -> QueryResult<HashMap<Id, String>> {
    of_each(ids, |page| {
        people::table
            .filter(people::dossier_id.eq_any(page))
            .filter(people::part.eq("recipient"))
            .order(people::id)
            .select((people::dossier_id, people::name))
            .load(db)
    })
}

/// Who ended the last turn of an officer.
fn officers(db: &mut Db, ids: &[Id]) -> QueryResult<HashMap<Id, String>> {
    of_each(ids, |page| {
        step_turns::table
            .inner_join(users::table.on(step_turns::ended_by.eq(users::id.nullable())))
            .filter(step_turns::dossier_id.eq_any(page))
            .filter(step_turns::role.eq("officer"))
            .order(step_turns::ended_at)
            .select((step_turns::dossier_id, users::name))
            .load(db)
    })
}
