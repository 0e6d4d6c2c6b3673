//! What an actor could do now, by the very predicates that decide.

use crate::bundle::{Bundle, begun, to_act};
use crate::decide::{before_the_decision, folded, in_hand, in_work, last_step_done, not_over, not_returned};
use crate::facts::Facts;
use crate::in_time::{may_ask, may_ask_payment, may_propose, to_put_on_record};
use crate::state::State;
use deadline::{apologise, approve, dispatch, endorse, payment, propose, reject};
use kernel::{LegCode, StepCode, Violation};
use routing::done::ToSay;
use std::collections::BTreeSet;
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
        /// What is to be said with it.
        to_say: ToSay,
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
    /// Confirm that a leg has arrived.
    LegReceipt {
        /// Which.
        leg: LegCode,
    },
    /// Ask another agency for its opinion.
    Consultation {
        /// From which step.
        step: StepCode,
    },
    /// Answer a consultation.
    ConsultationReply {
        /// Which.
        number: u32,
    },
    /// Be told elsewhere, or of something else.
    Contact,
    /// Ask for a supplement.
    SupplementRequest,
    /// Say what the agency needs of a supplement, or that it needs nothing.
    SupplementNeeds,
    /// Issue the one request with everything that was gathered.
    SupplementIssue,
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
    /// Put a name to the reason of the rescheduling that waits, for the agency that holds the dossier up.
    RescheduleEndorsement {
        /// Before this moment: then the appointed day begins.
        asked_before: OffsetDateTime,
    },
    /// Approve the rescheduling that waits.
    RescheduleApproval {
        /// Before this moment: then the appointed day begins.
        asked_before: OffsetDateTime,
    },
    /// Reject it.
    RescheduleRejection,
    /// Say that the letter of the approved rescheduling went out.
    ApologyDispatch,
    /// Apologise for a missed appointment.
    BelatedApology,
    /// Record the paper of a member of a bundle.
    Paper {
        /// Of which leg.
        leg: LegCode,
    },
    /// Hand it out before the others are there.
    PaperReturn {
        /// Of which leg.
        leg: LegCode,
    },
    /// Record the result.
    Result,
    /// Hand it over.
    Return,
    /// Rate the service.
    Rating,
}

/// Everything the facts' actor could do to the dossier at the facts' moment.
pub fn may(state: &State, facts: &Facts) -> Vec<Act> {
    // As `decide` does: what time has brought about is on record before anything else is looked at.
    let found = to_put_on_record(state, facts);
    let state = &*folded(state, &found);
    let mut acts = at_the_desk(state, facts);
    acts.extend(along_the_way(state, facts));
    acts.extend(in_time(state, facts));
    acts.extend(at_the_end(state, facts));
    acts
}

fn at_the_desk(state: &State, facts: &Facts) -> Vec<Act> {
    let to_act = to_act(state, facts);
    let (desk, intake) = (facts.for_intake(&to_act), &state.intake);
    let withdrawal = || before_the_decision(state).and_then(|()| intake::withdraw::ready(intake, &desk));
    let telling = || not_returned(state).and_then(|()| intake::contact::ready(intake, &desk));
    let asking = || may_ask(state, facts).and_then(|()| intake::supplement::ready_to_ask(intake, &desk));
    let stating = || in_hand(state).and_then(|()| intake::gather::ready_to_state(intake, &desk).map(drop));
    let issuing = || in_work(state).and_then(|()| intake::gather::ready_to_issue(intake, &desk).map(drop));
    let acts = [
        (intake::guide::ready(intake, &desk).is_ok(), Act::Guidance),
        (intake::complete::ready(intake, &desk).is_ok(), Act::Completion),
        (intake::accept::ready(intake, &desk).is_ok(), Act::Acceptance),
        (intake::refuse::ready(intake, &desk).is_ok(), Act::Refusal),
        (withdrawal().is_ok(), Act::Withdrawal),
        (telling().is_ok(), Act::Contact),
        (asking().is_ok(), Act::SupplementRequest),
        (stating().is_ok(), Act::SupplementNeeds),
        (issuing().is_ok(), Act::SupplementIssue),
        (intake::supply::ready(intake, &desk).is_ok(), Act::Supplement),
        (intake::close::ready(intake, &desk).is_ok(), Act::Closing),
    ];
    kept(acts)
}

