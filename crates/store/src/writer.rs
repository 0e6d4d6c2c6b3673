//! Who writes. PostgreSQL takes as many writers as the pool has connections. An SQLite file has one: a thread that
//! takes what has queued up in order of arrival, gives each command a savepoint of its own and commits them together;
//! nobody is answered before the commit.

use crate::db::{Address, Db, Pool};
use crate::error::{StoreError, connection_lost};
use diesel::Connection;
use diesel::connection::SimpleConnection;
use diesel::result::Error as DieselError;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;

/// Carries write commands to the database.
pub(crate) enum Writer {
    /// Each caller writes on a connection of its own.
    Pool(Pool),
    /// One thread writes for all.
    Queue(Sender<Box<dyn Job>>),
}

/// A command on its way through the queue.
pub(crate) trait Job: Send {
    /// Does it; whether its writes are to be kept.
    fn run(&mut self, db: &mut Db) -> bool;
    /// Tells the caller, once it is known whether the writes reached the disk.
    fn answer(self: Box<Self>, committed: Result<(), &str>);
}

impl Writer {
    pub(crate) fn pool(pool: Pool) -> Self {
        Writer::Pool(pool)
    }

    /// Starts the writing thread. `together`: how many commands one commit carries at most.
    pub(crate) fn queue(address: &Address, together: usize) -> Result<Self, StoreError> {
        let db = address.connect()?;
        let (sender, receiver) = channel();
        let thread = thread::Builder::new().name("sqlite-writer".to_owned());
        let started = thread.spawn(move || write_what_queues_up(db, &receiver, together.max(1)));
        started.map(|_| Writer::Queue(sender)).map_err(|_| StoreError::Stopped)
    }

    /// Runs `act` in one transaction: all of its writes are kept, or none. It may run again on a new connection where
    /// the first turned out broken before anything was written.
    pub(crate) fn write<T, F>(&self, act: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnMut(&mut Db) -> Result<T, StoreError> + Send + 'static,
    {
        match self {
            Writer::Pool(pool) => write_directly(pool, act),
            Writer::Queue(queue) => {
                let (reply, answer) = sync_channel(1);
                let job = Waiting { act, outcome: None, reply };
                queue.send(Box::new(job)).map_err(|_| StoreError::Stopped)?;
                answer.recv().map_err(|_| StoreError::Stopped)?
            }
        }
    }
}

fn write_directly<T, F>(pool: &Pool, mut act: F) -> Result<T, StoreError>
where
    F: FnMut(&mut Db) -> Result<T, StoreError>,
{
    let mut begun = false;
    let mut attempt = |begun: &mut bool| {
        let mut db = pool.get()?;
        db.transaction(|db| {
            *begun = true;
            act(db)
        })
    };
    match attempt(&mut begun) {
        Err(StoreError::Database(error)) if !begun && connection_lost(&error) => attempt(&mut begun),
        outcome => outcome,
    }
}

struct Waiting<T, F> {
    act: F,
    outcome: Option<Result<T, StoreError>>,
    reply: SyncSender<Result<T, StoreError>>,
}

impl<T, F> Job for Waiting<T, F>
where
    T: Send,
    F: FnMut(&mut Db) -> Result<T, StoreError> + Send,
{
    fn run(&mut self, db: &mut Db) -> bool {
        self.outcome = catch_unwind(AssertUnwindSafe(|| (self.act)(db))).ok();
        matches!(self.outcome, Some(Ok(_)))
    }

    /// A caller that has gone away isn't told; a command that panicked answers nothing, which the caller sees.
    fn answer(self: Box<Self>, committed: Result<(), &str>) {
        let outcome = match (self.outcome, committed) {
            (Some(Ok(_)), Err(why)) => Err(StoreError::Stored(format!("not committed: {why}"))),
            (Some(outcome), _) => outcome,
            (None, _) => return,
        };
        self.reply.send(outcome).unwrap_or_default();
    }
}

fn write_what_queues_up(mut db: Db, queue: &Receiver<Box<dyn Job>>, together: usize) {
    while let Ok(first) = queue.recv() {
        let mut done = Vec::with_capacity(together);
        let outcome = one_commit(&mut db, first, queue, together, &mut done);
        if outcome.is_err() {
            abandon(&mut db);
        }
        let why = outcome.map_err(|error| error.to_string());
        for job in done {
            job.answer(why.as_ref().map(|_| ()).map_err(String::as_str));
        }
    }
}

/// Begins, runs the first command and what has queued up behind it, and commits.
fn one_commit(
    db: &mut Db,
    first: Box<dyn Job>,
    queue: &Receiver<Box<dyn Job>>,
    together: usize,
    done: &mut Vec<Box<dyn Job>>,
) -> Result<(), DieselError> {
    let mut next = Some(first);
    let begun = db.batch_execute("begin immediate");
    while let Some(mut job) = next {
        let ran = begun.as_ref().map_or(Ok(()), |()| in_a_savepoint(db, job.as_mut()));
        done.push(job);
        ran?;
        next = if done.len() < together && begun.is_ok() { queue.try_recv().ok() } else { None };
    }
    begun?;
    db.batch_execute("commit")
}

/// The savepoint keeps one command's failure from the others. That it can't be released or rolled back means that
/// SQLite has given up the whole transaction (a full disk does that): then nothing of it counts.
fn in_a_savepoint(db: &mut Db, job: &mut dyn Job) -> Result<(), DieselError> {
    db.batch_execute("savepoint command")?;
    if job.run(db) {
        db.batch_execute("release command")
    } else {
        db.batch_execute("rollback to command; release command")
    }
}

/// Leaves no transaction open; that there is none any more is no fault.
fn abandon(db: &mut Db) {
    db.batch_execute("rollback").unwrap_or_default();
}

#[cfg(test)]
mod tests;
