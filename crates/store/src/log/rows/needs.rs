//! What each agency needs of a supplement request that is, or was, gathered.

use super::requests::count;
use crate::db::Db;
use crate::log::derived::{Derived, in_its_table};
use crate::schema::needs;
use crate::sql_types::{Id, Moment, kept};
use diesel::prelude::*;
use dossier::State;
use intake::Gathering;
use kernel::{AgencyCode, DossierId, UserId};
use time::OffsetDateTime;

/// What one agency needs, or that it hasn't said so: `waiting` while it is gathered, `silent` once it went out without.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = needs, treat_none_as_default_value = false)]
pub(crate) struct NeedRow {
    dossier_id: Id,
    gathering: i32,
    agency: String,
    asked_at: Moment,
    heard_until: Moment,
    state: String,
    stated_at: Option<Moment>,
    stated_by: Option<Id>,
    items: i32,
}

impl Derived for NeedRow {
    in_its_table!(needs by gathering, agency);

    fn of(id: DossierId, state: &State) -> Vec<Self> {
        let closed = state.intake.gathered.iter().map(|gathering| (gathering, "silent"));
        let open = state.intake.gathering.iter().map(|gathering| (gathering, "waiting"));
        let all = closed.chain(open).zip(1..);
        all.flat_map(|((gathering, unheard), ordinal)| rows(id, gathering, unheard, ordinal)).collect()
    }
}

/// Whoever opened it has said what it needs.
fn rows(id: DossierId, gathering: &Gathering, unheard: &str, ordinal: i32) -> Vec<NeedRow> {
    let row = |agency: &AgencyCode, said: Option<(OffsetDateTime, UserId, usize)>| NeedRow {
        dossier_id: Id(id.0),
        gathering: ordinal,
        agency: agency.to_string(),
        asked_at: kept(gathering.asked.at),
        heard_until: kept(gathering.asked.due.missed_after()),
        state: if said.is_some() { "stated" } else { unheard }.to_owned(),
        stated_at: said.map(|(at, ..)| kept(at)),
        stated_by: said.map(|(_, by, _)| Id(by.0)),
        items: said.map_or(0, |(.., items)| count(items)),
    };
    let asked = &gathering.asked;
    let opener = row(&asked.agency, Some((asked.at, asked.by, asked.items.len())));
    let stated = gathering.stated.iter();
    let stated = stated.map(|said| row(&said.agency, Some((said.at, said.by, said.items.len()))));
    std::iter::once(opener).chain(stated).chain(gathering.silent().map(|agency| row(agency, None))).collect()
}
