//! Which steps start, where, and with how much time.

use super::*;

/// The one step of a process that has this share, accepted at a moment.
fn first(share: &Value, now: OffsetDateTime) -> Opened {
    let steps = json!([step("mot", "officer", share)]);
    let way = Way::begun_at(process(&json!([leg("chinh", None, &[], &steps)])), now);
    way.opened("mot").clone()
}

fn forked_and_taken_in() -> Way {
    Way::begun(forked()).then(&officer(), FRIDAY, done("nhan-ho-so"))
}

#[test]
fn at_acceptance_the_first_step_of_every_leg_that_waits_for_nothing_lies_open() {
    assert_eq!(Way::begun(plain()).open(), ["chuyen"]);
    let mut side_by_side = forked();
    side_by_side.legs[1].after.clear();
    assert_eq!(Way::begun(side_by_side).open(), ["nhan-ho-so", "cu-tru"]);
}

#[test]
fn a_leg_without_agency_lies_with_the_receiving_one() {
    let way = Way::begun(plain());
    let opened = way.opened("chuyen");
    assert_eq!((opened.agency.as_str(), opened.role, opened.at), (LEAD, Role::Clerk, FRIDAY));
}

#[test]
fn a_share_in_working_units_is_given_in_nominal_minutes() {
    let hours = first(&share(3, "working_hours"), FRIDAY);
    assert_eq!((hours.given_minutes, hours.due), (180, datetime!(2026-11-20 11:15 +7)));
    let days = first(&share(2, "working_days"), FRIDAY);
    assert_eq!((days.given_minutes, days.due), (960, datetime!(2026-11-25 08:15 +7)), "24 November is off");
    assert_eq!(first(&share(1, "same_day"), FRIDAY).given_minutes, 480);
}

#[test]
fn a_share_in_calendar_units_is_the_working_time_until_its_day_closes() {
    let days = first(&share(3, "calendar_days"), FRIDAY);
    assert_eq!((days.given_minutes, days.due), (435 + 480, datetime!(2026-11-23 17:30 +7)));
    let month = first(&share(1, "months"), datetime!(2026-01-31 10:00 +7));
    assert_eq!(month.due, datetime!(2026-03-02 17:30 +7), "28 February is a Saturday");
}

#[test]
fn a_share_is_used_up_on_the_minute_whatever_the_seconds_of_the_moment() {
    let days = first(&share(3, "calendar_days"), datetime!(2026-11-20 08:15:59 +7));
    assert_eq!((days.given_minutes, days.due), (915, datetime!(2026-11-23 17:30 +7)));
}

#[test]
fn the_next_step_of_a_leg_opens_when_the_one_before_is_done() {
    let way = Way::begun(plain()).then(&clerk(), MONDAY, done("chuyen"));
    assert_eq!(way.open(), ["tham-dinh"]);
    let opened = way.opened("tham-dinh");
    assert_eq!((opened.at, opened.role, opened.given_minutes), (MONDAY, Role::Officer, 480));
}

#[test]
fn legs_side_by_side_start_together_each_at_its_own_agency_by_its_own_calendar() {
    let way = forked_and_taken_in();
    assert_eq!(way.open(), ["cu-tru", "cap-the"]);
    let (police, insurance) = (way.opened("cu-tru"), way.opened("cap-the"));
    assert_eq!((police.agency.as_str(), police.due), (LATER, datetime!(2026-11-20 13:45 +7)));
    assert_eq!((insurance.agency.as_str(), insurance.due), (MORNINGS, datetime!(2026-11-23 08:15 +7)));
}

#[test]
fn a_leg_that_waits_for_two_starts_when_the_second_is_done_whichever_that_is() {
    let orders =
        [[("cu-tru", police()), ("cap-the", insurance())], [("cap-the", insurance()), ("cu-tru", police())]];
    for [(first, by_first), (second, by_second)] in orders {
        let way = forked_and_taken_in().then(&by_first, MONDAY, done(first));
        assert_eq!(way.open(), [second]);
        let way = way.then(&by_second, MONDAY, done(second));
        assert_eq!(way.open(), ["tap-hop"]);
    }
}

#[test]
fn a_leg_waits_also_for_one_that_has_not_begun() {
    let mut process = forked();
    process.legs[1].after.clear();
    let way = Way::begun(process).then(&police(), FRIDAY, done("cu-tru"));
    assert_eq!(way.open(), ["nhan-ho-so"]);
    assert_eq!(way.then(&officer(), FRIDAY, done("nhan-ho-so")).open(), ["cap-the"]);
}

#[test]
fn a_leg_is_done_with_its_last_step_only() {
    let mut process = forked();
    let more = from_value(step("in-the", "officer", &share(1, "working_hours"))).expect("a step");
    process.legs[2].steps.push(more);
    let way = Way::begun(process).then(&officer(), FRIDAY, done("nhan-ho-so"));
    let way = way.then(&police(), FRIDAY, done("cu-tru")).then(&insurance(), MONDAY, done("cap-the"));
    assert_eq!(way.open(), ["in-the"]);
    assert_eq!(way.then(&insurance(), MONDAY, done("in-the")).open(), ["tap-hop"]);
}

#[test]
fn the_work_is_finished_when_nothing_lies_open_any_more() {
    assert!(!State::default().is_finished());
    let way = Way::begun(plain()).then(&clerk(), FRIDAY, done("chuyen")).then(
        &officer(),
        MONDAY,
        done("tham-dinh"),
    );
    assert!(!way.state.is_finished());
    let way = way.then(&head(), MONDAY, done("ky"));
    assert!(way.state.is_finished());
    assert_eq!(way.open(), [""; 0]);
}
