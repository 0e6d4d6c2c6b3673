//! The clock stands, and runs again.

use super::*;
use crate::Ended;
use crate::desk::{holds_any, speaks_for};
use crate::pause::{pause, resume};

/// The way with its clock stopped at one moment and running again at another.
fn rested(mut way: Way, from: OffsetDateTime, to: OffsetDateTime, afresh: bool) -> Way {
    let (actor, lead) = (Actor::System, code(LEAD));
    let paused = Event::Paused(pause(&way.state, &way.facts(&actor, from, &lead)));
    way.state = evolve(way.state.clone(), &paused);
    assert!(way.state.open.is_empty() && !way.state.is_finished());
    let resumed = Event::Resumed(resume(&way.state, &way.facts(&actor, to, &lead), afresh));
    way.state = evolve(way.state.clone(), &resumed);
    way
}

#[test]
fn what_a_step_took_before_a_stop_is_on_record_and_the_stop_is_nobodys() {
    let way = Way::begun(plain());
    let first = way.open()[0].to_owned();
    let given = way.opened(&first).given_minutes;
    let way = rested(way, datetime!(2026-11-20 09:15 +7), datetime!(2026-11-27 09:00 +7), false);
    let turn = way.last_turn();
    assert_eq!((turn.ended, turn.by, turn.used_minutes), (Ended::Paused, None, 60));
    assert_eq!(way.opened(&first).given_minutes, given - 60);
    assert!(way.state.is_untouched(), "nobody has done anything yet");
}

#[test]
fn afresh_the_share_is_whole_again_and_stays_counted_from_there() {
    let way = Way::begun(plain());
    let first = way.open()[0].to_owned();
    let given = way.opened(&first).given_minutes;
    let way = rested(way, datetime!(2026-11-20 09:15 +7), datetime!(2026-11-27 09:00 +7), true);
    assert_eq!(way.opened(&first).given_minutes, given);
    assert_eq!(way.state.used_by(&code(&first)), 0);
    let way = rested(way, datetime!(2026-11-27 09:30 +7), datetime!(2026-11-30 09:00 +7), false);
    assert_eq!(way.opened(&first).given_minutes, given - 30);
}

#[test]
fn a_step_goes_on_with_whom_it_was_given_to() {
    let way = Way::begun(plain());
    let first = way.open()[0].to_owned();
    let way = way.then(&clerk(), FRIDAY, give(&first, &clerk()));
    let way = rested(way, MONDAY, datetime!(2026-11-27 09:00 +7), false);
    assert_eq!(way.state.open[0].officer, Some(clerk().user));
}

#[test]
fn who_holds_a_step_may_ask_and_nobody_else() {
    let way = Way::begun(plain());
    assert!(holds_any(&way.state, &Actor::Staff(clerk())).is_ok());
    for actor in [Actor::Staff(officer()), Actor::Staff(head()), Actor::Applicant, Actor::System] {
        assert_eq!(broken(holds_any(&way.state, &actor)), Rule::RightDesk, "{actor:?}");
    }
}

#[test]
fn who_holds_a_step_or_leads_there_says_that_it_will_be_late() {
    let way = Way::begun(plain());
    let leader = |agency| Actor::Staff(person(Role::Leader, agency, 1));
    let says = |actor: &Actor| speaks_for(&way.state, actor, &code(LEAD));
    assert!(says(&Actor::Staff(clerk())).is_ok());
    assert!(says(&leader(LEAD)).is_ok());
    for actor in [leader(LATER), Actor::Staff(officer()), Actor::Staff(head()), Actor::Applicant] {
        assert_eq!(broken(says(&actor)), Rule::RightDesk, "{actor:?}");
    }
    let nothing_open = |actor: &Actor| speaks_for(&State::default(), actor, &code(LEAD));
    assert!(nothing_open(&Actor::Staff(officer())).is_ok());
    assert_eq!(broken(nothing_open(&Actor::Staff(clerk()))), Rule::RightDesk);
}
