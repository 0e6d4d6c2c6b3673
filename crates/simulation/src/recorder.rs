//! Writes what was decided: threads beside the simulation, many acts in one transaction. The dossiers are dealt out to the
//! threads by the agency that answers for them, so that none waits for another's numbers and each dossier's acts stay in
//! order. On an SQLite file the one writer commits what several threads hand it together.

use crate::error::SimulationError;
use dossier::Event;
use kernel::{Actor, DossierId, Rule, Violation};
use std::collections::HashMap;
use std::mem;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use store::log::{self, Append, Loaded, Numbering};
use store::people::Person;
use store::{Db, Store, StoreError};
use time::OffsetDateTime;
use uuid::Uuid;

/// Acts that a thread hands over at a time, for one transaction.
const TOGETHER: usize = 64;
/// Batches that wait for a thread.
const AHEAD: usize = 16;
/// Threads.
pub const THREADS: u8 = 8;

/// What somebody did, as it was decided.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// To which dossier.
    pub(crate) dossier: DossierId,
    /// Who.
    pub(crate) actor: Actor,
    /// When.
    pub(crate) at: OffsetDateTime,
    /// The number it was decided with, where it draws one.
    pub(crate) numbered: Option<(Numbering, u32)>,
    /// What became true.
    pub(crate) events: Arc<Vec<Event>>,
    /// Details to keep.
    pub(crate) people: Vec<Person>,
    /// Whether nothing follows it.
    pub(crate) last: bool,
}

/// Passes entries on to the threads that write.
#[derive(Debug)]
pub(crate) struct Recorder(Vec<Thread>);

impl Recorder {
    /// Starts the threads.
    pub(crate) fn start(store: &Store) -> Self {
        Self((0..THREADS).map(|which| Thread::start(store.clone(), which)).collect())
    }

    /// Puts an entry down that is the agency's of this place.
    pub(crate) fn put(&mut self, agency: usize, entry: Entry) -> Result<(), SimulationError> {
        let threads = self.0.len();
        self.0[agency % threads].put(entry)
    }

    /// Waits until all is written.
    pub(crate) fn finish(self) -> Result<(), SimulationError> {
        let finished: Vec<_> = self.0.into_iter().map(Thread::finish).collect();
        // What stopped a thread says more than that it stopped.
        let stopped = |done: &Result<(), SimulationError>| matches!(done, Err(SimulationError::Stopped));
        let (stopped, others): (Vec<_>, Vec<_>) = finished.into_iter().partition(stopped);
        others.into_iter().chain(stopped).collect()
    }
}

/// One thread that writes.
#[derive(Debug)]
struct Thread {
    batch: Vec<Entry>,
    sender: SyncSender<Vec<Entry>>,
    handle: JoinHandle<Result<(), StoreError>>,
}

impl Thread {
    fn start(store: Store, which: u8) -> Self {
        let (sender, receiver) = sync_channel(AHEAD);
        let handle = thread::spawn(move || write_all(&store, which, &receiver));
        Self { batch: Vec::with_capacity(TOGETHER), sender, handle }
    }

    fn put(&mut self, entry: Entry) -> Result<(), SimulationError> {
        self.batch.push(entry);
        if self.batch.len() < TOGETHER {
            return Ok(());
        }
        let batch = mem::replace(&mut self.batch, Vec::with_capacity(TOGETHER));
        self.sender.send(batch).map_err(|_| SimulationError::Stopped)
    }

    fn finish(self) -> Result<(), SimulationError> {
        let Self { batch, sender, handle } = self;
        let sent = sender.send(batch);
        drop(sender);
        handle.join().map_err(|_| SimulationError::Stopped)??;
        sent.map_err(|_| SimulationError::Stopped)
    }
}

fn write_all(store: &Store, which: u8, receiver: &Receiver<Vec<Entry>>) -> Result<(), StoreError> {
    let ledger = Arc::new(Mutex::new(Ledger { which, ..Ledger::default() }));
    for batch in receiver {
        let ledger = ledger.clone();
        store.write(move |db| {
            let mut ledger = ledger.lock().unwrap_or_else(PoisonError::into_inner);
            batch.iter().try_for_each(|entry| ledger.write(db, entry))
        })?;
    }
    Ok(())
}

/// The dossiers that live, as the log has them. It keeps the last hash of each, which only the writing makes.
#[derive(Debug, Default)]
struct Ledger {
    living: HashMap<DossierId, Loaded>,
    which: u8,
    outgoing: u64,
}

impl Ledger {
    fn write(&mut self, db: &mut Db, entry: &Entry) -> Result<(), StoreError> {
        let before = self.living.remove(&entry.dossier).unwrap_or_else(|| Loaded::nothing(entry.dossier));
        let (after, _) = log::append(db, &self.append(before, entry))?;
        if !entry.last {
            self.living.insert(entry.dossier, after);
        }
        Ok(())
    }

    fn append(&mut self, before: Loaded, entry: &Entry) -> Append {
        let events = entry.events.clone();
        let ordinal = entry.numbered.as_ref().map_or(1, |(_, ordinal)| *ordinal);
        let decided =
            move |drawn| if drawn == ordinal { Ok(events.to_vec()) } else { Err(misnumbered(drawn)) };
        Append {
            before,
            actor: entry.actor.clone(),
            at: entry.at,
            numbering: entry.numbered.as_ref().map(|(numbering, _)| numbering.clone()),
            decide: Arc::new(decided),
            people: entry.people.clone(),
            caller: None,
            outgoing: entry.events.iter().map(|_| self.outgoing_id()).collect(),
        }
    }

    fn outgoing_id(&mut self) -> Uuid {
        self.outgoing += 1;
        let place = (u128::from(self.which) << 48) | u128::from(self.outgoing);
        Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0000 | place)
    }
}

/// The number that the store drew isn't the one that was decided with.
fn misnumbered(drawn: u32) -> Violation {
    Violation::of(Rule::ChangedMeanwhile).with("drawn", i64::from(drawn))
}
