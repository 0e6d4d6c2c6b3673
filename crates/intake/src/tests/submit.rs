//! Handing in, and what the system finds missing.

use super::*;
use crate::FaultKind::{self, FormNotAccepted, Missing, NoElectronicCopy, TooFewCopies};
use kernel::FileId;

/// The faults found, each with its component.
fn faults(submission: Submit) -> Vec<(Option<String>, FaultKind)> {
    let state = submitted(submission);
    let found = state.submitted.expect("submitted").faults;
    found.into_iter().map(|fault| (fault.component.map(String::from), fault.kind)).collect()
}

fn of(component: &str, kind: FaultKind) -> (Option<String>, FaultKind) {
    (Some(component.to_owned()), kind)
}

/// A submission with these papers for `giay-to`, and the form it always needs.
fn with_papers(papers: &[(Form, u16)]) -> Submit {
    let papers = papers.iter().map(|(form, copies)| handed("giay-to", *form, *copies));
    let components = std::iter::once(handed("don", Form::Original, 1)).chain(papers).collect();
    Submit { components, ..complete() }
}

fn with(applicant: Applicant) -> Submit {
    Submit { applicant, ..complete() }
}

fn hand_in(actor: &Actor, submission: Submit) -> Result<Vec<Event>, Violation> {
    by(actor, &State::default(), Command::Submit(Box::new(submission)))
}

#[test]
fn a_submission_is_judged_by_the_version_published_then() {
    let state = submitted(complete());
    let submitted = state.submitted.expect("submitted");
    assert_eq!((submitted.procedure.as_str(), submitted.version, submitted.at), ("1.000001", 3, NOW));
    assert_eq!(submitted.faults, []);
}

#[test]
fn what_lacks_is_recorded_in_the_order_of_the_published_list_and_the_applicants_details_last() {
    let nobody = Applicant { name: " ".to_owned(), phone: String::new(), ..applicant() };
    let found = faults(Submit { components: Vec::new(), ..with(nobody) });
    let details = [(None, FaultKind::NoName), (None, FaultKind::NoPhoneOrEmail)];
    assert_eq!(found[..2], [of("don", Missing), of("giay-to", Missing)]);
    assert_eq!(found[2..], details);
}

#[test]
fn the_published_number_of_copies_is_enough_and_one_fewer_is_not() {
    assert_eq!(faults(with_papers(&[(Form::CertifiedCopy, 2)])), []);
    assert_eq!(faults(with_papers(&[(Form::CertifiedCopy, 3)])), []);
    assert_eq!(faults(with_papers(&[(Form::CertifiedCopy, 1)])), [of("giay-to", TooFewCopies)]);
    assert_eq!(faults(with_papers(&[(Form::CertifiedCopy, 0)])), [of("giay-to", TooFewCopies)]);
}

#[test]
fn forms_are_a_choice_and_not_a_sum() {
    assert_eq!(faults(with_papers(&[(Form::CertifiedCopy, 1), (Form::Original, 1)])), []);
    let half_of_each = with_papers(&[(Form::CertifiedCopy, 1), (Form::CopyWithOriginal, 1)]);
    assert_eq!(faults(half_of_each), [of("giay-to", TooFewCopies)]);
}

#[test]
fn copies_of_one_form_add_up_however_they_are_listed() {
    assert_eq!(faults(with_papers(&[(Form::CertifiedCopy, 1), (Form::CertifiedCopy, 1)])), []);
}

#[test]
fn a_form_that_is_not_published_is_not_accepted() {
    assert_eq!(faults(with_papers(&[(Form::CopyWithOriginal, 5)])), [of("giay-to", FormNotAccepted)]);
}

#[test]
fn what_is_asked_for_under_a_condition_is_not_missing_but_must_fit_when_it_is_there() {
    let mut submission = complete();
    submission.components.push(handed("uy-quyen", Form::CertifiedCopy, 1));
    assert_eq!(faults(submission.clone()), []);
    submission.components[2].form = Form::Original;
    assert_eq!(faults(submission), [of("uy-quyen", FormNotAccepted)]);
}

#[test]
fn a_case_asks_for_its_own_components() {
    let repair = Submit { case: code("sua-chua"), ..complete() };
    assert_eq!(faults(repair), [of("ban-ve", Missing)]);
}

#[test]
fn a_component_is_paper_only_with_a_reason_and_a_blank_is_none() {
    let with_reason = |reason: Option<&str>| {
        let mut submission = complete();
        submission.components[0].paper_only_reason = reason.map(str::to_owned);
        faults(submission)
    };
    assert_eq!(with_reason(Some("khổ A0")), []);
    assert_eq!(with_reason(Some(" \t")), [of("don", NoElectronicCopy)]);
    assert_eq!(with_reason(None), [of("don", NoElectronicCopy)]);
}

#[test]
fn a_component_is_scanned_or_paper_only_with_a_reason() {
    let kept_by = |file: Option<FileId>, reason: Option<&str>| {
        let mut submission = complete();
        submission.components[0].file = file;
        submission.components[0].paper_only_reason = reason.map(str::to_owned);
        faults(submission)
    };
    let scan = Some(FileId(Uuid::from_u128(5)));
    assert_eq!(kept_by(scan, None), []);
    assert_eq!(kept_by(scan, Some(" ")), []);
    assert_eq!(kept_by(scan, Some("khổ A0")), []);
    assert_eq!(kept_by(None, None), [of("don", NoElectronicCopy)]);
}

