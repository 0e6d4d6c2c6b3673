//! The papers that the legs of a bundle end in.

use crate::db::Db;
use crate::log::derived::{Derived, in_its_table};
use crate::schema::papers;
use crate::sql_types::{Id, Moment, kept};
use diesel::prelude::*;
use dossier::State;
use kernel::DossierId;

/// A paper, and when it was handed out by itself, if it was.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = papers, treat_none_as_default_value = false)]
pub(crate) struct PaperRow {
    dossier_id: Id,
    leg: String,
    result: String,
    number: String,
    recorded_at: Moment,
    recorded_by: Id,
    returned_at: Option<Moment>,
}

impl Derived for PaperRow {
    in_its_table!(papers by leg);

    fn of(id: DossierId, state: &State) -> Vec<Self> {
        let papers = state.result.papers.iter().map(|paper| PaperRow {
            dossier_id: Id(id.0),
            leg: paper.leg.to_string(),
            result: paper.result.as_str().to_owned(),
            number: paper.paper.number.clone(),
            recorded_at: kept(paper.at),
            recorded_by: Id(paper.by.0),
            // The clocks of two servers may differ: nothing is handed out before it is there.
            returned_at: state
                .result
                .paper_returned(&paper.leg)
                .map(|returned| kept(returned.at.max(paper.at))),
        });
        papers.collect()
    }
}
