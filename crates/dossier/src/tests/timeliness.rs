//! Early, on time, late (domain: Counting time).

use super::asked::{request, supply};
use super::life::{FRIDAY, Life, clerk, grant, hand_over, officer, refusal, withdrawal};
use super::sample::{Sample, days, hours};
use crate::Event;
use crate::Timeliness::{Early, Late, OnTime, Overdue, Running};
use deadline::Command as Time;
use kernel::{Actor, Rule};
use time::OffsetDateTime;
use time::macros::datetime;

/// Due on Wednesday 25 November; the 24th is off.
fn in_two_days() -> Life {
    Life::accepted(Sample::due_in(&days(2)))
}

/// Due on Monday at 08:15.
fn in_eight_hours() -> Life {
    Life::accepted(Sample::due_in(&hours(8)))
}

fn finished(life: Life, at: OffsetDateTime) -> Life {
    life.then(&officer(), at, grant())
}

#[test]
fn nobody_is_late_on_a_day_that_is_not_over() {
    let life = in_two_days();
    assert_eq!(life.stands(datetime!(2026-11-25 17:31 +7)), Some(Running));
    assert_eq!(life.stands(datetime!(2026-11-25 23:59:59.999 +7)), Some(Running));
    assert_eq!(life.stands(datetime!(2026-11-26 00:00 +7)), Some(Overdue));
}

#[test]
fn a_day_is_over_in_the_agencys_zone() {
    let life = in_two_days();
    assert_eq!(life.stands(datetime!(2026-11-25 16:59:59 UTC)), Some(Running));
    assert_eq!(life.stands(datetime!(2026-11-25 17:00 UTC)), Some(Overdue));
}

#[test]
fn what_is_finished_on_the_appointed_day_is_on_time_and_on_the_next_late() {
    let stands = |at| finished(in_two_days(), at).stands(datetime!(2027-01-04 08:00 +7));
    assert_eq!(stands(datetime!(2026-11-25 00:00 +7)), Some(OnTime));
    assert_eq!(stands(datetime!(2026-11-25 23:59:59 +7)), Some(OnTime));
    assert_eq!(stands(datetime!(2026-11-26 00:00 +7)), Some(Late));
}

#[test]
fn early_is_a_day_before() {
    let stands = |at| finished(in_two_days(), at).stands(at);
    assert_eq!(stands(datetime!(2026-11-24 23:59:59 +7)), Some(Early));
    assert_eq!(stands(datetime!(2026-11-24 16:59:59 UTC)), Some(Early));
    assert_eq!(stands(datetime!(2026-11-24 17:00 UTC)), Some(OnTime));
}

#[test]
fn what_is_counted_in_hours_is_missed_when_its_moment_has_passed() {
    let life = in_eight_hours();
    assert_eq!(life.stands(datetime!(2026-11-23 08:15 +7)), Some(Running));
    assert_eq!(life.stands(datetime!(2026-11-23 08:15:00.000000001 +7)), Some(Overdue));
    let stands = |at| finished(in_eight_hours(), at).stands(at);
    assert_eq!(stands(datetime!(2026-11-22 23:59 +7)), Some(Early));
    assert_eq!(stands(datetime!(2026-11-23 07:30 +7)), Some(OnTime), "earlier the same day isn't early");
    assert_eq!(stands(datetime!(2026-11-23 08:15 +7)), Some(OnTime));
    assert_eq!(stands(datetime!(2026-11-23 08:16 +7)), Some(Late));
}

#[test]
fn the_work_is_finished_when_the_result_is_there_whenever_it_is_fetched() {
    let life = finished(in_two_days(), datetime!(2026-11-25 10:00 +7));
    let fetched = life.then(&clerk(), datetime!(2027-03-01 10:00 +7), hand_over("Hoa"));
    assert_eq!(fetched.stands(datetime!(2027-03-02 10:00 +7)), Some(OnTime));
}

#[test]
fn what_was_not_accepted_or_was_withdrawn_has_no_appointment_to_keep() {
    let much_later = datetime!(2027-03-01 10:00 +7);
    let submitted = || Life::submitted(Sample::due_in(&days(2)));
    assert_eq!(Life::unborn(Sample::due_in(&days(2))).stands(much_later), None);
    assert_eq!(submitted().stands(much_later), None);
    assert_eq!(submitted().then(&clerk(), FRIDAY, refusal()).stands(much_later), None);
    assert_eq!(in_two_days().then(&Actor::Applicant, FRIDAY, withdrawal()).stands(much_later), None);
}

#[test]
fn what_was_once_missed_is_late_for_good() {
    let over = datetime!(2026-11-26 08:00 +7);
    let missed = in_two_days().then(&Actor::System, over, Time::Breach);
    assert_eq!(missed.stands(over), Some(Overdue));
    let asked = missed.clone().then(&officer(), over, request());
    assert_eq!(asked.stands(over), Some(Overdue), "the clock stands, and it is late all the same");
    let afresh = asked.then(&clerk(), over, supply());
    assert_eq!(afresh.stands(over), Some(Overdue), "a later appointment doesn't undo it");
    assert_eq!(finished(afresh, over).stands(over), Some(Late));
    assert_eq!(missed.then(&Actor::Applicant, over, withdrawal()).stands(over), Some(Late));
}

#[test]
fn nobody_is_late_while_the_clock_stands() {
    let life = in_two_days().then(&officer(), FRIDAY, request());
    assert_eq!(life.stands(datetime!(2026-11-27 08:00 +7)), Some(Running));
    let closed = life.then(&Actor::System, datetime!(2027-01-04 08:00 +7), intake::Command::Close);
    assert_eq!(closed.stands(datetime!(2027-01-04 08:00 +7)), None);
}

#[test]
fn no_act_comes_between_a_missed_appointment_and_its_record() {
    let over = datetime!(2026-11-26 08:00 +7);
    let kinds = |life: Life| life.events.iter().skip(3).map(Event::kind).collect::<Vec<_>>();
    let late = in_two_days().then(&officer(), over, grant());
    assert_eq!(kinds(late), ["appointment_missed", "step_done", "result_recorded"]);
    let withdrawn = in_two_days().then(&Actor::Applicant, over, withdrawal());
    assert_eq!(kinds(withdrawn), ["appointment_missed", "withdrawn"]);
    let in_time = in_two_days().then(&officer(), datetime!(2026-11-25 23:59 +7), grant());
    assert_eq!(kinds(in_time), ["step_done", "result_recorded"]);
    let recorded = in_two_days().then(&Actor::System, over, Time::Breach);
    assert_eq!(recorded.refuses_at(&Actor::System, over, Time::Breach), Rule::StageOrder);
    assert_eq!(kinds(recorded.then(&officer(), over, grant()))[0], "appointment_missed");
}
