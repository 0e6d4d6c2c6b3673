//! People with one role at one agency, and what waits for them: due first.

use crate::agenda::LifeId;
use calendar::Calendar;
use kernel::{LegCode, Staff, StepCode};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use time::OffsetDateTime;

/// Which pool.
pub(crate) type PoolId = usize;

/// Something that somebody is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Task {
    /// On which dossier.
    pub(crate) life: LifeId,
    /// What.
    pub(crate) work: Work,
    /// By when.
    pub(crate) due: OffsetDateTime,
    /// Since when it waits.
    pub(crate) since: OffsetDateTime,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Work {
    /// Enter what somebody at the counter, or the post, hands in.
    TakeIn,
    /// Look at what came in, and accept, guide or refuse it.
    Check,
    /// Enter what was brought after the guidance.
    Complete,
    /// Refuse what nobody completed.
    Refuse,
    /// Enter what was brought of a supplement.
    Supply,
    /// Confirm a payment.
    Payment,
    /// Confirm that a leg has arrived.
    Receipt(LegCode),
    /// Work on the turn of a step that opened at this moment.
    Step(StepCode, OffsetDateTime),
    /// Say what the agency needs of a supplement.
    Needs,
    /// Issue the one request.
    Issue,
    /// Answer a consultation.
    Answer(u32),
    /// Propose a rescheduling.
    Propose,
    /// Endorse it.
    Endorse,
    /// Approve it.
    Approve,
    /// Apologise belatedly.
    Apologise,
    /// Record the paper that a leg ended in.
    Paper(LegCode),
    /// Record the result.
    Result,
    /// Hand the result out.
    HandOut,
    /// Hand one paper of a bundle out.
    HandOutPaper(LegCode),
}

/// A queue in order of what is due first, then of arrival.
type Queue = BTreeMap<(OffsetDateTime, u64), Task>;

/// Somebody at work.
#[derive(Debug)]
pub(crate) struct Worker {
    /// Who.
    pub(crate) staff: Staff,
    /// What they are at.
    pub(crate) at_work: Option<Task>,
    /// What waits for nobody else.
    own: Queue,
}

/// People with one role at one agency.
#[derive(Debug)]
pub(crate) struct Pool {
    /// The hours they work.
    pub(crate) calendar: Arc<Calendar>,
    /// The people.
    pub(crate) workers: Vec<Worker>,
    /// Whether they have been told to come back at the next opening.
    pub(crate) to_open: bool,
    idle: BTreeSet<usize>,
    queue: Queue,
    owned: usize,
    put: u64,
}

impl Pool {
    /// These people, all idle.
    pub(crate) fn of(calendar: Arc<Calendar>, people: Vec<Staff>) -> Self {
        let idle = (0..people.len()).collect();
        let worker = |staff| Worker { staff, at_work: None, own: Queue::new() };
        let workers = people.into_iter().map(worker).collect();
        Self { calendar, workers, to_open: false, idle, queue: Queue::new(), owned: 0, put: 0 }
    }

    /// Puts a task into the queue: anybody's, or one person's own.
    pub(crate) fn put(&mut self, task: Task, only: Option<usize>) {
        let place = (task.due, self.put);
        self.put += 1;
        match only {
            Some(worker) => {
                self.workers[worker].own.insert(place, task);
                self.owned += 1;
            }
            None => {
                self.queue.insert(place, task);
            }
        }
    }

    /// Whether somebody idle could begin something.
    pub(crate) fn is_waiting(&self) -> bool {
        !self.idle.is_empty() && (!self.queue.is_empty() || self.idle_with_own().is_some())
    }

    /// Somebody idle and the task that is due first among those they may take.
    pub(crate) fn take(&mut self) -> Option<(usize, Task)> {
        let own = self.idle_with_own().map(|worker| (worker, self.own_first(worker)));
        let (worker, task) = match (own, self.queue.first_key_value()) {
            (Some((worker, Some(own))), Some((first, _))) if own <= *first => (worker, self.pop_own(worker)?),
            (Some((worker, _)), None) => (worker, self.pop_own(worker)?),
            (_, Some(_)) => (*self.idle.first()?, self.queue.pop_first()?.1),
            (None, None) => return None,
        };
        Some((worker, task))
    }

    /// Somebody begins to work on this.
    pub(crate) fn begin(&mut self, worker: usize, task: Task) {
        self.idle.remove(&worker);
        self.workers[worker].at_work = Some(task);
    }

    /// Somebody has done what they worked on.
    pub(crate) fn finish(&mut self, worker: usize) -> Option<Task> {
        self.idle.insert(worker);
        self.workers[worker].at_work.take()
    }

    fn own_first(&self, worker: usize) -> Option<(OffsetDateTime, u64)> {
        self.workers[worker].own.first_key_value().map(|(place, _)| *place)
    }

    fn pop_own(&mut self, worker: usize) -> Option<Task> {
        self.owned -= 1;
        self.workers[worker].own.pop_first().map(|(_, task)| task)
    }

    fn idle_with_own(&self) -> Option<usize> {
        if self.owned == 0 {
            return None;
        }
        let with_own = self.idle.iter().copied().filter(|worker| self.own_first(*worker).is_some());
        with_own.min_by_key(|worker| self.own_first(*worker))
    }
}
