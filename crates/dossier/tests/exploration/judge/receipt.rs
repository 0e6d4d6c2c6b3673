//! What passes between agencies: receipts (NĐ 118/2025 Đ20.2), what is said at the end of a step, consultations (Đ19.4).

use super::actors::{is_at, works_at};
use super::process::OnlyIf;
use super::{Deed, Invariant, wrong};
use crate::ground::LEAD;
use dossier::Event;
use kernel::{Actor, Role};
use routing::{Consulted, Event as Way, StepDone};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant {
        slug: "received-before-it-is-worked-on", cite: "NĐ 118/2025 Đ20.2", broken: received_first
    },
    Invariant { slug: "received-by-its-agency", cite: "NĐ 118/2025 Đ20.2", broken: received },
    Invariant { slug: "said-once-at-its-step", cite: "2.d", broken: said },
    Invariant { slug: "conditions-by-what-was-handed-in", cite: "2.d", broken: by_what_was_handed_in },
    Invariant { slug: "consultation", cite: "NĐ 118/2025 Đ19.4", broken: consultation },
];

/// Nothing is done to a step of a coordinating agency before that agency has received its leg.
fn received_first(deed: &Deed<'_>) -> Option<String> {
    let Event::Routing(event) = deed.event else { return None };
    let step = match event {
        Way::StepDone(done) => &done.step,
        Way::StepSentBack(back) => &back.step,
        Way::StepAssigned(assigned) => &assigned.step,
        Way::Consulted(asked) => &asked.step,
        _ => return None,
    };
    let leg = deed.law.seat(step.as_str())?.leg;
    let arrived = leg.agency == LEAD || deed.before.received.contains(leg.code);
    wrong(!arrived, format!("{} wasn't received", leg.code))
}

/// A leg of a coordinating agency that lies open is received once, by somebody who works there.
fn received(deed: &Deed<'_>) -> Option<String> {
    let Event::Routing(Way::LegReceived(received)) = deed.event else { return None };
    let Some(leg) = deed.law.leg(received.leg.as_str()) else { return Some("no such leg".to_owned()) };
    let open =
        deed.before.open.iter().any(|open| deed.law.seat(open.step).is_some_and(|s| s.leg.code == leg.code));
    wrong(leg.agency == LEAD || !open, "it wasn't handed over")
        .or_else(|| wrong(deed.before.received.contains(leg.code), "received twice"))
        .or_else(|| wrong(!works_at(deed.actor, leg.agency), "received by another agency"))
        .or_else(|| wrong(!deed.before.is_in_work(), "it isn't in work"))
}

/// Whoever completes a step says what is asked there and nothing else, once.
fn said(deed: &Deed<'_>) -> Option<String> {
    let Event::Routing(Way::StepDone(StepDone { step, decided, told, .. })) = deed.event else { return None };
    let asked = deed.law.decided_at(step.as_str()).filter(|leg| !deed.before.decided.contains_key(leg.code));
    let asked: BTreeSet<&str> = asked.map(|leg| leg.code).collect();
    let tells = deed.law.told_at(step.as_str()).is_some() && deed.before.told.is_none();
    let said: BTreeSet<&str> = decided.keys().map(kernel::LegCode::as_str).collect();
    wrong(said != asked, format!("{asked:?} is to be decided, not {said:?}"))
        .or_else(|| wrong(told.is_some() != tells, "a sum is told that isn't asked for, or isn't told"))
}

/// What goes by what was handed in is settled at the beginning, by that and nothing else.
fn by_what_was_handed_in(deed: &Deed<'_>) -> Option<String> {
    let Event::Routing(Way::Started(started)) = deed.event else { return None };
    let is_handed = |component: &str| deed.before.handed.contains_key(component);
    let settled = deed.law.legs.iter().filter_map(|leg| match leg.only_if {
        OnlyIf::Handed(component) => Some((leg.code, is_handed(component))),
        OnlyIf::NotHanded(component) => Some((leg.code, !is_handed(component))),
        OnlyIf::Always | OnlyIf::Decided(_) => None,
    });
    let settled: BTreeMap<&str, bool> = settled.collect();
    let told: BTreeMap<&str, bool> =
        started.decided.iter().map(|(leg, worked)| (leg.as_str(), *worked)).collect();
    wrong(told != settled, format!("{settled:?} by what was handed in, not {told:?}"))
}

/// Who holds a step asks another agency by a moment ahead; it answers once, in time or late; the system finds that it
/// didn't, after its time.
fn consultation(deed: &Deed<'_>) -> Option<String> {
    let Event::Routing(event) = deed.event else { return None };
    let numbered = |number: u32| deed.before.consultations.get(usize::try_from(number).ok()?.checked_sub(1)?);
    match event {
        Way::Consulted(asked) => asks(deed, asked),
        Way::ConsultationAnswered(answered) => {
            let Some(one) = numbered(answered.number) else { return Some("none was asked".to_owned()) };
            let speaks = [Role::Officer, Role::Leader, Role::Deputy, Role::Head];
            let speaks = speaks.into_iter().any(|role| is_at(deed.actor, role, one.asked));
            wrong(one.answered, "answered twice")
                .or_else(|| wrong(!speaks, "answered by another agency"))
                .or_else(|| wrong(!deed.before.is_in_hand(), "it isn't in hand"))
        }
        Way::ConsultationUnanswered(unanswered) => {
            let Some(one) = numbered(unanswered.number) else { return Some("none was asked".to_owned()) };
            wrong(
                one.answered || one.unanswered || deed.now <= one.due,
                "answered, on record, or still in time",
            )
            .or_else(|| wrong(*deed.actor != Actor::System, "found by somebody else than the system"))
            .or_else(|| wrong(!deed.before.is_in_hand(), "it isn't in hand"))
        }
        _ => None,
    }
}

fn asks(deed: &Deed<'_>, asked: &Consulted) -> Option<String> {
    let Some(open) = deed.before.open(asked.step.as_str()) else {
        return Some("no such step lies open".to_owned());
    };
    let own = deed
        .law
        .seat(open.step)
        .is_some_and(|seat| asked.asking.as_str() == seat.agency() && asked.asked.as_str() != seat.agency());
    let next = deed.before.consultations.len() + 1;
    wrong(!open.lies_with(deed.law, deed.actor), "asked by who doesn't hold the step")
        .or_else(|| wrong(!own, "an agency asks itself, or in another's name"))
        .or_else(|| wrong(asked.due <= deed.now, "asked for an answer by a moment that has passed"))
        .or_else(|| wrong(usize::try_from(asked.number) != Ok(next), "another number than the next"))
        .or_else(|| wrong(!deed.before.is_in_work(), "it isn't in work"))
}
