//! `extension-within-third`, `apology-before-appointed-day` and `reschedule-once` (3.b¶3).

use super::almanac::{Almanac, midnight, total};
use super::law::Law;
use super::{Deed, Invariant, wrong};
use deadline::Event as Time;
use dossier::Event;
use time::OffsetDateTime;

pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant { slug: "reschedule-once", cite: "3.b¶3", broken: once },
    Invariant { slug: "apology-before-appointed-day", cite: "3.b¶3", broken: before_the_day },
    Invariant { slug: "extension-within-third", cite: "3.b¶3", broken: within },
];

/// Whether a new appointment is lawful: later, in a session, and adding at most a third of the total.
pub(crate) fn is_within_third(
    law: &Law,
    almanac: &Almanac,
    old: OffsetDateTime,
    new: OffsetDateTime,
) -> bool {
    new > old && almanac.is_open(new) && 3 * almanac.between(old, new) <= total(law.span)
}

/// The new appointment that is proposed, or given.
fn new(deed: &Deed<'_>) -> Option<OffsetDateTime> {
    match deed.event {
        Event::Deadline(Time::RescheduleProposed(proposed)) => Some(proposed.to.at),
        Event::Deadline(Time::RescheduleApproved(approved)) => Some(approved.to.at),
        _ => None,
    }
}

/// A dossier is rescheduled once in its life, while it is in work.
fn once(deed: &Deed<'_>) -> Option<String> {
    new(deed)?;
    wrong(deed.before.rescheduled, "rescheduled before")
        .or_else(|| wrong(!deed.before.is_in_work(), "rescheduled while it isn't in work"))
}

/// Until 00:00 of the appointed day.
fn before_the_day(deed: &Deed<'_>) -> Option<String> {
    new(deed)?;
    let day = midnight(deed.before.appointment()?.date());
    wrong(deed.now >= day, format!("the appointed day began at {day}"))
}

/// By a third of the total at most, counted from the appointment that can't be kept.
fn within(deed: &Deed<'_>) -> Option<String> {
    let (old, new) = (deed.before.appointment()?, new(deed)?);
    let lawful = is_within_third(deed.law, &deed.law.almanac(deed.now), old, new);
    wrong(!lawful, format!("from {old} to {new} is more than a third, not later, or outside the sessions"))
}
