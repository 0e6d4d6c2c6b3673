//! What other agencies were asked.

use crate::db::Db;
use crate::log::derived::{Derived, in_its_table};
use crate::schema::consultations;
use crate::sql_types::{Id, Moment, kept};
use diesel::prelude::*;
use dossier::State;
use kernel::DossierId;

/// A consultation.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = consultations, treat_none_as_default_value = false)]
pub(crate) struct ConsultationRow {
    dossier_id: Id,
    number: i32,
    asking: String,
    asked: String,
    at: Moment,
    due: Moment,
    answered_at: Option<Moment>,
    unanswered: bool,
}

impl Derived for ConsultationRow {
    in_its_table!(consultations by number);

    fn of(id: DossierId, state: &State) -> Vec<Self> {
        let rows = state.routing.consultations.iter().map(|consultation| ConsultationRow {
            dossier_id: Id(id.0),
            number: i32::try_from(consultation.asked.number).unwrap_or(i32::MAX),
            asking: consultation.asked.asking.to_string(),
            asked: consultation.asked.asked.to_string(),
            at: kept(consultation.asked.at),
            due: kept(consultation.asked.due),
            answered_at: consultation.answered.as_ref().map(|answered| kept(answered.at)),
            unanswered: consultation.unanswered.is_some(),
        });
        rows.collect()
    }
}
