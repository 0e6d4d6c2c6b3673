//! What lacks in a submission, counted by the judge.

use super::law::PUBLISHED;
use super::ledger::Ledger;

/// The components that lack, or lack copies.
pub(crate) fn short(ledger: &Ledger) -> Vec<&'static str> {
    let copies = |component: &str| ledger.handed.get(component).map_or(0, |(copies, _)| *copies);
    PUBLISHED
        .iter()
        .filter(|(component, all)| copies(component) < *all)
        .map(|(component, _)| *component)
        .collect()
}

/// The components that are neither scanned nor explained.
pub(crate) fn unkept(ledger: &Ledger) -> Vec<&'static str> {
    let unkept = |component: &str| ledger.handed.get(component).is_some_and(|(_, kept)| !kept);
    PUBLISHED.iter().map(|(component, _)| *component).filter(|component| unkept(component)).collect()
}

/// The components with which the system itself finds something wrong.
pub(crate) fn wanting(ledger: &Ledger) -> Vec<&'static str> {
    let mut wanting = short(ledger);
    wanting.extend(unkept(ledger));
    wanting
}
