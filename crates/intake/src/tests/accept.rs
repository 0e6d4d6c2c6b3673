//! Acceptance: number, appointment, and what stands in its way.

use super::*;
use crate::Accepted;
use calendar::{Precision, Unit};
use kernel::{Fact, Lang};

fn accept_at(state: &State, version: &Version, now: OffsetDateTime) -> Accepted {
    let actor = clerk();
    let facts = Facts { now, version, ..facts(&actor) };
    match decide(state, &facts, Command::Accept).expect("allowed").as_slice() {
        [Event::Accepted(accepted)] => accepted.clone(),
        other => panic!("one acceptance, not {other:?}"),
    }
}

fn accept(state: &State) -> Result<Vec<Event>, Violation> {
    by(&clerk(), state, Command::Accept)
}

fn submitted_with(change: impl FnOnce(&mut Submit)) -> State {
    let mut submission = complete();
    change(&mut submission);
    submitted(submission)
}

#[test]
fn a_complete_submission_gets_a_number_of_its_agency_and_day() {
    let accepted = accept_at(&submitted(complete()), &VERSION, NOW);
    assert_eq!(accepted.number.to_string(), "H32.1-261120-0007");
    assert_eq!((accepted.calendar.code.as_str(), accepted.calendar.version), ("tinh", 4));
}

#[test]
fn the_day_of_the_number_is_the_agencys_own() {
    let state = submitted(complete());
    let day = |now| accept_at(&state, &VERSION, now).number.day();
    assert_eq!(day(datetime!(2026-11-20 16:59:59 UTC)), date!(2026 - 11 - 20));
    assert_eq!(day(datetime!(2026-11-20 17:00 UTC)), date!(2026 - 11 - 21));
}

#[test]
fn the_appointment_is_counted_from_acceptance_by_the_receiving_agencys_calendar() {
    let accepted = accept_at(&submitted(complete()), &VERSION, NOW);
    assert_eq!((accepted.time.amount(), accepted.time.unit()), (5, Unit::WorkingDays));
    assert_eq!(accepted.appointment.at, datetime!(2026-11-30 17:30 +7), "24 November is off");
    assert_eq!(accepted.appointment.precision, Precision::Day);
}

#[test]
fn a_case_with_its_own_time_is_due_by_that() {
    let state = submitted_with(|submission| {
        submission.case = code("sua-chua");
        submission.components.push(handed("ban-ve", Form::Original, 1));
    });
    assert_eq!(accept_at(&state, &VERSION, NOW).appointment.at, datetime!(2026-11-25 17:30 +7));
}

#[test]
fn same_day_is_that_day_until_15_00_and_the_next_working_day_after_it() {
    let same_day = version(&json!({ "amount": 1, "unit": "same_day" }));
    let state = submitted(complete());
    let due = |now| accept_at(&state, &same_day, now).appointment.at;
    assert_eq!(due(datetime!(2026-11-20 15:00 +7)), datetime!(2026-11-20 17:30 +7));
    assert_eq!(due(datetime!(2026-11-20 15:00:01 +7)), datetime!(2026-11-23 17:30 +7));
}

#[test]
fn one_copy_fewer_is_not_accepted_and_exactly_enough_is() {
    let with_copies = |copies| {
        submitted_with(|submission| submission.components[1] = handed("giay-to", Form::CertifiedCopy, copies))
    };
    assert!(accept(&with_copies(2)).is_ok());
    let violation = accept(&with_copies(1)).expect_err("refused");
    assert_eq!(violation.rule, Rule::CompleteBeforeAcceptance);
    assert_eq!(
        violation.facts["lacking"].clone().to(Lang::Vi),
        Fact::List(vec!["giay-to: Chưa đủ số lượng".to_owned()])
    );
}

#[test]
fn a_missing_component_is_not_accepted() {
    let state = submitted_with(|submission| drop(submission.components.pop()));
    assert_eq!(broken(accept(&state)), Rule::CompleteBeforeAcceptance);
}

#[test]
fn a_component_without_electronic_copy_or_reason_is_not_accepted() {
    let state = submitted_with(|submission| submission.components[0].paper_only_reason = None);
    let violation = accept(&state).expect_err("refused");
    assert_eq!(violation.rule, Rule::ElectronicDossier);
    let said = "don: Chưa có bản điện tử và chưa nêu lý do chỉ lưu bản giấy";
    assert_eq!(violation.facts["lacking"].clone().to(Lang::Vi), Fact::List(vec![said.to_owned()]));
}

#[test]
fn incomplete_contact_details_are_not_accepted() {
    let state = submitted_with(|submission| submission.applicant.phone.clear());
    assert_eq!(broken(accept(&state)), Rule::ElectronicDossier);
}

#[test]
fn what_lacks_is_told_before_what_is_not_scanned() {
    let state = submitted_with(|submission| {
        submission.components.pop();
        submission.components[0].paper_only_reason = None;
    });
    assert_eq!(broken(accept(&state)), Rule::CompleteBeforeAcceptance);
}

#[test]
fn none_is_accepted_twice() {
    let state = then(submitted(complete()), Command::Accept);
    let violation = accept(&state).expect_err("refused");
    assert_eq!(violation.rule, Rule::CompleteBeforeAcceptance);
    assert_eq!(violation.facts["accepted_as"], Fact::from("H32.1-261120-0007"));
}

#[test]
fn only_a_clerk_of_the_receiving_agency_accepts() {
    let state = submitted(complete());
    for stranger in strangers().into_iter().chain([Actor::Applicant]) {
        assert_eq!(broken(by(&stranger, &state, Command::Accept)), Rule::RightDesk, "{stranger:?}");
    }
}

#[test]
fn nothing_submitted_refused_or_withdrawn_is_not_accepted() {
    assert_eq!(broken(accept(&State::default())), Rule::StageOrder);
    for end in [refusal(), withdrawal()] {
        assert_eq!(broken(accept(&then(submitted(complete()), end))), Rule::StageOrder);
    }
}