fn along_the_way(state: &State, facts: &Facts) -> Vec<Act> {
    let mut acts = answering(state, facts);
    let Some(staff) = facts.actor.staff().filter(|_| in_work(state).is_ok()) else { return acts };
    let (way, desks) = (&state.routing, facts.for_routing());
    for open in &way.open {
        let step = &open.opened.step;
        let mine = routing::desk::lies_with(open, staff);
        if mine {
            acts.push(Act::StepDone { step: step.clone(), to_say: routing::done::to_say(way, &desks, step) });
            acts.push(Act::Consultation { step: step.clone() });
        }
        let to = routing::open::targets(way, &desks, step);
        acts.extend((mine && !to.is_empty()).then(|| Act::StepSendBack { step: step.clone(), to }));
        let gives = mine || routing::assign::is_giver(open, staff);
        acts.extend(gives.then(|| Act::StepAssignment { step: step.clone() }));
    }
    acts.extend(receiving(state, facts));
    acts
}

fn receiving(state: &State, facts: &Facts) -> Vec<Act> {
    let way = &state.routing;
    let legs: BTreeSet<&LegCode> = way.open.iter().map(|open| &open.opened.leg).collect();
    let arrived = |leg: &&LegCode| routing::receive::ready(way, &facts.actor, &facts.agency, leg).is_ok();
    legs.into_iter().filter(arrived).map(|leg| Act::LegReceipt { leg: leg.clone() }).collect()
}

fn answering(state: &State, facts: &Facts) -> Vec<Act> {
    if in_hand(state).is_err() {
        return Vec::new();
    }
    let numbers = state.routing.consultations.iter().map(|consultation| consultation.asked.number);
    let mine =
        |number: &u32| routing::consultation::ready_to_answer(&state.routing, &facts.actor, *number).is_ok();
    numbers.filter(mine).map(|number| Act::ConsultationReply { number }).collect()
}

fn in_time(state: &State, facts: &Facts) -> Vec<Act> {
    let (time, desk) = (&state.deadline, facts.for_deadline());
    let paying = || -> Result<(), Violation> {
        in_hand(state)?;
        payment::ready_to_confirm(time, &desk).map(drop)
    };
    let asking_payment =
        || may_ask_payment(state, facts).and_then(|()| payment::ready_to_ask(time, &desk).map(drop));
    let working = in_work(state).is_ok();
    let mut acts = kept([
        (asking_payment().is_ok(), Act::PaymentRequest),
        (paying().is_ok(), Act::Payment),
        (working && reject::ready(time, &desk).is_ok(), Act::RescheduleRejection),
        (not_over(state).is_ok() && dispatch::ready(time, &desk).is_ok(), Act::ApologyDispatch),
        (working && apologise::ready(time, &desk).is_ok(), Act::BelatedApology),
    ]);
    acts.extend(proposing(state, facts));
    if let (true, Ok((window, ..))) = (working, approve::ready(time, &desk)) {
        acts.push(Act::RescheduleApproval { asked_before: window.asked_before });
    }
    if let (true, Ok((window, ..))) = (working, endorse::ready(time, &desk)) {
        acts.push(Act::RescheduleEndorsement { asked_before: window.asked_before });
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
    let bundle = Bundle::of(state, facts);
    let end = facts.for_result(&bundle);
    let recording = || -> Result<(), Violation> {
        let done = Bundle::of(&folded(state, &last_step_done(state, facts)?), facts);
        result::record::ready(&state.result, &facts.for_result(&done)).map(drop)
    };
    let mut acts = papers(state, facts, &bundle);
    acts.extend(kept([
        (recording().is_ok(), Act::Result),
        (result::hand_over::ready(&state.result, &end).is_ok(), Act::Return),
        (result::rate::ready(&state.result, &end).is_ok(), Act::Rating),
    ]));
    acts
}

fn papers(state: &State, facts: &Facts, bundle: &Bundle) -> Vec<Act> {
    if in_hand(state).is_err() {
        return Vec::new();
    }
    let end = facts.for_result(bundle);
    let of_leg = |leg: &LegCode| {
        let recorded = begun(state, facts, leg)
            .and_then(|()| result::record_paper::ready(&state.result, &end, leg).map(drop));
        let handed_out = result::hand_out_paper::ready(&state.result, &end, leg);
        kept([
            (recorded.is_ok(), Act::Paper { leg: leg.clone() }),
            (handed_out.is_ok(), Act::PaperReturn { leg: leg.clone() }),
        ])
    };
    bundle.members.iter().flat_map(|member| of_leg(&member.leg)).collect()
}

fn kept<const N: usize>(acts: [(bool, Act); N]) -> Vec<Act> {
    acts.into_iter().filter(|(may, _)| *may).map(|(_, act)| act).collect()
}
