//! What the applicant was asked for in writing.

use crate::db::Db;
use crate::log::derived::{Derived, in_its_table};
use crate::schema::requests;
use crate::sql_types::{Id, Moment, kept};
use diesel::prelude::*;
use dossier::State;
use intake::{Guided, Requested};
use kernel::DossierId;

/// A guidance notice or a supplement request.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = requests, treat_none_as_default_value = false)]
pub(crate) struct RequestRow {
    dossier_id: Id,
    kind: String,
    ordinal: i32,
    at: Moment,
    asked_by: Id,
    items: i32,
    due: Option<Moment>,
    after_term: bool,
    exception: Option<String>,
}

impl Derived for RequestRow {
    in_its_table!(requests by kind, ordinal);

    fn of(id: DossierId, state: &State) -> Vec<Self> {
        let guided = state.intake.guided.iter().zip(1..).map(|(guided, ordinal)| notice(id, guided, ordinal));
        let asked = state.intake.requested.iter().zip(1..);
        guided.chain(asked.map(|(requested, ordinal)| supplement(id, requested, ordinal))).collect()
    }
}

fn notice(id: DossierId, guided: &Guided, ordinal: i32) -> RequestRow {
    RequestRow {
        dossier_id: Id(id.0),
        kind: "guidance".to_owned(),
        ordinal,
        at: kept(guided.at),
        asked_by: Id(guided.by.0),
        items: count(guided.items.len()),
        due: None,
        after_term: false,
        exception: guided.exception.clone(),
    }
}

fn supplement(id: DossierId, requested: &Requested, ordinal: i32) -> RequestRow {
    RequestRow {
        dossier_id: Id(id.0),
        kind: "supplement".to_owned(),
        ordinal,
        at: kept(requested.at),
        asked_by: Id(requested.by.0),
        items: count(requested.items.len()),
        due: Some(kept(requested.due.at)),
        after_term: requested.after_term,
        exception: requested.exception.clone(),
    }
}

pub(super) fn count(items: usize) -> i32 {
    i32::try_from(items).unwrap_or(i32::MAX)
}
