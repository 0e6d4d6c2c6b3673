//! The letter of a rescheduling goes out before the appointed day (3.b¶3).

use super::{Deed, Invariant, wrong};
use deadline::Event as Time;
use dossier::Event;

pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant { slug: "apology-before-appointed-day: unsent on record first", cite: "3.b¶3", broken: first },
    Invariant { slug: "apology-before-appointed-day: truly unsent", cite: "3.b¶3", broken: truly_unsent },
    Invariant { slug: "apology-before-appointed-day: sent once", cite: "3.b¶3", broken: once },
];

/// No act comes between the beginning of the day of a letter that hadn't gone out, and its record.
fn first(deed: &Deed<'_>) -> Option<String> {
    let records = matches!(deed.event, Event::Deadline(Time::ApologyUnsent(_) | Time::AppointmentMissed(_)));
    wrong(deed.before.has_letter_unsent(deed.now) && !records, "the unsent letter isn't on record")
}

/// A letter counts as unsent once: from 00:00 of its day on, while the dossier is in hand.
fn truly_unsent(deed: &Deed<'_>) -> Option<String> {
    let Event::Deadline(Time::ApologyUnsent(unsent)) = deed.event else { return None };
    wrong(!deed.before.has_letter_unsent(deed.now), "it went out, its day hasn't begun, or it is on record")
        .or_else(|| wrong(Some(unsent.day) != deed.before.letter_waits(), "another day"))
}

/// It goes out once, after its approval and before the result is handed over.
fn once(deed: &Deed<'_>) -> Option<String> {
    let Event::Deadline(Time::ApologySent(_)) = deed.event else { return None };
    wrong(deed.before.letter_waits().is_none(), "no letter waits to go out")
}
