//! Appending: all of it, or nothing.

use std::sync::Arc;
use store::log::{self, Loaded};
use store::{Kind, Store, StoreError};
use testkit::db::{TestDb, on};
use testkit::life::{Life, new_id};
use time::Duration;

use kernel::{GroundCode, Rule, Violation};

fn refuse() -> intake::Command {
    let ground: GroundCode = testkit::province::code("khong-thuoc-tham-quyen");
    intake::Command::Refuse { ground, explanation: "Thuộc thẩm quyền cơ quan khác".to_owned() }
}

fn append(store: &Store, append: log::Append) -> Result<Loaded, StoreError> {
    store.write(move |db| log::append(db, &append)).map(|(loaded, _)| loaded)
}

testkit::on_both_databases! {
    fn what_was_appended_is_loaded_as_it_was(db: &TestDb) {
        let store = db.store();
        let mut life = Life::submitted(&store);
        life.to_the_end();
        let entries = store.read(|db| log::entries(db, life.id)).unwrap();
        let kinds: Vec<&str> = entries.iter().map(|entry| entry.event.kind()).collect();
        assert_eq!(kinds, [
            "submitted", "accepted", "started", "step_done", "step_sent_back", "step_done", "step_done",
            "result_recorded", "result_returned", "rated",
        ]);
        assert!(entries.iter().map(|entry| entry.seq).eq(1..=10));
        let replayed = dossier::State::of(entries.iter().map(|entry| &entry.event));
        assert_eq!(life.loaded().state, replayed);
    }

    fn an_append_answers_what_a_load_finds(db: &TestDb) {
        let store = db.store();
        let life = Life::submitted(&store);
        let (after, events) = life.try_act(&life.clerk(), intake::Command::Accept).unwrap();
        assert_eq!(after, life.loaded());
        let entries = store.read(|db| log::entries(db, life.id)).unwrap();
        assert!(entries.iter().skip(1).map(|entry| &entry.event).eq(&events));
        assert!(entries.iter().all(|entry| entry.user == life.clerk().user() && entry.actor == "staff"));
    }

    fn of_two_who_decide_at_once_one_wins_and_the_other_writes_nothing(db: &TestDb) {
        let store = db.store();
        let life = Life::submitted(&store);
        let (first, second) = (life.prepared(&life.clerk(), refuse()), life.prepared(&life.clerk(), refuse()));
        append(&store, first).unwrap();
        let before = db.everything();
        assert!(matches!(append(&store, second), Err(StoreError::Raced)));
        assert_eq!(db.everything(), before);
    }

    fn an_acceptance_that_lost_the_race_draws_no_number(db: &TestDb) {
        let store = db.store();
        let life = Life::submitted(&store);
        let accept = || life.prepared(&life.clerk(), intake::Command::Accept);
        let (first, second) = (accept(), accept());
        append(&store, first).unwrap();
        let before = db.everything();
        assert!(matches!(append(&store, second), Err(StoreError::Raced)));
        assert_eq!(db.everything(), before);
        assert_eq!(Life::submitted(&store).accept().ordinal(), 2);
    }

    fn a_rule_broken_inside_the_transaction_leaves_no_gap_in_the_numbers(db: &TestDb) {
        let store = db.store();
        let mut life = Life::submitted(&store);
        let mut accept = life.prepared(&life.clerk(), intake::Command::Accept);
        accept.decide = Arc::new(|_| Err(Violation::of(Rule::RightDesk)));
        let before = db.everything();
        let refused = append(&store, accept).unwrap_err();
        assert!(matches!(refused, StoreError::Broken(violation) if violation.rule == Rule::RightDesk));
        assert_eq!(db.everything(), before);
        assert_eq!(life.accept().ordinal(), 1);
    }

    fn a_moment_finer_than_rows_keep_is_refused(db: &TestDb) {
        let store = db.store();
        let mut life = Life::new(&store);
        life.now += Duration::nanoseconds(1);
        let before = db.everything();
        assert!(matches!(append(&store, life.submission()), Err(StoreError::Stored(_))));
        assert_eq!(db.everything(), before);
    }

    fn what_is_to_be_told_is_written_with_the_act_or_the_act_fails(db: &TestDb) {
        let store = db.store();
        let life = Life::submitted(&store);
        let mut accept = life.prepared(&life.clerk(), intake::Command::Accept);
        accept.outgoing = Vec::new();
        assert!(matches!(append(&store, accept.clone()), Err(StoreError::Stored(_))));
        assert_eq!((db.rows("outbox").len(), life.loaded().state.version), (0, 1));
        accept.outgoing = vec![new_id()];
        append(&store, accept).unwrap();
        assert_eq!(db.lines("select topic as line from outbox"), ["accepted"]);
    }
}

#[test]
fn an_sqlite_file_has_one_writer_and_whoever_reads_can_not_write_past_it() {
    on(Kind::Sqlite, "an_sqlite_file_has_one_writer_and_whoever_reads_can_not_write_past_it", |db| {
        let store = db.store();
        let submission = Life::new(&store).submission();
        let refused = store.read(|db| log::append(db, &submission)).unwrap_err();
        assert!(refused.to_string().contains("readonly"), "{refused}");
        assert_eq!(db.rows("events"), Vec::<String>::new());
    });
}
