//! What is asked of an applicant before and after acceptance, or refused.

use serde::Serialize;

use crate::{Day, Dossier, Missing, Officer, Party};

/// Guidance notice (phiếu hướng dẫn hoàn thiện hồ sơ), before acceptance.
#[derive(Clone, Debug, Serialize)]
pub struct Guidance {
    /// Whose submission it is.
    pub applicant: Party,
    /// The procedure's name.
    pub procedure: String,
    /// The procedure's code.
    pub code: String,
    /// What is asked for.
    pub request: String,
    /// Everything that is missing or wrong.
    pub missing: Vec<Missing>,
    /// Anything else to be said.
    pub note: Option<String>,
    /// Whom to ask.
    pub officer: Officer,
}

/// Supplement request (phiếu yêu cầu bổ sung hồ sơ), after acceptance.
#[derive(Clone, Debug, Serialize)]
pub struct Supplement {
    /// The dossier.
    pub dossier: Dossier,
    /// What is asked for, by whom.
    pub items: Vec<SupplementItem>,
    /// The last day to bring it.
    pub until: Day,
    /// How the processing time goes on then, in words.
    pub afterwards: String,
    /// Whom to ask.
    pub officer: Officer,
}

/// One thing that a supplement request asks for.
#[derive(Clone, Debug, Serialize)]
pub struct SupplementItem {
    /// What.
    pub missing: Missing,
    /// Which agency needs it, in a dossier of several.
    pub agency: Option<String>,
}

/// Refusal (phiếu từ chối tiếp nhận giải quyết hồ sơ).
#[derive(Clone, Debug, Serialize)]
pub struct Refusal {
    /// Whose submission it is.
    pub applicant: Party,
    /// The procedure's name.
    pub procedure: String,
    /// The procedure's code.
    pub code: String,
    /// What was asked for.
    pub request: String,
    /// The ground, one of the procedure's.
    pub ground: String,
    /// Where the ground stands in the law.
    pub citation: String,
    /// Why the ground applies.
    pub explanation: String,
    /// What the applicant can do instead.
    pub advice: Option<String>,
    /// Whom to ask.
    pub officer: Officer,
}
