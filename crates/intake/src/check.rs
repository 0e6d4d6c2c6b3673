//! What the system itself finds missing or wrong in a submission.

use crate::applicant::Applicant;
use crate::fault::{Fault, FaultKind};
use crate::handed::Handed;
use catalog::{Alternative, Component, Form, Version};
use kernel::CaseCode;

/// Every fault the system can find: what the case asks for without a condition and isn't there, what is there and
/// doesn't fit, what lacks of the applicant's details. In the order of the published list.
pub fn faults(version: &Version, case: &CaseCode, handed: &[Handed], applicant: &Applicant) -> Vec<Fault> {
    let mut faults = of_components(version, case, handed);
    faults.extend(of_applicant(applicant));
    faults
}

/// What the system finds in the components alone.
pub(crate) fn of_components(version: &Version, case: &CaseCode, handed: &[Handed]) -> Vec<Fault> {
    version.components_of(case).flat_map(|component| faults_of(component, handed)).collect()
}

/// What lacks of the applicant's details.
pub(crate) fn of_applicant(applicant: &Applicant) -> impl Iterator<Item = Fault> {
    applicant.lacks().into_iter().map(|kind| Fault { component: None, kind })
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
