//! How a province takes up procedures it imports: who receives them, the grounds of refusal, the simplification
//! review, the process. The portal has none of these, and without them nothing may be published.

use crate::plain_process::plain_process;
use crate::procedure::{Draft, Ground};
use crate::process::Process;
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
    /// The process; none: the plain one.
    #[serde(default)]
    pub process: Option<Process>,
}

impl Adoption {
    /// Adds to `draft` what the first fitting entry says; where neither has a process but the draft a time, the
    /// plain one (one leg at the receiving agency). What the draft already has stays.
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
            let plain = || draft.time.map(|time| plain_process(time, minutes_per_day));
            draft.process = entry.process.clone().or_else(plain);
        }
    }
}

impl Entry {
    fn fits(&self, draft: &Draft) -> bool {
        (self.procedures.is_empty() || self.procedures.contains(&draft.code))
            && (self.fields.is_empty() || self.fields.contains(&draft.field))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{MINUTES_PER_DAY, draft, ground, leg, review, time};
    use calendar::Unit;

    fn entry(procedures: &[&str], fields: &[&str], receiver: &str) -> Entry {
        Entry {
            procedures: procedures.iter().map(|code| code.parse().expect("a code")).collect(),
            fields: fields.iter().map(|field| (*field).to_owned()).collect(),
            received_by: vec![receiver.parse().expect("an agency's code")],
            grounds: vec![ground("can-cu")],
            review: review(),
            process: None,
        }
    }

    fn bare() -> Draft {
        let absent = Draft { received_by: Vec::new(), grounds: Vec::new(), ..draft() };
        Draft { review: None, process: None, ..absent }
    }

    fn received_by(adoption: &Adoption, mut draft: Draft) -> Vec<String> {
        adoption.take_up(&mut draft, MINUTES_PER_DAY);
        draft.received_by.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_first_fitting_entry_takes_a_procedure_up() {
        let entries =
            vec![entry(&["1.000009"], &[], "H32.1"), entry(&[], &["Mẫu"], "H32.2"), entry(&[], &[], "H32.3")];
        let adoption = Adoption { entries };
        let coded = Draft { code: "1.000009".parse().expect("a code"), ..bare() };
        let elsewhere = Draft { field: "Khác".to_owned(), ..bare() };
        assert_eq!(received_by(&adoption, coded), ["H32.1"]);
        assert_eq!(received_by(&adoption, bare()), ["H32.2"]);
        assert_eq!(received_by(&adoption, elsewhere), ["H32.3"]);
    }

    #[test]
    fn what_a_draft_already_has_stays() {
        let mut own = draft();
        Adoption { entries: vec![entry(&[], &[], "H32.9")] }.take_up(&mut own, MINUTES_PER_DAY);
        assert_eq!(own, draft());
    }

    #[test]
    fn without_a_process_of_the_entry_the_plain_one_is_taken() {
        let mut adoption = Adoption { entries: vec![entry(&[], &[], "H32")] };
        let mut plain = bare();
        adoption.take_up(&mut plain, MINUTES_PER_DAY);
        let of_three_days = plain_process(time(3, Unit::WorkingDays), MINUTES_PER_DAY);
        assert_eq!(plain.process, Some(of_three_days));

        let own = Process { legs: vec![leg("rieng", &[], time(2, Unit::WorkingDays))] };
        adoption.entries[0].process = Some(own.clone());
        let mut drawn = bare();
        adoption.take_up(&mut drawn, MINUTES_PER_DAY);
        assert_eq!(drawn.process, Some(own));
    }

    #[test]
    fn a_draft_without_a_time_gets_no_plain_process() {
        let mut timeless = Draft { time: None, ..bare() };
        Adoption { entries: vec![entry(&[], &[], "H32")] }.take_up(&mut timeless, MINUTES_PER_DAY);
        assert_eq!(timeless.process, None);
    }
}
