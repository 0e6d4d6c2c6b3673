//! Replays everything and compares log, chain and query tables.

use super::chain::{EventRow, GENESIS};
use super::derived::DerivedRows;
use super::load::{Loaded, from_rows};
use super::pages::{Stored, page_after};
use super::rows::{DossierRow, TurnRow, agency_rows, dossier_row, turn_rows};
use crate::db::Db;
use crate::error::StoreError;
use crate::sql_types::Id;
use kernel::DossierId;
use std::fmt;
use uuid::Uuid;

/// Something that doesn't agree, with the row it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The table.
    pub table: &'static str,
    /// The row, by its key.
    pub row: String,
    /// What doesn't agree.
    pub what: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.table, self.row, self.what)
    }
}

const NOT_THE_LOG: &str = "it doesn't agree with the log";

/// Replays every dossier, telling `found` whatever doesn't agree. How many dossiers there are. Others may go on writing
/// meanwhile.
///
/// # Errors
/// The database; what doesn't agree is no error but a finding.
pub fn verify(db: &mut Db, found: &mut dyn FnMut(Finding)) -> Result<u64, StoreError> {
    let mut count = 0;
    let mut last = Uuid::nil();
    loop {
        let page = page_after(db, last)?;
        let Some((end, _)) = page.last_key_value() else { return Ok(count) };
        last = end.0;
        count += page.len() as u64;
        page.iter().flat_map(|(id, stored)| findings(*id, stored)).for_each(&mut *found);
    }
}

/// What doesn't agree in one dossier. Where its log can't be trusted nothing is compared with it.
fn findings(id: Id, stored: &Stored) -> Vec<Finding> {
    if let Some(broken) = broken_chain(&stored.events) {
        return vec![broken];
    }
    match from_rows(DossierId(id.0), &stored.events) {
        Ok(dossier) => compared(&dossier, stored),
        Err(why) => vec![Finding { table: "events", row: id.0.to_string(), what: why.to_string() }],
    }
}

/// The first row that doesn't follow the one before, or doesn't bear its own hash.
fn broken_chain(rows: &[EventRow]) -> Option<Finding> {
    let mut before = &GENESIS[..];
    for (row, seq) in rows.iter().zip(1..) {
        if let Some(what) = broken_link(row, seq, before) {
            return Some(Finding { table: "events", row: place(row.dossier_id, row.seq), what });
        }
        before = &row.hash;
    }
    None
}

fn broken_link(row: &EventRow, seq: i64, before: &[u8]) -> Option<String> {
    if row.seq != seq {
        Some(format!("number {} stands where {seq} should", row.seq))
    } else if row.prev_hash != before {
        Some("it doesn't follow the row before".to_owned())
    } else if row.hash != row.expected_hash() {
        Some("its hash doesn't fit its content: it was changed".to_owned())
    } else {
        None
    }
}

fn compared(dossier: &Loaded, stored: &Stored) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(compared_dossier(dossier, stored.dossier.as_ref()));
    findings.extend(compared_agencies(dossier, stored));
    findings.extend(compared_turns(dossier, &stored.turns));
    let derived = DerivedRows::of(dossier.id, &dossier.state);
    let different = derived.differences(&stored.derived).into_iter();
    findings.extend(different.map(|(table, row)| Finding { table, row, what: NOT_THE_LOG.to_owned() }));
    findings
}

/// A query row that knows of a later event than the log does shows that the log's end is gone.
fn compared_dossier(dossier: &Loaded, stored: Option<&DossierRow>) -> Option<Finding> {
    let id = Id(dossier.id.0);
    match stored {
        Some(row) if row.seq > dossier.state.version => {
            let what = format!("it is gone: the log ends with {}", dossier.state.version);
            Some(Finding { table: "events", row: place(id, row.seq), what })
        }
        _ if stored == dossier_row(dossier.id, &dossier.state, &dossier.head).as_ref() => None,
        _ => Some(Finding { table: "dossiers", row: id.0.to_string(), what: NOT_THE_LOG.to_owned() }),
    }
}

fn compared_agencies(dossier: &Loaded, stored: &Stored) -> Option<Finding> {
    if stored.agencies == agency_rows(dossier.id, &dossier.state) {
        return None;
    }
    Some(Finding { table: "dossier_agencies", row: dossier.id.to_string(), what: NOT_THE_LOG.to_owned() })
}

fn compared_turns(dossier: &Loaded, stored: &[TurnRow]) -> Vec<Finding> {
    let derived = turn_rows(dossier.id, &dossier.state);
    let wrong = stored.iter().filter(|row| !derived.contains(row));
    let lacking = derived
        .iter()
        .filter(|row| !stored.iter().any(|twin| (&twin.step, twin.visit) == (&row.step, row.visit)));
    let row = |row: &TurnRow| format!("{} step {} visit {}", row.dossier_id.0, row.step, row.visit);
    let finding = |turn| Finding { table: "step_turns", row: row(turn), what: NOT_THE_LOG.to_owned() };
    wrong.chain(lacking).map(finding).collect()
}

fn place(dossier: Id, seq: i64) -> String {
    format!("{} seq {seq}", dossier.0)
}
