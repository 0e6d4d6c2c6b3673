//! How a province takes up procedures it imports: who receives them, the grounds of refusal, the simplification
//! review, the process. The portal has none of these, and without them nothing may be published.

use crate::plain_process::plain_process;
use crate::procedure::{Draft, Ground};
use crate::review::SimplificationReview;
use kernel::{AgencyCode, ProcedureCode};
use serde::Deserialize;

/// A province's adoption of imported procedures.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adoption {
    /// Entries in order; a procedure is taken up by the first that fits it.
    pub entries: Vec<Entry>,
}

/// One entry: which procedures, and what the province adds to them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The procedures by code; empty: any.
    #[serde(default)]
    pub procedures: Vec<ProcedureCode>,
    /// The fields; empty: any.
    #[serde(default)]
    pub fields: Vec<String>,
    /// The counters that receive them.
    pub received_by: Vec<AgencyCode>,
    /// The grounds of refusal.
    pub grounds: Vec<Ground>,
    /// The simplification review.
    pub review: SimplificationReview,
}

impl Adoption {
    /// Adds to `draft` what the first fitting entry says, and the plain process (one leg at the receiving agency)
    /// where the draft has a time but no process. What the draft already has stays.
    pub fn take_up(&self, draft: &mut Draft, minutes_per_day: u32) {
        let Some(entry) = self.entries.iter().find(|entry| entry.fits(draft)) else { return };
        if draft.received_by.is_empty() {
            draft.received_by.clone_from(&entry.received_by);
        }
        if draft.grounds.is_empty() {
            draft.grounds.clone_from(&entry.grounds);
        }
        draft.review.get_or_insert_with(|| entry.review.clone());
        if draft.process.is_none() {
            draft.process = draft.time.map(|time| plain_process(time, minutes_per_day));
        }
    }
}

impl Entry {
    fn fits(&self, draft: &Draft) -> bool {
        (self.procedures.is_empty() || self.procedures.contains(&draft.code))
            && (self.fields.is_empty() || self.fields.contains(&draft.field))
    }
}
