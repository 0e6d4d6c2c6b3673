//! What an actor could do now, by the very predicates that decide.

use crate::decide::{at_stage, before_the_decision, in_work, last_step_done};
use crate::facts::Facts;
use crate::in_time::{may_propose, may_stop};
use crate::stage::Stage;
use crate::state::{State, evolve};
use deadline::{apologise, approve, payment, propose, reject};
use kernel::{StepCode, Violation};
use time::OffsetDateTime;

/// Something that could be done to a dossier now; the names are the API's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Guide the applicant.
    Guidance,
    /// Bring something before acceptance.
    Completion,
    /// Accept it.
    Acceptance,
    /// Refuse it.
    Refusal,
    /// Take it back.
    Withdrawal,
    /// Complete a step.
    StepDone {
        /// Which.
        step: StepCode,
    },
    /// Send a step back.
    StepSendBack {
        /// Which.
        step: StepCode,
        /// To one of these.
        to: Vec<StepCode>,
    },
    /// Give a step to an officer.
    StepAssignment {
        /// Which.
        step: StepCode,
    },
    /// Ask for a supplement.
    SupplementRequest,
    /// Bring something of it.
    Supplement,
    /// Close what wasn't supplemented.
    Closing,
    /// Ask for a payment.
    PaymentRequest,
    /// Confirm it.
    Payment,
    /// Propose the one rescheduling, to a moment after the present appointment.
    Reschedule {
        /// Before this moment: then the appointed day begins.
        asked_before: OffsetDateTime,
        /// To this moment at the latest.
        latest_lawful: OffsetDateTime,
    },
    /// Approve the rescheduling that waits.
    RescheduleApproval {
        /// Before this moment: then the appointed day begins.
        asked_before: OffsetDateTime,
    },
    /// Reject it.
    RescheduleRejection,
    /// Apologise for a missed appointment.
    BelatedApology,
    /// Record the result.
    Result,
    /// Hand it over.
    Return,
    /// Rate the service.
    Rating,
}

/// Everything the facts' actor could do to the dossier at the facts' moment.
pub fn may(state: &State, facts: &Facts) -> Vec<Act> {
    // As `decide` does: what was missed is on record before anything else is looked at.
    let missed = crate::in_time::missed(state, facts);
    let on_record = missed.map(|missed| evolve(state.clone(), &missed));
    let state = on_record.as_ref().unwrap_or(state);
    let mut acts = at_the_desk(state, facts);
    acts.extend(along_the_way(state, facts));
    acts.extend(in_time(state, facts));
    acts.extend(at_the_end(state, facts));
    acts
}

fn at_the_desk(state: &State, facts: &Facts) -> Vec<Act> {
    let (desk, intake) = (facts.for_intake(), &state.intake);
    let withdrawal = || before_the_decision(state).and_then(|()| intake::withdraw::ready(intake, &desk));
    let asking = || may_stop(state, facts).and_then(|()| intake::supplement::ready(intake, &desk).map(drop));
    let acts = [
        (intake::guide::ready(intake, &desk).is_ok(), Act::Guidance),
        (intake::complete::ready(intake, &desk).is_ok(), Act::Completion),
        (intake::accept::ready(intake, &desk).is_ok(), Act::Acceptance),
        (intake::refuse::ready(intake, &desk).is_ok(), Act::Refusal),
        (withdrawal().is_ok(), Act::Withdrawal),
        (asking().is_ok(), Act::SupplementRequest),
        (intake::supply::ready(intake, &desk).is_ok(), Act::Supplement),
        (intake::close::ready(intake, &desk).is_ok(), Act::Closing),
    ];
    kept(acts)
}

fn along_the_way(state: &State, facts: &Facts) -> Vec<Act> {
    if in_work(state).is_err() {
        return Vec::new();
    }
    let desks = facts.for_routing();
    let Some(staff) = facts.actor.staff() else { return Vec::new() };
    let mut acts = Vec::new();
    for open in &state.routing.open {
        let step = &open.opened.step;
        let mine = routing::desk::lies_with(open, staff);
        let to = routing::open::earlier_steps(&desks, step);
        acts.extend(mine.then(|| Act::StepDone { step: step.clone() }));
        acts.extend((mine && !to.is_empty()).then(|| Act::StepSendBack { step: step.clone(), to }));
        let gives = mine || routing::assign::is_giver(open, staff);
        acts.extend(gives.then(|| Act::StepAssignment { step: step.clone() }));
    }
    acts
}

fn in_time(state: &State, facts: &Facts) -> Vec<Act> {
    let (time, desk) = (&state.deadline, facts.for_deadline());
    let paying = || -> Result<(), Violation> {
        at_stage(state, &[Stage::AwaitingPayment])?;
        payment::ready_to_confirm(time, &desk).map(drop)
    };
    let working = in_work(state).is_ok();
    let mut acts = kept([
        (may_stop(state, facts).is_ok(), Act::PaymentRequest),
        (paying().is_ok(), Act::Payment),
        (working && reject::ready(time, &desk).is_ok(), Act::RescheduleRejection),
        (working && apologise::ready(time, &desk).is_ok(), Act::BelatedApology),
    ]);
    acts.extend(proposing(state, facts));
    if let (true, Ok((window, ..))) = (working, approve::ready(time, &desk)) {
        acts.push(Act::RescheduleApproval { asked_before: window.asked_before });
    }
    acts
}

/// Nothing is offered where no session lies inside the third.
fn proposing(state: &State, facts: &Facts) -> Option<Act> {
    may_propose(state, facts).ok()?;
    let window = propose::ready(&state.deadline, &facts.for_deadline()).ok()?;
    let latest_lawful = window.latest_lawful?;
    Some(Act::Reschedule { asked_before: window.asked_before, latest_lawful })
}

fn at_the_end(state: &State, facts: &Facts) -> Vec<Act> {
    let end = facts.for_result();
    let work = || last_step_done(state, facts).is_ok();
    let acts = [
        (result::record::ready(&state.result, &end).is_ok() && work(), Act::Result),
        (result::hand_over::ready(&state.result, &end).is_ok(), Act::Return),
        (result::rate::ready(&state.result, &end).is_ok(), Act::Rating),
    ];
    kept(acts)
}

fn kept<const N: usize>(acts: [(bool, Act); N]) -> Vec<Act> {
    acts.into_iter().filter(|(may, _)| *may).map(|(_, act)| act).collect()
}
