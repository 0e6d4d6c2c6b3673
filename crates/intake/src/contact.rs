//! Where and of what the applicant is told.

use crate::applicant::Applicant;
use crate::desk::{applicant_or_counter, not_ended};
use crate::event::ContactChanged;
use crate::facts::Facts;
use crate::fault::FaultKind;
use crate::handed::Notify;
use crate::state::State;
use kernel::{PersonId, Violation};

/// What is to be otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The applicant's details with the new phone and e-mail, with the id they are kept under; none: they stay.
    pub applicant: Option<(PersonId, Applicant)>,
    /// What the applicant wants to be told; none: as before.
    pub notify: Option<Notify>,
}

/// Takes down another phone or e-mail, and what the applicant wants to be told, at any time: notices to come go there. What
/// the law has them told they are told whatever they want (2.đ).
///
/// # Errors
/// - `right-desk`: neither the applicant nor a clerk of the receiving agency.
/// - `submit-once` (2.d): a coordinating agency takes nothing in.
/// - `stage-order`: nothing submitted, refused, withdrawn or closed.
/// - `electronic-dossier` (2.đ): neither a phone nor an e-mail would be left.
pub fn decide(state: &State, facts: &Facts<'_>, change: Change) -> Result<ContactChanged, Violation> {
    ready(state, facts)?;
    let lacks = |applicant: &Applicant| applicant.lacks().contains(&FaultKind::NoPhoneOrEmail);
    if change.applicant.as_ref().is_some_and(|(_, applicant)| lacks(applicant)) {
        let kind = FaultKind::NoPhoneOrEmail;
        return Err(Violation::of(kind.rule()).with("lacks", kind.as_str()));
    }
    let applicant = change.applicant.map(|(person, _)| person);
    Ok(ContactChanged { at: facts.now, applicant, notify: change.notify })
}

/// Whether that may be changed now.
///
/// # Errors
/// `right-desk`, `submit-once`, `stage-order`, as [`decide`].
pub fn ready(state: &State, facts: &Facts<'_>) -> Result<(), Violation> {
    applicant_or_counter(facts, not_ended(state)?)
}
