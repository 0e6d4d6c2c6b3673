//! The one thread that writes to an SQLite file.

use super::job::Job;
use crate::db::Db;
use crate::statements::Fixed;
use diesel::RunQueryDsl;
use diesel::connection::SimpleConnection;
use diesel::result::Error as DieselError;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Receiver;

/// Commits what has queued up, `together` commands at most at a time, until nobody can send any more.
pub(super) fn write_what_queues_up(mut db: Db, queue: &Receiver<Box<dyn Job>>, together: usize) {
    while let Ok(first) = queue.recv() {
        let mut taken = Vec::with_capacity(together);
        let outcome = one_commit(&mut db, first, queue, together, &mut taken);
        if outcome.is_err() {
            abandon(&mut db);
        }
        let why = outcome.map_err(|error| error.to_string());
        for job in taken {
            tell(job, why.as_ref().copied().map_err(String::as_str));
        }
    }
}

/// A reply that panics is one caller's mistake, and keeps nobody else from theirs.
fn tell(job: Box<dyn Job>, committed: Result<(), &str>) {
    catch_unwind(AssertUnwindSafe(|| job.answer(committed))).unwrap_or_default();
}

/// Begins, runs the first command and what has queued up behind it, and commits. Whatever was taken from the queue
/// stands in `taken` afterwards, run or not. Few fail here: only once one has done so is each kept apart from the others.
fn one_commit(
    db: &mut Db,
    first: Box<dyn Job>,
    queue: &Receiver<Box<dyn Job>>,
    together: usize,
    taken: &mut Vec<Box<dyn Job>>,
) -> Result<(), DieselError> {
    taken.push(first);
    db.batch_execute("begin immediate")?;
    let mut apart = false;
    while let Some(job) = taken.last_mut() {
        if apart {
            in_a_savepoint(db, job.as_mut())?;
        } else if !job.run(db) {
            without_the_last(db, taken)?;
            apart = true;
        }
        let next = if taken.len() < together { queue.try_recv().ok() } else { None };
        let Some(next) = next else { break };
        taken.push(next);
    }
    db.batch_execute("commit")
}

/// Undoes what the last one wrote, and with it what the others did: they run again. A transaction that SQLite has given up
/// by itself needs no undoing.
fn without_the_last(db: &mut Db, taken: &mut [Box<dyn Job>]) -> Result<(), DieselError> {
    abandon(db);
    db.batch_execute("begin immediate")?;
    let before = taken.split_last_mut().map_or(&mut [][..], |(_, before)| before);
    before.iter_mut().try_for_each(|job| in_a_savepoint(db, job.as_mut()))
}

/// The savepoint keeps one command's failure from the others. That it can't be released or rolled back means that
/// SQLite has given up the whole transaction (a full disk does that): then nothing of it counts.
fn in_a_savepoint(db: &mut Db, job: &mut dyn Job) -> Result<(), DieselError> {
    Fixed("savepoint command").execute(db)?;
    if job.run(db) {
        Fixed("release command").execute(db).map(drop)
    } else {
        db.batch_execute("rollback to command; release command")
    }
}

/// Leaves no transaction open; that there is none any more is no fault.
fn abandon(db: &mut Db) {
    db.batch_execute("rollback").unwrap_or_default();
}
