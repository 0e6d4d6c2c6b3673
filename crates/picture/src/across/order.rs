//! The order within columns, for few crossings: each slot moves towards the average of its neighbours, column by column,
//! to and fro; the best order seen is kept.

use super::slots::Slots;
use std::cmp::Ordering;

const SWEEPS: usize = 8;

/// Sorts every column.
pub(super) fn sort(slots: &mut Slots) {
    let mut best = (crossings(slots), slots.columns.clone());
    for sweep in 0..SWEEPS {
        let forward = sweep % 2 == 0;
        let mut columns: Vec<usize> = (0..slots.columns.len()).collect();
        if !forward {
            columns.reverse();
        }
        for column in columns {
            sort_column(slots, column, forward);
        }
        let crossings = crossings(slots);
        if crossings < best.0 {
            best = (crossings, slots.columns.clone());
        }
    }
    slots.columns = best.1;
}

/// How many pairs of lines cross.
fn crossings(slots: &Slots) -> usize {
    let ranks = ranks(slots);
    let links: Vec<(usize, usize)> = slots.links().collect();
    let cross = |one: &(usize, usize), other: &(usize, usize)| {
        let same_channel = slots.all[one.0].column == slots.all[other.0].column;
        let (from, to) = (ranks[one.0].cmp(&ranks[other.0]), ranks[one.1].cmp(&ranks[other.1]));
        same_channel && from != Ordering::Equal && to == from.reverse()
    };
    let later = |place: usize| links[place + 1..].iter();
    links
        .iter()
        .enumerate()
        .map(|(place, link)| later(place).filter(|other| cross(link, other)).count())
        .sum()
}

/// For each slot its place in its column.
fn ranks(slots: &Slots) -> Vec<usize> {
    let mut ranks = vec![0; slots.all.len()];
    for column in &slots.columns {
        for (rank, slot) in column.iter().enumerate() {
            ranks[*slot] = rank;
        }
    }
    ranks
}

fn sort_column(slots: &mut Slots, column: usize, forward: bool) {
    let ranks = ranks(slots);
    let mut keyed: Vec<(Average, usize)> =
        slots.columns[column].iter().map(|&slot| (average(slots, &ranks, slot, forward), slot)).collect();
    keyed.sort_by(|(one, _), (other, _)| one.cmp(other));
    slots.columns[column] = keyed.into_iter().map(|(_, slot)| slot).collect();
}

/// A sum and of how many.
struct Average(usize, usize);

impl Average {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.0 * other.1).cmp(&(other.0 * self.1))
    }
}

/// The average place of what a slot is joined to; its own where there is nothing.
fn average(slots: &Slots, ranks: &[usize], slot: usize, forward: bool) -> Average {
    let neighbours = slots.neighbours(slot, forward);
    match neighbours.len() {
        0 => Average(ranks[slot], 1),
        count => Average(neighbours.iter().map(|neighbour| ranks[*neighbour]).sum(), count),
    }
}
