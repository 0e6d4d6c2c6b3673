use super::*;
use time::Duration;

fn approve(actor: &Actor, now: OffsetDateTime) -> Result<Vec<Event>, Violation> {
    asked_by(&proposed(), actor, now, Command::Approve)
}

#[test]
fn the_heads_approval_is_the_letter_and_the_new_appointment_in_one() {
    let state = rescheduled();
    let approved = state.rescheduled.as_ref().expect("approved");
    assert_eq!(appointment(&state), LATEST);
    assert_eq!((approved.from, approved.role), (DUE, Role::Head));
    assert_eq!(approved.proposed_by, officer().user().expect("staff"));
    assert_eq!((approved.added_seconds, approved.total_seconds), (1_600 * 60, 4_800 * 60));
    assert!(!approved.apology.is_empty() && state.proposal.is_none());
    assert_eq!(state.clock.expect("accepted").first.at, DUE, "the first appointment is kept for ever");
}

#[test]
fn a_deputy_approves_inside_the_field_entrusted_only() {
    assert!(approve(&deputy(&["Hộ tịch", FIELD]), IN_TIME).is_ok());
    for fields in [&[] as &[&str], &["Hộ tịch"]] {
        assert_eq!(broken(approve(&deputy(fields), IN_TIME)), Rule::HeadApproves);
    }
}

#[test]
fn nobody_else_approves() {
    let elsewhere = Actor::Staff(Staff { agency: "H32.2".parse().expect("valid"), ..staff(9, Role::Head) });
    let supervisor = Actor::Staff(staff(9, Role::Supervisor));
    let leader = Actor::Staff(staff(9, Role::Leader));
    for actor in [officer(), clerk(), leader, supervisor, elsewhere, Actor::Applicant, Actor::System] {
        assert_eq!(broken(approve(&actor, IN_TIME)), Rule::HeadApproves, "{actor:?}");
    }
}

#[test]
fn whoever_proposed_it_cant_approve_it_whatever_they_are() {
    let both = Actor::Staff(Staff { roles: vec![Role::Officer, Role::Head], ..staff(7, Role::Head) });
    let state = after(accepted(), &both, IN_TIME, proposal(LATEST));
    assert_eq!(broken(asked_by(&state, &both, IN_TIME, Command::Approve)), Rule::HeadApproves);
    assert!(asked_by(&state, &head(), IN_TIME, Command::Approve).is_ok());
}

#[test]
fn it_must_still_be_before_the_appointed_day() {
    let midnight = datetime!(2026-11-16 00:00 +7);
    assert!(approve(&head(), midnight - Duration::MINUTE).is_ok());
    assert_eq!(broken(approve(&head(), midnight)), Rule::ApologyBeforeAppointedDay);
}

#[test]
fn what_a_changed_calendar_has_made_unlawful_is_approved_no_more() {
    let with_a_day_off = |day: Date| {
        let calendar = Calendar::new(data(&[day])).expect("sound");
        asked_with(&calendar, &proposed(), &head(), IN_TIME, Command::Approve)
    };
    assert!(with_a_day_off(date!(2026 - 11 - 23)).is_ok());
    assert_eq!(broken(with_a_day_off(LATEST.date())), Rule::ExtensionWithinThird);
}

#[test]
fn there_must_be_something_to_approve() {
    assert_eq!(broken(asked_by(&accepted(), &head(), IN_TIME, Command::Approve)), Rule::StageOrder);
    assert_eq!(broken(asked_by(&rescheduled(), &head(), IN_TIME, Command::Approve)), Rule::RescheduleOnce);
}

#[test]
fn a_rejected_proposal_moves_nothing_and_another_may_follow() {
    assert_eq!(broken(asked_by(&proposed(), &officer(), IN_TIME, rejection())), Rule::HeadApproves);
    assert_eq!(broken(asked_by(&accepted(), &head(), IN_TIME, rejection())), Rule::StageOrder);
    let state = after(proposed(), &head(), IN_TIME, rejection());
    assert_eq!((appointment(&state), state.proposal.is_none()), (DUE, true));
    assert!(asked_by(&state, &officer(), IN_TIME, proposal(LATEST)).is_ok());
}

#[test]
fn whether_a_proposal_may_be_rejected_is_told_before_anybody_asks() {
    let ready = |state: &State, actor: &Actor| {
        let (agency, calendar) = (agency(), calendar());
        crate::reject::ready(
            state,
            &Facts { actor, now: IN_TIME, agency: &agency, field: FIELD, calendar: &calendar },
        )
    };
    assert!(ready(&proposed(), &head()).is_ok());
    assert_eq!(broken(ready(&proposed(), &officer())), Rule::HeadApproves);
    assert_eq!(broken(ready(&accepted(), &head())), Rule::StageOrder);
}

#[test]
fn a_stop_makes_what_was_proposed_void() {
    let pay = Command::AskPayment { amount: 50_000, purpose: "Lệ phí".to_owned() };
    let state = after(proposed(), &officer(), IN_TIME, pay);
    let state = after(state, &clerk(), IN_TIME, Command::ConfirmPayment { receipt: "1".to_owned() });
    assert_eq!(broken(asked_by(&state, &head(), IN_TIME, Command::Approve)), Rule::StageOrder);
}
