//! The agency that holds the dossier up puts its name to the reason (`head-approves`, 3.b¶3).

use super::*;
use kernel::Fact;
use time::Duration;

fn endorse(state: &State, actor: &Actor, now: OffsetDateTime) -> Result<Vec<Event>, Violation> {
    asked_by(state, actor, now, Command::Endorse)
}

#[test]
fn a_proposal_names_the_agency_that_holds_it_up_where_another_answers_for_the_dossier() {
    let named = |actor: &Actor| {
        let state = after(accepted(), actor, IN_TIME, proposal(LATEST));
        state.proposal.expect("it waits").agency
    };
    assert_eq!(named(&officer_there()), Some(there()));
    assert_eq!(named(&officer()), None);
}

#[test]
fn the_head_there_puts_their_name_to_the_reason_and_nothing_moves() {
    assert_eq!(proposed_there().awaits_endorsement_of(), Some(&there()));
    let state = endorsed();
    let endorsed = state.endorsed.as_ref().expect("endorsed");
    assert_eq!((endorsed.at, Some(endorsed.by), endorsed.role), (IN_TIME, head_there().user(), Role::Head));
    assert_eq!((appointment(&state), state.awaits_endorsement_of()), (DUE, None));
    assert!(state.proposal.is_some() && state.rescheduled.is_none());
}

#[test]
fn a_deputy_there_endorses_inside_the_field_entrusted_only() {
    let state = after(proposed_there(), &deputy_there(&["Hộ tịch", FIELD]), IN_TIME, Command::Endorse);
    assert_eq!(state.endorsed.expect("endorsed").role, Role::Deputy);
    for fields in [&[] as &[&str], &["Hộ tịch"]] {
        let violation = endorse(&proposed_there(), &deputy_there(fields), IN_TIME).expect_err("refused");
        assert_eq!((violation.rule, &violation.facts["field"]), (Rule::HeadApproves, &FIELD.into()));
    }
}

#[test]
fn nobody_else_endorses_not_even_who_answers_for_the_dossier() {
    let third = Actor::Staff(Staff { agency: "H32.3".parse().expect("valid"), ..staff(9, Role::Head) });
    let others = [officer_there(), staff_there(9, Role::Leader), head(), deputy(&[FIELD]), third];
    for actor in others.into_iter().chain([Actor::Applicant, Actor::System]) {
        let violation = endorse(&proposed_there(), &actor, IN_TIME).expect_err("refused");
        assert_eq!(violation.rule, Rule::HeadApproves, "{actor:?}");
        assert_eq!(violation.facts["agency"], Fact::Text(there().to_string()));
    }
}

#[test]
fn whoever_proposed_it_may_endorse_it_the_second_look_is_the_approvers() {
    let state = after(accepted(), &head_there(), IN_TIME, proposal(LATEST));
    let state = after(state, &head_there(), IN_TIME, Command::Endorse);
    assert!(asked_by(&state, &head(), IN_TIME, Command::Approve).is_ok());
}

#[test]
fn it_is_endorsed_once() {
    for again in [head_there(), deputy_there(&[FIELD])] {
        let violation = endorse(&endorsed(), &again, IN_TIME).expect_err("refused");
        assert_eq!((violation.rule, &violation.facts["endorsed_at"]), (Rule::StageOrder, &IN_TIME.into()));
    }
}

#[test]
fn what_the_agency_that_answers_holds_up_itself_waits_for_nobodys_endorsement() {
    for actor in [head(), head_there()] {
        let violation = endorse(&proposed(), &actor, IN_TIME).expect_err("refused");
        assert_eq!(violation.rule, Rule::StageOrder);
        assert_eq!(violation.facts["held_up_by"], Fact::Text(agency().to_string()));
    }
}

#[test]
fn there_must_be_something_to_endorse() {
    let violation = endorse(&accepted(), &head_there(), IN_TIME).expect_err("refused");
    assert_eq!((violation.rule, &violation.facts["proposal"]), (Rule::StageOrder, &"none waits".into()));
    assert_eq!(broken(endorse(&rescheduled(), &head_there(), IN_TIME)), Rule::RescheduleOnce);
    assert_eq!(broken(endorse(&State::default(), &head_there(), IN_TIME)), Rule::StageOrder);
}

#[test]
fn it_must_still_be_before_the_appointed_day() {
    let midnight = datetime!(2026-11-16 00:00 +7);
    assert!(endorse(&proposed_there(), &head_there(), midnight - Duration::MINUTE).is_ok());
    let violation = endorse(&proposed_there(), &head_there(), midnight).expect_err("refused");
    assert_eq!(violation.rule, Rule::ApologyBeforeAppointedDay);
    assert_eq!(violation.facts["asked_before"], midnight.into());
}

#[test]
fn what_a_changed_calendar_has_made_unlawful_is_endorsed_no_more() {
    let with_a_day_off = |day: Date| {
        let calendar = Calendar::new(data(&[day])).expect("sound");
        asked_with(&calendar, &proposed_there(), &head_there(), IN_TIME, Command::Endorse)
    };
    assert!(with_a_day_off(date!(2026 - 11 - 23)).is_ok());
    assert_eq!(broken(with_a_day_off(LATEST.date())), Rule::ExtensionWithinThird);
}

#[test]
fn whether_it_may_be_endorsed_is_told_before_anybody_asks() {
    let ready = |state: &State, actor: &Actor| {
        let (agency, calendar) = (agency(), calendar());
        let facts = Facts { actor, now: IN_TIME, agency: &agency, field: FIELD, calendar: &calendar };
        crate::endorse::ready(state, &facts)
            .map(|(window, proposed, staff, role)| (window.latest_lawful, proposed.to.at, staff.user, role))
    };
    let user = head_there().user().expect("staff");
    assert_eq!(ready(&proposed_there(), &head_there()), Ok((Some(LATEST), LATEST, user, Role::Head)));
    assert_eq!(broken(ready(&proposed_there(), &head())), Rule::HeadApproves);
    assert_eq!(broken(ready(&endorsed(), &head_there())), Rule::StageOrder);
}
