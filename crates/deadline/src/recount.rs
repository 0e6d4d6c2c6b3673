//! A calendar has changed.

use crate::clock::Clock;
use crate::event::Recounted;
use crate::facts::Facts;
use crate::state::State;
use crate::stop::running;
use calendar::{Appointment, Calendar, Precision};
use kernel::{Actor, Rule, Violation};

/// Counts the open appointment anew by a calendar that has changed. Later only, never earlier; it uses up no rescheduling,
/// and a second run changes nothing (domain: Counting time). An appointment that people set is left where it is, unless
/// its day is now a day off: then it is the next working day.
///
/// # Errors
/// - `stage-order`: the clock doesn't run, the appointment is over, or it isn't touched.
/// - `right-desk`: not by the system itself.
pub fn decide(state: &State, facts: &Facts<'_>) -> Result<Recounted, Violation> {
    if *facts.actor != Actor::System {
        return Err(Violation::of(Rule::RightDesk).with("role", "system"));
    }
    let clock = running(state)?;
    let untouched = || Violation::of(Rule::StageOrder).with("appointment", clock.appointment.at);
    if facts.calendar.missed(&clock.appointment, facts.now) {
        return Err(untouched());
    }
    let counted = counted_anew(clock, facts.calendar, state.is_set_by_people());
    if counted.at <= clock.appointment.at {
        return Err(untouched());
    }
    let from = clock.appointment.at;
    Ok(Recounted { at: facts.now, from, to: counted, calendar: facts.calendar.used() })
}

fn counted_anew(clock: &Clock, calendar: &Calendar, set_by_people: bool) -> Appointment {
    let covered = "the calendar covers the dossier";
    if !set_by_people {
        return calendar.due_after_stops(clock.start, clock.time, &clock.stops).expect(covered);
    }
    let present = clock.appointment;
    if calendar.is_open(present.at) {
        return present;
    }
    let opens = calendar.counting_from(present.at).expect(covered);
    let closes = calendar.closing(opens.date()).expect(covered).unwrap_or(opens);
    let at = if present.precision == Precision::Day { closes } else { opens };
    Appointment { at, provisional: calendar.is_provisional(at.date()), ..present }
}
