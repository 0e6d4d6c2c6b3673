//! The acts that `may` lists, and the commands that do them, under the same names.

use crate::menu::What;
use dossier::Act;
use kernel::StepCode;

/// An act by its name, and what it is done to: a step, a leg, a consultation.
pub(crate) type Named = (&'static str, String);

/// The act in `may` that a command is; none for what `may` doesn't list.
pub(crate) fn act_of(what: &What) -> Option<Named> {
    let of = match what {
        What::Done { step, .. } | What::Assign(step, _) | What::Consult { step, .. } => step.to_string(),
        What::Back(step, to) => back(step, to),
        What::Receive(leg) | What::Paper(leg) | What::HandOut(leg) => leg.to_string(),
        What::Answer(number) => number.to_string(),
        _ => String::new(),
    };
    Some((name_of_what(what)?, of))
}

fn back(step: &StepCode, to: &StepCode) -> String {
    format!("{step} to {to}")
}

/// The same for an act that `may` lists; what may be sent back to several steps is as many.
pub(crate) fn acts_in(act: &Act) -> Vec<Named> {
    let of = match act {
        Act::StepDone { step, .. } | Act::StepAssignment { step } | Act::Consultation { step } => {
            step.to_string()
        }
        Act::StepSendBack { step, to } => {
            return to.iter().map(|to| (name_of(act), back(step, to))).collect();
        }
        Act::LegReceipt { leg } | Act::Paper { leg } | Act::PaperReturn { leg } => leg.to_string(),
        Act::ConsultationReply { number } => number.to_string(),
        _ => String::new(),
    };
    vec![(name_of(act), of)]
}

fn name_of_what(what: &What) -> Option<&'static str> {
    Some(match what {
        What::Submit { .. } | What::SubmitElsewhere => return None,
        What::Breach | What::Recount | What::Unsent => return None,
        What::Unanswered(_) => return None,
        What::Guide { .. } => "guidance",
        What::Complete => "completion",
        What::Accept => "acceptance",
        What::Refuse => "refusal",
        What::Withdraw => "withdrawal",
        What::ChangeContact => "contact",
        What::Request(_) => "supplement request",
        What::StateNeeds(_) => "supplement needs",
        What::Issue => "supplement issue",
        What::Supply => "supplement",
        What::Close => "closing",
        What::Done { .. } => "step done",
        What::Back(..) => "step sent back",
        What::Assign(..) => "step assigned",
        What::Receive(_) => "leg receipt",
        What::Consult { .. } => "consultation",
        What::Answer(_) => "consultation reply",
        What::AskPayment => "payment request",
        What::Pay => "payment",
        What::Propose(_) => "rescheduling",
        What::Endorse => "endorsement",
        What::Approve => "approval",
        What::Reject => "rejection",
        What::Send { .. } => "apology dispatch",
        What::Apologise => "belated apology",
        What::Paper(_) => "paper",
        What::HandOut(_) => "paper return",
        What::Record { .. } => "result",
        What::Return => "return",
        What::Rate => "rating",
    })
}

fn name_of(act: &Act) -> &'static str {
    match act {
        Act::Guidance => "guidance",
        Act::Completion => "completion",
        Act::Acceptance => "acceptance",
        Act::Refusal => "refusal",
        Act::Withdrawal => "withdrawal",
        Act::Contact => "contact",
        Act::StepDone { .. } => "step done",
        Act::StepSendBack { .. } => "step sent back",
        Act::StepAssignment { .. } => "step assigned",
        Act::LegReceipt { .. } => "leg receipt",
        Act::Consultation { .. } => "consultation",
        Act::ConsultationReply { .. } => "consultation reply",
        Act::SupplementRequest => "supplement request",
        Act::SupplementNeeds => "supplement needs",
        Act::SupplementIssue => "supplement issue",
        Act::Supplement => "supplement",
        Act::Closing => "closing",
        Act::PaymentRequest => "payment request",
        Act::Payment => "payment",
        Act::Reschedule { .. } => "rescheduling",
        Act::RescheduleEndorsement { .. } => "endorsement",
        Act::RescheduleApproval { .. } => "approval",
        Act::RescheduleRejection => "rejection",
        Act::ApologyDispatch => "apology dispatch",
        Act::BelatedApology => "belated apology",
        Act::Paper { .. } => "paper",
        Act::PaperReturn { .. } => "paper return",
        Act::Result => "result",
        Act::Return => "return",
        Act::Rating => "rating",
    }
}
