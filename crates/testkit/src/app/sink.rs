//! What would have gone out to people.

use notify::{Failure, Message, Outgoing, Receipt, Sent, Transport};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;

/// Takes every message, or fails as it is told to.
#[derive(Clone, Default)]
pub struct Sink(Arc<Mutex<Kept>>);

#[derive(Default)]
struct Kept {
    taken: Vec<Outgoing>,
    failure: Option<Failure>,
    receipts: Vec<Receipt>,
}

impl Sink {
    /// Every message that was taken, in order.
    pub fn messages(&self) -> Vec<Message> {
        self.kept(|kept| kept.taken.iter().map(|outgoing| outgoing.message.clone()).collect())
    }

    /// How often each reference came.
    pub fn references(&self) -> BTreeMap<Uuid, usize> {
        let mut counted = BTreeMap::new();
        self.kept(|kept| kept.taken.iter().for_each(|one| *counted.entry(one.reference).or_default() += 1));
        counted
    }

    /// From now on every message fails like this; or none does.
    pub fn fails(&self, failure: Option<Failure>) {
        self.kept(|kept| kept.failure = failure);
    }

    /// Reports what became of a message, the n-th of which is `sink-n`, as soon as somebody asks.
    pub fn reports(&self, receipt: Receipt) {
        self.kept(|kept| kept.receipts.push(receipt));
    }

    fn kept<T>(&self, look: impl FnOnce(&mut Kept) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Transport for Sink {
    fn send(&self, outgoing: &Outgoing) -> Result<Sent, Failure> {
        self.kept(|kept| match &kept.failure {
            Some(failure) => Err(failure.clone()),
            None => {
                kept.taken.push(outgoing.clone());
                Ok(Sent { provider_reference: Some(format!("sink-{}", kept.taken.len())) })
            }
        })
    }

    fn receipts(&self) -> Vec<Receipt> {
        self.kept(|kept| std::mem::take(&mut kept.receipts))
    }
}
