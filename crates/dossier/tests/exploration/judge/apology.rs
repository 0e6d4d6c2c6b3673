//! `written-apology` (3.b¶3): the letters, that of the rescheduling and the belated one.

use super::{Deed, Invariant, wrong};
use deadline::{Approved, Event as Time};
use dossier::Event;

pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant { slug: "written-apology", cite: "3.b¶3", broken: written },
    Invariant {
        slug: "written-apology: the letter proposed is the one that goes out",
        cite: "3.b¶3",
        broken: the_same,
    },
    Invariant { slug: "one-proposal-at-a-time", cite: "3.b¶3", broken: one_at_a_time },
    Invariant { slug: "belated-apology", cite: "3.b¶3", broken: belated },
];

/// Every letter states its reason and says something.
fn written(deed: &Deed<'_>) -> Option<String> {
    let Event::Deadline(event) = deed.event else { return None };
    let (reason, apology) = match event {
        Time::RescheduleProposed(proposed) => (&proposed.reason, &proposed.apology),
        Time::RescheduleApproved(approved) => (&approved.reason, &approved.apology),
        Time::LateApologised(apologised) => (&apologised.reason, &apologised.apology),
        _ => return None,
    };
    wrong(reason.trim().is_empty(), "no reason").or_else(|| wrong(apology.trim().is_empty(), "no letter"))
}

/// What is approved is what was proposed, from the present appointment.
fn the_same(deed: &Deed<'_>) -> Option<String> {
    let Event::Deadline(Time::RescheduleApproved(approved)) = deed.event else { return None };
    let Some(proposed) = &deed.before.proposal else { return Some("nothing was proposed".to_owned()) };
    let Approved { reason, apology, to, proposed_by, from, .. } = approved;
    let same = (reason, apology, to, *proposed_by)
        == (&proposed.reason, &proposed.apology, &proposed.to, proposed.by);
    wrong(!same || Some(*from) != deed.before.appointment(), "another letter than the one proposed")
}

/// Nothing is proposed while a proposal waits, nor rejected where none does.
fn one_at_a_time(deed: &Deed<'_>) -> Option<String> {
    let waits = deed.before.proposal.is_some();
    match deed.event {
        Event::Deadline(Time::RescheduleProposed(_)) => wrong(waits, "a proposal waits already"),
        Event::Deadline(Time::RescheduleRejected(_)) => {
            wrong(!waits || !deed.before.is_in_work(), "nothing is there to be rejected")
        }
        _ => None,
    }
}

/// One belated apology, for a breach on record, with an expected date ahead in a session.
fn belated(deed: &Deed<'_>) -> Option<String> {
    let Event::Deadline(Time::LateApologised(apologised)) = deed.event else { return None };
    let expected = apologised.expected;
    let ahead = expected > deed.now && deed.law.almanac(deed.now).is_open(expected);
    wrong(deed.before.apologised, "a second belated apology")
        .or_else(|| wrong(deed.before.breaches.is_empty(), "nothing was missed"))
        .or_else(|| wrong(!deed.before.is_in_work(), "it isn't in work"))
        .or_else(|| wrong(!ahead, "the expected date doesn't lie ahead in a session"))
}
