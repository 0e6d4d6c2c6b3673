//! What a field's own law says of guidance and supplements, where it differs from the common rules.

use calendar::ProcessingTime;
use serde::{Deserialize, Serialize};

/// What a published version carries of its field's own law. Empty: NĐ 118/2025 and the directive alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldLaw {
    /// How the clock goes on when a supplement is in.
    #[serde(default, skip_serializing_if = "AfterSupplement::is_afresh")]
    pub after_supplement: AfterSupplement,
    /// By when a supplement is to be asked for; none: 3 working days (NĐ 118/2025 Đ19.5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supplement_within: Option<ProcessingTime>,
    /// By when the other agencies say what they need of a supplement; none: the next working day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needs_within: Option<ProcessingTime>,
    /// What it allows a second time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<Exception>,
}

/// How the clock goes on when a supplement is in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AfterSupplement {
    /// Afresh, with the full time (NĐ 118/2025 Đ19.5).
    #[default]
    Afresh,
    /// With what was left.
    Resumed,
}

/// Something the field's own law allows a second time. Every use is flagged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// What.
    pub allows: Allowance,
    /// The article it stands on.
    pub citation: String,
}

/// What may be allowed a second time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Allowance {
    /// A second guidance notice before acceptance.
    SecondGuidance,
    /// A second supplement request after it.
    SecondSupplement,
}

impl Allowance {
    /// The name in files, in the API and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Allowance::SecondGuidance => "second_guidance",
            Allowance::SecondSupplement => "second_supplement",
        }
    }
}

impl AfterSupplement {
    fn is_afresh(&self) -> bool {
        *self == AfterSupplement::Afresh
    }
}

impl FieldLaw {
    /// Whether it says nothing of its own.
    pub fn is_silent(&self) -> bool {
        *self == FieldLaw::default()
    }

    /// The citation of the article that allows this a second time, if one does.
    pub fn exception(&self, allowance: Allowance) -> Option<&str> {
        let exception = self.exceptions.iter().find(|exception| exception.allows == allowance);
        exception.map(|exception| exception.citation.as_str())
    }
}
