//! When the clock stood.

use crate::db::Db;
use crate::log::derived::{Derived, in_its_table};
use crate::schema::stops;
use crate::sql_types::{Id, Moment, kept};
use deadline::Waiting;
use diesel::prelude::*;
use dossier::State;
use kernel::DossierId;
use time::OffsetDateTime;

/// A stop; one that hasn't ended is the last.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = stops, treat_none_as_default_value = false)]
pub(crate) struct StopRow {
    dossier_id: Id,
    ordinal: i32,
    cause: String,
    from_at: Moment,
    to_at: Option<Moment>,
}

impl Derived for StopRow {
    in_its_table!(stops by ordinal);

    fn of(id: DossierId, state: &State) -> Vec<Self> {
        let ended = state.deadline.stops().map(|(waiting, to)| (waiting, Some(to)));
        let open = state.deadline.waiting.map(|waiting| (waiting, None));
        ended.chain(open).zip(1..).map(|((waiting, to), ordinal)| row(id, ordinal, waiting, to)).collect()
    }
}

/// The clocks of two servers may differ: a stop never ends before it began.
fn row(id: DossierId, ordinal: i32, waiting: Waiting, to: Option<OffsetDateTime>) -> StopRow {
    StopRow {
        dossier_id: Id(id.0),
        ordinal,
        cause: waiting.cause.as_str().to_owned(),
        from_at: kept(waiting.since),
        to_at: to.map(|to| kept(to.max(waiting.since))),
    }
}
