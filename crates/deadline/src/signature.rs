//! Whose name a letter of apology bears.

use crate::facts::Facts;
use kernel::{AgencyCode, Role, Rule, Staff, Violation};

/// The head of `agency`, or a deputy there inside the field entrusted to that deputy (3.b¶3), and as which of the two they
/// sign: for the agency that answers for the dossier, or for the one that holds it up.
///
/// # Errors
/// `head-approves`: anybody else.
pub(crate) fn signatory<'a>(facts: &Facts<'a>, agency: &AgencyCode) -> Result<(&'a Staff, Role), Violation> {
    let refused = || {
        let violation = Violation::of(Rule::HeadApproves).with("agency", agency.to_string());
        violation.with("field", facts.field)
    };
    let staff = facts.actor.staff().ok_or_else(refused)?;
    if staff.is_at(Role::Head, agency) {
        Ok((staff, Role::Head))
    } else if staff.is_at(Role::Deputy, agency) && staff.is_entrusted(facts.field) {
        Ok((staff, Role::Deputy))
    } else {
        Err(refused())
    }
}
