//! Missed appointments (3.b¶3, domain: Overdue dossiers).

use super::almanac::is_missed;
use super::{Deed, Invariant, wrong};
use deadline::Event as Time;
use dossier::Event;
use std::collections::BTreeSet;

pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant { slug: "breach-on-record-first", cite: "3.b¶3", broken: on_record_first },
    Invariant { slug: "breach-only-of-what-was-missed", cite: "3.b¶3", broken: truly_missed },
    Invariant { slug: "breach-names-the-holders", cite: "3.b¶3", broken: holders },
];

fn is_overdue(deed: &Deed<'_>) -> bool {
    let missed = |appointment| is_missed(deed.law.span, appointment, deed.now);
    deed.before.is_in_work() && deed.before.appointment().is_some_and(missed)
}

/// No act comes between a missed appointment and its record; that the steps go on with the clock is no act of its own.
fn on_record_first(deed: &Deed<'_>) -> Option<String> {
    let records = matches!(
        deed.event,
        Event::Deadline(Time::AppointmentMissed(_) | Time::ApologyUnsent(_))
            | Event::Routing(routing::Event::Resumed(_) | routing::Event::LegPaid(_))
    );
    wrong(
        is_overdue(deed) && !deed.before.is_breached() && !records,
        "the missed appointment isn't on record",
    )
}

/// A breach is of the present appointment, missed in work, once; the second appointment's is the graver one.
fn truly_missed(deed: &Deed<'_>) -> Option<String> {
    let Event::Deadline(Time::AppointmentMissed(breach)) = deed.event else { return None };
    wrong(!is_overdue(deed), "nothing was missed")
        .or_else(|| wrong(deed.before.is_breached(), "on record already"))
        .or_else(|| wrong(Some(breach.appointment) != deed.before.appointment(), "another appointment"))
        .or_else(|| wrong(breach.second != deed.before.rescheduled, "the graver breach is told wrong"))
}

/// A breach names every step that lay open, with its agency and officer.
fn holders(deed: &Deed<'_>) -> Option<String> {
    let Event::Deadline(Time::AppointmentMissed(breach)) = deed.event else { return None };
    let named =
        breach.holders.iter().map(|holder| (holder.step.as_str(), holder.agency.as_str(), holder.officer));
    let open = deed.before.open.iter();
    let lies = open.filter_map(|open| Some((open.step, deed.law.seat(open.step)?.agency(), open.officer)));
    let (named, lies): (BTreeSet<_>, BTreeSet<_>) = (named.collect(), lies.collect());
    wrong(named != lies || named.len() != breach.holders.len(), "it lay with somebody else")
}
