//! Letters of apology.

use crate::db::Db;
use crate::log::derived::{Derived, in_its_table};
use crate::schema::letters;
use crate::sql_types::{Id, Moment, kept};
use deadline::{Apologised, Approved};
use diesel::prelude::*;
use dossier::State;
use kernel::DossierId;

/// The letter of a rescheduling, or a belated one.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = letters, treat_none_as_default_value = false)]
pub(crate) struct LetterRow {
    dossier_id: Id,
    kind: String,
    ordinal: i32,
    at: Moment,
    signed_by: Id,
    role: String,
    reason: String,
    body: String,
    promised: Moment,
    caused_by: Option<String>,
}

/// The letter without which nothing is rescheduled.
pub(super) const APOLOGY: &str = "apology";
/// The only one of its kind.
pub(super) const FIRST: i32 = 1;

impl Derived for LetterRow {
    in_its_table!(letters by kind, ordinal);

    fn of(id: DossierId, state: &State) -> Vec<Self> {
        let apology = state.deadline.rescheduled.iter().map(|approved| apology(id, approved));
        apology.chain(state.deadline.apologised.iter().map(|apologised| belated(id, apologised))).collect()
    }
}

fn apology(id: DossierId, approved: &Approved) -> LetterRow {
    LetterRow {
        dossier_id: Id(id.0),
        kind: APOLOGY.to_owned(),
        ordinal: FIRST,
        at: kept(approved.at),
        signed_by: Id(approved.by.0),
        role: approved.role.as_str().to_owned(),
        reason: approved.reason.clone(),
        body: approved.apology.clone(),
        promised: kept(approved.to.at),
        caused_by: approved.caused_by.as_ref().map(ToString::to_string),
    }
}

fn belated(id: DossierId, apologised: &Apologised) -> LetterRow {
    LetterRow {
        dossier_id: Id(id.0),
        kind: "belated_apology".to_owned(),
        ordinal: FIRST,
        at: kept(apologised.at),
        signed_by: Id(apologised.by.0),
        role: apologised.role.as_str().to_owned(),
        reason: apologised.reason.clone(),
        body: apologised.apology.clone(),
        promised: kept(apologised.expected),
        caused_by: None,
    }
}
