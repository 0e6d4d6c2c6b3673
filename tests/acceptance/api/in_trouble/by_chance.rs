//! Providers that answer anything at all, and processes that are killed at any moment: drawn from a seed, so that what fails
//! fails again.

use super::Ward;
use notify::{Failure, Outgoing};
use std::hash::{DefaultHasher, Hash, Hasher};
use testkit::app::Fate;
use testkit::db::TestDb;
use time::Duration;

const SEEDS: [u64; 3] = [1, 2, 3];

/// From 0 to 99: by the seed, the message, and how often it has come.
fn drawn(seed: u64, outgoing: &Outgoing, times: u64) -> u64 {
    let mut hasher = DefaultHasher::new();
    (seed, &outgoing.message.to, &outgoing.message.text, times).hash(&mut hasher);
    hasher.finish() % 100
}

fn later(retry_after: Option<Duration>) -> Failure {
    Failure::Later { why: "busy".to_owned(), retry_after }
}

/// What a provider answers that always says truly what became of a message.
fn honest(drawn: u64) -> Fate {
    match drawn {
        0..50 => Fate::Fails(later(None)),
        50..60 => Fate::Fails(later(Some(Duration::minutes(10)))),
        60..65 => Fate::Fails(Failure::Never("not this text".to_owned())),
        65..70 => Fate::Fails(Failure::DeadAddress("nobody there".to_owned())),
        _ => Fate::Taken,
    }
}

/// The same, and it may break off at any moment; so may the sender.
fn broken(drawn: u64) -> Fate {
    let unknown = || Failure::Unknown("it broke off".to_owned());
    match drawn {
        0..15 => Fate::KilledBefore,
        15..30 => Fate::KilledAfter,
        30..45 => Fate::TakenBut(unknown()),
        45..55 => Fate::Fails(unknown()),
        drawn => honest(drawn),
    }
}

/// A ward whose messages fare as `fate` says of what is drawn.
fn played(db: &TestDb, seed: u64, senders: usize, fate: fn(u64) -> Fate) -> Ward<'_> {
    let ward = Ward::with_senders(db, senders);
    ward.one.sink().decides(move |outgoing, times| fate(drawn(seed, outgoing, times)));
    ward.look_until_all_is_over();
    ward.nothing_is_lost();
    ward.nobody_is_told_twice();
    ward
}

testkit::on_both_databases! {
    fn whatever_a_provider_answers_nothing_is_lost_and_nothing_is_taken_twice(db: &TestDb) {
        for seed in SEEDS {
            let db = TestDb::new(db.kind());
            played(&db, seed, 4, honest).nothing_is_taken_twice();
        }
    }

    fn whenever_it_breaks_off_and_whoever_is_killed_nothing_is_lost_and_nobody_is_told_twice(db: &TestDb) {
        for seed in SEEDS {
            let db = TestDb::new(db.kind());
            let ward = played(&db, seed, 1, broken);
            let taken = ward.one.sink().references();
            assert!(taken.values().any(|times| *times > 1), "seed {seed}: nothing broke off");
        }
    }
}
