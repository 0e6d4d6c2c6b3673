//! Handing in.

use crate::applicant::Applicant;
use crate::check;
use crate::desk::{self, at_the_counter};
use crate::event::Submitted;
use crate::facts::Facts;
use crate::handed::{Handed, Notify};
use crate::state::State;
use catalog::Channel;
use kernel::{Actor, AgencyCode, CaseCode, PersonId, Rule, Violation};

/// A submission as it is handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submit {
    /// The receiving agency.
    pub agency: AgencyCode,
    /// The case.
    pub case: CaseCode,
    /// How it comes in.
    pub channel: Channel,
    /// The id under which the applicant's details are kept.
    pub person: PersonId,
    /// The applicant's details.
    pub applicant: Applicant,
    /// What the applicant asks for, in a line; kept with the details.
    pub request: String,
    /// What is handed in.
    pub components: Vec<Handed>,
    /// What the applicant wants to be told.
    pub notify: Notify,
}

/// Records a submission with every fault the system finds in it.
///
/// Online it comes from the applicant; what comes to the counter or by post is entered by a clerk there. What lacks
/// doesn't keep a submission from being recorded, only from being accepted; more copies than published are recorded
/// as handed in and never asked for.
///
/// # Errors
/// - `listed-components-only` (3.b¶2): a component, or a case, that the published version doesn't list.
/// - `submit-once` (2.d): the counter of an agency that only coordinates: everything is handed in at the lead's.
/// - `right-desk` (3.b¶2): a counter that doesn't receive this procedure; online not by the applicant, else not by a
///   clerk of that counter.
/// - `stage-order`: this dossier was submitted before.
pub fn decide(state: &State, facts: &Facts<'_>, submission: Submit) -> Result<Submitted, Violation> {
    if state.submitted.is_some() {
        return Err(Violation::of(Rule::StageOrder).with("stage", "submitted"));
    }
    at_a_receiving_counter(facts, &submission)?;
    by_its_channel(facts, &submission)?;
    only_listed(facts, &submission)?;
    let faults =
        check::faults(facts.version, &submission.case, &submission.components, &submission.applicant);
    Ok(Submitted {
        at: facts.now,
        agency: submission.agency,
        procedure: facts.version.code().clone(),
        version: facts.version.number,
        case: submission.case,
        channel: submission.channel,
        applicant: submission.person,
        components: submission.components,
        faults,
        notify: submission.notify,
    })
}

fn at_a_receiving_counter(facts: &Facts<'_>, submission: &Submit) -> Result<(), Violation> {
    if facts.version.is_received_by(&submission.agency) {
        return Ok(());
    }
    let counters: Vec<String> = facts.version.content().received_by.iter().map(ToString::to_string).collect();
    let mut legs = facts.version.content().processes().flat_map(|process| &process.legs);
    let coordinates = legs.any(|leg| leg.agencies().contains(&&submission.agency));
    let rule = if coordinates { Rule::SubmitOnce } else { Rule::RightDesk };
    Err(Violation::of(rule).with("received_by", counters))
}

fn by_its_channel(facts: &Facts<'_>, submission: &Submit) -> Result<(), Violation> {
    match submission.channel {
        Channel::Counter | Channel::Post => at_the_counter(facts.actor, &submission.agency).map(drop),
        Channel::Online if *facts.actor == Actor::Applicant => Ok(()),
        Channel::Online => Err(Violation::of(Rule::RightDesk).with("role", "applicant")),
    }
}

fn only_listed(facts: &Facts<'_>, submission: &Submit) -> Result<(), Violation> {
    let case = &submission.case;
    if facts.version.case(case).is_none() {
        return Err(Violation::of(Rule::ListedComponentsOnly).with("case", case.as_str()));
    }
    desk::only_listed(facts.version, case, submission.components.iter().map(|handed| &handed.component))
}
