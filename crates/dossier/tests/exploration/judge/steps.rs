//! The way through the desks: which steps open when, and the time each was given and took (3.b¶3: charged to who used it).

use super::across::LegStands;
use super::charge::minutes;
use super::ledger::Ledger;
use super::legs::{Starts, starting, starts_with, targets};
use super::{Deed, Invariant, wrong};
use dossier::Event;
use kernel::LegCode;
use routing::{Event as Way, Opened, StepDone};
use std::collections::BTreeSet;

pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant { slug: "steps-in-order", cite: "2.d", broken: order },
    Invariant { slug: "legs-in-order", cite: "2.d", broken: waits },
    Invariant { slug: "step-open-once", cite: "2.d", broken: once },
    Invariant { slug: "step-at-its-agency", cite: "2.d", broken: at_its_agency },
    Invariant { slug: "step-time", cite: "3.b¶3", broken: time },
];

/// The steps that an event opens.
fn opened(event: &Way) -> &[Opened] {
    match event {
        Way::Started(started) => &started.opened,
        Way::StepDone(done) => &done.opened,
        Way::StepSentBack(back) => std::slice::from_ref(&back.opened),
        Way::Resumed(resumed) => &resumed.opened,
        Way::LegPaid(paid) => &paid.opened,
        Way::StepAssigned(_)
        | Way::Paused(_)
        | Way::LegReceived(_)
        | Way::Consulted(_)
        | Way::ConsultationAnswered(_)
        | Way::ConsultationUnanswered(_) => &[],
    }
}

fn steps(opened: &[Opened]) -> BTreeSet<&str> {
    opened.iter().map(|opened| opened.step.as_str()).collect()
}

/// Acceptance opens all that waits for nothing, a step done the next of its leg or all that waited for it, one sent back
/// an earlier one; all while in work.
fn order(deed: &Deed<'_>) -> Option<String> {
    let Event::Routing(event) = deed.event else { return None };
    let works = || wrong(!deed.before.is_in_work(), "it isn't in work");
    match event {
        Way::Started(started) => {
            let mut ledger = deed.before.clone();
            ledger.decided.extend(
                started
                    .decided
                    .iter()
                    .filter_map(|(leg, worked)| Some((deed.law.leg(leg.as_str())?.code, *worked))),
            );
            told(&starting(deed.law, &ledger), &started.opened, &started.skipped, None)
        }
        Way::StepDone(done) => step_done(deed, done).or_else(works),
        Way::StepSentBack(back) => {
            let to = back.opened.step.as_str();
            let known = targets(deed.law, deed.before, back.step.as_str());
            wrong(!known.contains(to), "it goes to no earlier step of its leg, nor to one the lead has done")
                .or_else(works)
        }
        Way::StepAssigned(_) => works(),
        Way::LegPaid(paid) => of_paid_leg(deed, &paid.opened),
        Way::Resumed(resumed) => {
            let paid =
                deed.before.awaiting.filter(|_| deed.before.is_paid()).and_then(|leg| paid_leg(deed, leg));
            let rests = deed.before.resting.iter().map(|turn| turn.step);
            let expected: BTreeSet<&str> = rests.chain(paid).collect();
            wrong(steps(&resumed.opened) != expected, format!("it opens other steps than {expected:?}"))
        }
        Way::Paused(_)
        | Way::LegReceived(_)
        | Way::Consulted(_)
        | Way::ConsultationAnswered(_)
        | Way::ConsultationUnanswered(_) => None,
    }
}

