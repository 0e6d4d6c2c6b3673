//! The queue in front of an SQLite file, seen from inside.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use super::*;
use crate::db::Db;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvError, sync_channel};
use tempfile::TempDir;

diesel::table! {
    notes (word) {
        word -> Text,
    }
}

/// A file with one table, and a writer in front of it that is kept busy until it is let go.
struct Desk {
    address: Address,
    writer: Writer,
    _directory: TempDir,
}

impl Desk {
    fn new(together: usize) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/notes.db", directory.path().display());
        let address = Address::read(&url).unwrap();
        address
            .connect()
            .unwrap()
            .batch_execute("create table notes (word text primary key) strict")
            .unwrap();
        let writer = Writer::queue(&address, together).unwrap();
        Self { address, writer, _directory: directory }
    }

    /// The words that are on the disk, as anyone else sees them.
    fn words(&self) -> Vec<String> {
        words(&self.address)
    }

    fn queue<F>(&self, act: F) -> Receiver<Result<(), StoreError>>
    where
        F: FnMut(&mut Db) -> Result<(), StoreError> + Send + 'static,
    {
        let (reply, answer) = sync_channel(1);
        self.writer.write_then(act, move |outcome| reply.send(outcome).unwrap_or_default());
        answer
    }

    /// Keeps the writer busy: what is queued before the sender is used, or dropped, queues up.
    fn hold(&self) -> std::sync::mpsc::SyncSender<()> {
        let (go, wait) = sync_channel(1);
        let (begun, busy) = sync_channel(1);
        let mut held = Some((begun, wait));
        drop(self.queue(move |_| {
            if let Some((begun, wait)) = held.take() {
                begun.send(()).unwrap();
                wait.recv().unwrap_or_default();
            }
            Ok(())
        }));
        busy.recv().unwrap();
        go
    }
}

fn words(address: &Address) -> Vec<String> {
    notes::table.select(notes::word).order(notes::word).load(&mut address.connect().unwrap()).unwrap()
}

fn note(db: &mut Db, word: &str) -> Result<(), StoreError> {
    diesel::insert_into(notes::table).values(notes::word.eq(word)).execute(db)?;
    Ok(())
}

