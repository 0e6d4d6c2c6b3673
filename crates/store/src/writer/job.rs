//! A command on its way through the queue, and its answer.

use crate::db::Db;
use crate::error::StoreError;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// A command on its way through the queue.
pub(crate) trait Job: Send {
    /// Does it; whether its writes are to be kept.
    fn run(&mut self, db: &mut Db) -> bool;
    /// Tells the caller, once it is known whether the writes reached the disk, or why they didn't.
    fn answer(self: Box<Self>, committed: Result<(), &str>);
}

/// What the caller gets: the outcome, or the panic to go on with.
pub(crate) type Answer<T> = Result<Result<T, StoreError>, Box<dyn Any + Send>>;

/// A command whose caller waits.
pub(crate) struct Waiting<T, F> {
    act: F,
    outcome: Option<Answer<T>>,
    reply: SyncSender<Answer<T>>,
}

impl<T, F> Waiting<T, F> {
    /// The command, and where its answer will come.
    pub(crate) fn new(act: F) -> (Self, Receiver<Answer<T>>) {
        let (reply, answer) = sync_channel(1);
        (Self { act, outcome: None, reply }, answer)
    }
}

impl<T, F> Job for Waiting<T, F>
where
    T: Send,
    F: FnMut(&mut Db) -> Result<T, StoreError> + Send,
{
    fn run(&mut self, db: &mut Db) -> bool {
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.act)(db)));
        let done = matches!(outcome, Ok(Ok(_)));
        self.outcome = Some(outcome);
        done
    }

    /// What wasn't run, or wasn't committed, failed for the commit's reason. A caller that has gone away isn't told.
    fn answer(self: Box<Self>, committed: Result<(), &str>) {
        let not_committed = |why: &str| Ok(Err(StoreError::NotCommitted(why.to_owned())));
        let answer = match (self.outcome, committed) {
            (None | Some(Ok(Ok(_))), Err(why)) => not_committed(why),
            (Some(outcome), _) => outcome,
            (None, Ok(())) => not_committed("it was never run"),
        };
        self.reply.send(answer).unwrap_or_default();
    }
}
