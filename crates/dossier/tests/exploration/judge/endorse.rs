//! A proposal of another agency than the lead: that agency's head, or entrusted deputy, stands by it first (3.b¶3, 2.d).

use super::actors::{agency_of, signs_for, user_of};
use super::almanac::midnight;
use super::third::is_within_third;
use super::{Deed, Invariant, wrong};
use crate::ground::LEAD;
use deadline::{Approved, Event as Time};
use dossier::Event;

pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant { slug: "endorsed-by-who-holds-it-up", cite: "3.b¶3, 2.d", broken: endorsed },
    Invariant { slug: "head-approves: endorsed before", cite: "3.b¶3, 2.d", broken: before },
    Invariant { slug: "written-apology: it names who caused it", cite: "3.b¶3, 2.d", broken: names },
];

/// The head, or entrusted deputy, of the agency that the proposal names stands by it, once, while it is lawful.
fn endorsed(deed: &Deed<'_>) -> Option<String> {
    let Event::Deadline(Time::RescheduleEndorsed(endorsed)) = deed.event else { return None };
    let Some(proposal) = &deed.before.proposal else { return Some("nothing was proposed".to_owned()) };
    let Some(agency) = &proposal.agency else { return Some("it names no other agency".to_owned()) };
    let signs = signs_for(deed.actor, agency.as_str()) && user_of(deed.actor) == Some(endorsed.by);
    let (old, new) = (deed.before.appointment()?, proposal.to.at);
    let lawful =
        is_within_third(deed.law, &deed.law.almanac(deed.now), old, new) && deed.now < midnight(old.date());
    wrong(!signs, "not the head of the agency that holds it up, nor a deputy entrusted")
        .or_else(|| wrong(deed.before.endorsed.is_some(), "endorsed twice"))
        .or_else(|| wrong(!lawful || !deed.before.is_in_work(), "it isn't lawful any more"))
}

/// A proposal of another agency is approved only once that agency stands by it, and says who did.
fn before(deed: &Deed<'_>) -> Option<String> {
    let Event::Deadline(Time::RescheduleApproved(approved)) = deed.event else { return None };
    let holding = deed.before.proposal.as_ref().and_then(|proposal| proposal.agency.as_ref());
    wrong(
        holding.is_some() && deed.before.endorsed.is_none(),
        "nobody stands by it at the agency that holds it up",
    )
    .or_else(|| wrong(approved.endorsed_by != deed.before.endorsed, "another name stands under it"))
}

/// The proposal, and the letter, name the agency of who proposed it, where it isn't the lead.
fn names(deed: &Deed<'_>) -> Option<String> {
    let Event::Deadline(event) = deed.event else { return None };
    match event {
        Time::RescheduleProposed(proposed) => {
            let own = agency_of(deed.actor).filter(|own| *own != LEAD);
            let named = proposed.agency.as_ref().map(kernel::AgencyCode::as_str);
            wrong(named != own, "it names another agency than the one that holds it up")
        }
        Time::RescheduleApproved(Approved { caused_by, .. }) => {
            let named = deed.before.proposal.as_ref().and_then(|proposal| proposal.agency.as_ref());
            wrong(caused_by.as_ref() != named, "the letter names another agency than caused it")
        }
        _ => None,
    }
}