fn writes(word: &'static str) -> impl FnMut(&mut Db) -> Result<(), StoreError> + Send + 'static {
    move |db| note(db, word)
}

/// Writes what makes the commit itself fail: a reference that is checked only there.
fn spoils_the_commit(db: &mut Db) -> Result<(), StoreError> {
    let spoil = "create table owed (word text references notes (word) deferrable initially deferred);
                 insert into owed values ('nobody')";
    Ok(db.batch_execute(spoil)?)
}

#[test]
fn what_has_queued_up_is_committed_together() {
    let desk = Desk::new(64);
    let go = desk.hold();
    let answers = [desk.queue(writes("a")), desk.queue(writes("b"))];
    let (seen, others_saw) = sync_channel(1);
    let address = desk.address.clone();
    let last = desk.queue(move |db| {
        seen.send(words(&address)).unwrap();
        note(db, "c")
    });
    go.send(()).unwrap();
    assert!(answers.iter().all(|answer| matches!(answer.recv(), Ok(Ok(())))));
    last.recv().unwrap().unwrap();
    assert_eq!(others_saw.recv().unwrap(), Vec::<String>::new(), "the first two were committed on their own");
    assert_eq!(desk.words(), ["a", "b", "c"]);
}

#[test]
fn one_commit_carries_no_more_than_it_may() {
    let desk = Desk::new(2);
    let go = desk.hold();
    let first = desk.queue(writes("a"));
    let (seen, others_saw) = sync_channel(1);
    let address = desk.address.clone();
    let second = desk.queue(move |_| {
        seen.send(words(&address)).unwrap();
        Ok(())
    });
    go.send(()).unwrap();
    first.recv().unwrap().unwrap();
    second.recv().unwrap().unwrap();
    assert_eq!(others_saw.recv().unwrap(), ["a"], "with the one that was held the first commit was full");
}

#[test]
fn one_failing_command_does_not_take_the_others_with_it() {
    let desk = Desk::new(64);
    let go = desk.hold();
    let before = desk.queue(writes("a"));
    let failing = desk.queue(|db| {
        note(db, "b")?;
        note(db, "a")
    });
    let after = desk.queue(writes("c"));
    go.send(()).unwrap();
    before.recv().unwrap().unwrap();
    assert!(matches!(failing.recv().unwrap(), Err(StoreError::Database(_))));
    after.recv().unwrap().unwrap();
    assert_eq!(desk.words(), ["a", "c"]);
}

#[test]
fn of_many_that_fail_none_takes_the_others_with_it_nor_makes_them_count_twice() {
    let desk = Desk::new(64);
    let go = desk.hold();
    let good = ["a", "b", "c", "d"].map(|word| {
        let failing = desk.queue(move |db| {
            note(db, "x")?;
            Err(StoreError::Raced)
        });
        (desk.queue(writes(word)), failing)
    });
    go.send(()).unwrap();
    for (answer, failing) in good {
        answer.recv().unwrap().unwrap();
        assert!(matches!(failing.recv().unwrap(), Err(StoreError::Raced)));
    }
    assert_eq!(desk.words(), ["a", "b", "c", "d"]);
}

#[test]
fn a_panicking_command_leaves_the_writer_alive_and_nothing_behind() {
    let desk = Desk::new(64);
    let panics = |db: &mut Db| -> Result<(), StoreError> {
        note(db, "a")?;
        panic!("a mistake")
    };
    let outcome = catch_unwind(AssertUnwindSafe(|| desk.writer.write(panics)));
    assert_eq!(outcome.unwrap_err().downcast_ref(), Some(&"a mistake"), "the caller goes on with the panic");
    desk.writer.write(writes("b")).unwrap();
    assert_eq!(desk.words(), ["b"]);
}

#[test]
fn who_does_not_wait_for_a_command_that_panics_sees_that_no_answer_will_come() {
    let desk = Desk::new(64);
    let go = desk.hold();
    let panics = desk.queue(|_| panic!("a mistake"));
    let other = desk.queue(writes("a"));
    go.send(()).unwrap();
    assert_eq!(panics.recv().unwrap_err(), RecvError, "its reply is dropped, not kept");
    other.recv().unwrap().unwrap();
}

#[test]
fn a_reply_that_panics_keeps_nobody_from_theirs() {
    let desk = Desk::new(64);
    let go = desk.hold();
    desk.writer.write_then(writes("a"), |_| panic!("a mistake"));
    let other = desk.queue(writes("b"));
    go.send(()).unwrap();
    other.recv().unwrap().unwrap();
    desk.writer.write(writes("c")).unwrap();
    assert_eq!(desk.words(), ["a", "b", "c"]);
}

#[test]
fn where_nobody_writes_any_more_everyone_is_told_that_nothing_is_kept() {
    let (sender, receiver) = channel();
    drop(receiver);
    let writer = Writer::Queue(sender);
    let (reply, answer) = sync_channel(1);
    writer.write_then(writes("a"), move |outcome| reply.send(outcome).unwrap());
    for refused in [writer.write(writes("b")), answer.recv().unwrap()] {
        let refused = refused.unwrap_err();
        assert!(matches!(refused, StoreError::NotCommitted(_)) && refused.is_outage(), "{refused}");
    }
}

#[test]
fn nobody_is_answered_before_the_commit() {
    let desk = Desk::new(64);
    let go = desk.hold();
    let answers = [desk.queue(writes("a")), desk.queue(spoils_the_commit), desk.queue(writes("b"))];
    go.send(()).unwrap();
    for answer in answers {
        let answer = answer.recv().unwrap();
        assert!(matches!(answer, Err(StoreError::NotCommitted(_))), "{answer:?}");
    }
    assert_eq!(desk.words(), Vec::<String>::new());
    desk.writer.write(writes("c")).unwrap();
    assert_eq!(desk.words(), ["c"]);
}

#[test]
fn a_command_that_fails_is_told_its_own_reason_even_where_the_commit_fails_too() {
    let desk = Desk::new(64);
    let go = desk.hold();
    let failing = desk.queue(|_| Err(StoreError::Raced));
    let spoiling = desk.queue(spoils_the_commit);
    go.send(()).unwrap();
    assert!(matches!(failing.recv().unwrap(), Err(StoreError::Raced)));
    assert!(matches!(spoiling.recv().unwrap(), Err(StoreError::NotCommitted(_))));
}

#[test]
fn commands_are_run_in_the_order_in_which_they_came() {
    let desk = Desk::new(3);
    let (ran, order) = std::sync::mpsc::channel();
    let go = desk.hold();
    let answers: Vec<_> = (0..20)
        .map(|number| {
            let ran = ran.clone();
            desk.queue(move |_| {
                ran.send(number).unwrap();
                Ok(())
            })
        })
        .collect();
    go.send(()).unwrap();
    assert!(answers.iter().all(|answer| matches!(answer.recv(), Ok(Ok(())))));
    drop(ran);
    drop(desk);
    assert_eq!(order.iter().collect::<Vec<i32>>(), (0..20).collect::<Vec<_>>());
}

#[test]
fn whoever_begins_while_another_program_holds_the_file_is_told_that_nothing_is_kept() {
    let desk = Desk::new(64);
    desk.writer.write(|db| Ok(db.batch_execute("pragma busy_timeout = 0")?)).unwrap();
    let mut other = desk.address.connect().unwrap();
    other.batch_execute("begin immediate").unwrap();
    let refused = desk.writer.write(writes("a")).unwrap_err();
    assert!(refused.is_outage(), "{refused}");
    other.batch_execute("rollback").unwrap();
    desk.writer.write(writes("b")).unwrap();
    assert_eq!(desk.words(), ["b"]);
}
