//! What one decision must have done as a whole, and that the program's folded state says what the ledger says.

use super::Offence;
use super::almanac::is_missed;
use super::charge::{Charges, charges};
use super::law::{Law, Span};
use super::ledger::{Ended, Ledger};
use deadline::Cause;
use dossier::{Event, Stage, State, Timeliness};
use kernel::Actor;
use time::OffsetDateTime;

/// What is wrong with a decision as a whole.
pub(super) fn of_a_decision(actor: &Actor, after: &Ledger, events: &[Event]) -> Vec<Offence> {
    let lies = !after.open.is_empty() || !after.resting.is_empty();
    let stands_for = |cause| after.standing.is_some_and(|(_, standing)| standing == cause);
    let going = after.ended.is_none();
    let own = !events.is_empty() && events.iter().all(Event::is_the_systems_own);
    let started = after.accepted.is_some() && going && !lies && after.awaiting.is_none();
    // Nothing but a payment is waited for: one of its own, or a leg's where nothing else is left to do.
    let only_a_payment = after.payment.is_some_and(|leg| leg.is_none() || !lies) && after.out.is_none();
    let checks = [
        (own && *actor != Actor::System, "right-desk: the system's own", "somebody else says it"),
        (
            going && after.out.is_some() != stands_for(Cause::Supplement),
            "stops-in-pairs: a supplement",
            "the clock runs while one is out, or stands while none is",
        ),
        (
            after.is_in_hand() && only_a_payment != stands_for(Cause::Payment),
            "stops-in-pairs: a payment",
            "the clock runs while nothing but a payment is waited for, or stands while there is something to do",
        ),
        (
            after.standing.is_some() && !after.open.is_empty(),
            "steps-rest-with-the-clock: all of them",
            "a step lies open while the clock stands",
        ),
        (
            after.standing.is_none() && !after.resting.is_empty(),
            "steps-rest-with-the-clock: none longer",
            "a step rests while the clock runs",
        ),
        (started && !after.finished, "steps-in-order: one lies open", "accepted, and no step lies open"),
    ];
    let broken = checks.into_iter().filter(|(broken, ..)| *broken);
    broken.map(|(_, slug, what)| Offence { slug, cite: "Counting time", what: what.to_owned() }).collect()
}

/// When an appointment is due by the calendar as it is known now; none before acceptance. One that people set stays,
/// unless its day is off now.
pub(crate) fn recounted(law: &Law, ledger: &Ledger, now: OffsetDateTime) -> Option<OffsetDateTime> {
    let (clock, almanac) = (ledger.clock.as_ref()?, law.almanac(now));
    if !clock.by_people {
        return Some(almanac.due_after(clock.start, law.span, &clock.stops));
    }
    let next = || match law.span {
        Span::Days(_) => almanac.closing_from(clock.appointment.date()),
        Span::Hours(_) => almanac.after(clock.appointment, 1) - time::Duration::SECOND,
    };
    Some(if almanac.is_open(clock.appointment) { clock.appointment } else { next() })
}

