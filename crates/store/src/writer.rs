//! Who writes. PostgreSQL takes as many writers as the pool has connections. An SQLite file has one: a thread that
//! takes what has queued up in order of arrival and commits it together, without those that fail; nobody is answered
//! before the commit.

mod job;
mod queue;

use crate::db::{Address, Db, Pool};
use crate::error::StoreError;
use crate::store::give_up_if_lost;
use diesel::Connection;
use job::{Answer, Job, Told};
use std::panic::resume_unwind;
use std::sync::mpsc::{SendError, Sender, channel, sync_channel};
use std::thread;

/// Carries write commands to the database.
pub(crate) enum Writer {
    /// Each caller writes on a connection of its own.
    Pool(Pool),
    /// One thread writes for all.
    Queue(Sender<Box<dyn Job>>),
}

impl Writer {
    /// Writers on the pool's connections.
    pub(crate) fn pool(pool: Pool) -> Self {
        Writer::Pool(pool)
    }

    /// Starts the writing thread. `together`: how many commands one commit carries at most.
    pub(crate) fn queue(address: &Address, together: usize) -> Result<Self, StoreError> {
        let db = address.connect()?;
        let (sender, receiver) = channel();
        let thread = thread::Builder::new().name("sqlite-writer".to_owned());
        let started = thread.spawn(move || queue::write_what_queues_up(db, &receiver, together.max(1)));
        started.map(|_| Writer::Queue(sender)).map_err(|_| StoreError::Stopped)
    }

    /// Runs `act` in one transaction: all of its writes are kept, or none. It may run again, where
    /// nothing that it wrote was kept: on a new connection, the first having turned out lost, or without another that
    /// failed.
    ///
    /// # Panics
    /// Where `act` does: on the caller's thread, whichever it ran on.
    pub(crate) fn write<T, F>(&self, act: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnMut(&mut Db) -> Result<T, StoreError> + Send + 'static,
    {
        match self {
            Writer::Pool(pool) => write_directly(pool, act),
            Writer::Queue(queue) => {
                let (reply, answer) = sync_channel(1);
                queue_up(queue, act, move |answer| reply.send(answer).unwrap_or_default());
                let answer = answer.recv().map_err(|_| StoreError::Stopped)?;
                answer.unwrap_or_else(|panic| resume_unwind(panic))
            }
        }
    }

    /// As [`Writer::write`], without waiting in the queue: `reply` is told, on the writing thread. It is dropped untold where
    /// `act` panics there.
    pub(crate) fn write_then<T, F, R>(&self, act: F, reply: R)
    where
        T: Send + 'static,
        F: FnMut(&mut Db) -> Result<T, StoreError> + Send + 'static,
        R: FnOnce(Result<T, StoreError>) + Send + 'static,
    {
        match self {
            Writer::Pool(pool) => reply(write_directly(pool, act)),
            Writer::Queue(queue) => queue_up(queue, act, |answer| answer.map_or((), reply)),
        }
    }
}

/// Where nobody takes from the queue any more `reply` is told at once that nothing was kept.
fn queue_up<T, F, R>(queue: &Sender<Box<dyn Job>>, act: F, reply: R)
where
    T: Send + 'static,
    F: FnMut(&mut Db) -> Result<T, StoreError> + Send + 'static,
    R: FnOnce(Answer<T>) + Send + 'static,
{
    if let Err(SendError(job)) = queue.send(Box::new(Told::new(act, reply))) {
        job.answer(Err("the writing thread has stopped"));
    }
}

/// A connection that was lost shows itself when the transaction begins: then another is tried, until the pool holds
/// none that was lost before.
fn write_directly<T, F>(pool: &Pool, mut act: F) -> Result<T, StoreError>
where
    F: FnMut(&mut Db) -> Result<T, StoreError>,
{
    for _ in 0..pool.max_size() {
        let mut begun = false;
        let outcome = in_a_transaction(pool, &mut act, &mut begun);
        match outcome {
            Err(error) if !begun && error.is_lost_connection() => {}
            outcome => return outcome,
        }
    }
    in_a_transaction(pool, &mut act, &mut false)
}

fn in_a_transaction<T, F>(pool: &Pool, act: &mut F, begun: &mut bool) -> Result<T, StoreError>
where
    F: FnMut(&mut Db) -> Result<T, StoreError>,
{
    let mut db = pool.get()?;
    let outcome = db.transaction(|db| {
        *begun = true;
        act(db)
    });
    outcome.inspect_err(|error| give_up_if_lost(&mut db, error))
}

#[cfg(test)]
mod tests;
