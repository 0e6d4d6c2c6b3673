//! Facts in Vietnamese words.

use super::{About, Names};
use calendar::vietnamese_moment;
use intake::Item;
use kernel::{AgencyCode, GroundCode, Lang, StepCode};
use std::collections::BTreeMap;
use std::fmt::Display;
use time::OffsetDateTime;

impl About {
    /// `17:00 ngày 30/11/2026`, in the receiving agency's zone.
    pub(super) fn moment(&self, at: OffsetDateTime) -> String {
        vietnamese_moment(at.to_offset(self.offset))
    }

    /// Each thing asked for: what it is about, what is wrong, what is to be done.
    pub(super) fn items(&self, items: &[Item]) -> Vec<String> {
        items.iter().map(|item| self.item(item)).collect()
    }

    fn item(&self, item: &Item) -> String {
        let wrong = item.fault.said().to(Lang::Vi);
        let told = match &item.component {
            Some(component) => format!("{}: {wrong}", named(&self.names.components, component)),
            None => wrong.to_owned(),
        };
        let note = item.note.trim();
        if note.is_empty() { told } else { format!("{told} ({note})") }
    }

    /// With whom a dossier lies.
    pub(super) fn holders(&self, holders: &[deadline::Holder]) -> Vec<String> {
        let told = |holder: &deadline::Holder| {
            format!("{}: {}", self.names.agency(&holder.agency), self.names.step(&holder.step))
        };
        holders.iter().map(told).collect()
    }
}

impl Names {
    /// An agency's name.
    pub(super) fn agency(&self, code: &AgencyCode) -> String {
        named(&self.agencies, code)
    }

    /// A step's name.
    pub(super) fn step(&self, code: &StepCode) -> String {
        named(&self.steps, code)
    }

    /// A refusal ground's words.
    pub(super) fn ground(&self, code: &GroundCode) -> String {
        named(&self.grounds, code)
    }
}

/// The name of a code, or the code.
pub(super) fn named<Code: Ord + Display>(names: &BTreeMap<Code, String>, code: &Code) -> String {
    names.get(code).cloned().unwrap_or_else(|| code.to_string())
}

/// A sum in đồng: `12.500.000 đồng`.
pub(super) fn sum(amount: u64) -> String {
    kernel::grouped(amount, '.') + " đồng"
}

#[cfg(test)]
mod tests {
    use super::sum;

    #[test]
    fn a_sum_has_a_point_after_each_thousand() {
        let told = [0, 999, 1_000, 12_500_000, 1_000_000_000_000].map(sum);
        let expected = ["0 đồng", "999 đồng", "1.000 đồng", "12.500.000 đồng", "1.000.000.000.000 đồng"];
        assert_eq!(told, expected);
    }
}
