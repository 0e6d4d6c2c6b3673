//! A dossier while it lives in the simulation.

use crate::demand::Choice;
use crate::error::SimulationError;
use catalog::{Channel, Leg};
use dossier::{Facts, State};
use kernel::{Actor, DossierId, LegCode, StepCode};
use routing::Standing;
use std::collections::{BTreeMap, BTreeSet};
use time::OffsetDateTime;

/// A dossier that hasn't come to its end.
#[derive(Debug)]
pub(crate) struct Life {
    /// Its id.
    pub(crate) id: DossierId,
    /// What it is.
    pub(crate) state: State,
    /// Which of the choices it is of.
    pub(crate) choice: usize,
    /// How it comes in.
    pub(crate) channel: Channel,
    /// Which one it is, from 0.
    pub(crate) number: u32,
    /// Whether the clerk sees that a document isn't valid.
    pub(crate) not_valid: bool,
    /// Whether it can only be refused.
    pub(crate) groundless: bool,
    /// Whether the service is going to be rated.
    pub(crate) rates: bool,
    /// Steps that somebody has looked at before.
    pub(crate) begun: BTreeSet<StepCode>,
    /// Steps that were set aside, until when.
    pub(crate) aside: BTreeMap<StepCode, OffsetDateTime>,
    /// Legs whose paper somebody is going to record.
    pub(crate) papers: BTreeSet<LegCode>,
    /// Whether somebody is going to record the result.
    pub(crate) to_record: bool,
}

impl Life {
    /// The facts of somebody's act on it.
    pub(crate) fn facts(
        &self,
        choice: &Choice,
        actor: &Actor,
        now: OffsetDateTime,
    ) -> Result<Facts, SimulationError> {
        let (version, case, agency) = (choice.version.clone(), choice.case.clone(), choice.agency.clone());
        let facts = Facts::new(actor.clone(), now, version, case, agency, choice.calendars.clone())?;
        Ok(match &self.state.intake.submitted {
            Some(submitted) => facts.since(submitted.at)?,
            None => facts,
        })
    }

    /// Whether nothing is going to happen to it any more.
    pub(crate) fn is_over(&self) -> bool {
        let result = &self.state.result;
        self.state.intake.ended.is_some()
            || (result.returned.is_some() && (result.rated.is_some() || !self.rates))
    }

    /// Whether this turn of a step lies open.
    pub(crate) fn lies_open(&self, step: &StepCode, opened: OffsetDateTime) -> bool {
        self.state.routing.open_step(step).is_some_and(|open| open.opened.at == opened)
    }

    /// Whether it is on record that this appointment was missed.
    pub(crate) fn is_breached_at(&self, appointment: OffsetDateTime) -> bool {
        self.state.deadline.breaches.iter().any(|breach| breach.appointment == appointment)
    }

    /// How a leg stands.
    pub(crate) fn standing(&self, leg: &Leg) -> Standing {
        routing::legs::standing(&self.state.routing, leg)
    }

    /// The worked legs of a bundle that lack their papers.
    pub(crate) fn lacking_papers<'a>(&self, choice: &'a Choice) -> Vec<&'a Leg> {
        let legs = choice.process().legs.iter().filter(|leg| leg.paper.is_some());
        let worked = legs.filter(|leg| self.standing(leg) != Standing::Skipped);
        worked.filter(|leg| self.state.result.paper_of(&leg.code).is_none()).collect()
    }
}
