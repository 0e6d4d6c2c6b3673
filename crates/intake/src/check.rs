//! What the system itself finds missing or wrong in a submission.

use crate::applicant::Applicant;
use crate::submit::Handed;
use catalog::{Alternative, Component, Form, Version};
use kernel::{CaseCode, ComponentCode, Rule, Said};
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
    /// The rule that such a fault keeps from being satisfied.
    pub fn rule(self) -> Rule {
        match self {
            FaultKind::Missing | FaultKind::TooFewCopies | FaultKind::FormNotAccepted => {
                Rule::CompleteBeforeAcceptance
            }
            FaultKind::NoElectronicCopy
            | FaultKind::NoName
            | FaultKind::NoIdentity
            | FaultKind::NoAddress
            | FaultKind::NoPhoneOrEmail => Rule::ElectronicDossier,
        }
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

/// Every fault the system can find: what the case asks for without a condition and isn't there, what is there and
/// doesn't fit, what lacks of the applicant's details. In the order of the published list.
pub fn faults(version: &Version, case: &CaseCode, handed: &[Handed], applicant: &Applicant) -> Vec<Fault> {
    let of_components = version.components_of(case).flat_map(|component| faults_of(component, handed));
    let of_applicant = applicant.lacks().into_iter().map(|kind| Fault { component: None, kind });
    of_components.chain(of_applicant).collect()
}

fn faults_of(component: &Component, handed: &[Handed]) -> Vec<Fault> {
    let ours: Vec<&Handed> = handed.iter().filter(|h| h.component == component.code).collect();
    let fault = |kind| Fault { component: Some(component.code.clone()), kind };
    if ours.is_empty() {
        return if component.always_required() { vec![fault(FaultKind::Missing)] } else { Vec::new() };
    }
    let mut kinds = Vec::new();
    kinds.extend(shortfall(component, &ours));
    if ours.iter().any(|handed| !handed.is_kept()) {
        kinds.push(FaultKind::NoElectronicCopy);
    }
    kinds.into_iter().map(fault).collect()
}

/// Forms are a choice, not a sum: one of them in its full number is enough. Entries of the same form add up.
fn shortfall(component: &Component, ours: &[&Handed]) -> Option<FaultKind> {
    let suffices = |way: &Alternative| copies_in(way.form, ours) >= u64::from(way.count);
    if component.any_of.iter().any(suffices) {
        None
    } else if ours.iter().any(|handed| component.count_in(handed.form).is_some()) {
        Some(FaultKind::TooFewCopies)
    } else {
        Some(FaultKind::FormNotAccepted)
    }
}

fn copies_in(form: Form, ours: &[&Handed]) -> u64 {
    ours.iter().filter(|handed| handed.form == form).map(|handed| u64::from(handed.copies)).sum()
}
