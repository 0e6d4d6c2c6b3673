//! The clock's stops, and the steps that rest with them (domain: Counting time).

use super::ledger::{Ledger, Turn};
use super::{Deed, Invariant, wrong};
use crate::ground::LEAD;
use deadline::{Cause, Event as Time, PaymentAsked};
use dossier::Event;
use kernel::Actor;
use routing::Event as Way;
use std::collections::BTreeSet;

pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant { slug: "stops-in-pairs", cite: "Counting time", broken: in_pairs },
    Invariant { slug: "payment-while-it-stands", cite: "Counting time", broken: payment },
    Invariant { slug: "payment: the leg that waits for it", cite: "Counting time", broken: of_a_leg },
    Invariant { slug: "steps-rest-with-the-clock", cite: "Counting time", broken: resting },
];

/// The clock stops while it runs, and runs again when what it stood for is all in.
fn in_pairs(deed: &Deed<'_>) -> Option<String> {
    match deed.event {
        Event::Deadline(Time::ClockStopped(_)) => wrong(!deed.before.is_in_work(), "it doesn't run"),
        Event::Deadline(Time::ClockResumed(_)) => {
            let wanted = match deed.before.standing {
                Some((_, Cause::Payment)) => deed.before.payment.is_some(),
                _ => deed.before.out.is_some(),
            };
            wrong(!stands(deed.before), "it doesn't stand").or_else(|| wrong(wanted, "not all is in"))
        }
        _ => None,
    }
}

/// A payment is asked for while it is in work, one at a time, and made while it is out.
fn payment(deed: &Deed<'_>) -> Option<String> {
    let out = deed.before.payment.is_some();
    match deed.event {
        Event::Deadline(Time::PaymentAsked(_)) => {
            wrong(!deed.before.is_in_work(), "it isn't in work").or_else(|| wrong(out, "one is out already"))
        }
        Event::Deadline(Time::PaymentMade(_)) => wrong(!out || !deed.before.is_in_hand(), "none is out"),
        _ => None,
    }
}

/// What a leg waits for is the sum that was told for it, and the leg is told once that is paid.
fn of_a_leg(deed: &Deed<'_>) -> Option<String> {
    match deed.event {
        Event::Deadline(Time::PaymentAsked(PaymentAsked { leg: Some(leg), amount, .. })) => {
            let waits = deed.law.leg(leg.as_str()).is_some_and(|leg| leg.told_at.is_some());
            let told = deed.before.told == Some(*amount) && *amount > 0 && !deed.before.paid;
            wrong(!waits || !told, "another sum than was told, or for another leg")
        }
        Event::Routing(Way::LegPaid(paid)) => {
            let told = deed.law.leg(paid.leg.as_str()).is_some_and(|leg| leg.told_at.is_some());
            let settled = deed.before.payment.is_none() && deed.before.told.is_some() && !deed.before.paid;
            wrong(!told || !settled, "nothing was paid for it")
        }
        _ => None,
    }
}

/// No agency down the line asks the applicant for a payment of its own (2.d).
pub(super) fn asks_down_the_line(deed: &Deed<'_>) -> bool {
    let own = matches!(deed.event, Event::Deadline(Time::PaymentAsked(PaymentAsked { leg: None, .. })));
    own && matches!(deed.actor, Actor::Staff(staff) if staff.agency.as_str() != LEAD)
}

fn stands(ledger: &Ledger) -> bool {
    ledger.standing.is_some() && ledger.ended.is_none() && ledger.result.is_none()
}

/// Every open step rests when the clock stops, and goes on with it.
fn resting(deed: &Deed<'_>) -> Option<String> {
    let Event::Routing(event) = deed.event else { return None };
    let steps = |turns: &[Turn]| turns.iter().map(|turn| turn.step).collect::<BTreeSet<_>>();
    match event {
        Way::Paused(paused) => {
            let rests: BTreeSet<_> = paused.steps.iter().map(|rested| rested.step.as_str()).collect();
            wrong(rests != steps(&deed.before.open), "other steps rest than lay open")
                .or_else(|| wrong(deed.before.standing.is_none(), "they rest while the clock runs"))
        }
        Way::Resumed(resumed) => {
            let opened: BTreeSet<_> = resumed.opened.iter().map(|opened| opened.step.as_str()).collect();
            wrong(!opened.is_superset(&steps(&deed.before.resting)), "other steps go on than rested")
                .or_else(|| wrong(deed.before.standing.is_some(), "they go on while the clock stands"))
        }
        _ => None,
    }
}
