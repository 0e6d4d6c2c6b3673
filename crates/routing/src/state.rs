//! What deciding about desks needs to know.

use crate::consultation::{self, Consultation};
use crate::event::{Event, LegPaid, Opened, Paused, Resumed, StepDone};
use kernel::{LegCode, StepCode, UserId};
use std::collections::{BTreeMap, BTreeSet};
use time::OffsetDateTime;

/// Where the dossier lies, and where it has been.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// The steps that lie open, in the order they opened.
    pub open: Vec<OpenStep>,
    /// The turns that ended, in the order they ended.
    pub turns: Vec<Turn>,
    /// The steps that rest while the clock stands.
    pub resting: Vec<OpenStep>,
    /// The legs that aren't worked, as their condition isn't met.
    pub skipped: BTreeSet<LegCode>,
    /// The legs of coordinating agencies that these have received.
    pub received: BTreeSet<LegCode>,
    /// Of which legs it was decided whether they are worked.
    pub decided: BTreeMap<LegCode, bool>,
    /// What the applicant was told to pay, in đồng.
    pub told: Option<u64>,
    /// Whether the applicant has paid that.
    pub paid: bool,
    /// The leg that waits for nothing but that.
    pub awaiting: Option<LegCode>,
    /// The consultations, in the order of their numbers.
    pub consultations: Vec<Consultation>,
    /// Whether the steps rest with the clock.
    pub paused: bool,
    /// From which turn on time counts against the shares: those before began afresh.
    counted_from: usize,
}

/// A step that lies open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenStep {
    /// As it opened.
    pub opened: Opened,
    /// The person it was given to; none: anyone with the role at the agency.
    pub officer: Option<UserId>,
}

/// One stay of the dossier on one desk: what it was given and what it took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// As it opened.
    pub opened: Opened,
    /// Who ended it: the time is theirs. None where the clock was stopped.
    pub by: Option<UserId>,
    /// When it ended.
    pub at: OffsetDateTime,
    /// The working time it took, in minutes of its agency's calendar.
    pub used_minutes: i64,
    /// How it ended.
    pub ended: Ended,
}

/// How a turn ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Completed.
    Done,
    /// Sent back.
    SentBack,
    /// The clock was stopped.
    Paused,
}

impl Ended {
    /// The name in the API and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Ended::Done => "done",
            Ended::SentBack => "sent_back",
            Ended::Paused => "paused",
        }
    }
}

impl State {
    /// The open step with this code.
    pub fn open_step(&self, step: &StepCode) -> Option<&OpenStep> {
        self.open.iter().find(|open| open.opened.step == *step)
    }

    /// Whether processing began and nothing lies open any more.
    pub fn is_finished(&self) -> bool {
        let lies = !self.open.is_empty() || !self.resting.is_empty() || self.awaiting.is_some();
        !lies && !self.turns.is_empty()
    }

    /// Whether nobody has done anything yet.
    pub fn is_untouched(&self) -> bool {
        self.turns.iter().all(|turn| turn.ended == Ended::Paused)
    }

    /// Whether a turn of this step has ended, done or sent back.
    pub fn has_ended(&self, step: &StepCode) -> bool {
        self.turns.iter().any(|turn| turn.opened.step == *step && turn.ended != Ended::Paused)
    }

    /// The working minutes a step has used of its share so far, over all its turns since the time last began afresh.
    pub fn used_by(&self, step: &StepCode) -> i64 {
        self.counted_turns().filter(|turn| turn.opened.step == *step).map(|turn| turn.used_minutes).sum()
    }

    /// The turns whose time counts against the shares: those since the time last began afresh.
    pub fn counted_turns(&self) -> impl Iterator<Item = &Turn> {
        self.turns.iter().skip(self.counted_from)
    }

    /// How the last turn of a leg ended that wasn't only interrupted; none where it had none.
    pub fn last_turn_of(&self, leg: &LegCode) -> Option<&Turn> {
        self.turns.iter().rfind(|turn| turn.opened.leg == *leg && turn.ended != Ended::Paused)
    }