/// The step that a paid leg starts with, where it waits for nothing else.
fn paid_leg(deed: &Deed<'_>, leg: &str) -> Option<&'static str> {
    let leg = deed.law.leg(leg).filter(|leg| deed.before.may_start(deed.law, leg))?;
    starts_with(deed.before, leg)
}

/// What was paid for starts where it waits for nothing else and the clock runs.
fn of_paid_leg(deed: &Deed<'_>, opened: &[Opened]) -> Option<String> {
    let runs = deed.before.standing.is_none();
    let expected = deed.before.awaiting.filter(|_| runs).and_then(|leg| paid_leg(deed, leg));
    wrong(!steps(opened).into_iter().eq(expected), format!("it opens another step than {expected:?}"))
}

fn step_done(deed: &Deed<'_>, done: &StepDone) -> Option<String> {
    let seat = deed.law.seat(done.step.as_str())?;
    if let Some(next) = seat.next() {
        let next = Starts { opened: [next.step].into(), ..Starts::default() };
        return told(&next, &done.opened, &done.skipped, done.awaiting.as_ref());
    }
    let expected = starting(deed.law, &after(deed.before, deed, done));
    let awaiting = expected.awaiting.filter(|leg| deed.before.awaiting != Some(leg));
    told(&Starts { awaiting, ..expected }, &done.opened, &done.skipped, done.awaiting.as_ref())
}

/// The ledger with the last step of a leg done, and nothing opened yet.
fn after(before: &Ledger, deed: &Deed<'_>, done: &StepDone) -> Ledger {
    let mut after = before.clone();
    after.open.retain(|open| open.step != done.step.as_str());
    after.legs.extend(deed.law.seat(done.step.as_str()).map(|seat| (seat.leg.code, LegStands::Done)));
    let said =
        done.decided.iter().filter_map(|(leg, worked)| Some((deed.law.leg(leg.as_str())?.code, *worked)));
    after.decided.extend(said);
    after.told = done.told.or(after.told);
    after
}

fn told(
    starts: &Starts,
    opened: &[Opened],
    skipped: &[LegCode],
    awaiting: Option<&LegCode>,
) -> Option<String> {
    let skipped: BTreeSet<&str> = skipped.iter().map(LegCode::as_str).collect();
    wrong(steps(opened) != starts.opened, format!("it opens other steps than {:?}", starts.opened))
        .or_else(|| {
            wrong(skipped != starts.skipped, format!("other legs aren't worked than {:?}", starts.skipped))
        })
        .or_else(|| {
            let another = awaiting.map(LegCode::as_str) != starts.awaiting;
            wrong(another, format!("another leg waits for a payment than {:?}", starts.awaiting))
        })
}

/// No leg starts before all that it waits for, nearest or not, is done with; nor one that isn't worked, or not paid for.
fn waits(deed: &Deed<'_>) -> Option<String> {
    let Event::Routing(event) = deed.event else { return None };
    if opened(event).is_empty() || matches!(event, Way::StepSentBack(_)) {
        return None;
    }
    let after = super::fold(deed.law, deed.before.clone(), deed.event, deed.now);
    let early = opened(event).iter().find_map(|opened| {
        let seat = deed.law.seat(opened.step.as_str())?;
        let rests = deed.before.resting.iter().any(|turn| turn.step == seat.desk.step);
        let starts = seat.place == 0 || deed.before.legs.contains_key(seat.leg.code);
        let unpaid = seat.leg.told_at.is_some() && !after.is_paid();
        let early = starts && !rests && !after.may_start(deed.law, seat.leg);
        (early || unpaid || after.is_worked(seat.leg) != Some(true)).then_some(seat.leg.code)
    });
    early.map(|leg| format!("{leg} starts before its time"))
}

/// Each step lies open at most once, or rests.
fn once(deed: &Deed<'_>) -> Option<String> {
    let Event::Routing(event) = deed.event else { return None };
    if opened(event).is_empty() {
        return None;
    }
    let after = super::fold(deed.law, deed.before.clone(), deed.event, deed.now);
    let lie = after.open.iter().chain(&after.resting).map(|turn| turn.step);
    let named: BTreeSet<&str> = lie.clone().collect();
    wrong(named.len() != lie.count(), "a step lies open twice")
        .or_else(|| wrong(steps(opened(event)).len() != opened(event).len(), "a step is opened twice"))
}

/// What opens lies with the agency and the role of its leg.
fn at_its_agency(deed: &Deed<'_>) -> Option<String> {
    let Event::Routing(event) = deed.event else { return None };
    let stray = opened(event).iter().find(|opened| {
        let told = (opened.leg.as_str(), opened.agency.as_str(), opened.role);
        let seat = deed.law.seat(opened.step.as_str());
        seat.map(|seat| (seat.leg.code, seat.agency(), seat.desk.role)) != Some(told)
    });
    stray.map(|opened| format!("{} lies with another agency or role than its own", opened.step))
}

/// A step took its agency's working time since it opened, and is given what is left of its share, whenever it starts.
fn time(deed: &Deed<'_>) -> Option<String> {
    let Event::Routing(event) = deed.event else { return None };
    let used: Vec<(&str, i64)> = match event {
        Way::StepDone(done) => vec![(done.step.as_str(), done.used_minutes)],
        Way::StepSentBack(back) => vec![(back.step.as_str(), back.used_minutes)],
        Way::Paused(paused) => {
            paused.steps.iter().map(|rest| (rest.step.as_str(), rest.used_minutes)).collect()
        }
        _ => vec![],
    };
    let took = |step: &str| deed.before.open(step).map(|open| minutes(deed.law, step, open.since, deed.now));
    let wrongly = used.iter().find(|(step, minutes)| took(step) != Some(*minutes));
    let afresh = matches!(event, Way::Resumed(resumed) if resumed.afresh);
    let before =
        |step: &str| if afresh { 0 } else { deed.before.used.get(step).copied().unwrap_or_default() };
    let left = |step: &str| Some((deed.law.seat(step)?.desk.minutes - before(step)).max(0));
    let given = opened(event).iter().find(|opened| Some(opened.given_minutes) != left(opened.step.as_str()));
    let told = wrongly.map(|(step, minutes)| format!("{step} took {:?} minutes, not {minutes}", took(step)));
    told.or_else(|| given.map(|opened| format!("{} is given other than what is left", opened.step)))
}
