//! One thing asked of the applicant in writing.

use crate::fault::{Fault, FaultKind};
use kernel::ComponentCode;
use serde::{Deserialize, Serialize};

/// One thing asked of the applicant, in the guidance notice or in the supplement request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The component it is about; none for the applicant's details.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<ComponentCode>,
    /// What is wrong.
    pub fault: FaultKind,
    /// What is to be done, where a person saw it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Item {
    /// What the system found.
    pub(crate) fn found(fault: &Fault) -> Self {
        Self { component: fault.component.clone(), fault: fault.kind, note: String::new() }
    }

    /// The fault it asks to mend.
    pub fn as_fault(&self) -> Fault {
        Fault { component: self.component.clone(), kind: self.fault }
    }
}
