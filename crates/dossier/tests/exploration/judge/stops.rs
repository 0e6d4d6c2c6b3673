//! The clock's stops, and the steps that rest with them (domain: Counting time).

use super::ledger::Ledger;
use super::{Deed, Invariant, wrong};
use deadline::{Cause, Event as Time};
use dossier::Event;
use routing::Event as Way;

pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant { slug: "stops-in-pairs", cite: "Counting time", broken: in_pairs },
    Invariant { slug: "payment-while-it-stands", cite: "Counting time", broken: payment },
    Invariant { slug: "steps-rest-with-the-clock", cite: "Counting time", broken: resting },
];

/// The clock stops while it runs, and runs again when what it stood for is all in.
fn in_pairs(deed: &Deed<'_>) -> Option<String> {
    match deed.event {
        Event::Deadline(Time::ClockStopped(_)) => wrong(!deed.before.is_in_work(), "it doesn't run"),
        Event::Deadline(Time::ClockResumed(_)) => {
            let wanted = deed.before.out.is_some();
            wrong(!stands(deed.before), "it doesn't stand").or_else(|| wrong(wanted, "not all is in"))
        }
        _ => None,
    }
}

/// A payment is asked for while it is in work, and made while the clock stands for it.
fn payment(deed: &Deed<'_>) -> Option<String> {
    let stands_for_it = matches!(deed.before.standing, Some((_, Cause::Payment)));
    match deed.event {
        Event::Deadline(Time::PaymentAsked(_)) => wrong(!deed.before.is_in_work(), "it isn't in work"),
        Event::Deadline(Time::PaymentMade(_)) => wrong(!stands_for_it || !stands(deed.before), "none is out"),
        _ => None,
    }
}

fn stands(ledger: &Ledger) -> bool {
    ledger.standing.is_some() && ledger.ended.is_none() && ledger.result.is_none()
}

/// The open step rests when the clock stops, and goes on with it, and lies with whom it lay.
fn resting(deed: &Deed<'_>) -> Option<String> {
    let Event::Routing(event) = deed.event else { return None };
    let step = |turn: &Option<super::ledger::Turn>| turn.as_ref().map(|turn| turn.step.clone());
    match event {
        Way::Paused(paused) => {
            let rests: Vec<_> = paused.steps.iter().map(|rested| rested.step.as_str().to_owned()).collect();
            wrong(!rests.iter().eq(step(&deed.before.open).iter()), "another step rests than lay open")
                .or_else(|| wrong(deed.before.standing.is_none(), "it rests while the clock runs"))
        }
        Way::Resumed(resumed) => {
            let opened: Vec<_> =
                resumed.opened.iter().map(|opened| opened.step.as_str().to_owned()).collect();
            wrong(!opened.iter().eq(step(&deed.before.resting).iter()), "another step goes on than rested")
                .or_else(|| wrong(deed.before.standing.is_some(), "it goes on while the clock stands"))
        }
        _ => None,
    }
}
