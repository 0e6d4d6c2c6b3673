//! The comparison of the program's state with the ledger can fail: for each a state that forgot something.

use super::life::{DUE, THIRD, THURSDAY};
use super::made::{accepted, anh, don, started, submitted};
use crate::ground::law_of;
use crate::judge::ledger::{Ledger, Letter};
use crate::judge::{agreement, charges, fold};
use dossier::{Event, State, Timeliness};
use std::collections::BTreeSet;
use time::OffsetDateTime;

fn life() -> Vec<Event> {
    vec![submitted(vec![don(), anh(2)]), accepted(DUE), started(THURSDAY)]
}

/// What the comparison says of a ledger and a state that were changed after the same life.
fn compared(
    change: impl Fn(&mut Ledger, &mut State),
    now: OffsetDateTime,
    stands: Timeliness,
) -> BTreeSet<&'static str> {
    let law = law_of("days");
    let lived = |ledger, event: &Event| fold(&law, ledger, event, THURSDAY);
    let mut ledger = life().iter().fold(Ledger::default(), lived);
    let mut state = State::of(&life());
    let charged = charges(&law, &ledger, now);
    change(&mut ledger, &mut state);
    let offences = agreement(&law, &ledger, &state, now, Some(stands), &charged);
    offences.iter().map(|offence| offence.slug).collect()
}

fn forgets(change: impl Fn(&mut Ledger, &mut State)) -> BTreeSet<&'static str> {
    compared(change, THURSDAY, Timeliness::Running)
}

#[test]
fn a_state_that_says_the_same_agrees() {
    assert_eq!(forgets(|_, _| {}), BTreeSet::new());
}

#[test]
fn a_state_that_forgot_something_is_found_out() {
    assert!(forgets(|ledger, _| ledger.result = Some(THURSDAY)).contains("stage"));
    assert!(forgets(|ledger, _| ledger.breaches.push(DUE)).contains("breaches-never-forgotten"));
    assert_eq!(forgets(|ledger, _| ledger.rescheduled = true), ["reschedule-once: kept"].into());
    let letter = Letter { day: DUE, sent: true, unsent: false };
    let sent = forgets(|ledger, _| ledger.letter = Some(letter));
    assert_eq!(sent, ["apology-before-appointed-day: kept"].into());
    assert_eq!(forgets(|ledger, _| ledger.apologised = true), ["belated-apology: kept"].into());
    assert_eq!(forgets(|ledger, _| ledger.requests = 1), ["supplement-once: kept"].into());
    assert_eq!(forgets(|ledger, _| ledger.notices = 1), ["guidance-once: kept"].into());
}

#[test]
fn an_overwritten_appointment_is_found_out() {
    let first = forgets(|_, state| state.deadline.clock.as_mut().expect("accepted").first.at = THIRD);
    assert_eq!(first, ["first-appointment-kept"].into());
    let present = forgets(|_, state| state.deadline.clock.as_mut().expect("accepted").appointment.at = THIRD);
    assert_eq!(present, ["appointment-kept"].into());
}

#[test]
fn late_is_never_on_time() {
    let breached = |ledger: &mut Ledger, _: &mut State| ledger.breaches.push(DUE);
    assert!(compared(breached, THURSDAY, Timeliness::Running).contains("late-never-on-time"));
    assert!(!compared(breached, THURSDAY, Timeliness::Overdue).contains("late-never-on-time"));
}
