//! A step is completed: who used how much.

use super::*;
use crate::Ended;

#[test]
fn the_time_since_a_step_opened_goes_to_who_did_it() {
    let way = Way::begun(plain()).then(&clerk(), MONDAY, done("chuyen"));
    let turn = way.last_turn();
    assert_eq!(turn.used_minutes, 195 + 240 + 90, "Friday from 08:15, Monday to 09:00");
    assert_eq!((turn.by, turn.at, turn.ended), (Some(clerk().user), MONDAY, Ended::Done));
}

#[test]
fn from_the_first_turn_that_somebody_ended_the_dossier_is_touched() {
    let way = Way::begun(plain());
    assert!(way.state.is_untouched());
    assert!(!way.then(&clerk(), MONDAY, done("chuyen")).state.is_untouched());
}

#[test]
fn how_a_turn_ended_has_a_name() {
    assert_eq!(
        [Ended::Done, Ended::SentBack, Ended::Paused].map(Ended::as_str),
        ["done", "sent_back", "paused"]
    );
}

#[test]
fn only_the_agencys_own_working_time_counts() {
    let way = Way::begun(forked()).then(&officer(), FRIDAY, done("nhan-ho-so"));
    let way = way.then(&person(Role::Officer, MORNINGS, 5), MONDAY, done("cap-the"));
    assert_eq!(way.last_turn().used_minutes, 195 + 90, "no afternoon on Friday");
}

#[test]
fn what_is_done_in_the_minute_it_opened_took_no_time() {
    let way = Way::begun(plain()).then(&clerk(), FRIDAY + time::Duration::seconds(59), done("chuyen"));
    assert_eq!(way.last_turn().used_minutes, 0);
    let way = Way::begun(plain()).then(&clerk(), FRIDAY + time::Duration::seconds(60), done("chuyen"));
    assert_eq!(way.last_turn().used_minutes, 1);
}

#[test]
fn the_turns_of_a_leg_add_up_to_the_time_from_acceptance_to_its_end() {
    let way = Way::begun(plain())
        .then(&clerk(), datetime!(2026-11-20 10:20:40 +7), done("chuyen"))
        .then(&officer(), datetime!(2026-11-23 16:10:20 +7), back("tham-dinh", "chuyen"))
        .then(&clerk(), datetime!(2026-11-25 08:00:50 +7), done("chuyen"))
        .then(&officer(), datetime!(2026-11-26 12:15 +7), done("tham-dinh"))
        .then(&head(), datetime!(2026-11-26 13:30:59 +7), done("ky"));
    let used: i64 = way.state.turns.iter().map(|turn| turn.used_minutes).sum();
    assert_eq!(used, 435 + 480 + 480 + 240);
}

#[test]
fn a_clock_that_is_behind_uses_no_time_and_never_less_than_none() {
    let early = datetime!(2026-11-20 07:45 +7);
    let way = Way::begun(plain()).then(&clerk(), early, done("chuyen"));
    assert_eq!(way.last_turn().used_minutes, 0);
    assert_eq!(way.opened("tham-dinh").at, early);
}

#[test]
fn time_before_the_first_day_the_calendar_covers_is_not_counted() {
    let mut way = Way::begun(plain());
    way.state.open[0].opened.at = datetime!(1990-01-01 08:00 +7);
    let monday_after_new_year = datetime!(2024-01-01 08:30 +7);
    let way = way.then(&clerk(), monday_after_new_year, done("chuyen"));
    assert_eq!(way.last_turn().used_minutes, 60);
}

#[test]
fn a_note_and_a_proposal_are_kept() {
    let said = Completion::of(code("chuyen"));
    let command =
        Command::Done(Completion { note: "Đủ".to_owned(), outcome: Some(Outcome::Grant), ..said });
    let events = Way::begun(plain()).asked(&clerk(), command).expect("allowed");
    let [Event::StepDone(done)] = events.as_slice() else { panic!("one step done, not {events:?}") };
    assert_eq!((done.note.as_str(), done.outcome), ("Đủ", Some(Outcome::Grant)));
}
