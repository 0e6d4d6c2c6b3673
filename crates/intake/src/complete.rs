//! What the applicant brings before acceptance.

use crate::applicant::Applicant;
use crate::check;
use crate::desk::{applicant_or_counter, only_listed, open};
use crate::event::{Completed, Submitted};
use crate::facts::Facts;
use crate::fault::Fault;
use crate::handed::Handed;
use crate::item::Item;
use crate::state::State;
use kernel::{ComponentCode, PersonId, Violation};

/// What is brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complete {
    /// Each component as it is now, in all its forms and copies: it takes the place of what was handed in of it.
    pub components: Vec<Handed>,
    /// The applicant's details anew, with the id they are kept under, where they are given anew.
    pub applicant: Option<(PersonId, Applicant)>,
}

/// Takes what the applicant brings, checks it, and compares it with the notice: what was asked for and isn't mended yet
/// stays open; nothing else is asked, except a fault in what was brought just now.
///
/// # Errors
/// - `listed-components-only` (3.b¶2): a component that the published version doesn't list.
/// - `right-desk`: neither the applicant nor a clerk of the receiving agency.
/// - `submit-once` (2.d): a coordinating agency takes nothing in.
/// - `stage-order`: accepted, refused or withdrawn before.
pub fn decide(state: &State, facts: &Facts<'_>, brought: Complete) -> Result<Completed, Violation> {
    let submitted = ready(state, facts)?;
    only_listed(facts.version, &submitted.case, brought.components.iter().map(|handed| &handed.component))?;
    let components = brought.components;
    let mut faults =
        check::of_components(facts.version, &submitted.case, &with(&state.components, &components));
    let person = brought.applicant.as_ref().map(|(person, _)| *person);
    match brought.applicant {
        Some((_, applicant)) => faults.extend(check::of_applicant(&applicant)),
        None => faults.extend(state.faults.iter().filter(|fault| is_of_applicant(fault)).cloned()),
    }
    let is_open = |item: &&Item| is_seen(item) && !is_mended(item, &components, person);
    let open = state.open.iter().filter(is_open).cloned().collect();
    Ok(Completed { at: facts.now, components, applicant: person, faults, open })
}

/// Whether something may be brought now; the submission if so.
///
/// # Errors
/// `right-desk`, `submit-once`, `stage-order`, as [`decide`].
pub fn ready<'a>(state: &'a State, facts: &Facts<'_>) -> Result<&'a Submitted, Violation> {
    let submitted = open(state)?;
    applicant_or_counter(facts, submitted)?;
    Ok(submitted)
}

/// The components with what was brought in the place of what was there of it.
pub(crate) fn with(before: &[Handed], brought: &[Handed]) -> Vec<Handed> {
    let kept = before.iter().filter(|handed| !names(brought, &handed.component));
    kept.chain(brought).cloned().collect()
}

/// Whether anything was brought of this component.
pub(crate) fn names(brought: &[Handed], component: &ComponentCode) -> bool {
    brought.iter().any(|handed| handed.component == *component)
}

/// What only a person sees: the system's own faults are looked for anew each time.
fn is_seen(item: &Item) -> bool {
    item.fault.is_seen_by_a_person()
}

/// A person's fault is mended by bringing the document anew; whether it is good now, the clerk says by accepting.
fn is_mended(item: &Item, brought: &[Handed], applicant: Option<PersonId>) -> bool {
    match &item.component {
        Some(component) => names(brought, component),
        None => applicant.is_some(),
    }
}

fn is_of_applicant(fault: &Fault) -> bool {
    fault.component.is_none() && !fault.kind.is_seen_by_a_person()
}