#[test]
fn every_paper_of_a_component_is_scanned_and_not_only_the_first() {
    let mut submission = with_papers(&[(Form::CertifiedCopy, 1), (Form::CertifiedCopy, 1)]);
    submission.components[1].file = Some(FileId(Uuid::from_u128(5)));
    submission.components[1].paper_only_reason = None;
    assert_eq!(faults(submission.clone()), []);
    submission.components[2].paper_only_reason = None;
    assert_eq!(faults(submission), [of("giay-to", NoElectronicCopy)]);
}

#[test]
fn contact_details_are_complete_with_name_identity_address_and_a_phone_or_an_email() {
    let blank = String::new;
    let only_mail = Applicant { phone: blank(), email: "hoa@example.vn".to_owned(), ..applicant() };
    assert_eq!(faults(with(only_mail)), []);
    let lacking = [
        (Applicant { name: blank(), ..applicant() }, FaultKind::NoName),
        (Applicant { identity: blank(), ..applicant() }, FaultKind::NoIdentity),
        (Applicant { address: blank(), ..applicant() }, FaultKind::NoAddress),
        (Applicant { phone: "  ".to_owned(), ..applicant() }, FaultKind::NoPhoneOrEmail),
    ];
    for (applicant, kind) in lacking {
        assert_eq!(faults(with(applicant)), [(None, kind)]);
    }
}

#[test]
fn only_listed_components_are_recorded_in_whatever_number() {
    let mut submission = complete();
    submission.components.push(handed("giay-to", Form::Original, 9));
    assert!(hand_in(&clerk(), submission).is_ok());
}

#[test]
fn a_component_that_is_not_published_for_the_case_is_refused_by_name() {
    for strange in ["ban-ve", "so-ho-khau"] {
        let mut submission = complete();
        submission.components.push(handed(strange, Form::Original, 1));
        let violation = hand_in(&clerk(), submission).expect_err("refused");
        assert_eq!(violation.rule, Rule::ListedComponentsOnly);
        assert_eq!(violation.facts["not_listed"], vec![strange.to_owned()].into());
    }
}

#[test]
fn a_case_that_is_not_published_is_refused() {
    let submission = Submit { case: code("pha-do"), ..complete() };
    assert_eq!(broken(hand_in(&clerk(), submission)), Rule::ListedComponentsOnly);
}

#[test]
fn a_counter_that_does_not_receive_the_procedure_takes_nothing_in() {
    let elsewhere = Submit { agency: code("H32.2"), ..complete() };
    let violation = hand_in(&staff(Role::Clerk, "H32.2"), elsewhere).expect_err("refused");
    assert_eq!(violation.rule, Rule::RightDesk);
    assert_eq!(violation.facts["received_by"], vec!["H32.1".to_owned()].into());
}

#[test]
fn what_comes_to_the_counter_or_by_post_is_entered_by_a_clerk_there() {
    for channel in [Channel::Counter, Channel::Post] {
        let submission = Submit { channel, ..complete() };
        assert!(hand_in(&clerk(), submission.clone()).is_ok());
        for stranger in strangers().into_iter().chain([Actor::Applicant]) {
            assert_eq!(broken(hand_in(&stranger, submission.clone())), Rule::RightDesk, "{stranger:?}");
        }
    }
}

#[test]
fn online_the_applicant_hands_in() {
    let online = Submit { channel: Channel::Online, ..complete() };
    assert!(hand_in(&Actor::Applicant, online.clone()).is_ok());
    for stranger in strangers().into_iter().chain([clerk()]) {
        assert_eq!(broken(hand_in(&stranger, online.clone())), Rule::RightDesk, "{stranger:?}");
    }
}

#[test]
fn a_dossier_is_submitted_once() {
    let state = submitted(complete());
    assert_eq!(broken(by(&clerk(), &state, Command::Submit(Box::new(complete())))), Rule::StageOrder);
}

#[test]
fn the_applicants_details_never_enter_the_log() {
    let events = hand_in(&clerk(), complete()).expect("allowed");
    let written = serde_json::to_string(&events).expect("plain data");
    let Applicant { name, identity, phone, address, .. } = applicant();
    for detail in [name, identity, phone, address, complete().request] {
        assert!(!written.contains(&detail), "{detail}");
    }
}

#[test]
fn every_fault_stands_against_one_of_the_two_rules_of_acceptance() {
    for kind in [Missing, TooFewCopies, FormNotAccepted] {
        assert_eq!(kind.rule(), Rule::CompleteBeforeAcceptance);
    }
    let electronic = [
        NoElectronicCopy,
        FaultKind::NoName,
        FaultKind::NoIdentity,
        FaultKind::NoAddress,
        FaultKind::NoPhoneOrEmail,
    ];
    for kind in electronic {
        assert_eq!(kind.rule(), Rule::ElectronicDossier);
    }
}
