//! The one predicate of `right-desk` (3.b¶2): whose desk a step lies on.

use crate::state::{OpenStep, State};
use kernel::{Actor, AgencyCode, Role, Rule, Staff, StepCode, UserId, Violation};

/// The open step, and the member of staff it lies with, who asks.
///
/// A step lies with an agency, a role and, once it was given to someone, a person.
///
/// # Errors
/// - `right-desk`: the actor isn't who it lies with; the facts say who is.
/// - `changed-meanwhile`, `stage-order`: it doesn't lie open, see [`open_step`].
pub fn held_by<'a>(
    state: &'a State,
    actor: &'a Actor,
    step: &StepCode,
) -> Result<(&'a OpenStep, &'a Staff), Violation> {
    let open = open_step(state, step)?;
    match actor.staff() {
        Some(staff) if lies_with(open, staff) => Ok((open, staff)),
        _ => Err(wrong_desk(open)),
    }
}

/// The open step with this code.
///
/// # Errors
/// The facts say what lies open.
/// - `changed-meanwhile`: it lay open once and no longer does.
/// - `stage-order`: it hasn't been opened yet, or isn't a step of this dossier.
pub fn open_step<'a>(state: &'a State, step: &StepCode) -> Result<&'a OpenStep, Violation> {
    state.open_step(step).ok_or_else(|| {
        let rule = if state.has_ended(step) { Rule::ChangedMeanwhile } else { Rule::StageOrder };
        let open: Vec<String> = state.open.iter().map(|open| open.opened.step.to_string()).collect();
        Violation::of(rule).with("step", step.as_str()).with("open", open)
    })
}

/// That the actor holds an open step, whichever: who may ask the applicant for something.
///
/// # Errors
/// `right-desk`: none lies with them; the facts say what lies open.
pub fn holds_any(state: &State, actor: &Actor) -> Result<(), Violation> {
    let holds = |open| actor.staff().is_some_and(|staff| lies_with(open, staff));
    if state.open.iter().any(holds) { Ok(()) } else { Err(not_held(state)) }
}

/// That the actor may say that the dossier will be late: who holds an open step, or a leader of that agency; where all
/// steps are done, an officer or a leader of the agency that answers for it.
///
/// # Errors
/// `right-desk`: anybody else; the facts say what lies open.
pub fn speaks_for(state: &State, actor: &Actor, answering: &AgencyCode) -> Result<(), Violation> {
    let leads = |agency| actor.is_at(Role::Leader, agency);
    let speaks = if state.open.is_empty() {
        leads(answering) || actor.is_at(Role::Officer, answering)
    } else {
        holds_any(state, actor).is_ok() || state.open.iter().any(|open| leads(&open.opened.agency))
    };
    if speaks { Ok(()) } else { Err(not_held(state)) }
}

fn not_held(state: &State) -> Violation {
    let open: Vec<String> = state.open.iter().map(|open| open.opened.step.to_string()).collect();
    Violation::of(Rule::RightDesk).with("open", open)
}

/// Whether an open step lies with this member of staff.
pub fn lies_with(open: &OpenStep, staff: &Staff) -> bool {
    staff.is_at(open.opened.role, &open.opened.agency)
        && open.officer.is_none_or(|officer| officer == staff.user)
}

/// `right-desk`, with whose desk it is.
pub fn wrong_desk(open: &OpenStep) -> Violation {
    let violation = Violation::of(Rule::RightDesk)
        .with("agency", open.opened.agency.to_string())
        .with("role", open.opened.role.as_str());
    match open.officer {
        Some(UserId(officer)) => violation.with("officer", officer.to_string()),
        None => violation,
    }
}
