//! Broken rules, readably: the shortest path, act by act.

use crate::path::Move;
use crate::walk::{Found, Seen};
use std::fmt::Write;

/// What was broken in a variant; nothing where nothing was.
pub(crate) fn broken(variant: &str, seen: &Seen) -> String {
    let mut text = String::new();
    for found in seen.broken.values() {
        write!(text, "\n{variant}: {}", one(found)).expect("a text takes everything");
    }
    text
}

fn one(found: &Found) -> String {
    let offence = &found.offence;
    let acts = found.path.iter().filter(|one| matches!(one, Move::Did { .. })).count();
    let mut text = format!("{} ({}), after {acts} acts: {}\n", offence.slug, offence.cite, offence.what);
    for one in &found.path {
        match one {
            Move::Waited(until) => writeln!(text, "  … until {until}"),
            Move::Did { who, now, what, kinds } => {
                writeln!(text, "  {now}  {who} {what} → {}", kinds.join(", "))
            }
        }
        .expect("a text takes everything");
    }
    text
}
