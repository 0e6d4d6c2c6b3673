//! Appointments after the first one, and the order of moments (domain: Counting time).

use super::almanac::is_missed;
use super::{Deed, Invariant, recounted, wrong};
use deadline::Event as Time;
use dossier::Event;

pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant { slug: "recount-later-only", cite: "Counting time", broken: recount },
    Invariant { slug: "resumed-appointment", cite: "NĐ 118/2025 Đ19.5", broken: resumed },
    Invariant { slug: "moments-in-order", cite: "Counting time", broken: in_order },
];

/// A calendar that changed moves an appointment that isn't over, later, to where it is counted to now.
fn recount(deed: &Deed<'_>) -> Option<String> {
    let Event::Deadline(Time::AppointmentRecounted(recount)) = deed.event else { return None };
    let old = deed.before.appointment()?;
    let counted = recounted(deed.law, deed.before, deed.now);
    let used = recount.calendar.version == deed.law.calendar_version(deed.now);
    wrong(!deed.before.is_in_work() || is_missed(deed.law.span, old, deed.now), "nothing is open")
        .or_else(|| wrong(recount.from != old || recount.to.at <= old, "it doesn't move it later"))
        .or_else(|| wrong(counted != Some(recount.to.at), format!("to {}, not {counted:?}", recount.to.at)))
        .or_else(|| wrong(!used, "another calendar is named"))
}

/// The clock goes on afresh with the full time, or with what was left; after a payment always with what was left.
fn resumed(deed: &Deed<'_>) -> Option<String> {
    let Event::Deadline(Time::ClockResumed(resumed)) = deed.event else { return None };
    let (clock, (since, cause)) = (deed.before.clock.as_ref()?, deed.before.standing?);
    let almanac = deed.law.almanac(deed.now);
    let afresh = cause == deadline::Cause::Supplement && deed.law.afresh;
    let due = if afresh {
        almanac.due(deed.now, deed.law.span)
    } else if clock.by_people {
        if since < clock.appointment {
            almanac.after(clock.appointment, almanac.between(since, deed.now))
        } else {
            clock.appointment
        }
    } else {
        let stops: Vec<_> = clock.stops.iter().copied().chain([(since, deed.now)]).collect();
        almanac.due_after(clock.start, deed.law.span, &stops)
    };
    wrong(resumed.afresh != afresh, "afresh, or not, against the field's law").or_else(|| {
        wrong(resumed.appointment.at != due, format!("due {}, not {due}", resumed.appointment.at))
    })
}

/// Everything happens now, after what came before.
fn in_order(deed: &Deed<'_>) -> Option<String> {
    let told = told(deed.event).is_none_or(|at| at == deed.now);
    wrong(!told, "it tells another moment")
        .or_else(|| wrong(deed.before.last.is_some_and(|last| last > deed.now), "before what came before"))
}

/// The moment that an event tells.
fn told(event: &Event) -> Option<time::OffsetDateTime> {
    use {intake::Event as Desk, result::Event as End, routing::Event as Way};
    Some(match event {
        Event::Intake(Desk::Submitted(event)) => event.at,
        Event::Intake(Desk::Accepted(event)) => event.at,
        Event::Intake(Desk::Refused(event)) => event.at,
        Event::Intake(Desk::Withdrawn(event)) => event.at,
        Event::Intake(Desk::Guided(event) | Desk::GuidedAgain(event)) => event.at,
        Event::Intake(Desk::Completed(event)) => event.at,
        Event::Intake(Desk::ContactChanged(event)) => event.at,
        Event::Intake(Desk::SupplementRequested(event) | Desk::SupplementRequestedAgain(event)) => event.at,
        Event::Intake(Desk::NeedsAsked(event)) => event.at,
        Event::Intake(Desk::NeedsStated(event)) => event.at,
        Event::Intake(Desk::Supplied(event)) => event.at,
        Event::Intake(Desk::Closed(event)) => event.at,
        Event::Routing(Way::Started(event)) => event.opened.first()?.at,
        Event::Routing(Way::StepDone(event)) => event.at,
        Event::Routing(Way::StepSentBack(event)) => event.at,
        Event::Routing(Way::StepAssigned(event)) => event.at,
        Event::Routing(Way::Paused(event)) => event.at,
        Event::Routing(Way::Resumed(event)) => event.at,
        Event::Routing(Way::LegReceived(event)) => event.at,
        Event::Routing(Way::LegPaid(event)) => event.at,
        Event::Routing(Way::Consulted(event)) => event.at,
        Event::Routing(Way::ConsultationAnswered(event)) => event.at,
        Event::Routing(Way::ConsultationUnanswered(event)) => event.at,
        Event::Deadline(Time::ClockStopped(event)) => event.at,
        Event::Deadline(Time::ClockResumed(event)) => event.at,
        Event::Deadline(Time::PaymentAsked(event)) => event.at,
        Event::Deadline(Time::PaymentMade(event)) => event.at,
        Event::Deadline(Time::RescheduleProposed(event)) => event.at,
        Event::Deadline(Time::RescheduleEndorsed(event)) => event.at,
        Event::Deadline(Time::RescheduleRejected(event)) => event.at,
        Event::Deadline(Time::RescheduleApproved(event)) => event.at,
        Event::Deadline(Time::ApologySent(event)) => event.at,
        Event::Deadline(Time::ApologyUnsent(event)) => event.at,
        Event::Deadline(Time::AppointmentMissed(event)) => event.at,
        Event::Deadline(Time::LateApologised(event)) => event.at,
        Event::Deadline(Time::AppointmentRecounted(event)) => event.at,
        Event::Result(End::PaperRecorded(event)) => event.at,
        Event::Result(End::PaperReturned(event)) => event.at,
        Event::Result(End::ResultRecorded(event)) => event.at,
        Event::Result(End::ResultReturned(event)) => event.at,
        Event::Result(End::Rated(event)) => event.at,
    })
}
