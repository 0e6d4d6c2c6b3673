//! In which column each leg stands.

use crate::picture::Leg;

/// A leg in its column.
#[derive(Debug)]
pub(super) struct Placed<'a> {
    pub(super) leg: &'a Leg,
    /// Its longest distance from the start; 1 at least.
    pub(super) column: usize,
    /// The numbers of the legs it waits for.
    pub(super) after: Vec<usize>,
}

/// The legs column by column, in a column as they were given. Waiting for itself, for a leg that isn't there or in a
/// circle isn't waiting.
pub(super) fn in_columns(legs: &[Leg]) -> Vec<Placed<'_>> {
    let after = without_circles(legs);
    let columns = columns(&after);
    let mut order: Vec<usize> = (0..legs.len()).collect();
    order.sort_by_key(|leg| columns[*leg]);
    let number = |leg: &usize| order.iter().position(|other| other == leg).map(|place| place + 1);
    order
        .iter()
        .map(|&leg| Placed {
            leg: &legs[leg],
            column: columns[leg],
            after: after[leg].iter().filter_map(number).collect(),
        })
        .collect()
}

/// What each leg waits for, as indices. Whenever all that are left wait for each other, the first of them stops waiting.
fn without_circles(legs: &[Leg]) -> Vec<Vec<usize>> {
    let mut after: Vec<Vec<usize>> = legs.iter().map(|leg| named(leg, legs)).collect();
    let mut waiting: Vec<usize> = (0..legs.len()).collect();
    while let Some(&first) = waiting.first() {
        let is_ready = |leg: &usize| after[*leg].iter().all(|before| !waiting.contains(before));
        let ready = waiting.iter().copied().find(is_ready).unwrap_or(first);
        after[ready].retain(|before| !waiting.contains(before));
        waiting.retain(|leg| *leg != ready);
    }
    after
}

fn named(leg: &Leg, legs: &[Leg]) -> Vec<usize> {
    let mut named: Vec<usize> =
        leg.after.iter().filter_map(|code| legs.iter().position(|leg| leg.code == *code)).collect();
    named.sort_unstable();
    named.dedup();
    named
}

/// The longest distance of each leg from the start.
fn columns(after: &[Vec<usize>]) -> Vec<usize> {
    let mut columns = vec![1; after.len()];
    // No distance is longer than there are legs.
    for _ in after {
        for (leg, before) in after.iter().enumerate() {
            let furthest = before.iter().map(|before| columns[*before] + 1).max();
            columns[leg] = furthest.unwrap_or(1);
        }
    }
    columns
}
