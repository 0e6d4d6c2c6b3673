//! Random lives: what `may` lists is what `decide` allows, and the log adds up.

use super::acts::{acts, ends_early, everybody, listed, name, unsound};
use super::life::{FRIDAY, Life, clerk};
use super::sample::{LEAD, Sample, code, submission};
use super::turns::check_turns;
use crate::{Act, Event, Stage, State, decide};
use kernel::StepCode;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use routing::Ended;
use std::collections::{BTreeMap, BTreeSet};
use time::{Duration, OffsetDateTime};

/// One move of a life: how far the clock goes, and which of the acts that are possible then is done.
#[derive(Debug, Clone)]
struct Move {
    minutes: i64,
    kind: Index,
    pick: Index,
    /// Whether it may be one that ends the dossier early.
    may_end: bool,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let minutes = prop_oneof![12 => -120i64..1_500, 1 => 22_000i64..26_000];
    let one = (minutes, any::<Index>(), any::<Index>(), prop::bool::weighted(0.08));
    let one = one.prop_map(|(minutes, kind, pick, may_end)| Move { minutes, kind, pick, may_end });
    prop::collection::vec(one, 1..40)
}

fn samples() -> impl Strategy<Value = Sample> {
    prop_oneof![
        Just(Sample::one_leg()),
        Just(Sample::with_exceptions()),
        Just(Sample::two_legs()),
        Just(Sample::three_legs()),
        Just(Sample::land()),
        Just(Sample::bundle()),
    ]
}

/// Something somebody could do, and what would become true.
type Possible = (Option<Act>, Vec<Event>);

/// Everything somebody could do now; on the way, that it is what `may` lists and that nothing unsound is.
fn possible(life: &Life, now: OffsetDateTime) -> Vec<Possible> {
    let mut possible = Vec::new();
    for actor in everybody() {
        let facts = life.sample.facts(&actor, now);
        let listed = listed(life, &facts);
        for (act, command) in acts(life, &facts, &actor) {
            let decided = decide(&life.state, &facts, command);
            let is_listed = act.as_ref().is_none_or(|act| listed.contains(act) == decided.is_ok());
            assert!(is_listed, "{act:?} by {actor:?}: {decided:?}, listed {listed:?}");
            possible.extend(decided.ok().map(|events| (act, events)));
        }
        for command in unsound(life) {
            assert!(decide(&life.state, &facts, command.clone()).is_err(), "{command:?} by {actor:?}");
        }
    }
    possible
}

/// One of the possible acts; each kind of act is as likely as another, however many could do it.
fn picked(possible: &[Possible], step: &Move) -> Option<Vec<Event>> {
    let mut by_kind: BTreeMap<&str, Vec<&Vec<Event>>> = BTreeMap::new();
    for (act, events) in possible.iter().filter(|(act, _)| step.may_end || !ends_early(act.as_ref())) {
        by_kind.entry(name(act.as_ref())).or_default().push(events);
    }
    let kinds: Vec<_> = by_kind.into_values().collect();
    let kind = kinds.get(step.kind.index(kinds.len().max(1)))?;
    Some(kind[step.pick.index(kind.len())].clone())
}

/// Versions count events, and what was stored folds into the same state.
fn check_log(life: &Life) {
    assert_eq!(life.state.version, i64::try_from(life.events.len()).expect("few"));
    let stored = life.events.iter().map(|event| (event.kind(), event.version(), event.payload()));
    let read =
        stored.map(|(kind, version, payload)| Event::read(kind, version, &payload).expect("its own payload"));
    assert_eq!(State::of(&read.collect::<Vec<_>>()), life.state);
    assert!(life.events.iter().all(|event| Event::KINDS.contains(&event.kind())));
}

/// A result has all its work behind it; an end has nothing after it but the rating.
fn check_stage(life: &Life, possible: &[Possible]) {
    let last_turn = |step: &StepCode| life.state.routing.turns.iter().rfind(|turn| turn.opened.step == *step);
    match life.stage() {
        Stage::ResultReady | Stage::Returned => {
            assert_eq!(life.open(), [""; 0]);
            for leg in life.sample.legs().iter().filter(|leg| !life.state.routing.skipped.contains(leg)) {
                for step in life.sample.steps_of(leg) {
                    assert_eq!(last_turn(&step).map(|turn| turn.ended), Some(Ended::Done), "{step}");
                }
            }
        }
        Stage::Accepted | Stage::InProgress | Stage::AwaitingSupplement | Stage::AwaitingPayment => {
            assert!(!possible.is_empty());
        }
        Stage::Submitted | Stage::Guided | Stage::Refused | Stage::Withdrawn | Stage::Closed => {}
    }
    if matches!(life.stage(), Stage::Refused | Stage::Withdrawn | Stage::Closed | Stage::Returned) {
        let rating = life.stage() == Stage::Returned && life.state.result.rated.is_none();
        let left: Vec<Option<&Act>> = possible.iter().map(|(act, _)| act.as_ref()).collect();
        assert_eq!(left, if rating { vec![Some(&Act::Rating)] } else { vec![] });
    }
}

fn live(sample: Sample, complete: bool, moves: Vec<Move>) -> Life {
    let mut now = FRIDAY;
    let mut life = Life::unborn(sample).then(&clerk(), now, submission(complete));
    for step in moves {
        now += Duration::minutes(step.minutes);
        let possible = possible(&life, now);
        check_log(&life);
        check_turns(&life);
        check_stage(&life, &possible);
        if let Some(events) = picked(&possible, &step) {
            life.live(events);
        }
    }
    life
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_may_be_done_is_what_is_allowed_and_the_log_adds_up(
        sample in samples(), complete in prop::bool::weighted(0.9), moves in moves(),
    ) {
        live(sample, complete, moves);
    }

    #[test]
    fn the_turns_of_one_leg_add_up_to_the_time_since_acceptance(mut moves in moves()) {
        for step in &mut moves {
            (step.minutes, step.may_end) = (step.minutes.abs(), false);
        }
        let passed: i64 = moves.iter().map(|step| step.minutes).sum();
        let life = live(Sample::one_leg(), true, moves);
        let Some(accepted) = &life.state.intake.accepted else { return Ok(()) };
        let routing = &life.state.routing;
        let until = routing.open.first().map(|open| open.opened.at);
        let until = until.or(routing.turns.last().map(|turn| turn.at)).expect("it began");
        let calendar = &life.sample.calendars[&code(LEAD)];
        let minutes = |from, to| calendar.working_minutes(from, to).expect("covered");
        let used: i64 = routing.turns.iter().map(|turn| turn.used_minutes).sum();
        let stood: i64 = life.state.deadline.stops().map(|(stop, to)| minutes(stop.since, to)).sum();
        prop_assert_eq!(used + stood, minutes(accepted.at, until));
        prop_assert!(until <= FRIDAY + Duration::minutes(passed));
    }
}

/// What these lives never come to: the calendar doesn't change in them.
const OF_A_NEW_CALENDAR: &str = "appointment_recounted";

#[test]
fn random_lives_see_every_kind_of_event_but_a_recount() {
    let mut runner = TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for _ in 0..100 {
        let (sample, moves) = (samples(), moves()).new_tree(&mut runner).expect("a life").current();
        seen.extend(live(sample, true, moves).events.iter().map(Event::kind));
    }
    let unseen: Vec<_> = Event::KINDS.iter().filter(|kind| !seen.contains(**kind)).collect();
    assert_eq!(unseen, [&OF_A_NEW_CALENDAR]);
}
