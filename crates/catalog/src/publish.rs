//! What may be published. A draft that lacks something stays a draft, and is told everything it lacks at once.

mod parts;

use crate::load::Load;
use crate::procedure::{Case, Draft};
use crate::process::Process;
use crate::version::Version;
use crate::{AgencyTree, ProcessFault};
use calendar::ProcessingTime;
use kernel::{CaseCode, Fact, Rule, Violation};
use thiserror::Error;

/// The code of the one case of a procedure without cases.
pub const ONLY_CASE: &str = "chung";

/// One thing that keeps a draft from being published.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Lack {
    /// A rule is broken.
    #[error("{0}")]
    Broken(Violation),
    /// Something isn't there, or isn't sound.
    #[error("{}", .0.en)]
    Missing(Missing),
    /// The process isn't one.
    #[error("process: {0}")]
    Process(ProcessFault),
}

/// What isn't there, or isn't sound, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
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
/// A draft without cases gets one, [`ONLY_CASE`], which asks for every component.
///
/// # Errors
/// Everything that lacks: a missing or unsound part, a draft that nobody has verified, a process that isn't one,
/// `simplification-first` (2.d¶1) without a complete review, `lead-and-coordinators` (2.d) for each lead under which a leg
/// has no responsible agency, `within-published-time` (2.d) for each time that the longest path doesn't fit.
pub fn publish(draft: &Draft, number: u32, basis: Basis<'_>) -> Result<Version, Vec<Lack>> {
    let mut lacks = parts::lacking(draft, basis.agencies);
    lacks.extend(review_missing(draft));
    lacks.extend(process_faults(draft, basis.minutes_per_day));
    lacks.extend(without_an_agency(draft));
    lacks.extend(timetables(draft).filter_map(|timetable| timetable.overrun(basis.minutes_per_day)));
    match (draft.time, draft.process.clone()) {
        (Some(time), Some(process)) if lacks.is_empty() => {
            Ok(Version { number, time, process, content: with_a_case(draft) })
        }
        (_, _) => Err(lacks),
    }
}

fn with_a_case(draft: &Draft) -> Draft {
    let mut content = draft.clone();
    if content.cases.is_empty() {
        let code = ONLY_CASE.parse().expect("plain letters");
        content
            .cases
            .push(Case { code, name: "Trường hợp chung".to_owned(), time: None, process: None });
    }
    content
}

fn review_missing(draft: &Draft) -> Option<Lack> {
    let unstated = match &draft.review {
        None => vec!["components", "conditions", "delegation"],
        Some(review) => review.unstated(),
    };
    if unstated.is_empty() {
        return None;
    }
    let unstated: Vec<String> = unstated.into_iter().map(str::to_owned).collect();
    Some(Lack::Broken(Violation::of(Rule::SimplificationFirst).with("unstated", unstated)))
}

/// Each leg has one responsible agency, under every lead that receives the procedure.
fn without_an_agency(draft: &Draft) -> impl Iterator<Item = Lack> {
    draft.received_by.iter().filter_map(|lead| {
        let legs = draft.processes().flat_map(|process| &process.legs);
        let unsettled: Vec<String> =
            legs.filter(|leg| !leg.is_settled_under(lead)).map(|leg| leg.code.to_string()).collect();
        let violation = Violation::of(Rule::LeadAndCoordinators).with("lead", lead.to_string());
        (!unsettled.is_empty()).then(|| Lack::Broken(violation.with("legs", unsettled)))
    })
}

fn process_faults(draft: &Draft, minutes_per_day: u32) -> impl Iterator<Item = Lack> {
    let faults = draft.processes().filter_map(move |process| process.check(minutes_per_day).err());
    faults.map(Lack::Process)
}

/// A time that counts, with the process that must fit it.
struct Timetable<'a> {
    /// The case with a time or a process of its own; none: the procedure itself.
    case: Option<&'a CaseCode>,
    time: ProcessingTime,
    process: &'a Process,
}

/// The procedure's own timetable, then that of each case with a time or a process of its own.
fn timetables(draft: &Draft) -> impl Iterator<Item = Timetable<'_>> {
    let own = Timetable::of(None, draft.time, draft.process.as_ref());
    let cases = draft.cases.iter().filter(|case| case.time.is_some() || case.process.is_some());
    let of_cases = cases.filter_map(|case| {
        let process = case.process.as_ref().or(draft.process.as_ref());
        Timetable::of(Some(&case.code), case.time.or(draft.time), process)
    });
    own.into_iter().chain(of_cases)
}

impl<'a> Timetable<'a> {
    fn of(
        case: Option<&'a CaseCode>,
        time: Option<ProcessingTime>,
        process: Option<&'a Process>,
    ) -> Option<Self> {
        Some(Self { case, time: time?, process: process? })
    }

    /// The violation, where a sound process takes longer than the time. Exactly as long is allowed.
    fn overrun(&self, minutes_per_day: u32) -> Option<Lack> {
        self.process.check(minutes_per_day).ok()?;
        let longest = self.process.longest_path(minutes_per_day);
        if longest.load <= Load::of(self.time, minutes_per_day) {
            return None;
        }
        let path: Vec<String> = longest.legs.iter().map(ToString::to_string).collect();
        let violation = Violation::of(Rule::WithinPublishedTime)
            .with("longest_path", Fact::List(path))
            .with("published", self.time.english());
        Some(Lack::Broken(match self.case {
            Some(case) => violation.with("case", case.as_str()),
            None => violation,
        }))
    }
}

#[cfg(test)]
mod tests;
