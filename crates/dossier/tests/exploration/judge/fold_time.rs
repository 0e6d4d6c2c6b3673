//! How the ledger takes in what concerns the appointment.

use super::almanac::midnight;
use super::fold::count;
use super::law::Law;
use super::ledger::{Ledger, Letter};
use deadline::Event as Time;
use time::OffsetDateTime;

/// The ledger after an event of the clock.
pub(super) fn in_time(law: &Law, ledger: &mut Ledger, event: &Time, now: OffsetDateTime) {
    match event {
        Time::ClockStopped(stopped) => {
            ledger.standing = Some((now, stopped.cause));
            (ledger.proposal, ledger.endorsed) = (None, None);
        }
        Time::ClockResumed(resumed) => {
            let since = ledger.standing.take().map(|(since, _)| since);
            let Some(clock) = &mut ledger.clock else { return };
            clock.appointment = resumed.appointment.at;
            if resumed.afresh {
                (clock.start, clock.stops, clock.by_people) = (now, vec![], false);
            } else {
                clock.stops.extend(since.map(|since| (since, now)));
            }
        }
        Time::PaymentAsked(asked) => {
            let leg = asked.leg.as_ref().and_then(|leg| law.leg(leg.as_str())).map(|leg| leg.code);
            if leg.is_none() {
                count(ledger, "payment");
            }
            ledger.payment = Some(leg);
        }
        Time::PaymentMade(_) => ledger.payment = None,
        Time::RescheduleProposed(proposed) => {
            count(ledger, "proposed");
            (ledger.proposal, ledger.endorsed) = (Some(proposed.clone()), None);
        }
        Time::RescheduleEndorsed(endorsed) => ledger.endorsed = Some(endorsed.by),
        Time::RescheduleRejected(_) => (ledger.proposal, ledger.endorsed) = (None, None),
        Time::RescheduleApproved(approved) => {
            (ledger.proposal, ledger.endorsed, ledger.rescheduled) = (None, None, true);
            let day = midnight(approved.from.date());
            ledger.letter = Some(Letter { day, sent: false, unsent: false });
            appoint(ledger, approved.to.at, true);
        }
        Time::ApologySent(_) => of_the_letter(ledger, |letter| letter.sent = true),
        Time::ApologyUnsent(_) => of_the_letter(ledger, |letter| letter.unsent = true),
        Time::AppointmentMissed(breach) => ledger.breaches.push(breach.appointment),
        Time::LateApologised(_) => ledger.apologised = true,
        Time::AppointmentRecounted(recounted) => {
            let by_people = ledger.clock.as_ref().is_some_and(|clock| clock.by_people);
            appoint(ledger, recounted.to.at, by_people);
        }
    }
}

fn of_the_letter(ledger: &mut Ledger, change: impl FnOnce(&mut Letter)) {
    if let Some(letter) = &mut ledger.letter {
        change(letter);
    }
}

fn appoint(ledger: &mut Ledger, to: OffsetDateTime, by_people: bool) {
    if let Some(clock) = &mut ledger.clock {
        (clock.appointment, clock.by_people) = (to, by_people);
    }
}
