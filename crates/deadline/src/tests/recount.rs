use super::*;

fn with_days_off(days: &[Date]) -> Calendar {
    Calendar::new(data(days)).expect("sound")
}

fn recount(calendar: &Calendar, state: &State, now: OffsetDateTime) -> Result<Vec<Event>, Violation> {
    asked_with(calendar, state, &Actor::System, now, Command::Recount)
}

#[test]
fn a_new_day_off_makes_it_later_and_a_second_run_changes_nothing() {
    let calendar = with_days_off(&[date!(2026 - 11 - 12)]);
    let events = recount(&calendar, &accepted(), IN_TIME).expect("touched");
    let state = events.iter().fold(accepted(), evolve);
    assert_eq!(appointment(&state), datetime!(2026-11-17 17:30 +7));
    let clock = state.clock.as_ref().expect("accepted");
    assert_eq!((clock.first.at, clock.calendar.version), (DUE, 2));
    assert_eq!(broken(recount(&calendar, &state, IN_TIME)), Rule::StageOrder);
    assert!(state.rescheduled.is_none(), "it uses up no rescheduling");
}

#[test]
fn an_appointment_is_never_made_earlier() {
    let calendar = with_days_off(&[date!(2026 - 11 - 12)]);
    let state = recount(&calendar, &accepted(), IN_TIME).expect("touched").iter().fold(accepted(), evolve);
    assert_eq!(broken(recount(&with_days_off(&[]), &state, IN_TIME)), Rule::StageOrder);
}

#[test]
fn what_isnt_touched_or_is_over_stays() {
    assert_eq!(
        broken(recount(&with_days_off(&[date!(2026 - 11 - 18)]), &accepted(), IN_TIME)),
        Rule::StageOrder
    );
    let over = datetime!(2026-11-17 08:00 +7);
    assert_eq!(
        broken(recount(&with_days_off(&[date!(2026 - 11 - 12)]), &accepted(), over)),
        Rule::StageOrder
    );
}

#[test]
fn an_appointment_that_people_set_moves_only_off_a_day_off() {
    let untouched = with_days_off(&[date!(2026 - 11 - 18)]);
    assert_eq!(broken(recount(&untouched, &rescheduled(), IN_TIME)), Rule::StageOrder);
    let touched = with_days_off(&[date!(2026 - 11 - 20)]);
    let events = recount(&touched, &rescheduled(), IN_TIME).expect("touched");
    let state = events.iter().fold(rescheduled(), evolve);
    assert_eq!(appointment(&state), datetime!(2026-11-23 17:30 +7));
    assert_eq!(broken(recount(&touched, &state, IN_TIME)), Rule::StageOrder);
}

#[test]
fn a_stop_that_goes_on_with_what_was_left_leaves_it_set_by_people() {
    let asked = Command::AskPayment { amount: 1, purpose: "Lệ phí".to_owned() };
    let state = after(rescheduled(), &officer(), IN_TIME, asked);
    let paid = Command::ConfirmPayment { receipt: "BL-1".to_owned() };
    let state = after(state, &clerk(), IN_TIME, paid);
    // Counted from the acceptance it would be the closing of Friday the 20th: later than what people set.
    let week = [date!(2026 - 11 - 12), date!(2026 - 11 - 13), date!(2026 - 11 - 16), date!(2026 - 11 - 17)];
    assert_eq!(broken(recount(&with_days_off(&week), &state, IN_TIME)), Rule::StageOrder);
}

#[test]
fn only_the_system_recounts() {
    let calendar = with_days_off(&[date!(2026 - 11 - 12)]);
    for actor in [officer(), head(), Actor::Applicant] {
        let decided = asked_with(&calendar, &accepted(), &actor, IN_TIME, Command::Recount);
        assert_eq!(broken(decided), Rule::RightDesk);
    }
}

#[test]
fn an_appointment_that_people_set_is_provisional_where_the_day_it_moves_to_is() {
    let moved = |provisional| {
        let data = CalendarData { provisional, ..data(&[date!(2026 - 11 - 20)]) };
        let calendar = Calendar::new(data).expect("sound");
        let events = recount(&calendar, &rescheduled(), IN_TIME).expect("touched");
        events.iter().fold(rescheduled(), evolve).clock.expect("accepted").appointment.provisional
    };
    assert!(!moved(vec![]));
    assert!(moved(vec![2026]));
}