    /// Whether a step of this leg lies open, or rests.
    pub fn lies_in(&self, leg: &LegCode) -> bool {
        self.open.iter().chain(&self.resting).any(|open| open.opened.leg == *leg)
    }
}

/// The state after one more event.
pub fn evolve(mut state: State, event: &Event) -> State {
    match event {
        Event::Started(started) => {
            open_all(&mut state, &started.opened);
            state.skipped.extend(started.skipped.iter().cloned());
            state.decided.extend(started.decided.iter().map(|(leg, worked)| (leg.clone(), *worked)));
        }
        Event::StepDone(done) => step_done(&mut state, done),
        Event::StepSentBack(back) => {
            let from =
                close(&mut state, &back.step, Some(back.by), back.at, back.used_minutes, Ended::SentBack);
            // Handed over anew, it is received anew.
            if let Some(leg) = from.filter(|leg| *leg != back.opened.leg) {
                state.received.remove(&leg);
            }
            open_all(&mut state, std::slice::from_ref(&back.opened));
        }
        Event::StepAssigned(assigned) => {
            let step = state.open.iter_mut().find(|open| open.opened.step == assigned.step);
            if let Some(open) = step {
                open.officer = Some(assigned.officer);
            }
        }
        Event::Paused(paused) => pause(&mut state, paused),
        Event::Resumed(resumed) => resume(&mut state, resumed),
        Event::LegReceived(received) => {
            state.received.insert(received.leg.clone());
        }
        Event::LegPaid(paid) => leg_paid(&mut state, paid),
        Event::Consulted(_) | Event::ConsultationAnswered(_) | Event::ConsultationUnanswered(_) => {
            consultation::evolve(&mut state.consultations, event);
        }
    }
    state
}

fn step_done(state: &mut State, done: &StepDone) {
    close(state, &done.step, Some(done.by), done.at, done.used_minutes, Ended::Done);
    open_all(state, &done.opened);
    state.skipped.extend(done.skipped.iter().cloned());
    state.decided.extend(done.decided.iter().map(|(leg, worked)| (leg.clone(), *worked)));
    state.told = done.told.or(state.told);
    state.awaiting = done.awaiting.clone().or(state.awaiting.take()).filter(|leg| !state.lies_in(leg));
}

fn leg_paid(state: &mut State, paid: &LegPaid) {
    state.paid = true;
    open_all(state, &paid.opened);
    state.awaiting = state.awaiting.take().filter(|_| paid.opened.is_empty());
}

fn pause(state: &mut State, paused: &Paused) {
    state.paused = true;
    state.resting = state.open.clone();
    for rested in &paused.steps {
        close(state, &rested.step, None, paused.at, rested.used_minutes, Ended::Paused);
    }
}

fn resume(state: &mut State, resumed: &Resumed) {
    state.paused = false;
    if resumed.afresh {
        state.counted_from = state.turns.len();
    }
    let resting = std::mem::take(&mut state.resting);
    let officer =
        |step: &StepCode| resting.iter().find(|open| open.opened.step == *step).and_then(|open| open.officer);
    let open = |opened: &Opened| OpenStep { opened: opened.clone(), officer: officer(&opened.step) };
    state.open.extend(resumed.opened.iter().map(open));
    state.awaiting = state.awaiting.take().filter(|leg| !state.lies_in(leg));
}

fn open_all(state: &mut State, opened: &[Opened]) {
    state.open.extend(opened.iter().map(|opened| OpenStep { opened: opened.clone(), officer: None }));
}

/// Ends the turn of an open step; the leg it was in.
fn close(
    state: &mut State,
    step: &StepCode,
    by: Option<UserId>,
    at: OffsetDateTime,
    used_minutes: i64,
    ended: Ended,
) -> Option<LegCode> {
    let place = state.open.iter().position(|open| open.opened.step == *step)?;
    let opened = state.open.remove(place).opened;
    let leg = opened.leg.clone();
    state.turns.push(Turn { opened, by, at, used_minutes, ended });
    Some(leg)
}
