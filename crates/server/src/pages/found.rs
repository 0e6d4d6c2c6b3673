//! What the system finds missing or wrong in a submission, shown at the fields of its form.

use crate::wire::submission::SubmissionIn;
use catalog::Version;
use front::Fault;
use intake::{Applicant, FaultKind, Handed};
use kernel::{CaseCode, Lang};

/// What is missing or wrong, each at its field, in the order of the form.
pub(super) fn faults(version: &Version, case: &CaseCode, body: &SubmissionIn, lang: Lang) -> Vec<Fault> {
    let handed: Vec<Handed> = body.components.iter().cloned().map(Handed::from).collect();
    let applicant = Applicant::from(body.applicant.clone());
    let found = intake::faults(version, case, &handed, &applicant);
    found.iter().map(|fault| shown(fault, version, case, lang)).collect()
}

fn shown(fault: &intake::Fault, version: &Version, case: &CaseCode, lang: Lang) -> Fault {
    let said = fault.kind.said().to(lang);
    let Some(code) = &fault.component else {
        return Fault { name: Some(field_of_applicant(fault.kind).to_owned()), text: said.to_owned() };
    };
    let mut listed = version.components_of(case).enumerate();
    let known = listed.find(|(_, component)| component.code == *code);
    let (place, name) = known.map_or((0, ""), |(place, component)| (place, component.name.as_str()));
    let field = if fault.kind == FaultKind::NoElectronicCopy { "paper_only_reason" } else { "component" };
    Fault { name: Some(format!("/components/{place}/{field}")), text: format!("{name}: {said}") }
}

fn field_of_applicant(kind: FaultKind) -> &'static str {
    match kind {
        FaultKind::NoIdentity => "/applicant/identity",
        FaultKind::NoAddress => "/applicant/address",
        FaultKind::NoPhoneOrEmail => "/applicant/phone",
        FaultKind::NoName
        | FaultKind::Missing
        | FaultKind::TooFewCopies
        | FaultKind::FormNotAccepted
        | FaultKind::NoElectronicCopy
        | FaultKind::Unreadable
        | FaultKind::NotValid
        | FaultKind::Inconsistent => "/applicant/name:text",
    }
}
