//! A killed server leaves either the whole act or none of it.

use super::running::{Demo, submission};
use super::{motcua, said};
use kernel::DossierNumber;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use store::Kind;
use testkit::app::Client;
use testkit::db::TestDb;
use testkit::on_both_databases;

const CLIENTS: usize = 8;
const ACCEPTANCES: usize = 1_000;
const KILLED_AFTER: usize = 400;

on_both_databases! {
    fn killing_the_server_loses_no_answered_acceptance_and_leaves_none_half_done(db: &TestDb) {
        let mut demo = Demo::start(db);
        let clerk = demo.account("clerk");
        let (answered, killed) = (AtomicUsize::new(0), AtomicBool::new(false));
        let codes: Vec<String> = thread::scope(|scope| {
            let work = || accept_until_it_is_gone(&clerk, &answered, &killed);
            let clients: Vec<_> = (0..CLIENTS).map(|_| scope.spawn(work)).collect();
            while answered.load(Ordering::SeqCst) < KILLED_AFTER {
                thread::yield_now();
            }
            killed.store(true, Ordering::SeqCst);
            demo.child.kill().unwrap();
            demo.child.wait().unwrap();
            clients.into_iter().flat_map(|client| client.join().unwrap()).collect()
        });
        assert!((KILLED_AFTER..ACCEPTANCES).contains(&codes.len()), "{} answered", codes.len());
        all_there_without_gap(db, &codes);
        drop(Demo::start(db));
        assert_eq!(verified(db).0, Some(0), "{}", verified(db).1);
    }

    fn one_byte_of_the_log_changed_by_hand_is_found_and_named(db: &TestDb) {
        drop(Demo::start(db));
        assert_eq!(verified(db).0, Some(0), "{}", verified(db).1);
        let unlock = match db.kind() {
            Kind::Sqlite => "drop trigger events_kept_from_update",
            Kind::Postgres => "drop trigger events_kept on events",
        };
        db.raw_sql(unlock).unwrap();
        db.raw_sql("update events set payload = replace(payload, 'H32.10', 'H32.11') where seq = 1").unwrap();
        let (code, words) = verified(db);
        assert_eq!(code, Some(1));
        assert!(words.contains("seq 1: its hash doesn't fit its content"), "{words}");
    }
}

/// Submits and accepts until the server is gone; the numbers that were answered.
fn accept_until_it_is_gone(clerk: &Client, answered: &AtomicUsize, killed: &AtomicBool) -> Vec<String> {
    let body = submission(clerk).body;
    let mut codes = Vec::new();
    for _ in 0..ACCEPTANCES / CLIENTS {
        let Ok(submitted) = clerk.call("POST", "dossiers").json(&body).try_send() else { break };
        let id = submitted.is(201).text_at("/id");
        let acceptance = format!("dossiers/{id}/acceptance");
        let Ok(accepted) = clerk.call("POST", &acceptance).json(&json!({})).try_send() else { break };
        codes.push(accepted.is(201).text_at("/code"));
        answered.fetch_add(1, Ordering::SeqCst);
    }
    assert!(killed.load(Ordering::SeqCst) || codes.len() == ACCEPTANCES / CLIENTS, "it went away by itself");
    codes
}

/// Every answered number is there, none twice; and those that are there, answered or not, leave no gap in their day.
fn all_there_without_gap(db: &TestDb, codes: &[String]) {
    let there: BTreeSet<String> =
        db.lines("select code as line from dossiers where code is not null").into_iter().collect();
    let answered: BTreeSet<&String> = codes.iter().collect();
    assert_eq!(answered.len(), codes.len(), "a number was given twice");
    for code in answered {
        assert!(there.contains(code), "{code} was answered and isn't there");
    }
    let mut days: BTreeMap<_, Vec<u32>> = BTreeMap::new();
    for number in there.iter().map(|code| code.parse::<DossierNumber>().unwrap()) {
        days.entry(number.day()).or_default().push(number.ordinal());
    }
    for mut ordinals in days.into_values() {
        ordinals.sort_unstable();
        let expected: Vec<u32> = (1..).take(ordinals.len()).collect();
        assert_eq!(ordinals, expected);
    }
}

/// What `motcua verify` answers.
fn verified(db: &TestDb) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut command = motcua(folder.path(), &["verify"]);
    command.env("DATABASE_URL", db.url());
    said(command)
}
