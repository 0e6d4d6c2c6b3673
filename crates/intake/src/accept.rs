//! Acceptance.

use crate::desk::{at_the_counter, open};
use crate::event::{Accepted, Submitted};
use crate::facts::Facts;
use crate::fault::{Fault, told};
use crate::state::State;
use kernel::{DossierNumber, Rule, Violation};

/// Accepts a complete submission: a number of the receiving agency and day, and an appointment counted by that
/// agency's calendar from this moment.
///
/// # Errors
/// - `complete-before-acceptance` (3.b¶2): a required component or copies of it lack, or it is accepted already.
/// - `electronic-dossier` (2.đ): a component without electronic copy or reason, or incomplete contact details.
/// - `right-desk`: not by a clerk of the receiving agency.
/// - `stage-order`: refused or withdrawn before.
pub fn decide(state: &State, facts: &Facts<'_>) -> Result<Accepted, Violation> {
    let submitted = ready(state, facts)?;
    let time = facts.version.time_of(&submitted.case);
    let appointment = facts.calendar.due(facts.now, time).expect("the calendar covers now");
    let day = facts.now.to_offset(facts.calendar.data().utc_offset).date();
    let calendar = facts.calendar.used();
    let number = DossierNumber::new(submitted.agency.clone(), day, facts.ordinal);
    Ok(Accepted { at: facts.now, number, time, appointment, calendar })
}

/// Whether it may be accepted now; the submission if so.
///
/// # Errors
/// As [`decide`].
pub fn ready<'a>(state: &'a State, facts: &Facts<'_>) -> Result<&'a Submitted, Violation> {
    if let Some(accepted) = &state.accepted {
        let number = accepted.number.to_string();
        return Err(Violation::of(Rule::CompleteBeforeAcceptance).with("accepted_as", number));
    }
    let submitted = open(state)?;
    at_the_counter(facts.actor, &submitted.agency)?;
    for rule in [Rule::CompleteBeforeAcceptance, Rule::ElectronicDossier] {
        without_faults_against(rule, &state.lacking())?;
    }
    Ok(submitted)
}

fn without_faults_against(rule: Rule, faults: &[Fault]) -> Result<(), Violation> {
    let lacking: Vec<&Fault> = faults.iter().filter(|fault| fault.kind.rule() == rule).collect();
    if lacking.is_empty() { Ok(()) } else { Err(Violation::of(rule).with("lacking", told(&lacking))) }
}
