//! The way through the desks: the order of steps, and the time each was given and took (3.b¶3: charged to who used it).

use super::{Deed, Invariant, wrong};
use dossier::Event;
use routing::{Event as Way, Opened};
use time::{Duration, OffsetDateTime};

pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant { slug: "steps-in-order", cite: "2.d", broken: order },
    Invariant { slug: "step-time", cite: "3.b¶3", broken: time },
];

/// Acceptance opens the first step, a step done the next, one sent back an earlier one of its leg; all while in work.
fn order(deed: &Deed<'_>) -> Option<String> {
    let Event::Routing(event) = deed.event else { return None };
    let place = |step: &str| deed.law.desk(step).map(|(place, _)| place);
    let opens = |opened: &[Opened], at: Option<usize>| {
        let expected = at
            .and_then(|at| deed.law.desks.get(at))
            .map(|desk| (desk.step, desk.leg, desk.agency, desk.role));
        let told = opened.iter().map(|o| (o.step.as_str(), o.leg.as_str(), o.agency.as_str(), o.role));
        wrong(!told.eq(expected), "it opens another step")
    };
    let works = || wrong(!deed.before.is_in_work(), "it isn't in work");
    match event {
        Way::Started(started) => opens(&started.opened, Some(0)),
        Way::StepDone(done) => {
            opens(&done.opened, place(done.step.as_str()).map(|place| place + 1)).or_else(works)
        }
        Way::StepSentBack(back) => {
            let (from, to) = (place(back.step.as_str())?, place(back.opened.step.as_str())?);
            let earlier = to < from && deed.law.desks[to].leg == deed.law.desks[from].leg;
            wrong(!earlier, "it goes to no earlier step of its leg")
                .or_else(|| opens(std::slice::from_ref(&back.opened), Some(to)))
                .or_else(works)
        }
        Way::StepAssigned(_) => works(),
        Way::Paused(_) | Way::Resumed(_) => None,
    }
}

/// A step took the working time since it opened, and is given what is left of its share.
fn time(deed: &Deed<'_>) -> Option<String> {
    let Event::Routing(event) = deed.event else { return None };
    let (used, opened): (Option<(&str, i64)>, &[Opened]) = match event {
        Way::Started(started) => (None, &started.opened),
        Way::StepDone(done) => (Some((done.step.as_str(), done.used_minutes)), &done.opened),
        Way::StepSentBack(back) => {
            (Some((back.step.as_str(), back.used_minutes)), std::slice::from_ref(&back.opened))
        }
        Way::Paused(paused) => {
            (paused.steps.first().map(|rest| (rest.step.as_str(), rest.used_minutes)), &[])
        }
        Way::Resumed(resumed) => (None, &resumed.opened),
        Way::StepAssigned(_) => (None, &[]),
    };
    let afresh = matches!(event, Way::Resumed(resumed) if resumed.afresh);
    let took = deed.before.open.as_ref().map(|open| minutes(deed, open.since));
    let left = |opened: &Opened| {
        let before =
            if afresh { 0 } else { deed.before.used.get(opened.step.as_str()).copied().unwrap_or_default() };
        Some((deed.law.desk(opened.step.as_str())?.1.minutes - before).max(0))
    };
    wrong(
        used.is_some_and(|(_, minutes)| Some(minutes) != took),
        format!("it took {took:?} minutes, not {used:?}"),
    )
    .or_else(|| {
        wrong(opened.iter().any(|o| Some(o.given_minutes) != left(o)), "it is given other than what is left")
    })
}

/// The working minutes until now; a moment counts as its minute.
fn minutes(deed: &Deed<'_>, since: OffsetDateTime) -> i64 {
    let minute = |moment: OffsetDateTime| moment - Duration::seconds(i64::from(moment.second()));
    deed.law.almanac(deed.now).between(minute(since), minute(deed.now)) / 60
}
