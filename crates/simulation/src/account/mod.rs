//! What is counted while the year goes by, and told at its end.

mod late;
mod tables;
mod time;

use crate::demand::Choice;
use crate::error::SimulationError;
use crate::life::Life;
use ::time::OffsetDateTime;
use deadline::Cause;
use dossier::Event;
use kernel::{Actor, AgencyCode, Rule, Violation};
use late::Share;
use std::collections::BTreeMap;

pub use tables::Tables;
pub(crate) use time::{TimeOf, Wait};

/// What is counted.
#[derive(Debug, Default)]
pub struct Account {
    /// Dossiers handed in.
    pub(crate) handed_in: u64,
    /// Dossiers by the stage they were last at.
    pub(crate) stages: BTreeMap<&'static str, u64>,
    /// Events by kind.
    pub(crate) events: BTreeMap<&'static str, u64>,
    /// Late shares by the agency that answers for the dossier.
    pub(crate) by_agency: BTreeMap<AgencyCode, Share>,
    /// Late shares by field.
    pub(crate) by_field: BTreeMap<String, Share>,
    /// Where the time went, by the agency it lay with.
    pub(crate) time: BTreeMap<AgencyCode, TimeOf>,
    /// The working minutes of every turn that ended, counted by themselves.
    pub(crate) turns: i64,
    /// Those of every step that lies open, until now.
    pub(crate) lying_open: i64,
    /// How often the clock stood and for how many minutes.
    pub(crate) stops: BTreeMap<&'static str, (u64, i64)>,
    /// What was refused: by what was asked and the rule, how often and one of them.
    pub(crate) refused: BTreeMap<(&'static str, Rule), (u64, String)>,
    /// What somebody took up and could no longer do.
    pub(crate) came_to_nothing: BTreeMap<&'static str, u64>,
    /// The longest waits for a desk.
    pub(crate) waits: Vec<Wait>,
}

impl Account {
    /// Something was refused that was expected to be lawful.
    pub(crate) fn refuse(&mut self, what: &'static str, life: &Life, why: &Violation) {
        let place = self.refused.entry((what, why.rule));
        place.or_insert_with(|| (0, format!("dossier {}: {why}", life.number))).0 += 1;
    }

    /// These became true.
    pub(crate) fn count(&mut self, events: &[Event]) {
        for event in events {
            *self.events.entry(event.kind()).or_default() += 1;
        }
    }

    /// Somebody took something up and could no longer do it.
    pub(crate) fn nothing(&mut self, what: &'static str) {
        *self.came_to_nothing.entry(what).or_default() += 1;
    }

    /// How many events there were.
    #[must_use]
    pub fn events_in_all(&self) -> u64 {
        self.events.values().sum()
    }

    /// How many dossiers were handed in.
    #[must_use]
    pub fn handed_in(&self) -> u64 {
        self.handed_in
    }

    /// How many dossiers are at each stage at the end.
    #[must_use]
    pub fn stages(&self) -> &BTreeMap<&'static str, u64> {
        &self.stages
    }

    /// How many decisions were refused that were expected to be lawful.
    #[must_use]
    pub fn refused_in_all(&self) -> u64 {
        self.refused.values().map(|(count, _)| count).sum()
    }

    /// The working minutes that the agencies used, by what they are charged with.
    #[must_use]
    pub fn minutes_charged(&self) -> i64 {
        self.time.values().map(|time| time.used).sum()
    }

    /// The same, by the turns that ended.
    #[must_use]
    pub fn minutes_of_turns(&self) -> i64 {
        self.turns
    }

    /// The same, by the steps that lie open at the end of the year.
    #[must_use]
    pub fn minutes_lying_open(&self) -> i64 {
        self.lying_open
    }

    /// Takes a dossier into the account, at its end or at that of the year.
    pub(crate) fn close(
        &mut self,
        life: &Life,
        choice: &Choice,
        now: OffsetDateTime,
        year: i32,
    ) -> Result<(), SimulationError> {
        let stage = life.state.stage().map_or("not handed in", |stage| stage.as_str());
        *self.stages.entry(stage).or_default() += 1;
        let facts = life.facts(choice, &Actor::System, now)?;
        if let Some(judged) = late::judged(&life.state, facts.calendar(), year, now) {
            self.by_agency.entry(choice.agency.clone()).or_default().add(judged);
            self.by_field.entry(choice.version.field().to_owned()).or_default().add(judged);
        }
        for charge in dossier::charges(&life.state, &facts) {
            self.time.entry(charge.agency.clone()).or_default().charge(&charge);
        }
        self.turns += life.state.routing.turns.iter().map(|turn| turn.used_minutes).sum::<i64>();
        self.lying_open += time::lying_open(life, choice, now)?;
        self.stop(life, facts.calendar(), now)
    }

    fn stop(
        &mut self,
        life: &Life,
        calendar: &calendar::Calendar,
        now: OffsetDateTime,
    ) -> Result<(), SimulationError> {
        let stands = life.state.deadline.waiting.map(|waiting| (waiting, now));
        for (waiting, until) in life.state.deadline.stops().chain(stands) {
            let minutes = calendar.working_minutes(waiting.since, until)?;
            let stop = self.stops.entry(name_of(waiting.cause)).or_default();
            *stop = (stop.0 + 1, stop.1 + minutes);
        }
        Ok(())
    }
}

fn name_of(cause: Cause) -> &'static str {
    cause.as_str()
}
