//! Chance: one seeded generator for everything that isn't certain, whole numbers only, so that a seed gives the same year
//! on every machine.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};
use std::ops::RangeInclusive;

/// A seeded source of chance.
#[derive(Debug)]
pub struct Chance(Xoshiro256PlusPlus);

impl Chance {
    /// The one that this seed gives.
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// Whether something happens that happens `n` times in a thousand.
    pub(crate) fn happens(&mut self, n: u32) -> bool {
        self.0.random_ratio(n.min(1000), 1000)
    }

    /// A whole number of this range, each as likely as any other.
    pub(crate) fn between(&mut self, range: RangeInclusive<i64>) -> i64 {
        self.0.random_range(range)
    }

    /// A number around `mean`, from half to one and a half of it, the middle most often; at least 1.
    pub(crate) fn around(&mut self, mean: i64) -> i64 {
        let twice = self.between(mean..=mean * 3) + self.between(mean..=mean * 3);
        (twice / 4).max(1)
    }

    /// One of these; none of nothing.
    pub(crate) fn one_of<'a, T>(&mut self, these: &'a [T]) -> Option<&'a T> {
        if these.is_empty() { None } else { these.get(self.0.random_range(0..these.len())) }
    }

    /// A place among weights that are given added up, each place as often as its own weight says.
    pub(crate) fn weighted(&mut self, added_up: &[u64]) -> usize {
        let Some(all) = added_up.last().filter(|all| **all > 0) else { return 0 };
        let drawn = self.0.random_range(0..*all);
        added_up.partition_point(|sum| *sum <= drawn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_numbers() {
        let drawn = |seed| {
            let mut chance = Chance::seeded(seed);
            (0..20).map(|_| chance.between(0..=1_000_000)).collect::<Vec<_>>()
        };
        assert_eq!(drawn(7), drawn(7));
        assert_ne!(drawn(7), drawn(8));
    }

    #[test]
    fn a_place_without_weight_is_never_drawn() {
        let mut chance = Chance::seeded(1);
        assert!((0..1_000).all(|_| [0, 2].contains(&chance.weighted(&[5, 5, 9]))));
    }

    #[test]
    fn around_keeps_between_half_and_one_and_a_half() {
        let mut chance = Chance::seeded(2);
        assert!((0..1_000).all(|_| (5..=15).contains(&chance.around(10))));
        assert_eq!(chance.around(0), 1);
    }
}
