//! A step is completed.

use crate::desk::held_by;
use crate::event::{Event, Outcome, StepDone};
use crate::facts::Facts;
use crate::legs::{Standing, standing};
use crate::open;
use crate::state::{OpenStep, State, evolve};
use catalog::Condition;
use kernel::{LegCode, Rule, StepCode, Violation};
use std::collections::BTreeMap;

/// What whoever completes a step says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// Which step.
    pub step: StepCode,
    /// A note for who comes next.
    pub note: String,
    /// What is proposed.
    pub outcome: Option<Outcome>,
    /// Of each leg that is decided on at this step whether it is worked.
    pub decided: BTreeMap<LegCode, bool>,
    /// What the applicant is to pay, in đồng, where the sum is told at this step; 0: nothing.
    pub payment: Option<u64>,
}

/// What is to be said when a step is completed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ToSay {
    /// Whether each of these legs is worked.
    pub decide: Vec<LegCode>,
    /// The leg that waits for a payment whose sum is to be told.
    pub sum_for: Option<LegCode>,
}

impl Completion {
    /// Completes a step without a word.
    pub fn of(step: StepCode) -> Self {
        Self { step, note: String::new(), outcome: None, decided: BTreeMap::new(), payment: None }
    }
}

/// Completes a step: the working time since it opened goes to who did it, and what follows lies open, at once and with
/// every agency concerned (NĐ 118/2025 Đ20.2).
///
/// # Errors
/// - `right-desk` (3.b¶2): it lies with another agency, role or person.
/// - `changed-meanwhile`: it no longer lies open.
/// - `stage-order`: it hasn't been opened yet; or what is to be decided or told at its end isn't said, or something else
///   is: the facts name what is asked.
pub fn decide(state: &State, facts: &Facts<'_>, completion: Completion) -> Result<StepDone, Violation> {
    let (open, staff) = held_by(state, facts.actor, &completion.step)?;
    all_is_said(&to_say(state, facts, &completion.step), &completion)?;
    let Completion { step, note, outcome, decided, payment } = completion;
    let mut done = StepDone {
        at: facts.now,
        by: staff.user,
        used_minutes: used_minutes(facts, open),
        note,
        outcome,
        opened: Vec::new(),
        skipped: Vec::new(),
        awaiting: None,
        decided,
        told: payment,
        step,
    };
    let after = evolve(state.clone(), &Event::StepDone(done.clone()));
    let freed = open::after(&after, facts, &done.step);
    (done.opened, done.skipped, done.awaiting) = (freed.opened, freed.skipped, freed.awaiting);
    Ok(done)
}

/// Whether nothing follows a step: it is the last of the work.
pub fn is_last(state: &State, facts: &Facts<'_>, step: &StepCode) -> bool {
    let alone = state.open.len() == 1 && state.resting.is_empty() && state.awaiting.is_none();
    let follows = |(leg, place): (&catalog::Leg, usize)| place + 1 < leg.steps.len();
    let in_its_leg = facts.process.place_of(step).is_some_and(follows);
    let here = |leg: &catalog::Leg| leg.steps.iter().any(|own| own.code == *step);
    let ahead = facts.process.legs.iter().filter(|leg| !here(leg));
    let done_with = |leg: &catalog::Leg| matches!(standing(state, leg), Standing::Done | Standing::Skipped);
    alone && !in_its_leg && ahead.into_iter().all(done_with)
}

/// What is to be said when a step is completed: asked once, not again where the step comes back.
pub fn to_say(state: &State, facts: &Facts<'_>, step: &StepCode) -> ToSay {
    let is_asked = |leg: &&catalog::Leg| match &leg.only_if {
        Some(Condition::Decided { at, .. }) => at == step && !state.decided.contains_key(&leg.code),
        Some(Condition::Handed(_) | Condition::NotHanded(_)) | None => false,
    };
    let told_here =
        |leg: &&catalog::Leg| leg.payment.as_ref().is_some_and(|payment| payment.told_at == *step);
    let legs = || facts.process.legs.iter();
    ToSay {
        decide: legs().filter(is_asked).map(|leg| leg.code.clone()).collect(),
        sum_for: legs().find(told_here).filter(|_| state.told.is_none()).map(|leg| leg.code.clone()),
    }
}

fn all_is_said(asked: &ToSay, said: &Completion) -> Result<(), Violation> {
    let decided =
        said.decided.keys().eq(&asked.decide.iter().cloned().collect::<std::collections::BTreeSet<_>>());
    if decided && said.payment.is_some() == asked.sum_for.is_some() {
        return Ok(());
    }
    let legs: Vec<String> = asked.decide.iter().map(ToString::to_string).collect();
    let violation = Violation::of(Rule::StageOrder).with("to_decide", legs);
    Err(match &asked.sum_for {
        Some(leg) => violation.with("sum_to_tell_for", leg.as_str()),
        None => violation,
    })
}

/// The working time since a step opened, in minutes of its agency's calendar.
///
/// Never below zero: the clocks of two servers may differ, and an act may seem to come before what it follows. What
/// lies before the first day the calendar covers isn't counted.
pub(crate) fn used_minutes(facts: &Facts<'_>, open: &OpenStep) -> i64 {
    let calendar = facts.calendar_of(&open.opened.agency);
    let first_covered = calendar.covers().0.midnight().assume_offset(calendar.data().utc_offset);
    let since = open.opened.at.max(first_covered).min(facts.now);
    calendar.working_minutes(since, facts.now).expect("the calendar covers now")
}
