//! What is handed in, and what the applicant wants to be told.

use catalog::Form;
use kernel::{ComponentCode, FileId};
use serde::{Deserialize, Serialize};

/// A component as it was handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handed {
    /// Which component of the published version.
    pub component: ComponentCode,
    /// In which form.
    pub form: Form,
    /// How many.
    pub copies: u16,
    /// Its scan; that it is one of the dossier's own files, whoever keeps them has seen to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FileId>,
    /// Why it is kept on paper only; none where it is scanned, or nothing was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper_only_reason: Option<String>,
}

impl Handed {
    /// Whether the electronic file has it, or says why it can't (2.đ).
    pub fn is_kept(&self) -> bool {
        self.file.is_some()
            || self.paper_only_reason.as_deref().is_some_and(|reason| !reason.trim().is_empty())
    }
}

/// What the applicant wants to be told, beyond what the law has them told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notify {
    /// By SMS.
    #[serde(default)]
    pub sms: bool,
    /// By e-mail.
    #[serde(default)]
    pub email: bool,
    /// On each step.
    #[serde(default)]
    pub each_step: bool,
}
