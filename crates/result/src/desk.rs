//! Whose desk it is at the end.

use crate::facts::Facts;
use crate::member::{Member, legs};
use kernel::{Actor, AgencyCode, LegCode, Role, Rule, UserId, Violation};

/// Who decides about a result at its agency.
pub(crate) const DECIDING: [Role; 3] = [Role::Officer, Role::Deputy, Role::Head];

/// The account, if it has one of `roles` at `agency`.
///
/// # Errors
/// `right-desk` (3.b¶2) for anybody else.
pub(crate) fn one_of(roles: &[Role], actor: &Actor, agency: &AgencyCode) -> Result<UserId, Violation> {
    let may = roles.iter().any(|role| actor.is_at(*role, agency));
    match actor.user() {
        Some(user) if may => Ok(user),
        _ => Err(Violation::of(Rule::RightDesk).with("agency", agency.to_string())),
    }
}

/// The clerk at the counter of the agency that took the dossier in: there alone results are handed out.
///
/// # Errors
/// - `lead-and-coordinators` (2.d): by staff of another agency that works on the dossier.
/// - `right-desk` (3.b¶2): by anybody else.
pub(crate) fn at_the_counter(facts: &Facts<'_>) -> Result<UserId, Violation> {
    let coordinates = facts.actor.staff().is_some_and(|staff| facts.coordinating.contains(&staff.agency));
    if coordinates {
        return Err(Violation::of(Rule::LeadAndCoordinators).with("agency", facts.agency.to_string()));
    }
    facts.actor.acting_as(Role::Clerk, facts.agency)
}

/// The member of the bundle that `leg` ends in.
///
/// # Errors
/// `stage-order`: it ends in no paper of its own; the facts list the legs that do.
pub(crate) fn member<'a>(facts: &Facts<'a>, leg: &LegCode) -> Result<&'a Member, Violation> {
    let found = facts.members.iter().find(|member| member.leg == *leg);
    found.ok_or_else(|| Violation::of(Rule::StageOrder).with("members", legs(facts.members)))
}
