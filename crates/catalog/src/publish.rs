//! What may be published. A draft that lacks something stays a draft, and is told everything it lacks at once.

use crate::load::Load;
use crate::procedure::{Case, Draft, Version};
use crate::process::Process;
use crate::{AgencyTree, ProcessFault};
use calendar::ProcessingTime;
use kernel::{CaseCode, Fact, Rule, Violation};
use std::collections::BTreeSet;
use thiserror::Error;

/// One thing that keeps a draft from being published.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Lack {
    /// A rule is broken.
    #[error("{0}")]
    Broken(Violation),
    /// Something isn't there, or isn't sound: what, and what to do.
    #[error("{0}")]
    Missing(String),
    /// The process isn't one.
    #[error("process: {0}")]
    Process(ProcessFault),
}

/// What publishing is checked against.
#[derive(Debug, Clone, Copy)]
pub struct Basis<'a> {
    /// The agencies there are.
    pub agencies: &'a AgencyTree,
    /// The nominal working day, in minutes.
    pub minutes_per_day: u32,
}

/// Publishes `draft` as version `number`.
///
/// A draft without cases gets one, `chung`, which asks for every component.
///
/// # Errors
/// Everything that lacks: a missing part, a process that isn't one, `simplification-first` (2.d¶1) without a complete
/// review, `within-published-time` (2.d) for each time that the longest path doesn't fit.
pub fn publish(draft: &Draft, number: u32, basis: Basis<'_>) -> Result<Version, Vec<Lack>> {
    let mut lacks = parts_missing(draft, basis);
    lacks.extend(review_missing(draft).map(Lack::Broken));
    let content = with_a_case(draft);
    let (Some(time), Some(process)) = (draft.time, draft.process.clone()) else { return Err(lacks) };
    for (time, process) in timetables(&content, time, &process) {
        lacks.extend(overrun(time, process, basis.minutes_per_day));
    }
    if lacks.is_empty() { Ok(Version { number, time, process, content }) } else { Err(lacks) }
}

/// The code of the one case of a procedure without cases.
pub const ONLY_CASE: &str = "chung";

fn with_a_case(draft: &Draft) -> Draft {
    let mut content = draft.clone();
    if let (true, Ok(code)) = (content.cases.is_empty(), ONLY_CASE.parse::<CaseCode>()) {
        content.cases.push(Case { code, name: "Trường hợp chung".to_owned(), time: None, process: None });
    }
    content
}

fn parts_missing(draft: &Draft, basis: Basis<'_>) -> Vec<Lack> {
    let mut lacks = Vec::new();
    let mut lack = |when: bool, what: &str| {
        if when {
            lacks.push(Lack::Missing(what.to_owned()));
        }
    };
    lack(draft.name.trim().is_empty(), "no name");
    lack(draft.time.is_none(), "no usable processing time (amount and unit)");
    lack(draft.process.is_none(), "no process");
    lack(draft.grounds.is_empty(), "no ground of refusal: without one nothing could ever be refused lawfully");
    lack(draft.channels.is_empty(), "no channel");
    lack(draft.received_by.is_empty(), "no agency receives it");
    for agency in draft.received_by.iter().filter(|code| basis.agencies.get(code).is_none()) {
        lack(true, &format!("received by {agency}, which isn't among the agencies"));
    }
    for agency in legs_elsewhere(draft).filter(|code| basis.agencies.get(code).is_none()) {
        lack(true, &format!("a leg lies with {agency}, which isn't among the agencies"));
    }
    for unsound in unsound_components(draft) {
        lack(true, &unsound);
    }
    lacks
}

fn legs_elsewhere(draft: &Draft) -> impl Iterator<Item = &kernel::AgencyCode> {
    let own = draft.process.iter();
    let of_cases = draft.cases.iter().filter_map(|case| case.process.as_ref());
    own.chain(of_cases).flat_map(|process| &process.legs).filter_map(|leg| leg.agency.as_ref())
}

fn unsound_components(draft: &Draft) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    let cases: BTreeSet<_> = draft.cases.iter().map(|case| &case.code).collect();
    for component in &draft.components {
        let code = &component.code;
        if !seen.insert(code) {
            faults.push(format!("component {code} is listed twice"));
        }
        if component.any_of.is_empty() || component.any_of.iter().any(|way| way.count == 0) {
            faults.push(format!("component {code} needs a form and a number of at least 1"));
        }
        if let Some(case) = component.cases.iter().find(|case| !cases.contains(case)) {
            faults.push(format!("component {code} belongs to case {case}, which isn't listed"));
        }
    }
    faults
}

fn review_missing(draft: &Draft) -> Option<Violation> {
    let unstated = match &draft.review {
        None => vec!["components", "conditions", "delegation"],
        Some(review) => review.unstated(),
    };
    if unstated.is_empty() {
        return None;
    }
    let unstated: Vec<String> = unstated.into_iter().map(str::to_owned).collect();
    Some(Violation::of(Rule::SimplificationFirst).with("unstated", unstated))
}

/// Every time that counts with the process that must fit it: the procedure's own, then each case that has its own
/// time or process.
fn timetables<'a>(
    draft: &'a Draft,
    time: ProcessingTime,
    process: &'a Process,
) -> impl Iterator<Item = (ProcessingTime, &'a Process)> {
    let own = draft.cases.iter().filter(|case| case.time.is_some() || case.process.is_some());
    let of_cases = own.map(move |case| (case.time.unwrap_or(time), case.process.as_ref().unwrap_or(process)));
    std::iter::once((time, process)).chain(of_cases)
}

fn overrun(time: ProcessingTime, process: &Process, minutes_per_day: u32) -> Option<Lack> {
    if let Err(fault) = process.check(minutes_per_day) {
        return Some(Lack::Process(fault));
    }
    let longest = process.longest_path(minutes_per_day);
    if longest.load <= Load::of(time, minutes_per_day) {
        return None;
    }
    let path: Vec<String> = longest.legs.iter().map(ToString::to_string).collect();
    let violation = Violation::of(Rule::WithinPublishedTime)
        .with("longest_path", Fact::List(path))
        .with("published", time.english());
    Some(Lack::Broken(violation))
}
