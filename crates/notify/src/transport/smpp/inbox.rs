//! Receipts that nobody has fetched yet.

use super::Receipt;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// More than this aren't kept: the gateway keeps them, and hands them over later.
const MOST: usize = 10_000;

/// Receipts that nobody has fetched yet.
#[derive(Debug, Default)]
pub(super) struct Inbox(Mutex<Vec<Receipt>>);

impl Inbox {
    /// Keeps one; whether there was room.
    pub(super) fn put(&self, receipt: Receipt) -> bool {
        let mut kept = self.kept();
        let has_room = kept.len() < MOST;
        if has_room {
            kept.push(receipt);
        }
        has_room
    }

    /// All of them, in the order in which they came.
    pub(super) fn take(&self) -> Vec<Receipt> {
        std::mem::take(&mut *self.kept())
    }

    fn kept(&self) -> MutexGuard<'_, Vec<Receipt>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::{Inbox, MOST};
    use crate::{Receipt, ReportState};

    #[test]
    fn it_is_full_until_somebody_fetches() {
        let receipt = Receipt { provider_reference: "7".to_owned(), state: ReportState::Delivered, at: None };
        let inbox = Inbox::default();
        assert!((0..MOST).all(|_| inbox.put(receipt.clone())));
        assert!(!inbox.put(receipt.clone()));
        assert_eq!(inbox.take().len(), MOST);
        assert!(inbox.put(receipt));
    }
}
