use super::*;
use crate::{Cause, resume, stop};

fn ask() -> Command {
    Command::AskPayment { amount: 50_000, purpose: "Lệ phí trước bạ".to_owned() }
}

fn paid() -> Command {
    Command::ConfirmPayment { receipt: "0001".to_owned() }
}

#[test]
fn the_clock_stands_while_a_payment_is_out_and_goes_on_with_what_was_left() {
    let state = after(accepted(), &officer(), datetime!(2026-11-04 08:00 +7), ask());
    let state = after(state, &clerk(), datetime!(2026-11-06 08:00 +7), paid());
    assert_eq!(appointment(&state), datetime!(2026-11-18 17:30 +7));
    let clock = state.clock.as_ref().expect("accepted");
    assert_eq!((clock.first.at, clock.stops.len(), state.stops().count()), (DUE, 1, 1));
}

#[test]
fn a_cause_has_one_name_in_the_log_and_everywhere_else() {
    for (cause, name) in [(Cause::Supplement, "supplement"), (Cause::Payment, "payment")] {
        assert_eq!(cause.as_str(), name);
        assert_eq!(serde_json::to_value(cause).expect("JSON"), name);
    }
}

#[test]
fn two_payments_one_after_the_other_add_up() {
    let mut state = accepted();
    for (from, to) in [
        (datetime!(2026-11-04 08:00 +7), datetime!(2026-11-05 14:00 +7)),
        (datetime!(2026-11-05 14:00 +7), datetime!(2026-11-06 08:00 +7)),
    ] {
        state = after(state, &officer(), from, ask());
        state = after(state, &clerk(), to, paid());
    }
    assert_eq!(appointment(&state), datetime!(2026-11-18 17:30 +7));
}

#[test]
fn a_supplement_that_is_in_begins_the_time_afresh_or_goes_on() {
    let (actor, agency, calendar) = (Actor::System, agency(), calendar());
    let at = |now| Facts { actor: &actor, now, agency: &agency, field: FIELD, calendar: &calendar };
    let stopped =
        stop::decide(&accepted(), &at(datetime!(2026-11-04 08:00 +7)), Cause::Supplement).expect("runs");
    let waiting = evolve(accepted(), &Event::ClockStopped(stopped));
    let resumed = |afresh| {
        let now = at(datetime!(2026-11-06 08:00 +7));
        resume::decide(&waiting, &now, Cause::Supplement, afresh).expect("it stands").appointment.at
    };
    assert_eq!(resumed(true), datetime!(2026-11-20 17:30 +7));
    assert_eq!(resumed(false), datetime!(2026-11-18 17:30 +7));
    let payment = resume::decide(&waiting, &at(datetime!(2026-11-06 08:00 +7)), Cause::Payment, false);
    assert_eq!(broken(payment), Rule::StageOrder);
}

#[test]
fn a_rescheduled_appointment_moves_by_the_stop_too() {
    let state = after(rescheduled(), &officer(), datetime!(2026-11-12 08:00 +7), ask());
    let state = after(state, &clerk(), datetime!(2026-11-12 09:00 +7), paid());
    assert_eq!(appointment(&state), datetime!(2026-11-20 11:10 +7));
}

/// Rescheduled on the 10th; a supplement asked for on the 11th and in on the 12th began the time afresh.
fn rescheduled_then_afresh() -> State {
    let (actor, agency, calendar) = (Actor::System, agency(), calendar());
    let at = |now| Facts { actor: &actor, now, agency: &agency, field: FIELD, calendar: &calendar };
    let stopped = stop::decide(&rescheduled(), &at(datetime!(2026-11-11 08:00 +7)), Cause::Supplement);
    let waiting = evolve(rescheduled(), &Event::ClockStopped(stopped.expect("runs")));
    let resumed = resume::decide(&waiting, &at(datetime!(2026-11-12 09:00 +7)), Cause::Supplement, true);
    evolve(waiting, &Event::ClockResumed(resumed.expect("it stands")))
}

#[test]
fn an_appointment_counted_afresh_is_nobodys_choice_any_more() {
    let state = rescheduled_then_afresh();
    assert_eq!(appointment(&state), datetime!(2026-11-26 17:30 +7));
    let state = after(state, &officer(), datetime!(2026-11-13 08:00 +7), ask());
    let state = after(state, &clerk(), datetime!(2026-11-13 09:30 +7), paid());
    assert_eq!(appointment(&state), datetime!(2026-11-27 17:30 +7), "days end with their closing");
    let day_off = Calendar::new(data(&[date!(2026 - 11 - 18)])).expect("sound");
    let at = datetime!(2026-11-13 10:00 +7);
    let events = asked_with(&day_off, &rescheduled_then_afresh(), &Actor::System, at, Command::Recount);
    let state = events.expect("touched").iter().fold(rescheduled_then_afresh(), evolve);
    assert_eq!(appointment(&state), datetime!(2026-11-27 17:30 +7), "a new day off counts");
}

#[test]
fn the_clock_stops_once_at_a_time_and_a_clerk_confirms() {
    let state = after(accepted(), &officer(), IN_TIME, ask());
    assert_eq!(broken(asked_by(&state, &officer(), IN_TIME, ask())), Rule::StageOrder);
    for actor in [officer(), head(), Actor::Applicant] {
        assert_eq!(broken(asked_by(&state, &actor, IN_TIME, paid())), Rule::RightDesk);
    }
    assert_eq!(broken(asked_by(&accepted(), &clerk(), IN_TIME, paid())), Rule::StageOrder);
    assert_eq!(broken(asked_by(&accepted(), &Actor::Applicant, IN_TIME, ask())), Rule::RightDesk);
    assert_eq!(broken(asked_by(&State::default(), &officer(), IN_TIME, ask())), Rule::StageOrder);
}
