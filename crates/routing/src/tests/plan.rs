//! The dates of legs and of the whole.

use super::*;
use crate::plan::{LegInTime, plan};

fn planned(way: &Way, now: OffsetDateTime) -> Vec<LegInTime> {
    let (actor, lead) = (Actor::System, code(LEAD));
    plan(&way.state, &way.facts(&actor, now, &lead))
}

fn leg_of(way: &Way, now: OffsetDateTime, leg: &str) -> LegInTime {
    planned(way, now).into_iter().find(|in_time| in_time.leg.as_str() == leg).expect("a leg")
}

/// The same process with shares that are used up in hours.
fn short() -> Process {
    let mut process = forked();
    let hours = |n: u32| from_value(share(n, "working_hours")).expect("a share");
    for (leg, n) in process.legs.iter_mut().zip([4, 4, 8, 2]) {
        leg.share = hours(n);
    }
    process
}

fn critical(way: &Way, now: OffsetDateTime) -> Vec<String> {
    planned(way, now).iter().filter(|leg| leg.critical).map(|leg| leg.leg.to_string()).collect()
}

#[test]
fn at_acceptance_each_leg_is_expected_when_those_before_it_have_taken_their_share() {
    let way = Way::begun(short());
    let rows: Vec<_> =
        planned(&way, FRIDAY).into_iter().map(|leg| (leg.leg.to_string(), leg.from, leg.done)).collect();
    let taken_in = datetime!(2026-11-20 14:15 +7);
    let expected = [
        ("nhan", FRIDAY, taken_in),
        ("cong-an", taken_in, datetime!(2026-11-23 08:45 +7)),
        ("bao-hiem", taken_in, datetime!(2026-11-25 11:30 +7)),
        ("tra", datetime!(2026-11-25 11:30 +7), datetime!(2026-11-25 15:30 +7)),
    ];
    assert_eq!(rows, expected.map(|(leg, from, done)| (leg.to_owned(), Some(from), Some(done))));
}

#[test]
fn the_path_that_decides_goes_by_the_slower_side() {
    let way = Way::begun(short());
    assert_eq!(critical(&way, FRIDAY), ["nhan", "bao-hiem", "tra"]);
    let way = way.then(&officer(), FRIDAY, done("nhan-ho-so")).then(&insurance(), FRIDAY, done("cap-the"));
    assert_eq!(critical(&way, FRIDAY), ["nhan", "cong-an", "tra"], "insurance was quick");
}

#[test]
fn who_starts_late_has_all_of_their_share_all_the_same() {
    let way = Way::begun(short()).then(&officer(), MONDAY, done("nhan-ho-so"));
    let police = leg_of(&way, MONDAY, "cong-an");
    assert_eq!((police.from, police.given_minutes, police.used_minutes), (Some(MONDAY), 240, 0));
    assert_eq!(police.due, Some(datetime!(2026-11-23 14:30 +7)));
    let lead = leg_of(&way, MONDAY, "nhan");
    assert_eq!((lead.used_minutes, lead.done), (240 + 195 + 90, Some(MONDAY)));
    assert_eq!(lead.due, Some(datetime!(2026-11-20 14:15 +7)), "its share was used up on Friday");
}

#[test]
fn a_leg_done_in_time_says_until_when_it_could_have_taken() {
    let way = Way::begun(short()).then(&officer(), FRIDAY + time::Duration::HOUR, done("nhan-ho-so"));
    let lead = leg_of(&way, MONDAY, "nhan");
    assert_eq!((lead.standing, lead.due), (Standing::Done, Some(datetime!(2026-11-20 14:15 +7))));
}

#[test]
fn what_one_saves_is_passed_on() {
    let early = Way::begun(short()).then(&officer(), FRIDAY, done("nhan-ho-so"));
    assert_eq!(leg_of(&early, FRIDAY, "cong-an").from, Some(FRIDAY));
    assert_eq!(leg_of(&early, FRIDAY, "tra").done, Some(datetime!(2026-11-25 10:15 +7)));
}

#[test]
fn whose_share_is_used_up_is_expected_at_once() {
    let way = Way::begun(short()).then(&officer(), FRIDAY, done("nhan-ho-so"));
    let police = leg_of(&way, MONDAY, "cong-an");
    assert_eq!((police.given_minutes, police.used_minutes), (240, 225 + 240 + 60));
    assert_eq!((police.due, police.done), (Some(datetime!(2026-11-20 13:45 +7)), Some(MONDAY)));
}

#[test]
fn a_leg_that_is_not_worked_takes_no_time() {
    let decided = [(code("thuc-dia"), false)].into();
    let taken_in = Command::Done(Completion { decided, ..Completion::of(code("nhan-ho-so")) });
    let way = Way::begun(land()).then(&officer(), FRIDAY, taken_in);
    let trip = leg_of(&way, FRIDAY, "thuc-dia");
    assert_eq!(
        (trip.standing, trip.from, trip.due, trip.done),
        (Standing::Skipped, None, None, Some(FRIDAY))
    );
    assert!(!trip.critical);
}

#[test]
fn a_leg_that_goes_by_what_was_handed_in_takes_no_time_from_acceptance_on() {
    let survey = |handed: &[&str]| leg_of(&Way::begun_with(land(), FRIDAY, handed), FRIDAY, "do-dac");
    assert_eq!((survey(&[]).standing, survey(&[]).from.is_some()), (Standing::Ahead, true));
    let not_worked = survey(&["trich-do"]);
    assert_eq!((not_worked.standing, not_worked.from, not_worked.due), (Standing::Skipped, None, None));
}

#[test]
fn the_path_leads_past_a_leg_that_is_not_worked() {
    let way = Way::begun_with(land(), FRIDAY, &["trich-do"]);
    assert_eq!(critical(&way, FRIDAY), ["nhan", "thue", "cap-giay"]);
    let worked = Way::begun(land());
    assert_eq!(critical(&worked, FRIDAY), ["nhan", "do-dac", "thue", "cap-giay"]);
}
