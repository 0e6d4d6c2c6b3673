//! `one-request-for-all-agencies` (2.d, 3.b¶2) and `submit-once` (2.d).

use super::across::{Gathering, named};
use super::actors::{agency_of, works_at};
use super::almanac::is_day_over;
use super::law::Span;
use super::stops::asks_down_the_line;
use super::supplement::request;
use super::{Deed, Invariant, wrong};
use crate::ground::{LEAD, known};
use dossier::Event;
use intake::{Event as Desk, Item, NeedsAsked, NeedsStated, Requested};
use kernel::Actor;
use std::collections::BTreeSet;

pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant { slug: "one-request-for-all-agencies", cite: "2.d, 3.b¶2", broken: for_all },
    Invariant { slug: "one-request-for-all-agencies: who is asked", cite: "2.d, 3.b¶2", broken: asked },
    Invariant { slug: "one-request-for-all-agencies: who states", cite: "2.d, 3.b¶2", broken: stated },
    Invariant { slug: "submit-once", cite: "2.d", broken: submit_once },
];

/// The working days in which the others say what they need.
const TO_STATE: Span = Span::Days(1);

/// Where an agency besides the lead has still to act, or asks, the request gathers what all need, and says who kept silent
/// until their time was over.
fn for_all(deed: &Deed<'_>) -> Option<String> {
    let request = request(deed)?;
    match &deed.before.gathering {
        Some(gathering) => gathered(deed, gathering, request),
        None => {
            let others = deed.before.still_to_act(deed.law).iter().any(|agency| *agency != LEAD);
            let asks = agency_of(deed.actor) != Some(LEAD);
            wrong(others || asks, "one of several agencies asks alone")
                .or_else(|| wrong(!request.silent.is_empty(), "nobody was asked, and somebody kept silent"))
        }
    }
}

fn gathered(deed: &Deed<'_>, gathering: &Gathering, request: &Requested) -> Option<String> {
    let silent = gathering.silent();
    let in_time = !is_day_over(gathering.due, deed.now);
    wrong(in_time && !silent.is_empty(), format!("{silent:?} may still say what they need"))
        .or_else(|| {
            wrong(named(&request.silent) != silent, format!("{silent:?} kept silent, and others are named"))
        })
        .or_else(|| {
            wrong(components(&request.items) != wanted(gathering), "it asks for other than what is needed")
        })
}

fn components(items: &[Item]) -> BTreeSet<&str> {
    items.iter().filter_map(|item| item.component.as_ref()).map(kernel::ComponentCode::as_str).collect()
}

fn wanted(gathering: &Gathering) -> BTreeSet<&str> {
    gathering.wanted.iter().map(String::as_str).collect()
}

/// All that have still to act are asked, by the end of the next working day; once.
fn asked(deed: &Deed<'_>) -> Option<String> {
    let Event::Intake(Desk::NeedsAsked(NeedsAsked { agency, agencies, due, .. })) = deed.event else {
        return None;
    };
    let own = agency_of(deed.actor);
    let mut others = deed.before.still_to_act(deed.law);
    others.retain(|other| Some(*other) != own);
    let by = deed.law.almanac(deed.now).due(deed.now, TO_STATE);
    wrong(deed.before.gathering.is_some(), "it is gathered already")
        .or_else(|| {
            wrong(named(agencies) != others, format!("{others:?} have still to act, and others are asked"))
        })
        .or_else(|| wrong(Some(agency.as_str()) != own, "asked in another agency's name"))
        .or_else(|| wrong(due.at != by, format!("by {}, not {by}", due.at)))
}

/// Only an agency that was asked says what it needs, once and in its time.
fn stated(deed: &Deed<'_>) -> Option<String> {
    let Event::Intake(Desk::NeedsStated(NeedsStated { agency, .. })) = deed.event else { return None };
    let Some(gathering) = &deed.before.gathering else { return Some("nothing is gathered".to_owned()) };
    let agency = known(agency.as_str());
    wrong(!works_at(deed.actor, agency), "said in another agency's name")
        .or_else(|| wrong(!gathering.asked.contains(agency), format!("{agency} wasn't asked")))
        .or_else(|| wrong(gathering.stated.contains(agency), "said twice"))
        .or_else(|| wrong(is_day_over(gathering.due, deed.now), "said too late"))
        .or_else(|| wrong(!deed.before.is_in_hand(), "it isn't in hand"))
}

/// Everything is handed in at the lead, and no agency down the line asks the applicant for anything itself.
fn submit_once(deed: &Deed<'_>) -> Option<String> {
    let elsewhere = matches!(deed.actor, Actor::Staff(staff) if staff.agency.as_str() != LEAD);
    let takes_in = match deed.event {
        Event::Intake(Desk::Submitted(submitted)) => submitted.agency.as_str() != LEAD || elsewhere,
        Event::Intake(Desk::Completed(_) | Desk::ContactChanged(_) | Desk::Supplied(_)) => elsewhere,
        _ => false,
    };
    wrong(takes_in, "another agency than the lead takes something in")
        .or_else(|| wrong(asks_down_the_line(deed), "an agency down the line asks for a payment"))
        .or_else(|| wrong(request(deed).is_some() && elsewhere, "an agency down the line issues the request"))
}
