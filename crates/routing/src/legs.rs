//! How the legs of a process stand: which are done, which may start.

use crate::state::{Ended, State};
use catalog::{Condition, Leg, Process};
use kernel::{AgencyCode, ComponentCode, LegCode, Said};
use std::collections::{BTreeMap, BTreeSet};

/// How a leg stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It waits for others.
    Ahead,
    /// It waits for nothing but the applicant's payment.
    AwaitingPayment,
    /// A step of it lies open.
    Open,
    /// A step of it rests while the clock stands.
    Resting,
    /// Its agency sent it back to the lead.
    SentBack,
    /// It is done.
    Done,
    /// It isn't worked: its condition isn't met.
    Skipped,
}

impl Standing {
    /// Every one.
    pub const ALL: [Standing; 7] = [
        Standing::Ahead,
        Standing::AwaitingPayment,
        Standing::Open,
        Standing::Resting,
        Standing::SentBack,
        Standing::Done,
        Standing::Skipped,
    ];

    /// The name in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Standing::Ahead => "ahead",
            Standing::AwaitingPayment => "awaiting_payment",
            Standing::Open => "open",
            Standing::Resting => "resting",
            Standing::SentBack => "sent_back",
            Standing::Done => "done",
            Standing::Skipped => "skipped",
        }
    }

    /// In words, in Vietnamese and English.
    pub fn said(self) -> Said {
        let (vi, en) = match self {
            Standing::Ahead => ("Chưa đến lượt", "Not yet begun"),
            Standing::AwaitingPayment => ("Chờ thực hiện nghĩa vụ tài chính", "Waiting for the payment"),
            Standing::Open => ("Đang giải quyết", "In progress"),
            Standing::Resting => ("Tạm dừng, chờ người nộp", "At rest, waiting for the applicant"),
            Standing::SentBack => ("Đã trả lại cơ quan đầu mối", "Sent back to the lead agency"),
            Standing::Done => ("Đã xong", "Done"),
            Standing::Skipped => ("Không phải thực hiện", "Not needed"),
        };
        Said { vi, en }
    }
}

/// How a leg stands now.
pub fn standing(state: &State, leg: &Leg) -> Standing {
    let lies = |steps: &[crate::OpenStep]| steps.iter().any(|open| open.opened.leg == leg.code);
    if lies(&state.open) {
        return Standing::Open;
    }
    if lies(&state.resting) {
        return Standing::Resting;
    }
    if state.skipped.contains(&leg.code) {
        return Standing::Skipped;
    }
    match state.last_turn_of(&leg.code) {
        Some(turn) if turn.ended == Ended::SentBack => Standing::SentBack,
        Some(turn) if leg.steps.last().is_some_and(|last| last.code == turn.opened.step) => Standing::Done,
        _ if state.awaiting.as_ref() == Some(&leg.code) => Standing::AwaitingPayment,
        _ => Standing::Ahead,
    }
}

/// The legs that are done with, worked or not.
pub(crate) fn finished<'a>(state: &State, process: &'a Process) -> BTreeSet<&'a LegCode> {
    let is_finished = |leg: &&Leg| matches!(standing(state, leg), Standing::Done | Standing::Skipped);
    process.legs.iter().filter(is_finished).map(|leg| &leg.code).collect()
}

/// Whether all that comes before a leg, nearest or not, is done with.
pub(crate) fn may_start(state: &State, process: &Process, leg: &LegCode) -> bool {
    let finished = finished(state, process);
    process.leg(leg).is_some_and(|leg| process.before(leg).iter().all(|code| finished.contains(code)))
}

/// The agencies that have still to act on the dossier: those of every leg that isn't done with. A leg whose condition
/// can't be told yet counts.
pub fn still_to_act<'a>(
    state: &State,
    process: &'a Process,
    receiving: &'a AgencyCode,
) -> BTreeSet<&'a AgencyCode> {
    let finished = finished(state, process);
    let ahead = process.legs.iter().filter(|leg| !finished.contains(&leg.code));
    let worked = ahead.filter(|leg| met(state, leg) != Some(false));
    worked.map(|leg| leg.agency_under(receiving)).collect()
}

/// Whether a leg's condition is met; none where that can't be told yet. Without a condition it is.
pub(crate) fn met(state: &State, leg: &Leg) -> Option<bool> {
    match leg.only_if {
        None => Some(true),
        Some(_) => state.decided.get(&leg.code).copied(),
    }
}

/// Of each leg that goes by what was handed in, whether it is worked: settled at acceptance, whatever is brought later.
pub(crate) fn by_what_was_handed_in(
    process: &Process,
    handed: &BTreeSet<ComponentCode>,
) -> BTreeMap<LegCode, bool> {
    let worked = |leg: &Leg| match leg.only_if.as_ref()? {
        Condition::Handed(component) => Some(handed.contains(component)),
        Condition::NotHanded(component) => Some(!handed.contains(component)),
        Condition::Decided { .. } => None,
    };
    process.legs.iter().filter_map(|leg| Some((leg.code.clone(), worked(leg)?))).collect()
}
