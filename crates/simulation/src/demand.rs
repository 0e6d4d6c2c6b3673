//! What is applied for, where, and how often.

use crate::province::{Calendars, NOMINAL_DAY, Province};
use catalog::{Channel, Load, Process, Version};
use kernel::{AgencyCode, CaseCode};
use std::sync::Arc;

/// One case of a procedure at one counter.
#[derive(Debug)]
pub(crate) struct Choice {
    /// The version it is judged by.
    pub(crate) version: Arc<Version>,
    /// The case.
    pub(crate) case: CaseCode,
    /// The counter.
    pub(crate) agency: AgencyCode,
    /// The agency's place among all of them.
    pub(crate) place: usize,
    /// The calendars of every agency concerned.
    pub(crate) calendars: Calendars,
    /// How often, beside the others.
    pub(crate) weight: u64,
}

impl Choice {
    /// How it is worked.
    pub(crate) fn process(&self) -> &Process {
        self.version.process_of(&self.case)
    }

    /// Whether it is offered on this channel.
    pub(crate) fn is_offered(&self, channel: Channel) -> bool {
        self.version.content().channels.iter().any(|offer| offer.channel == channel)
    }
}

/// Every case of every procedure at each of its counters.
pub(crate) fn choices(province: &Province) -> Vec<Choice> {
    let mut choices = Vec::new();
    for version in &province.versions {
        let content = version.content();
        for (case, agency) in
            content.cases.iter().flat_map(|case| content.received_by.iter().map(move |agency| (case, agency)))
        {
            choices.push(choice(province, version, &case.code, agency));
        }
    }
    choices
}

/// The weights, added up.
pub(crate) fn added_up(choices: &[Choice]) -> Vec<u64> {
    let mut sum = 0;
    let add = |choice: &Choice| {
        sum += choice.weight;
        sum
    };
    choices.iter().map(add).collect()
}

fn choice(province: &Province, version: &Arc<Version>, case: &CaseCode, agency: &AgencyCode) -> Choice {
    let coordinators = version.process_of(case).coordinators(agency);
    let concerned = coordinators.iter().copied().chain([agency]);
    let calendar = |agency: &AgencyCode| Some((agency.clone(), province.calendars.get(agency)?.clone()));
    Choice {
        calendars: concerned.filter_map(calendar).collect(),
        weight: weight(version, case, coordinators.len()),
        version: version.clone(),
        case: case.clone(),
        agency: agency.clone(),
        place: province.calendars.keys().position(|other| other == agency).unwrap_or(0),
    }
}

/// The shorter a procedure takes, the more often it is applied for; interlinked ones come three times as often as they
/// would, so that there are enough of them to look at.
fn weight(version: &Version, case: &CaseCode, coordinators: usize) -> u64 {
    let minutes = Load::of(version.time_of(case), NOMINAL_DAY).units() / 7 + 300;
    let rare = minutes * minutes.isqrt();
    let cases = version.content().cases.len().max(1) as u64;
    let often = if coordinators > 0 { 3 } else { 1 };
    1_000_000_000 * often / rare / cases
}
