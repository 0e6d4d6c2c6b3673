//! Writes what was decided: a thread beside the simulation, many acts in one transaction.

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

/// Acts in one transaction.
const TOGETHER: usize = 4_000;
/// Transactions that wait for the one that writes.
const AHEAD: usize = 4;

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

/// Passes entries on to the thread that writes.
#[derive(Debug)]
pub(crate) struct Recorder {
    batch: Vec<Entry>,
    sender: SyncSender<Vec<Entry>>,
    thread: JoinHandle<Result<(), StoreError>>,
}

impl Recorder {
    /// Starts the thread.
    pub(crate) fn start(store: Store) -> Self {
        let (sender, receiver) = sync_channel(AHEAD);
        let thread = thread::spawn(move || write_all(&store, &receiver));
        Self { batch: Vec::with_capacity(TOGETHER), sender, thread }
    }

    /// Puts an entry down.
    pub(crate) fn put(&mut self, entry: Entry) -> Result<(), SimulationError> {
        self.batch.push(entry);
        if self.batch.len() < TOGETHER {
            return Ok(());
        }
        let batch = mem::replace(&mut self.batch, Vec::with_capacity(TOGETHER));
        self.sender.send(batch).map_err(|_| SimulationError::Stopped)
    }

    /// Waits until all is written.
    pub(crate) fn finish(self) -> Result<(), SimulationError> {
        let Self { batch, sender, thread } = self;
        let sent = sender.send(batch);
        drop(sender);
        thread.join().map_err(|_| SimulationError::Stopped)??;
        sent.map_err(|_| SimulationError::Stopped)
    }
}

fn write_all(store: &Store, receiver: &Receiver<Vec<Entry>>) -> Result<(), StoreError> {
    let ledger = Arc::new(Mutex::new(Ledger::default()));
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
        Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0000 + u128::from(self.outgoing))
    }
}

/// The number that the store drew isn't the one that was decided with.
fn misnumbered(drawn: u32) -> Violation {
    Violation::of(Rule::ChangedMeanwhile).with("drawn", i64::from(drawn))
}
