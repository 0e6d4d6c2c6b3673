//! The one rescheduling.

use super::letters::{APOLOGY, FIRST};
use crate::db::Db;
use crate::log::derived::{Derived, in_its_table};
use crate::schema::reschedules;
use crate::sql_types::{Id, Moment, kept};
use deadline::Approved;
use deadline::window::asked_before;
use diesel::prelude::*;
use dossier::State;
use kernel::DossierId;

/// A rescheduling, with everything that makes it lawful, and what became of its letter.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = reschedules, treat_none_as_default_value = false)]
pub(crate) struct RescheduleRow {
    dossier_id: Id,
    proposed_by: Id,
    approved_by: Id,
    role: String,
    approved_at: Moment,
    from_at: Moment,
    to_at: Moment,
    appointed_day: Moment,
    added_seconds: i64,
    total_seconds: i64,
    letter: String,
    ordinal: i32,
    caused_by: Option<String>,
    endorsed_by: Option<Id>,
    sent_at: Option<Moment>,
    sent_by: Option<String>,
    unsent_at: Option<Moment>,
    result_at: Option<Moment>,
}

impl Derived for RescheduleRow {
    in_its_table!(reschedules by);

    fn of(id: DossierId, state: &State) -> Vec<Self> {
        state.deadline.rescheduled.iter().map(|approved| row(id, approved, state)).collect()
    }
}

fn row(id: DossierId, approved: &Approved, state: &State) -> RescheduleRow {
    let (sent, unsent) = (state.deadline.sent.as_ref(), state.deadline.unsent.as_ref());
    RescheduleRow {
        dossier_id: Id(id.0),
        proposed_by: Id(approved.proposed_by.0),
        approved_by: Id(approved.by.0),
        role: approved.role.as_str().to_owned(),
        approved_at: kept(approved.at),
        from_at: kept(approved.from),
        to_at: kept(approved.to.at),
        appointed_day: kept(asked_before(approved.from)),
        added_seconds: approved.added_seconds,
        total_seconds: approved.total_seconds,
        letter: APOLOGY.to_owned(),
        ordinal: FIRST,
        caused_by: approved.caused_by.as_ref().map(ToString::to_string),
        endorsed_by: approved.endorsed_by.map(|by| Id(by.0)),
        sent_at: sent.map(|sent| kept(sent.at)),
        sent_by: sent.map(|sent| sent.means.as_str().to_owned()),
        unsent_at: unsent.map(|unsent| kept(unsent.at)),
        result_at: state.result.recorded.as_ref().map(|recorded| kept(recorded.at)),
    }
}
