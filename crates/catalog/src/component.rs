//! Components: what an applicant brings, in which form, how many.

use kernel::{CaseCode, ComponentCode};
use serde::{Deserialize, Serialize};

/// The form in which a document is handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Bản chính.
    Original,
    /// Bản sao có chứng thực.
    CertifiedCopy,
    /// Bản chụp kèm bản chính để đối chiếu.
    CopyWithOriginal,
}

impl Form {
    /// The form's name, in Vietnamese.
    pub fn vietnamese(self) -> &'static str {
        match self {
            Form::Original => "bản chính",
            Form::CertifiedCopy => "bản sao có chứng thực",
            Form::CopyWithOriginal => "bản chụp kèm bản chính để đối chiếu",
        }
    }
}

/// One way to satisfy a component: so many copies in that form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// The form.
    pub form: Form,
    /// How many, at least 1.
    pub count: u16,
}

/// One document a procedure asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Component {
    /// Its code, unique in the version.
    pub code: ComponentCode,
    /// What the document is, in Vietnamese.
    pub name: String,
    /// The heading it is published under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The cases that ask for it; empty: every case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<CaseCode>,
    /// When it is asked for only under a condition that a person must judge: that condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_if: Option<String>,
    /// The ways to satisfy it: a choice, not a sum.
    pub any_of: Vec<Alternative>,
    /// The form to fill in, as published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
}

impl Component {
    /// Whether `case` asks for it.
    pub fn belongs_to(&self, case: &CaseCode) -> bool {
        self.cases.is_empty() || self.cases.contains(case)
    }

    /// Whether the system itself can call it missing: asked for without a condition.
    pub fn always_required(&self) -> bool {
        self.only_if.is_none()
    }

    /// How many copies are asked for in `form`; none where that form isn't accepted.
    pub fn count_in(&self, form: Form) -> Option<u16> {
        self.any_of.iter().find(|way| way.form == form).map(|way| way.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::component;

    #[test]
    fn forms_are_a_choice_not_a_sum() {
        let component = Component {
            any_of: vec![
                Alternative { form: Form::Original, count: 1 },
                Alternative { form: Form::CertifiedCopy, count: 2 },
            ],
            ..component("giay-chung-nhan")
        };
        assert_eq!(component.count_in(Form::Original), Some(1));
        assert_eq!(component.count_in(Form::CertifiedCopy), Some(2));
        assert_eq!(component.count_in(Form::CopyWithOriginal), None);
    }

    #[test]
    fn a_component_without_cases_belongs_to_every_case() {
        let (new, changed) = ("moi".parse().expect("a code"), "doi".parse().expect("a code"));
        assert!(component("don").belongs_to(&new));
        let of_one = Component { cases: vec![new], ..component("ban-ve") };
        assert!(!of_one.belongs_to(&changed));
    }

    #[test]
    fn what_a_person_must_judge_is_never_called_missing_by_the_system() {
        assert!(component("don").always_required());
        let conditional = Component { only_if: Some("ủy quyền".to_owned()), ..component("uy-quyen") };
        assert!(!conditional.always_required());
    }
}
