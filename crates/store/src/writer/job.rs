//! A command on its way through the queue, and its answer.

use crate::db::Db;
use crate::error::StoreError;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A command on its way through the queue.
pub(crate) trait Job: Send {
    /// Does it; whether its writes are to be kept.
    fn run(&mut self, db: &mut Db) -> bool;
    /// Tells the caller, once it is known whether the writes reached the disk, or why they didn't.
    fn answer(self: Box<Self>, committed: Result<(), &str>);
}

/// What the caller gets: the outcome, or the panic to go on with.
pub(crate) type Answer<T> = Result<Result<T, StoreError>, Box<dyn Any + Send>>;

/// A command and how its caller is told.
pub(crate) struct Told<T, F, R> {
    act: F,
    outcome: Option<Answer<T>>,
    reply: R,
}

impl<T, F, R> Told<T, F, R> {
    /// The command. `reply` runs on the writing thread: it hands the answer on and doesn't wait.
    pub(crate) fn new(act: F, reply: R) -> Self {
        Self { act, outcome: None, reply }
    }
}

impl<T, F, R> Job for Told<T, F, R>
where
    T: Send,
    F: FnMut(&mut Db) -> Result<T, StoreError> + Send,
    R: FnOnce(Answer<T>) + Send,
{
    fn run(&mut self, db: &mut Db) -> bool {
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.act)(db)));
        let done = matches!(outcome, Ok(Ok(_)));
        self.outcome = Some(outcome);
        done
    }

    /// What wasn't run, or wasn't committed, failed for the commit's reason.
    fn answer(self: Box<Self>, committed: Result<(), &str>) {
        let not_committed = |why: &str| Ok(Err(StoreError::NotCommitted(why.to_owned())));
        let answer = match (self.outcome, committed) {
            (None | Some(Ok(Ok(_))), Err(why)) => not_committed(why),
            (Some(outcome), _) => outcome,
            (None, Ok(())) => not_committed("it was never run"),
        };
        (self.reply)(answer);
    }
}
