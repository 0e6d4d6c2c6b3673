//! A provider that takes its time, and one that takes more than it is given.

use super::{MESSAGES, Ward};
use notify::Failure;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use testkit::app::{Fate, TestApp};
use testkit::db::TestDb;
use time::Duration;

/// Half of a claim's lease, and a second less: as long as one message may take at all.
const AS_SLOW_AS_MAY_BE: Duration = Duration::seconds(149);

/// Each message takes that long, during which the other process looks for what is free.
fn slow(one: &TestApp, other: &Arc<TestApp>) {
    let (clock, other, is_looking) = (one.clock(), Arc::downgrade(other), AtomicBool::new(false));
    one.sink().decides(move |_, _| {
        if !is_looking.swap(true, Ordering::SeqCst) {
            clock.set(clock.now() + AS_SLOW_AS_MAY_BE);
            if let Some(other) = other.upgrade() {
                other.tell();
            }
            is_looking.store(false, Ordering::SeqCst);
        }
        Fate::Taken
    });
}

testkit::on_both_databases! {
    fn what_is_sent_slowly_is_sent_by_no_other_process(db: &TestDb) {
        let ward = Ward::with_senders(db, 1);
        let another = Arc::new(ward.one.beside(db));
        slow(&ward.one, &another);
        let begun = ward.one.now();
        ward.one.tell();
        assert!(ward.one.now() >= begun + AS_SLOW_AS_MAY_BE * 2, "it was slow");
        assert_eq!(ward.open(), 0);
        ward.nothing_is_lost();
        ward.nobody_is_told_twice();
        ward.nothing_is_taken_twice();
    }

    fn told_to_stop_a_process_gives_back_what_it_has_not_begun(db: &TestDb) {
        let ward = Ward::with_senders(db, 1);
        let stopping = Arc::new(ward.one.beside(db));
        let told = Arc::downgrade(&stopping);
        ward.one.sink().decides(move |_, _| {
            told.upgrade().expect("it still sends").stop();
            Fate::Taken
        });
        assert_eq!(stopping.tell().sent, 1);
        assert_eq!(ward.one.tell().sent, MESSAGES - 1, "at once");
        ward.nothing_is_lost();
        ward.nothing_is_taken_twice();
    }

    fn what_nobody_knows_to_be_taken_goes_out_again_under_the_same_reference(db: &TestDb) {
        let ward = Ward::with_senders(db, 1);
        let (clock, timeout) = (ward.one.clock(), Duration::seconds(20));
        ward.one.sink().decides(move |_, times| {
            clock.set(clock.now() + timeout);
            match times {
                1 => Fate::TakenBut(Failure::Unknown("no answer in time".to_owned())),
                2 => Fate::Fails(Failure::Unknown("no answer in time".to_owned())),
                _ => Fate::Taken,
            }
        });
        while ward.open() > 0 || ward.ids("true").is_empty() {
            ward.one.tell();
            ward.other.tell();
            ward.one.later(Duration::MINUTE);
        }
        ward.nothing_is_lost();
        ward.nobody_is_told_twice();
        assert!(ward.one.sink().references().values().all(|times| *times == 2), "before and after");
    }
}
