//! The head's queue: reschedulings that wait for a signature.

use crate::db::{Db, MultiBackend};
use crate::error::StoreError;
use crate::schema::{dossiers, procedure_versions, proposals};
use crate::sql_types::{Id, Moment, kept};
use diesel::dsl::{InnerJoinQuerySource, exists};
use diesel::prelude::*;
use diesel::sql_types::Bool;
use kernel::{DossierId, Role, Staff, UserId};
use time::OffsetDateTime;

/// A proposal that waits, as the head's queue shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// Of which dossier.
    pub dossier: DossierId,
    /// Its number.
    pub code: Option<String>,
    /// Its procedure.
    pub procedure: String,
    /// Who proposed it.
    pub proposed_by: UserId,
    /// When, in UTC as every moment here.
    pub proposed_at: OffsetDateTime,
    /// The appointment that can't be kept.
    pub from: OffsetDateTime,
    /// The new one.
    pub to: OffsetDateTime,
    /// It can be approved before this moment: then the appointed day begins.
    pub asked_before: OffsetDateTime,
    /// Whether it is the name of the agency that holds the dossier up that is asked for, not the approval.
    pub is_endorsement: bool,
}

type Condition<'a> = Box<
    dyn BoxableExpression<
            InnerJoinQuerySource<proposals::table, dossiers::table>,
            MultiBackend,
            SqlType = Bool,
        > + 'a,
>;
type Row = (Id, Option<String>, String, Id, Moment, Moment, Moment, Moment, Option<Id>, Option<String>);

/// So many are told at once; the most pressing are among them.
const MOST: i64 = 200;

/// The proposals that `staff` could still approve at `now` (3.b¶3), or put their agency's name to where it holds the dossier
/// up, the most pressing first, at most 200: as head those of the agency, as a deputy those inside the fields entrusted.
/// Nobody approves what they proposed or endorsed.
///
/// # Errors
/// The database.
pub fn approvals(db: &mut Db, staff: &Staff, now: OffsetDateTime) -> Result<Vec<Approval>, StoreError> {
    let fields = if staff.is(Role::Deputy) { staff.fields.clone() } else { Vec::new() };
    let entrusted = procedure_versions::table
        .filter(procedure_versions::procedure.eq(dossiers::procedure))
        .filter(procedure_versions::number.eq(dossiers::procedure_version))
        .filter(procedure_versions::field.eq_any(fields));
    let rows: Vec<Row> = proposals::table
        .inner_join(dossiers::table)
        .filter(to_approve(staff).or(to_endorse(staff)))
        .filter(proposals::asked_before.gt(kept(now)))
        .filter(staff.is(Role::Head).into_sql::<Bool>().or(exists(entrusted)))
        .order((proposals::asked_before, proposals::dossier_id))
        .limit(MOST)
        .select((
            proposals::dossier_id,
            dossiers::code,
            dossiers::procedure,
            proposals::proposed_by,
            proposals::proposed_at,
            proposals::from_at,
            proposals::to_at,
            proposals::asked_before,
            proposals::endorsed_by,
            proposals::held_up_by,
        ))
        .load(db)?;
    Ok(rows.into_iter().map(approval).collect())
}

/// What waits for the agency that answers for the dossier.
fn to_approve(staff: &Staff) -> Condition<'_> {
    let me = Id(staff.user.0);
    let has_its_name = proposals::held_up_by.is_null().or(proposals::endorsed_by.is_not_null());
    let not_mine = proposals::endorsed_by.is_null().or(proposals::endorsed_by.ne(me)).assume_not_null();
    let here = proposals::agency.eq(staff.agency.to_string()).and(proposals::proposed_by.ne(me));
    Box::new(here.and(has_its_name).and(not_mine))
}

/// What waits for the agency that holds the dossier up.
fn to_endorse(staff: &Staff) -> Condition<'_> {
    let held_up_here = proposals::held_up_by.eq(staff.agency.to_string()).assume_not_null();
    Box::new(proposals::endorsed_by.is_null().and(held_up_here))
}

fn approval(row: Row) -> Approval {
    let (dossier, code, procedure, by, at, from, to, asked_before, endorsed_by, held_up_by) = row;
    Approval {
        dossier: DossierId(dossier.0),
        code,
        procedure,
        proposed_by: UserId(by.0),
        proposed_at: at.0,
        from: from.0,
        to: to.0,
        asked_before: asked_before.0,
        is_endorsement: held_up_by.is_some() && endorsed_by.is_none(),
    }
}
