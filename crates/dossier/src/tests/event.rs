//! How events are stored.

use super::life::{FRIDAY, Life, clerk};
use super::sample::Sample;
use crate::{Event, UnknownEvent};
use deadline::Command::Breach;
use intake::Command::Accept;
use kernel::Actor;
use time::Duration;

fn acceptance() -> Event {
    let life = Life::submitted(Sample::one_leg()).then(&clerk(), FRIDAY, Accept);
    life.events[1].clone()
}

#[test]
fn what_is_stored_is_read_back() {
    let event = acceptance();
    let read = Event::read(event.kind(), event.version(), &event.payload()).expect("its own payload");
    assert_eq!(read, event);
}

#[test]
fn a_stored_payload_names_its_kind_first() {
    assert!(acceptance().payload().starts_with(r#"{"kind":"accepted","at":"2026-11-20T08:15:00+07:00","#));
}

#[test]
fn a_kind_or_version_from_elsewhere_is_unknown() {
    let payload = acceptance().payload();
    for (kind, version) in [("nowhere", 1), ("", 1), ("accepted", 0), ("accepted", 2)] {
        let read = Event::read(kind, version, &payload);
        assert!(matches!(read, Err(UnknownEvent::Kind { .. })), "{kind} {version}");
    }
}

#[test]
fn a_payload_of_another_kind_is_not_taken_for_this_one() {
    let payload = acceptance().payload();
    assert!(matches!(
        Event::read("refused", 1, &payload),
        Err(UnknownEvent::Mixed { payload: "accepted", .. })
    ));
    assert!(matches!(Event::read("rated", 1, &payload), Err(UnknownEvent::Payload(_))));
}

#[test]
fn a_payload_that_does_not_fit_is_refused() {
    for payload in ["", "{}", r#"{"kind":"rated","at":"2026-11-20T08:15:00+07:00","score":6}"#] {
        assert!(matches!(Event::read("rated", 1, payload), Err(UnknownEvent::Payload(_))), "{payload}");
    }
}

#[test]
fn a_missed_appointment_is_said_by_the_system_and_an_acceptance_by_people() {
    let life = Life::accepted(Sample::one_leg());
    assert!(!life.events.iter().any(Event::is_the_systems_own));
    let missed = life.then(&Actor::System, FRIDAY + Duration::days(60), Breach);
    let own: Vec<bool> = missed.events.iter().map(Event::is_the_systems_own).collect();
    assert_eq!(own, [false, false, false, true]);
}
