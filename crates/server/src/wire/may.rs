//! What may be done now.

use dossier::Act;
use serde::Serialize;
use utoipa::ToSchema;

/// Something that may be done now.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActOut {
    /// What: the last word of the address to post to.
    act: &'static str,
    /// On which step.
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<String>,
    /// To one of which steps.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    to: Vec<String>,
}

impl From<Act> for ActOut {
    fn from(act: Act) -> Self {
        let plain = |act| Self { act, step: None, to: Vec::new() };
        let on = |act, step: kernel::StepCode| Self { act, step: Some(step.to_string()), to: Vec::new() };
        match act {
            Act::Acceptance => plain("acceptance"),
            Act::Refusal => plain("refusal"),
            Act::Withdrawal => plain("withdrawal"),
            Act::StepDone { step } => on("done", step),
            Act::StepSendBack { step, to } => {
                Self { to: to.iter().map(ToString::to_string).collect(), ..on("send-back", step) }
            }
            Act::StepAssignment { step } => on("assignment", step),
            Act::Result => plain("result"),
            Act::Return => plain("return"),
            Act::Rating => plain("rating"),
        }
    }
}
