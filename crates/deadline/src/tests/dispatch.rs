use super::*;
use crate::Means;
use time::Duration;

/// 00:00 of the appointed day.
const DAY: OffsetDateTime = datetime!(2026-11-16 00:00 +7);

fn handed_over() -> Command {
    Command::Send { means: Means::Sms, how: None }
}

fn seen_to(how: &str) -> Command {
    Command::Send { means: Means::Other, how: Some(how.to_owned()) }
}

#[test]
fn the_letter_goes_out_once_whichever_means_was_the_first() {
    let state = after(rescheduled(), &Actor::System, IN_TIME, handed_over());
    let sent = state.sent.clone().expect("on record");
    assert_eq!((sent.at, sent.means, sent.by, sent.how), (IN_TIME, Means::Sms, None, None));
    assert_eq!(broken(asked_by(&state, &Actor::System, IN_TIME, handed_over())), Rule::StageOrder);
    assert_eq!(broken(asked_by(&state, &clerk(), IN_TIME, seen_to("Gọi điện"))), Rule::StageOrder);
    assert_eq!(broken(asked_by(&proposed(), &Actor::System, IN_TIME, handed_over())), Rule::StageOrder);
}

#[test]
fn a_clerk_of_the_receiving_counter_sees_to_it_by_other_means_and_says_how() {
    let state = after(rescheduled(), &clerk(), IN_TIME, seen_to("Trao tận tay"));
    let sent = state.sent.expect("on record");
    assert_eq!((sent.by, sent.how.as_deref()), (clerk().user(), Some("Trao tận tay")));
    assert_eq!(broken(asked_by(&rescheduled(), &clerk(), IN_TIME, seen_to(" "))), Rule::WrittenApology);
    assert_eq!(broken(asked_by(&rescheduled(), &clerk(), IN_TIME, handed_over())), Rule::RightDesk);
    assert_eq!(broken(asked_by(&rescheduled(), &Actor::System, IN_TIME, seen_to("x"))), Rule::RightDesk);
    for actor in [officer(), head(), staff_there(14, Role::Clerk), Actor::Applicant] {
        assert_eq!(broken(asked_by(&rescheduled(), &actor, IN_TIME, seen_to("x"))), Rule::RightDesk);
    }
}

#[test]
fn what_hasnt_gone_out_when_the_appointed_day_begins_is_a_breach_once() {
    let found = |now| asked_by(&rescheduled(), &Actor::System, now, Command::Unsent);
    assert_eq!(broken(found(DAY - Duration::SECOND)), Rule::StageOrder);
    let state = after(rescheduled(), &Actor::System, DAY, Command::Unsent);
    assert_eq!(state.unsent.as_ref().map(|unsent| (unsent.at, unsent.day)), Some((DAY, DAY)));
    assert_eq!(broken(asked_by(&state, &Actor::System, DAY, Command::Unsent)), Rule::StageOrder);
    assert_eq!(broken(asked_by(&rescheduled(), &clerk(), DAY, Command::Unsent)), Rule::RightDesk);
}

#[test]
fn what_went_out_in_time_is_no_breach_and_what_goes_out_later_stays_one() {
    let in_time = after(rescheduled(), &Actor::System, DAY - Duration::SECOND, handed_over());
    assert_eq!(broken(asked_by(&in_time, &Actor::System, DAY, Command::Unsent)), Rule::StageOrder);
    let late = after(rescheduled(), &Actor::System, DAY, Command::Unsent);
    let late = after(late, &clerk(), DAY, seen_to("Gọi điện"));
    assert!(late.sent.is_some() && late.unsent.is_some());
}
