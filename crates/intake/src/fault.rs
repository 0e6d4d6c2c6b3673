//! What can be missing or wrong in a submission.

use kernel::{ComponentCode, Fact, Lang, Rule, Said};
use serde::{Deserialize, Serialize};

/// One thing missing or wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// The component it is about; none for the applicant's details.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<ComponentCode>,
    /// What is wrong.
    pub kind: FaultKind,
}

impl Fault {
    /// What is wrong with what, in a few words.
    pub fn in_words(&self, lang: Lang) -> String {
        let wrong = self.kind.said().to(lang);
        match &self.component {
            Some(component) => format!("{component}: {wrong}"),
            None => wrong.to_owned(),
        }
    }
}

/// These faults as a fact behind a decision.
pub(crate) fn told(faults: &[&Fault]) -> Fact {
    let in_words = |lang| faults.iter().map(|fault| fault.in_words(lang)).collect();
    Fact::Sentences { vi: in_words(Lang::Vi), en: in_words(Lang::En) }
}

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// The component wasn't handed in.
    Missing,
    /// Fewer copies than published.
    TooFewCopies,
    /// In a form that isn't accepted.
    FormNotAccepted,
    /// Neither scanned nor marked paper-only with a reason.
    NoElectronicCopy,
    /// A person can't read it.
    Unreadable,
    /// A person sees that it isn't valid: expired, unsigned, not by who must give it.
    NotValid,
    /// A person sees that it doesn't agree with the rest.
    Inconsistent,
    /// No name.
    NoName,
    /// No identity number.
    NoIdentity,
    /// No address.
    NoAddress,
    /// Neither phone nor e-mail.
    NoPhoneOrEmail,
}

impl FaultKind {
    /// Every kind.
    pub const ALL: [FaultKind; 11] = [
        FaultKind::Missing,
        FaultKind::TooFewCopies,
        FaultKind::FormNotAccepted,
        FaultKind::NoElectronicCopy,
        FaultKind::Unreadable,
        FaultKind::NotValid,
        FaultKind::Inconsistent,
        FaultKind::NoName,
        FaultKind::NoIdentity,
        FaultKind::NoAddress,
        FaultKind::NoPhoneOrEmail,
    ];

    /// The name in the API and in the events.
    pub fn as_str(self) -> &'static str {
        match self {
            FaultKind::Missing => "missing",
            FaultKind::TooFewCopies => "too_few_copies",
            FaultKind::FormNotAccepted => "form_not_accepted",
            FaultKind::NoElectronicCopy => "no_electronic_copy",
            FaultKind::Unreadable => "unreadable",
            FaultKind::NotValid => "not_valid",
            FaultKind::Inconsistent => "inconsistent",
            FaultKind::NoName => "no_name",
            FaultKind::NoIdentity => "no_identity",
            FaultKind::NoAddress => "no_address",
            FaultKind::NoPhoneOrEmail => "no_phone_or_email",
        }
    }

    /// The rule that such a fault keeps from being satisfied.
    pub fn rule(self) -> Rule {
        match self {
            FaultKind::Missing
            | FaultKind::TooFewCopies
            | FaultKind::FormNotAccepted
            | FaultKind::Unreadable
            | FaultKind::NotValid
            | FaultKind::Inconsistent => Rule::CompleteBeforeAcceptance,
            FaultKind::NoElectronicCopy
            | FaultKind::NoName
            | FaultKind::NoIdentity
            | FaultKind::NoAddress
            | FaultKind::NoPhoneOrEmail => Rule::ElectronicDossier,
        }
    }

    /// Whether only a person sees it: the system can't look for it itself, nor find that it is mended.
    pub fn is_seen_by_a_person(self) -> bool {
        matches!(self, FaultKind::Unreadable | FaultKind::NotValid | FaultKind::Inconsistent)
    }

    /// The fault in words.
    pub fn said(self) -> Said {
        match self {
            FaultKind::Missing => Said { vi: "Chưa nộp thành phần này", en: "Not handed in" },
            FaultKind::TooFewCopies => Said { vi: "Chưa đủ số lượng", en: "Too few copies" },
            FaultKind::FormNotAccepted => Said {
                vi: "Hình thức giấy tờ không đúng quy định",
                en: "Not in an accepted form",
            },
            FaultKind::NoElectronicCopy => Said {
                vi: "Chưa có bản điện tử và chưa nêu lý do chỉ lưu bản giấy",
                en: "Neither scanned nor marked paper-only with a reason",
            },
            FaultKind::Unreadable => {
                Said { vi: "Giấy tờ mờ, không đọc được", en: "Can't be read" }
            }
            FaultKind::NotValid => {
                Said { vi: "Giấy tờ không còn giá trị hoặc chưa hợp lệ", en: "Not valid" }
            }
            FaultKind::Inconsistent => Said {
                vi: "Nội dung không thống nhất với giấy tờ khác",
                en: "Doesn't agree with the rest",
            },
            FaultKind::NoName => Said { vi: "Thiếu họ tên người nộp", en: "No applicant's name" },
            FaultKind::NoIdentity => {
                Said { vi: "Thiếu số định danh của người nộp", en: "No identity number" }
            }
            FaultKind::NoAddress => {
                Said { vi: "Thiếu địa chỉ của người nộp", en: "No address" }
            }
            FaultKind::NoPhoneOrEmail => Said {
                vi: "Thiếu số điện thoại hoặc thư điện tử",
                en: "Neither phone nor e-mail",
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_called_in_the_api_as_it_is_stored() {
        for kind in FaultKind::ALL {
            assert_eq!(serde_json::to_value(kind).expect("a word"), kind.as_str());
        }
    }
}
