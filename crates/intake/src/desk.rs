//! What several commands ask of a submission and of who acts on it.

use crate::event::Submitted;
use crate::facts::Facts;
use crate::state::State;
use catalog::Version;
use kernel::{Actor, AgencyCode, CaseCode, ComponentCode, Role, Rule, UserId, Violation};

/// The submission, if it hasn't ended at the desk.
pub(crate) fn not_ended(state: &State) -> Result<&Submitted, Violation> {
    let Some(submitted) = &state.submitted else {
        return Err(Violation::of(Rule::StageOrder).with("stage", "nothing submitted"));
    };
    match state.ended {
        Some(ended) => Err(Violation::of(Rule::StageOrder).with("stage", ended.as_str())),
        None => Ok(submitted),
    }
}

/// The submission, if it still lies open at the desk.
pub(crate) fn open(state: &State) -> Result<&Submitted, Violation> {
    let submitted = not_ended(state)?;
    match &state.accepted {
        Some(_) => Err(Violation::of(Rule::StageOrder).with("stage", "accepted")),
        None => Ok(submitted),
    }
}

/// A clerk of the receiving agency (3.b¶2, `right-desk`), and which.
pub(crate) fn at_the_counter(actor: &Actor, agency: &AgencyCode) -> Result<UserId, Violation> {
    actor.acting_as(Role::Clerk, agency)
}

/// The applicant, or a clerk of the receiving agency for them. `submit-once` (2.d) for a coordinating agency: everything is
/// handed in at the lead's counter.
pub(crate) fn applicant_or_counter(facts: &Facts<'_>, submitted: &Submitted) -> Result<(), Violation> {
    if *facts.actor == Actor::Applicant {
        return Ok(());
    }
    let lead = &submitted.agency;
    let coordinators = facts.version.process_of(&submitted.case).coordinators(lead);
    match facts.actor.staff() {
        Some(staff) if coordinators.contains(&staff.agency) => {
            Err(Violation::of(Rule::SubmitOnce).with("lead", lead.to_string()))
        }
        _ => at_the_counter(facts.actor, lead).map(drop),
    }
}

/// `listed-components-only` (3.b¶2): nothing but what the published version lists for the case.
pub(crate) fn only_listed<'a>(
    version: &Version,
    case: &CaseCode,
    components: impl Iterator<Item = &'a ComponentCode>,
) -> Result<(), Violation> {
    let strange = components.filter(|code| version.component_of(case, code).is_none());
    let strange: Vec<String> = strange.map(ToString::to_string).collect();
    if strange.is_empty() {
        Ok(())
    } else {
        Err(Violation::of(Rule::ListedComponentsOnly).with("not_listed", strange))
    }
}
