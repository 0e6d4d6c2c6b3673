//! A step is given to an officer.

use crate::desk::{lies_with, open_step, wrong_desk};
use crate::event::Assigned;
use crate::facts::Facts;
use crate::state::{OpenStep, State};
use kernel::{Role, Staff, StepCode, Violation};

/// Gives an open step to someone with its role at its agency. The agency's leaders and head may give it to anyone
/// there; who it lies with may take it themselves.
///
/// # Errors
/// - `right-desk` (3.b¶2): not by a leader or the head of the step's agency (or by who takes it), or to someone
///   without its role there.
/// - `changed-meanwhile`: it no longer lies open.
/// - `stage-order`: it hasn't been opened yet.
pub fn decide(
    state: &State,
    facts: &Facts<'_>,
    step: &StepCode,
    officer: &Staff,
) -> Result<Assigned, Violation> {
    let open = open_step(state, step)?;
    let by =
        facts.actor.staff().filter(|staff| may_give(open, staff, officer)).ok_or_else(|| wrong_desk(open))?;
    if !officer.is_at(open.opened.role, &open.opened.agency) {
        return Err(wrong_desk(open).with("officer", officer.user.to_string()));
    }
    Ok(Assigned { at: facts.now, step: step.clone(), by: by.user, officer: officer.user })
}

/// Whether this member of staff may give the step at all.
pub fn is_giver(open: &OpenStep, staff: &Staff) -> bool {
    [Role::Leader, Role::Head].into_iter().any(|role| staff.is_at(role, &open.opened.agency))
}

fn may_give(open: &OpenStep, staff: &Staff, officer: &Staff) -> bool {
    is_giver(open, staff) || (lies_with(open, staff) && staff.user == officer.user)
}
