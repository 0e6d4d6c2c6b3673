//! The simplification review without which no procedure is published (2.d¶1).

use serde::{Deserialize, Serialize};

/// What was found when one side of a procedure was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// A simplification is proposed: which.
    Proposes(String),
    /// Nothing is proposed: why not.
    NothingBecause(String),
}

impl Finding {
    /// Whether it says something at all.
    pub fn is_stated(&self) -> bool {
        let (Finding::Proposes(text) | Finding::NothingBecause(text)) = self;
        !text.trim().is_empty()
    }
}

/// The review of a procedure's components, conditions and delegation of authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SimplificationReview {
    /// Thành phần hồ sơ.
    pub components: Finding,
    /// Điều kiện thực hiện.
    pub conditions: Finding,
    /// Phân cấp, ủy quyền.
    pub delegation: Finding,
}

impl SimplificationReview {
    /// The sides that say nothing, by name.
    pub fn unstated(&self) -> Vec<&'static str> {
        let sides = [
            ("components", &self.components),
            ("conditions", &self.conditions),
            ("delegation", &self.delegation),
        ];
        sides.into_iter().filter(|(_, finding)| !finding.is_stated()).map(|(side, _)| side).collect()
    }
}
