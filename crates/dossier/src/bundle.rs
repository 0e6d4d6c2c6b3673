//! Several agencies on one dossier: which have still to act, whose papers make up the result, when each leg is due.

use crate::facts::Facts;
use crate::state::State;
use catalog::Leg;
use kernel::{AgencyCode, Lang, LegCode, Rule, Violation};
use result::Member;
use routing::{LegInTime, Standing};
use std::collections::BTreeSet;

/// What the end of a dossier needs to know of the agencies that worked on it.
pub(crate) struct Bundle {
    /// The members whose own papers are due.
    pub(crate) members: Vec<Member>,
    /// The agencies that coordinate.
    pub(crate) coordinating: Vec<AgencyCode>,
}

impl Bundle {
    /// Legs that aren't worked end in nothing.
    pub(crate) fn of(state: &State, facts: &Facts) -> Self {
        let standing = |leg: &Leg| routing::legs::standing(&state.routing, leg);
        let worked = facts.process().legs.iter().filter(|leg| standing(leg) != Standing::Skipped);
        let member = |leg: &Leg| {
            let paper = leg.paper.as_ref()?;
            Some(Member {
                leg: leg.code.clone(),
                agency: leg.agency_under(&facts.agency).clone(),
                name: paper.name.clone(),
                early: paper.early,
                done: standing(leg) == Standing::Done,
            })
        };
        Self {
            members: worked.filter_map(member).collect(),
            coordinating: facts.process().coordinators(&facts.agency).into_iter().cloned().collect(),
        }
    }
}

/// The agencies that have still to act on the dossier.
pub(crate) fn to_act(state: &State, facts: &Facts) -> BTreeSet<AgencyCode> {
    routing::legs::still_to_act(&state.routing, facts.process(), &facts.agency).into_iter().cloned().collect()
}

/// That work on a leg has begun: before, there is no paper of it.
pub(crate) fn begun(state: &State, facts: &Facts, leg: &LegCode) -> Result<(), Violation> {
    let standing = facts.process().leg(leg).map(|leg| routing::legs::standing(&state.routing, leg));
    match standing {
        Some(Standing::Open | Standing::Resting | Standing::Done | Standing::SentBack) | None => Ok(()),
        Some(Standing::Ahead | Standing::AwaitingPayment | Standing::Skipped) => {
            Err(Violation::of(Rule::StageOrder).with("leg", leg.as_str()))
        }
    }
}

/// Every leg in time at the facts' moment.
pub fn plan(state: &State, facts: &Facts) -> Vec<LegInTime> {
    routing::plan::plan(&state.routing, &facts.for_routing())
}

/// Why a leg's dates are what they are, a sentence each, for staff.
pub fn leg_explained(in_time: &LegInTime, facts: &Facts, lang: Lang) -> Vec<String> {
    let desks = facts.for_routing();
    routing::told::leg(in_time, facts.process(), desks.calendar_of(&in_time.agency), lang)
}