/// What the program's state, stage and standing say otherwise than the ledger.
pub(crate) fn agreement(
    law: &Law,
    ledger: &Ledger,
    state: &State,
    now: OffsetDateTime,
    stands: Option<Timeliness>,
    charged: &Charges,
) -> Vec<Offence> {
    let (time, clock) = (&state.deadline, state.deadline.clock.as_ref());
    let first = clock.map(|clock| clock.first.at);
    let breaches: Vec<_> = time.breaches.iter().map(|breach| breach.appointment).collect();
    let expected = timeliness(law, ledger, now);
    let taken = charges(law, ledger, now);
    let checks = [
        (state.stage() != stage(ledger), "stage", "another stage"),
        (
            first != ledger.clock.as_ref().map(|clock| clock.first),
            "first-appointment-kept",
            "the first appointment was overwritten",
        ),
        (
            clock.map(|clock| clock.appointment.at) != ledger.appointment(),
            "appointment-kept",
            "another appointment",
        ),
        (breaches != ledger.breaches, "breaches-never-forgotten", "other breaches"),
        (
            time.rescheduled.is_some() != ledger.rescheduled,
            "reschedule-once: kept",
            "the rescheduling was forgotten",
        ),
        (
            (time.sent.is_some(), time.unsent.is_some())
                != ledger.letter.map_or((false, false), |letter| (letter.sent, letter.unsent)),
            "apology-before-appointed-day: kept",
            "what became of the letter was forgotten",
        ),
        (
            time.apologised.is_some() != ledger.apologised,
            "belated-apology: kept",
            "the apology was forgotten",
        ),
        (state.intake.requested.len() != ledger.requests, "supplement-once: kept", "a request was forgotten"),
        (state.intake.guided.len() != ledger.notices, "guidance-once: kept", "a notice was forgotten"),
        (state.routing.received.len() != ledger.received.len(), "received: kept", "a receipt was forgotten"),
        (
            state.routing.consultations.iter().map(routing::Consultation::is_settled).ne(settled(ledger)),
            "consultation: kept",
            "a consultation was forgotten",
        ),
        (
            state.intake.gathering.is_some() != ledger.gathering.is_some(),
            "one-request-for-all-agencies: kept",
            "what was gathered was forgotten",
        ),
        (
            state.result.papers.len() != ledger.papers.len()
                || state.result.papers_returned.len() != ledger.papers_out.len(),
            "lead-and-coordinators: kept",
            "a member's paper was forgotten",
        ),
        (*charged != taken, "charged-to-who-used-it", "an agency is charged with what it didn't take"),
        (stands != expected, "late-never-on-time", "it stands otherwise to its appointment"),
    ];
    let broken = checks.into_iter().filter(|(broken, ..)| *broken);
    let told = |what| {
        format!(
            "{what}: the ledger has {:?}, {expected:?} and {taken:?}, the program {:?}, {stands:?} and {charged:?}",
            stage(ledger),
            state.stage()
        )
    };
    broken.map(|(_, slug, what)| Offence { slug, cite: "3.b¶3", what: told(what) }).collect()
}

fn settled(ledger: &Ledger) -> impl Iterator<Item = bool> {
    ledger.consultations.iter().map(|one| one.answered || one.unanswered)
}

fn stage(ledger: &Ledger) -> Option<Stage> {
    let at_the_counter = if ledger.notices > 0 { Stage::Guided } else { Stage::Submitted };
    let working = if ledger.touched { Stage::InProgress } else { Stage::Accepted };
    ledger.submitted.then_some(match (ledger.ended, ledger.standing) {
        (Some(Ended::Refused), _) => Stage::Refused,
        (Some(Ended::Withdrawn), _) => Stage::Withdrawn,
        (Some(Ended::Closed), _) => Stage::Closed,
        _ if ledger.returned => Stage::Returned,
        _ if ledger.result.is_some() => Stage::ResultReady,
        _ if ledger.accepted.is_none() => at_the_counter,
        (None, Some((_, Cause::Supplement))) => Stage::AwaitingSupplement,
        (None, Some((_, Cause::Payment))) => Stage::AwaitingPayment,
        (None, None) => working,
    })
}

/// How a dossier stands to its appointment: one that was ever missed makes it late for good.
pub(crate) fn timeliness(law: &Law, ledger: &Ledger, now: OffsetDateTime) -> Option<Timeliness> {
    let appointment = ledger.appointment()?;
    let breached = !ledger.breaches.is_empty();
    let missed = |at| is_missed(law.span, appointment, at);
    match ledger.result {
        _ if ledger.ended.is_some() => breached.then_some(Timeliness::Late),
        Some(at) if breached || missed(at) => Some(Timeliness::Late),
        Some(at) if at.date() < appointment.date() => Some(Timeliness::Early),
        Some(_) => Some(Timeliness::OnTime),
        None if breached || (ledger.standing.is_none() && missed(now)) => Some(Timeliness::Overdue),
        None => Some(Timeliness::Running),
    }
}
