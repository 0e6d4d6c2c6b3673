//! A bundle's papers: recorded by their agencies, handed out early only where allowed, one result, one return (2.d).

use super::law::Law;
use super::ledger::Ledger;
use super::process::Leg;
use super::{Deed, Invariant, wrong};
use crate::ground::LEAD;
use dossier::Event;
use kernel::Actor;
use result::{Event as End, Kind};

pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant { slug: "lead-and-coordinators", cite: "2.d", broken: all_there },
    Invariant { slug: "lead-and-coordinators: returned at the lead", cite: "2.d", broken: at_the_lead },
    Invariant { slug: "lead-and-coordinators: a member's paper", cite: "2.d", broken: recorded },
    Invariant { slug: "lead-and-coordinators: handed out early", cite: "2.d", broken: early },
    Invariant { slug: "bundle-comes-to", cite: "2.d", broken: comes_to },
];

/// The legs that end in papers of their own, and are worked.
pub(crate) fn members(law: &Law, ledger: &Ledger) -> Vec<&'static Leg> {
    let worked = |leg: &&Leg| leg.paper.is_some() && ledger.is_worked(leg) != Some(false);
    law.legs.iter().filter(worked).collect()
}

/// The papers that aren't there yet.
pub(crate) fn missing(law: &Law, ledger: &Ledger) -> Vec<&'static str> {
    let codes = members(law, ledger).into_iter().map(|leg| leg.code);
    codes.filter(|leg| !ledger.papers.contains_key(leg)).collect()
}

/// The result comes when every member's paper is there; what isn't a bundle has a paper of its own.
fn all_there(deed: &Deed<'_>) -> Option<String> {
    let Event::Result(End::ResultRecorded(recorded)) = deed.event else { return None };
    let missing = missing(deed.law, deed.before);
    wrong(!missing.is_empty(), format!("the papers of {missing:?} aren't there"))
        .or_else(|| wrong(!deed.law.is_bundle() && recorded.paper.is_none(), "there is no paper"))
}

/// What is handed out is handed out at the lead's counter.
fn at_the_lead(deed: &Deed<'_>) -> Option<String> {
    let hands_out = matches!(deed.event, Event::Result(End::ResultReturned(_) | End::PaperReturned(_)));
    let elsewhere = matches!(deed.actor, Actor::Staff(staff) if staff.agency.as_str() != LEAD);
    wrong(hands_out && elsewhere, "handed out by another agency than the lead")
}

/// One paper of each member, of a leg that has begun, before the result.
fn recorded(deed: &Deed<'_>) -> Option<String> {
    let Event::Result(End::PaperRecorded(paper)) = deed.event else { return None };
    let leg = deed.law.leg(paper.leg.as_str()).filter(|leg| leg.paper.is_some());
    let Some(leg) = leg else { return Some("the leg ends in no paper of its own".to_owned()) };
    wrong(deed.before.papers.contains_key(leg.code), "recorded twice")
        .or_else(|| wrong(!deed.before.has_begun(deed.law, leg.code), "the leg hasn't begun"))
        .or_else(|| wrong(!deed.before.is_in_hand(), "it isn't in hand"))
}

/// Handed out before the others only where the procedure says so, once, when it is there and its leg is done.
fn early(deed: &Deed<'_>) -> Option<String> {
    let Event::Result(End::PaperReturned(paper)) = deed.event else { return None };
    let Some(leg) = deed.law.leg(paper.leg.as_str()) else { return Some("no such leg".to_owned()) };
    wrong(!leg.paper.is_some_and(|paper| paper.early), "it is kept until all are there")
        .or_else(|| wrong(deed.before.papers_out.contains(leg.code), "handed out twice"))
        .or_else(|| wrong(!deed.before.papers.contains_key(leg.code), "it isn't there"))
        .or_else(|| wrong(!deed.before.is_done(leg.code), "its leg isn't done"))
        .or_else(|| wrong(!deed.before.is_in_hand(), "it isn't in hand"))
}

/// A bundle is denied where all its members are, and granted where one is.
fn comes_to(deed: &Deed<'_>) -> Option<String> {
    let Event::Result(End::ResultRecorded(recorded)) = deed.event else { return None };
    let granted = deed.before.papers.values().any(|kind| *kind == Kind::Granted);
    let expected = if granted { Kind::Granted } else { Kind::Denied };
    wrong(!deed.before.papers.is_empty() && recorded.result != expected, "its members' papers say otherwise")
}
