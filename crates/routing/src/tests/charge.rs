//! Who used the time.

use super::*;
use crate::charge::{Charge, charges};
use crate::pause::{pause, resume};

/// The charges of a way at a moment: step, given, used and late minutes.
fn charged(way: &Way, now: OffsetDateTime) -> Vec<(String, i64, i64, i64)> {
    let (actor, lead) = (Actor::System, code(LEAD));
    let charges = charges(&way.state.turns, &way.state.open, &way.facts(&actor, now, &lead));
    let told = |charge: Charge| {
        (charge.step.to_string(), charge.given_minutes, charge.used_minutes, charge.late_minutes)
    };
    charges.into_iter().map(told).collect()
}

fn row(step: &str, given: i64, used: i64, late: i64) -> (String, i64, i64, i64) {
    (step.to_owned(), given, used, late)
}

#[test]
fn a_step_is_late_from_the_minute_after_its_share_and_only_it() {
    let way = Way::begun(plain());
    assert_eq!(charged(&way, datetime!(2026-11-20 10:15 +7)), [row("chuyen", 120, 120, 0)]);
    let way = way.then(&clerk(), datetime!(2026-11-20 10:16 +7), done("chuyen"));
    let rows = [row("chuyen", 120, 121, 1), row("tham-dinh", 480, 74, 0)];
    assert_eq!(charged(&way, datetime!(2026-11-20 11:30 +7)), rows);
}

#[test]
fn a_step_sent_back_is_charged_for_all_its_turns_against_one_share() {
    let back = Command::SendBack { step: code("ky"), to: code("tham-dinh"), reason: "thiếu".to_owned() };
    let way = Way::begun(plain())
        .then(&clerk(), FRIDAY, done("chuyen"))
        .then(&officer(), datetime!(2026-11-20 16:15 +7), done("tham-dinh"))
        .then(&head(), datetime!(2026-11-20 16:15 +7), back);
    assert_eq!(charged(&way, datetime!(2026-11-20 17:15 +7))[1], row("tham-dinh", 480, 420, 0));
    assert_eq!(charged(&way, datetime!(2026-11-23 08:31 +7))[1], row("tham-dinh", 480, 496, 16));
}

#[test]
fn a_step_that_was_late_and_comes_back_has_nothing_left_and_gets_nothing_more() {
    let back = Command::SendBack { step: code("ky"), to: code("tham-dinh"), reason: "thiếu".to_owned() };
    let way = Way::begun(plain())
        .then(&clerk(), FRIDAY, done("chuyen"))
        .then(&officer(), datetime!(2026-11-23 08:35 +7), done("tham-dinh"))
        .then(&head(), datetime!(2026-11-23 08:35 +7), back);
    assert_eq!(charged(&way, datetime!(2026-11-23 08:45 +7))[1], row("tham-dinh", 480, 510, 30));
}

#[test]
fn what_rests_is_charged_for_what_it_took_and_begun_afresh_it_is_given_more() {
    let mut way = Way::begun(plain());
    let (actor, lead) = (Actor::System, code(LEAD));
    let stop = datetime!(2026-11-20 09:15 +7);
    let paused = Event::Paused(pause(&way.state, &way.facts(&actor, stop, &lead)));
    way.state = evolve(way.state.clone(), &paused);
    assert_eq!(charged(&way, MONDAY), [row("chuyen", 120, 60, 0)], "a stop is nobody's");
    for (afresh, given) in [(false, 120), (true, 180)] {
        let resumed = Event::Resumed(resume(&way.state, &way.facts(&actor, MONDAY, &lead), afresh));
        let mut way = Way { state: evolve(way.state.clone(), &resumed), ..way.clone() };
        assert_eq!(charged(&way, datetime!(2026-11-23 09:30 +7)), [row("chuyen", given, 90, 0)]);
        way = way.then(&clerk(), datetime!(2026-11-23 10:00 +7), done("chuyen"));
        assert_eq!(charged(&way, datetime!(2026-11-23 10:00 +7))[0], row("chuyen", given, 120, 0));
    }
}
