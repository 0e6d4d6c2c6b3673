//! Random lives: what the lists call late is what the pure crates call late, and the query tables follow.

use dossier::{Command, Timeliness};
use kernel::{Actor, DossierId, Role};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::BTreeSet;
use store::query::{Filter, Scope};
use store::{Store, log};
use testkit::db::{TestDb, findings};
use testkit::life::{Life, MORNING, asks};
use testkit::province::{COUNTER, actor, code, lenient};
use time::Duration;

use super::scopes::{everything, ids};

/// Everything that may be tried at a moment, by whom it may be.
fn acts(life: &Life<'_>) -> Vec<(Actor, Command)> {
    let done = |step: &str| routing::Command::Done(routing::Completion::of(code(step)));
    let mut acts: Vec<(Actor, Command)> = vec![
        (life.clerk(), intake::Command::Accept.into()),
        (life.clerk(), asks::guidance().into()),
        (Actor::Applicant, asks::completion().into()),
        (life.officer(), asks::supplement().into()),
        (Actor::Applicant, asks::supply().into()),
        (Actor::System, asks::closing().into()),
        (life.officer(), asks::payment().into()),
        (life.clerk(), asks::paid().into()),
        (life.head(), asks::approval().into()),
        (life.head(), asks::rejection().into()),
        (Actor::System, asks::breach().into()),
        (life.officer(), done("tham-dinh").into()),
        (life.head(), done("ky-duyet").into()),
        (life.head(), asks::grant().into()),
    ];
    if life.loaded().state.deadline.clock.is_some() {
        acts.push((actor(Role::Leader, COUNTER), asks::proposal(life.latest_lawful()).into()));
        acts.push((life.head(), asks::apology(life.latest_lawful() + Duration::days(7)).into()));
    }
    acts
}

/// One move: how many minutes later, with which act trying begins, and whether the applicant withdraws.
type Move = (i64, prop::sample::Index, bool);

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let minutes = prop_oneof![12 => 0i64..1_500, 1 => 8_000i64..26_000];
    let one = (minutes, any::<prop::sample::Index>(), prop::bool::weighted(0.02));
    prop::collection::vec(one, 1..25)
}

fn live(store: &Store, moves: &[Move]) -> DossierId {
    let mut life = Life { version: lenient(), ..Life::new(store) };
    life.submit();
    for (minutes, from, withdrawn) in moves {
        life.now += Duration::minutes(*minutes);
        let withdrawal = (Actor::Applicant, asks::withdrawal().into());
        let mut acts = acts(&life);
        let from = from.index(acts.len());
        acts.rotate_left(from);
        let tried = if *withdrawn { vec![withdrawal] } else { acts };
        let prepared = tried.into_iter().map(|(by, command)| life.prepared(&by, command));
        if let Some(append) = prepared.into_iter().find(|append| (append.decide)(1).is_ok()) {
            store.write(move |db| log::append(db, &append)).unwrap();
        }
    }
    life.id
}

/// The late and the not late, as the pure crates see each dossier.
fn decided(store: &Store, lives: &[DossierId], now: time::OffsetDateTime) -> [BTreeSet<DossierId>; 2] {
    let mut late = [BTreeSet::new(), BTreeSet::new()];
    for id in lives {
        let life = Life { id: *id, ..Life::new(store) };
        let calendar = &life.calendars[&code(COUNTER)];
        match dossier::timeliness(&life.loaded().state, calendar, now) {
            Some(Timeliness::Late | Timeliness::Overdue) => late[0].insert(*id),
            Some(Timeliness::Running | Timeliness::Early | Timeliness::OnTime) => late[1].insert(*id),
            None => false,
        };
    }
    late
}

testkit::on_both_databases! {
    fn late_is_in_every_list_what_it_is_in_the_decisions(db: &TestDb) {
        let store = db.store();
        let mut runner = TestRunner::deterministic();
        let mut drawn = || moves().new_tree(&mut runner).unwrap().current();
        let lives: Vec<DossierId> = (0..30).map(|_| live(&store, &drawn())).collect();
        let listed = |late, now| -> BTreeSet<DossierId> {
            let filter = Filter { late: Some(late), now, ..everything() };
            ids(&store, &Scope::All, &filter).into_iter().collect()
        };
        for days in [0, 5, 10, 15, 30, 300] {
            let now = MORNING + Duration::days(days);
            assert_eq!([listed(true, now), listed(false, now)], decided(&store, &lives, now), "day {days}");
        }
        let seen = decided(&store, &lives, MORNING + Duration::days(15));
        assert!(seen.iter().all(|some| some.len() > 3), "{seen:?}");
        assert_eq!(findings(&store), Vec::<String>::new());
        let before = db.everything();
        log::rebuild(&store).unwrap();
        assert_eq!(db.everything(), before);
    }
}
