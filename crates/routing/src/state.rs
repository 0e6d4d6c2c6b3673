//! What deciding about desks needs to know.

use crate::event::{Event, Opened, Paused, Resumed};
use kernel::{StepCode, UserId};
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
        self.open.is_empty() && self.resting.is_empty() && !self.turns.is_empty()
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
        let counted = self.turns.iter().skip(self.counted_from);
        counted.filter(|turn| turn.opened.step == *step).map(|turn| turn.used_minutes).sum()
    }

    /// Whether this step was completed. A leg whose last step was, is done: from then on nothing of it opens again.
    pub fn is_done(&self, step: &StepCode) -> bool {
        self.turns.iter().any(|turn| turn.opened.step == *step && turn.ended == Ended::Done)
    }
}

/// The state after one more event.
pub fn evolve(mut state: State, event: &Event) -> State {
    match event {
        Event::Started(started) => open_all(&mut state, &started.opened),
        Event::StepDone(done) => {
            close(&mut state, &done.step, Some(done.by), done.at, done.used_minutes, Ended::Done);
            open_all(&mut state, &done.opened);
        }
        Event::StepSentBack(back) => {
            close(&mut state, &back.step, Some(back.by), back.at, back.used_minutes, Ended::SentBack);
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
    }
    state
}

fn pause(state: &mut State, paused: &Paused) {
    state.resting = state.open.clone();
    for rested in &paused.steps {
        close(state, &rested.step, None, paused.at, rested.used_minutes, Ended::Paused);
    }
}

fn resume(state: &mut State, resumed: &Resumed) {
    if resumed.afresh {
        state.counted_from = state.turns.len();
    }
    let resting = std::mem::take(&mut state.resting);
    let officer =
        |step: &StepCode| resting.iter().find(|open| open.opened.step == *step).and_then(|open| open.officer);
    let open = |opened: &Opened| OpenStep { opened: opened.clone(), officer: officer(&opened.step) };
    state.open.extend(resumed.opened.iter().map(open));
}

fn open_all(state: &mut State, opened: &[Opened]) {
    state.open.extend(opened.iter().map(|opened| OpenStep { opened: opened.clone(), officer: None }));
}

fn close(
    state: &mut State,
    step: &StepCode,
    by: Option<UserId>,
    at: OffsetDateTime,
    used_minutes: i64,
    ended: Ended,
) {
    if let Some(place) = state.open.iter().position(|open| open.opened.step == *step) {
        let opened = state.open.remove(place).opened;
        state.turns.push(Turn { opened, by, at, used_minutes, ended });
    }
}
