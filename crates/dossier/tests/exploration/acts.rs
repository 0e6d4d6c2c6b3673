//! The acts that `may` lists, and the commands that do them, under the same names.

use crate::menu::What;
use dossier::Act;

/// The name of the act in `may` that a command is; none for what `may` doesn't list.
pub(crate) fn act_of(what: &What) -> Option<&'static str> {
    Some(match what {
        What::Submit { .. } | What::Breach | What::Recount => return None,
        What::Guide { .. } => "guidance",
        What::Complete => "completion",
        What::Accept => "acceptance",
        What::Refuse => "refusal",
        What::Withdraw => "withdrawal",
        What::Request(_) => "supplement request",
        What::Supply => "supplement",
        What::Close => "closing",
        What::Done(_) => "step done",
        What::Back(..) => "step sent back",
        What::Assign(..) => "step assigned",
        What::AskPayment => "payment request",
        What::Pay => "payment",
        What::Propose(_) => "rescheduling",
        What::Approve => "approval",
        What::Reject => "rejection",
        What::Apologise => "belated apology",
        What::Record => "result",
        What::Return => "return",
        What::Rate => "rating",
    })
}

/// The same name for an act that `may` lists.
pub(crate) fn name_of(act: &Act) -> &'static str {
    match act {
        Act::Guidance => "guidance",
        Act::Completion => "completion",
        Act::Acceptance => "acceptance",
        Act::Refusal => "refusal",
        Act::Withdrawal => "withdrawal",
        Act::StepDone { .. } => "step done",
        Act::StepSendBack { .. } => "step sent back",
        Act::StepAssignment { .. } => "step assigned",
        Act::SupplementRequest => "supplement request",
        Act::Supplement => "supplement",
        Act::Closing => "closing",
        Act::PaymentRequest => "payment request",
        Act::Payment => "payment",
        Act::Reschedule { .. } => "rescheduling",
        Act::RescheduleApproval { .. } => "approval",
        Act::RescheduleRejection => "rejection",
        Act::BelatedApology => "belated apology",
        Act::Result => "result",
        Act::Return => "return",
        Act::Rating => "rating",
    }
}
