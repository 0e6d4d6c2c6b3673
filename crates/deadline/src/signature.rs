//! Whose name a letter of apology bears.

use crate::facts::Facts;
use kernel::{Role, Rule, Staff, Violation};

/// The head of the agency that answers for the dossier, or a deputy inside the field entrusted to that deputy (3.b¶3),
/// and as which of the two they sign.
///
/// # Errors
/// `head-approves`: anybody else.
pub(crate) fn signatory<'a>(facts: &Facts<'a>) -> Result<(&'a Staff, Role), Violation> {
    let refused = || {
        let violation = Violation::of(Rule::HeadApproves).with("agency", facts.agency.to_string());
        violation.with("field", facts.field)
    };
    let staff = facts.actor.staff().ok_or_else(refused)?;
    if staff.is_at(Role::Head, facts.agency) {
        Ok((staff, Role::Head))
    } else if staff.is_at(Role::Deputy, facts.agency) && staff.is_entrusted(facts.field) {
        Ok((staff, Role::Deputy))
    } else {
        Err(refused())
    }
}
