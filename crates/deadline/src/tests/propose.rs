use super::*;
use crate::propose::ready;
use time::Duration;

fn at(now: OffsetDateTime, to: OffsetDateTime) -> Result<Vec<Event>, Violation> {
    asked_by(&accepted(), &officer(), now, proposal(to))
}

#[test]
fn an_officer_proposes_a_lawful_new_appointment_with_its_letter() {
    let state = proposed();
    let waits = state.proposal.as_ref().expect("it waits");
    assert_eq!((waits.from, waits.to.at, waits.at), (DUE, LATEST, IN_TIME));
    assert_eq!(appointment(&state), DUE, "a proposal moves nothing");
}

#[test]
fn it_is_in_time_until_the_last_moment_before_the_appointed_day() {
    let midnight = datetime!(2026-11-16 00:00 +7);
    assert!(at(midnight - Duration::MINUTE, LATEST).is_ok());
    assert!(at(midnight - Duration::NANOSECOND, LATEST).is_ok());
    for late in [midnight, midnight + Duration::MINUTE, DUE, DUE + Duration::WEEK] {
        assert_eq!(broken(at(late, LATEST + Duration::WEEK)), Rule::ApologyBeforeAppointedDay);
    }
}

#[test]
fn the_appointed_day_is_the_one_of_the_agencys_zone() {
    assert!(at(datetime!(2026-11-15 16:59 UTC), LATEST).is_ok());
    assert_eq!(broken(at(datetime!(2026-11-15 17:00 UTC), LATEST)), Rule::ApologyBeforeAppointedDay);
}

#[test]
fn it_adds_at_most_a_third_to_the_minute() {
    assert!(at(IN_TIME, LATEST).is_ok());
    assert!(at(IN_TIME, LATEST - Duration::MINUTE).is_ok());
    assert_eq!(broken(at(IN_TIME, LATEST + Duration::MINUTE)), Rule::ExtensionWithinThird);
}

#[test]
fn a_new_appointment_lies_after_the_old_one_in_a_session() {
    for to in [DUE, DUE - Duration::DAY, datetime!(2026-11-18 12:00 +7), datetime!(2026-11-17 05:00 +7)] {
        assert_eq!(broken(at(IN_TIME, to)), Rule::ExtensionWithinThird, "{to}");
    }
    assert!(at(IN_TIME, datetime!(2026-11-17 07:30 +7)).is_ok());
}

#[test]
fn a_refusal_tells_until_when_and_how_far_it_would_have_been_lawful() {
    let facts = at(IN_TIME, LATEST + Duration::MINUTE).expect_err("refused").facts;
    assert_eq!(facts["latest_lawful"], LATEST.into());
    assert_eq!(facts["asked_before"], datetime!(2026-11-16 00:00 +7).into());
}

#[test]
fn no_reason_or_no_letter_no_rescheduling() {
    for (reason, apology) in [("", "Xin lỗi"), (" ", "Xin lỗi"), ("Thiếu người", ""), ("Thiếu người", "\n ")]
    {
        let command =
            Command::Propose(Proposal { reason: reason.to_owned(), to: LATEST, apology: apology.to_owned() });
        assert_eq!(broken(asked_by(&accepted(), &officer(), IN_TIME, command)), Rule::WrittenApology);
    }
}

#[test]
fn what_is_lawful_is_told_before_anybody_asks() {
    let (actor, agency, calendar) = (officer(), agency(), calendar());
    let facts = Facts { actor: &actor, now: IN_TIME, agency: &agency, field: FIELD, calendar: &calendar };
    let window = ready(&accepted(), &facts).expect("it may be asked");
    assert_eq!(window.latest_lawful, Some(LATEST));
    assert_eq!(window.asked_before, datetime!(2026-11-16 00:00 +7));
}

#[test]
fn one_proposal_waits_at_a_time_and_a_second_rescheduling_never() {
    assert_eq!(broken(asked_by(&proposed(), &officer(), IN_TIME, proposal(LATEST))), Rule::StageOrder);
    let again = datetime!(2026-11-20 14:00 +7);
    assert_eq!(broken(asked_by(&rescheduled(), &officer(), IN_TIME, proposal(again))), Rule::RescheduleOnce);
}

#[test]
fn nobody_proposes_while_the_clock_stands() {
    let pay = Command::AskPayment { amount: 50_000, purpose: "Lệ phí".to_owned() };
    let waiting = after(accepted(), &officer(), IN_TIME, pay);
    assert_eq!(broken(asked_by(&waiting, &officer(), IN_TIME, proposal(LATEST))), Rule::StageOrder);
}
