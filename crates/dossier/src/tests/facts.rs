//! Facts are made only where every calendar covers what may be counted.

use super::life::{FRIDAY, Life, clerk, done, officer};
use super::sample::{LATER, LEAD, MORNINGS, Sample, code, days, hours, staff};
use crate::{Event, Facts, NotCovered};
use intake::Command::Accept;
use kernel::{Actor, Role};
use serde_json::json;
use std::sync::Arc;
use time::macros::{datetime, offset};
use time::{Duration, OffsetDateTime};

fn facts(sample: &Sample, now: OffsetDateTime) -> Result<Facts, NotCovered> {
    let version = Arc::clone(&sample.version);
    Facts::new(Actor::System, now, version, code("chung"), code(LEAD), sample.calendars.clone())
}

#[test]
fn every_agency_of_the_process_comes_with_its_calendar() {
    for agency in [LEAD, LATER, MORNINGS] {
        let mut sample = Sample::three_legs();
        sample.calendars.remove(&code(agency));
        let refused = facts(&sample, FRIDAY).expect_err("a calendar lacks");
        assert_eq!(refused, NotCovered::NoCalendar(code(agency)));
    }
    let mut sample = Sample::one_leg();
    sample.calendars.retain(|agency, _| *agency == code(LEAD));
    assert!(facts(&sample, FRIDAY).is_ok(), "the others have no part in it");
}

#[test]
fn a_moment_that_the_calendars_do_not_cover_is_refused() {
    let moments = [
        datetime!(2023-12-31 23:59:59 +7),
        datetime!(2039-01-01 00:00 +7),
        datetime!(-9999-01-01 00:00 +23:59),
        datetime!(9999-12-31 23:59 -23:59),
    ];
    for now in moments {
        assert!(matches!(facts(&Sample::one_leg(), now), Err(NotCovered::OutOfRange(..))), "{now}");
    }
}

#[test]
fn what_may_be_counted_is_covered_to_the_last_hour_wherever_facts_can_be_made() {
    let mut covered = 0;
    let same_day = json!({ "amount": 1, "unit": "same_day" });
    let week = json!({ "amount": 7, "unit": "calendar_days" });
    let times = [days(1), hours(1), same_day, week].map(|time| Sample::due_in(&time));
    let in_mornings = times.clone().map(led_in_the_mornings);
    for sample in times.into_iter().chain(in_mornings).chain([Sample::one_leg(), Sample::three_legs()]) {
        for hour in 0..24 * 14 {
            let now = datetime!(2038-11-20 00:10:30 +7) + Duration::hours(hour);
            if facts(&sample, now).is_ok() {
                covered += 1;
                accept_and_work(&sample, now);
            }
        }
    }
    assert!(covered > 1_000, "{covered} moments");
}

/// A nominal day of 8 hours takes the lead two mornings.
fn led_in_the_mornings(mut sample: Sample) -> Sample {
    let mornings = Arc::clone(&sample.calendars[&code(MORNINGS)]);
    sample.calendars.insert(code(LEAD), mornings);
    sample
}

/// Acceptance and first steps, all at one moment: counts every time there is to count.
fn accept_and_work(sample: &Sample, now: OffsetDateTime) {
    let life = Life::submitted(sample.clone()).then(&clerk(), now, Accept);
    let open: Vec<_> = life.state.routing.open.iter().map(|open| open.opened.clone()).collect();
    for opened in open {
        let holder = staff(opened.role, opened.agency.as_str());
        assert!(life.ask(&holder, now, done(opened.step.as_str())).is_ok(), "{now}");
    }
}

#[test]
fn the_moment_is_kept_in_the_receiving_agencys_offset() {
    let elsewhere = FRIDAY.to_offset(offset!(-03:30:15));
    let kept = facts(&Sample::one_leg(), elsewhere).expect("covered").now();
    assert_eq!((kept, kept.offset()), (FRIDAY, offset!(+7)));
    let life = Life::submitted(Sample::one_leg()).then(&clerk(), elsewhere, Accept);
    for event in &life.events {
        assert_eq!(&Event::read(event.kind(), 1, &event.payload()).expect("plain data"), event);
    }
}

#[test]
fn an_act_that_seems_to_come_before_what_it_follows_takes_no_time() {
    let earlier = FRIDAY - Duration::days(700);
    let life = Life::accepted(Sample::one_leg()).then(&clerk(), earlier, done("chuyen"));
    let life = life.then(&officer(), FRIDAY, done("tham-dinh"));
    assert_eq!(life.state.routing.turns[0].used_minutes, 0);
    assert!(life.state.routing.turns[1].used_minutes > 0);
    assert_eq!(life.stands(earlier), Some(crate::Timeliness::Running));
    assert_eq!(life.refuses(&staff(Role::Officer, LEAD), done("tham-dinh")), kernel::Rule::ChangedMeanwhile);
}
