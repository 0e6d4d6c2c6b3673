//! What deciding about time needs to know.

use crate::clock::{Clock, Waiting};
use crate::event::{
    Apologised, Approved, Breached, Endorsed, Event, PaymentAsked, Proposed, Recounted, Resumed, Sent, Unsent,
};
use calendar::{Appointment, Stop};
use kernel::AgencyCode;
use time::OffsetDateTime;

/// A dossier's time so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// The clock; none before acceptance.
    pub clock: Option<Clock>,
    /// What it stands for, if it does.
    pub waiting: Option<Waiting>,
    /// The payment that is out.
    pub payment: Option<PaymentAsked>,
    /// The proposal that waits for approval.
    pub proposal: Option<Proposed>,
    /// The name that the agency which holds the dossier up put to that proposal.
    pub endorsed: Option<Endorsed>,
    /// The one rescheduling, once it was approved.
    pub rescheduled: Option<Approved>,
    /// That its letter went out, once it did.
    pub sent: Option<Sent>,
    /// That its letter hadn't gone out when the appointed day began.
    pub unsent: Option<Unsent>,
    /// The appointments that were missed.
    pub breaches: Vec<Breached>,
    /// The belated apology, once there was one.
    pub apologised: Option<Apologised>,
    /// What has changed the appointment since the first one, in order.
    pub changes: Vec<Change>,
}

/// Something that changed an appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The clock stood.
    Stood {
        /// Since when, and for what.
        waiting: Waiting,
        /// When it ran again, afresh or with what was left, and until when.
        resumed: Resumed,
    },
    /// It was rescheduled, with an apology.
    Rescheduled {
        /// When.
        at: OffsetDateTime,
        /// The new appointment.
        to: Appointment,
    },
    /// The calendar changed.
    Recounted(Recounted),
}

impl State {
    /// Every stop that has ended, whatever began afresh after it: since when and for what, and until when.
    pub fn stops(&self) -> impl Iterator<Item = (Waiting, OffsetDateTime)> {
        self.changes.iter().filter_map(|change| match change {
            Change::Stood { waiting, resumed } => Some((*waiting, resumed.at)),
            Change::Rescheduled { .. } | Change::Recounted(_) => None,
        })
    }

    /// Whether people set the present appointment, with a letter: no longer once a supplement began the time afresh.
    pub(crate) fn is_set_by_people(&self) -> bool {
        let since = self.changes.iter().rev().find_map(|change| match change {
            Change::Rescheduled { .. } => Some(true),
            Change::Stood { resumed, .. } if resumed.afresh => Some(false),
            Change::Stood { .. } | Change::Recounted(_) => None,
        });
        since.unwrap_or(false)
    }

    /// The agency that must put its name to the proposal that waits, before it can be approved.
    pub fn awaits_endorsement_of(&self) -> Option<&AgencyCode> {
        let holding = self.proposal.as_ref()?.agency.as_ref();
        holding.filter(|_| self.endorsed.is_none())
    }

    /// Whether the present appointment's breach is on record.
    pub fn is_breached(&self) -> bool {
        let present = self.clock.as_ref().map(|clock| clock.appointment.at);
        self.breaches.iter().any(|breach| Some(breach.appointment) == present)
    }
}

/// The state once a clock runs.
pub fn begun(clock: Clock) -> State {
    State { clock: Some(clock), ..State::default() }
}

/// The state after one more event.
pub fn evolve(mut state: State, event: &Event) -> State {
    match event {
        Event::ClockStopped(stopped) => {
            state.waiting = Some(Waiting { since: stopped.at, cause: stopped.cause });
            put_forward(&mut state, None);
        }
        Event::ClockResumed(resumed) => resume(&mut state, resumed),
        Event::PaymentAsked(asked) => state.payment = Some(asked.clone()),
        Event::PaymentMade(_) => state.payment = None,
        Event::RescheduleProposed(proposed) => put_forward(&mut state, Some(proposed.clone())),
        Event::RescheduleEndorsed(endorsed) => state.endorsed = Some(endorsed.clone()),
        Event::RescheduleRejected(_) => put_forward(&mut state, None),
        Event::RescheduleApproved(approved) => {
            put_forward(&mut state, None);
            state.changes.push(Change::Rescheduled { at: approved.at, to: approved.to });
            appoint(&mut state, |clock| (clock.appointment, clock.given) = (approved.to, approved.at));
            state.rescheduled = Some(approved.clone());
        }
        Event::ApologySent(sent) => state.sent = Some(sent.clone()),
        Event::ApologyUnsent(unsent) => state.unsent = Some(unsent.clone()),
        Event::AppointmentMissed(breached) => state.breaches.push(breached.clone()),
        Event::LateApologised(apologised) => state.apologised = Some(apologised.clone()),
        Event::AppointmentRecounted(recounted) => {
            state.changes.push(Change::Recounted(recounted.clone()));
            appoint(&mut state, |clock| {
                (clock.appointment, clock.given) = (recounted.to, recounted.at);
                clock.calendar = recounted.calendar.clone();
            });
        }
    }
    state
}

/// What waits for approval now, endorsed by nobody yet.
fn put_forward(state: &mut State, proposal: Option<Proposed>) {
    (state.proposal, state.endorsed) = (proposal, None);
}

fn resume(state: &mut State, resumed: &Resumed) {
    let waited = state.waiting.take();
    state.changes.extend(waited.map(|waiting| Change::Stood { waiting, resumed: resumed.clone() }));
    appoint(state, |clock| {
        if resumed.afresh {
            clock.start = resumed.at;
            clock.stops.clear();
        } else {
            clock.stops.extend(waited.map(|waiting| Stop { from: waiting.since, to: resumed.at }));
        }
        (clock.appointment, clock.given) = (resumed.appointment, resumed.at);
        clock.calendar = resumed.calendar.clone();
    });
}

fn appoint(state: &mut State, change: impl FnOnce(&mut Clock)) {
    if let Some(clock) = &mut state.clock {
        change(clock);
    }
}
