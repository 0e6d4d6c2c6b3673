//! What would have gone out to people.

use notify::{Failure, Message, Outgoing, Receipt, Sent, Transport};
use std::collections::{BTreeMap, BTreeSet};
use std::panic::resume_unwind;
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;

/// What becomes of a message that is handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It is taken.
    Taken,
    /// It isn't taken, and the sender is told why.
    Fails(Failure),
    /// It is taken, but this is what the sender is told.
    TakenBut(Failure),
    /// The sender is killed before it is taken.
    KilledBefore,
    /// It is taken, and the sender is killed before it can put that down.
    KilledAfter,
}

/// What a sender panics with that is killed by the sink.
pub(super) struct Killed;

/// Takes every message, or does as it is told to.
#[derive(Clone, Default)]
pub struct Sink(Arc<Mutex<Kept>>);

type Decides = dyn Fn(&Outgoing, u64) -> Fate + Send + Sync;

#[derive(Default)]
struct Kept {
    taken: Vec<Outgoing>,
    tried: BTreeMap<Uuid, u64>,
    /// The senders of these were told that they are taken.
    heard: BTreeSet<Uuid>,
    needless: Vec<Uuid>,
    fate: Option<Arc<Decides>>,
    receipts: Vec<Receipt>,
}

impl Sink {
    /// Every message that was taken, in order.
    pub fn messages(&self) -> Vec<Message> {
        self.taken().into_iter().map(|outgoing| outgoing.message).collect()
    }

    /// The same with when they came, and under which reference.
    pub fn taken(&self) -> Vec<Outgoing> {
        self.kept(|kept| kept.taken.clone())
    }

    /// How often each reference was taken.
    pub fn references(&self) -> BTreeMap<Uuid, usize> {
        let mut counted = BTreeMap::new();
        self.taken().iter().for_each(|one| *counted.entry(one.reference).or_default() += 1);
        counted
    }

    /// The references that came again though their sender had been told that they are taken.
    pub fn needless(&self) -> Vec<Uuid> {
        self.kept(|kept| kept.needless.clone())
    }

    /// From now on every message fails like this; or none does.
    pub fn fails(&self, failure: Option<Failure>) {
        self.decides(move |_, _| failure.clone().map_or(Fate::Taken, Fate::Fails));
    }

    /// From now on this decides what becomes of a message, told also how often it has come, from 1.
    pub fn decides(&self, fate: impl Fn(&Outgoing, u64) -> Fate + Send + Sync + 'static) {
        self.kept(|kept| kept.fate = Some(Arc::new(fate)));
    }

    /// Reports what became of a message, the n-th of which is `sink-n`, as soon as somebody asks.
    pub fn reports(&self, receipt: Receipt) {
        self.kept(|kept| kept.receipts.push(receipt));
    }

    fn kept<T>(&self, look: impl FnOnce(&mut Kept) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// What becomes of this one. Nothing is held while it is decided, which may take its time.
    fn fate(&self, outgoing: &Outgoing) -> Fate {
        let (times, decides) = self.kept(|kept| {
            kept.needless.extend(kept.heard.get(&outgoing.reference));
            let times = kept.tried.entry(outgoing.reference).or_default();
            *times += 1;
            (*times, kept.fate.clone())
        });
        decides.map_or(Fate::Taken, |decides| decides(outgoing, times))
    }

    fn take(&self, outgoing: &Outgoing) -> Sent {
        self.kept(|kept| {
            kept.taken.push(outgoing.clone());
            Sent { provider_reference: Some(format!("sink-{}", kept.taken.len())) }
        })
    }
}

impl Transport for Sink {
    fn send(&self, outgoing: &Outgoing) -> Result<Sent, Failure> {
        match self.fate(outgoing) {
            Fate::Taken => {
                self.kept(|kept| kept.heard.insert(outgoing.reference));
                Ok(self.take(outgoing))
            }
            Fate::Fails(failure) => Err(failure),
            Fate::TakenBut(failure) => {
                self.take(outgoing);
                Err(failure)
            }
            Fate::KilledBefore => resume_unwind(Box::new(Killed)),
            Fate::KilledAfter => {
                self.take(outgoing);
                resume_unwind(Box::new(Killed))
            }
        }
    }

    fn receipts(&self) -> Vec<Receipt> {
        self.kept(|kept| std::mem::take(&mut kept.receipts))
    }
}
