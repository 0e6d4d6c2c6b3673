//! How high each slot stands: as near to its neighbours' average as its column leaves room, which keeps lines straight.

use super::slots::{Slot, Slots};

const BETWEEN_BOXES: i32 = 26;
const BESIDE_A_LANE: i32 = 14;
const SWEEPS: usize = 7;

/// The middle of each slot; the highest box or lane begins at 0.
pub(super) fn middles(slots: &Slots) -> Vec<i32> {
    let mut middles = vec![0; slots.all.len()];
    for sweep in 0..SWEEPS {
        let forward = sweep % 2 == 0;
        let mut columns: Vec<&Vec<usize>> = slots.columns.iter().collect();
        if !forward {
            columns.reverse();
        }
        for column in columns {
            let wished: Vec<i32> = column.iter().map(|slot| wish(slots, &middles, *slot, forward)).collect();
            for (slot, middle) in column.iter().zip(spread(slots, column, &wished)) {
                middles[*slot] = middle;
            }
        }
    }
    let tops = middles.iter().zip(&slots.all).map(|(middle, slot)| middle - slot.height / 2);
    let top = tops.min().unwrap_or(0);
    middles.iter().map(|middle| middle - top).collect()
}

fn wish(slots: &Slots, middles: &[i32], slot: usize, forward: bool) -> i32 {
    let neighbours = slots.neighbours(slot, forward);
    match i32::try_from(neighbours.len()) {
        Ok(count) if count > 0 => neighbours.iter().map(|slot| middles[*slot]).sum::<i32>() / count,
        _ => middles[slot],
    }
}

/// Slots that want the same place, and share what they get.
struct Group {
    sum: i32,
    count: i32,
}

impl Group {
    fn place(&self) -> i32 {
        self.sum.div_euclid(self.count)
    }
}

/// The places nearest to those wished for (by least squares) that keep order and distance. Measured without the distances,
/// places may only grow: neighbours that wish otherwise are pooled and get their average.
fn spread(slots: &Slots, column: &[usize], wished: &[i32]) -> Vec<i32> {
    let offsets = offsets(slots, column);
    let mut groups: Vec<Group> = Vec::new();
    for (wish, offset) in wished.iter().zip(&offsets) {
        let mut group = Group { sum: wish - offset, count: 1 };
        while let Some(before) = groups.pop_if(|before| before.place() >= group.place()) {
            group = Group { sum: group.sum + before.sum, count: group.count + before.count };
        }
        groups.push(group);
    }
    let places = groups.iter().flat_map(|group| (0..group.count).map(|_| group.place()));
    places.zip(offsets).map(|(place, offset)| place + offset).collect()
}

/// How far below the first slot of a column each must stand at least.
fn offsets(slots: &Slots, column: &[usize]) -> Vec<i32> {
    let mut offset = 0;
    let mut offsets = vec![0; column.len().min(1)];
    for pair in column.windows(2) {
        offset += distance(slots.all[pair[0]], slots.all[pair[1]]);
        offsets.push(offset);
    }
    offsets
}

fn distance(upper: Slot, lower: Slot) -> i32 {
    let gap = if upper.is_lane || lower.is_lane { BESIDE_A_LANE } else { BETWEEN_BOXES };
    upper.height / 2 + gap + lower.height / 2
}
