//! Small years: the same seed is the same year, nothing gets lost, and the log of it is sound.

use dossier::State;
use simulation::{Outcome, Province, Settings, Tables, Year};
use std::path::{Path, PathBuf};
use std::time::Duration;
use store::query::{Cursor, Filter, Order, Ref, Scope, list};
use store::{Address, Store, log};
use tempfile::TempDir;
use time::macros::datetime;

fn province() -> Province {
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../config");
    Province::read(&config).expect("the sample province")
}

fn store(folder: &TempDir, name: &str) -> Store {
    let file: PathBuf = folder.path().join(name);
    let address = Address::read(&format!("sqlite://{}", file.display())).expect("an address");
    let patience = Duration::from_secs(60);
    Store::open(&store::Settings { address, connections: 2, patience, together: 8 }).expect("a new file")
}

/// A year of so many dossiers, in this store.
fn year(store: &Store, seed: u64, dossiers: u32) -> Outcome {
    let province = province();
    province.put(store, datetime!(2025-12-31 12:00 +7)).expect("an empty store");
    let settings = Settings { seed, dossiers, ..Settings::default() };
    Year::begin(settings, &province, store).and_then(Year::run).expect("a year")
}

fn tables(outcome: &Outcome) -> String {
    Tables { account: &outcome.account, people: &outcome.people }.to_string()
}

/// Every dossier as the log has it.
fn dossiers(store: &Store) -> Vec<State> {
    let mut states = Vec::new();
    let mut after = None;
    loop {
        let filter = Filter {
            stage: None,
            agency: None,
            desk_of: None,
            asked_of: None,
            due_from: None,
            due_before: None,
            order: Order::default(),
            late: None,
            q: None,
            after,
            limit: 100,
            now: datetime!(2027-01-01 00:00 +7),
        };
        let page = store.read(|db| list(db, &Scope::All, &filter)).expect("a page");
        let Some(last) = page.last() else { return states };
        after = Some(Cursor { overdue_after: None, id: last.id.0 });
        for item in &page {
            let found = store.read(|db| log::load(db, &Scope::All, &Ref::Id(item.id)));
            states.push(found.expect("the log").expect("a dossier").state);
        }
    }
}

#[test]
fn the_same_seed_is_the_same_year() {
    let folder = TempDir::new().expect("a folder");
    let of = |name, seed| tables(&year(&store(&folder, name), seed, 200));
    let first = of("one.db", 7);
    assert_eq!(first, of("two.db", 7));
    assert_ne!(first, of("three.db", 8));
}

#[test]
fn nothing_gets_lost_and_the_log_is_sound() {
    let folder = TempDir::new().expect("a folder");
    let store = store(&folder, "year.db");
    let outcome = year(&store, 1, 500);
    let account = &outcome.account;

    let mut findings = Vec::new();
    let replayed = store.read(|db| log::verify(db, &mut |finding| findings.push(finding.to_string())));
    assert_eq!(findings, Vec::<String>::new());
    assert_eq!(replayed.expect("a replay"), account.handed_in());
    assert_eq!(account.refused_in_all(), 0, "{}", tables(&outcome));

    assert_eq!(account.stages().values().sum::<u64>(), 500, "each dossier is at one stage at the end");
    let states = dossiers(&store);
    for (stage, count) in account.stages().iter().filter(|(stage, _)| **stage != "not handed in") {
        let there = states.iter().filter(|state| state.stage().is_some_and(|at| at.as_str() == *stage));
        assert_eq!(there.count() as u64, *count, "{stage}");
    }
    let events: i64 = states.iter().map(|state| state.version).sum();
    assert_eq!(events, i64::try_from(account.events_in_all()).expect("a small number"));

    let turns = states.iter().flat_map(|state| &state.routing.turns);
    assert_eq!(turns.map(|turn| turn.used_minutes).sum::<i64>(), account.minutes_of_turns());
    assert_eq!(account.minutes_charged(), account.minutes_of_turns() + account.minutes_lying_open());
}

#[test]
fn a_database_with_something_in_it_is_left_alone() {
    let folder = TempDir::new().expect("a folder");
    let store = store(&folder, "year.db");
    let (province, at) = (province(), datetime!(2025-12-31 12:00 +7));
    province.put(&store, at).expect("an empty store");
    assert!(province.put(&store, at).is_err());
}
