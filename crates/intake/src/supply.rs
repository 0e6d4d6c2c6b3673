//! What the applicant brings after a supplement request.

use crate::check;
use crate::complete::{names, with};
use crate::desk::{applicant_or_counter, only_listed};
use crate::event::{Requested, Submitted, Supplied};
use crate::facts::Facts;
use crate::handed::Handed;
use crate::item::Item;
use crate::state::State;
use kernel::{Rule, Violation};

/// Takes what the applicant brings of a supplement. What was asked for and hasn't been brought, or lacks copies or its
/// electronic form, stays open; once nothing does, the clock runs again.
///
/// # Errors
/// - `listed-components-only` (3.b¶2): a component that the published version doesn't list.
/// - `right-desk`: neither the applicant nor a clerk of the receiving agency.
/// - `submit-once` (2.d): a coordinating agency takes nothing in.
/// - `stage-order`: no supplement is out, or its 15 days are over.
pub fn decide(state: &State, facts: &Facts<'_>, components: Vec<Handed>) -> Result<Supplied, Violation> {
    let submitted = ready(state, facts)?;
    only_listed(facts.version, &submitted.case, components.iter().map(|handed| &handed.component))?;
    let faults = check::of_components(facts.version, &submitted.case, &with(&state.components, &components));
    let is_wanting = |item: &Item| faults.iter().any(|fault| fault.component == item.component);
    let is_brought =
        |item: &Item| item.component.as_ref().is_some_and(|component| names(&components, component));
    let open = state.open.iter().filter(|item| !is_brought(item) || is_wanting(item)).cloned().collect();
    Ok(Supplied { at: facts.now, components, open })
}

/// Whether a supplement may be brought now; the submission if so.
///
/// # Errors
/// `right-desk`, `submit-once`, `stage-order`, as [`decide`].
pub fn ready<'a>(state: &'a State, facts: &Facts<'_>) -> Result<&'a Submitted, Violation> {
    let (submitted, requested) = out(state)?;
    applicant_or_counter(facts, submitted)?;
    if facts.calendar.missed(&requested.due, facts.now) {
        return Err(Violation::of(Rule::StageOrder).with("supplement_due", requested.due.at));
    }
    Ok(submitted)
}

/// The supplement request that is out.
pub(crate) fn out(state: &State) -> Result<(&Submitted, &Requested), Violation> {
    match (&state.submitted, &state.supplement_open, state.ended) {
        (Some(submitted), Some(requested), None) => Ok((submitted, requested)),
        _ => Err(Violation::of(Rule::StageOrder).with("supplement", "none is out")),
    }
}
