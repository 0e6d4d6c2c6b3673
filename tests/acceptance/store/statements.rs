//! What an act costs: how many statements it sends.

use diesel::Connection;
use diesel::connection::{InstrumentationEvent, get_default_instrumentation};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use store::log::{self, Append};
use store::{Db, Store};
use testkit::db::TestDb;
use testkit::life::{Life, asks};

/// How many statements an append sends, within a transaction that is there anyway.
fn sent(store: &Store, append: Append) -> usize {
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    let act = move |db: &mut Db| {
        let counted = Arc::clone(&counted);
        db.set_instrumentation(move |event: InstrumentationEvent<'_>| {
            let starts = matches!(event, InstrumentationEvent::StartQuery { .. });
            counted.fetch_add(usize::from(starts), Ordering::Relaxed);
        });
        let appended = log::append(db, &append);
        db.set_instrumentation(get_default_instrumentation());
        appended
    };
    store.write(act).unwrap();
    count.load(Ordering::Relaxed)
}

testkit::on_both_databases! {
    fn a_plain_acceptance_sends_number_two_events_dossier_turn_and_outbox(db: &TestDb) {
        let store = db.store();
        Life::accepted(&store);
        let life = Life::submitted(&store);
        let accept = life.prepared(&life.clerk(), intake::Command::Accept);
        assert_eq!(sent(&store, accept), 6);
    }

    fn what_the_clock_waits_for_costs_its_own_rows_and_no_more(db: &TestDb) {
        let store = db.store();
        let life = Life::accepted(&store);
        let ask = life.prepared(&life.officer(), asks::supplement());
        assert_eq!(sent(&store, ask), 8, "three events, dossier, turn, request, stop, outbox");
    }
}
