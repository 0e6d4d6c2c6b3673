//! Each invariant can fail: for each a life made by hand that it rejects, and a near neighbour that it accepts.

mod at_the_counter;
mod bundled;
mod consulted;
mod dispatched;
mod endorsed;
mod gathered;
mod in_hand;
mod kept;
mod life;
mod made;
mod overdue;
mod side_by_side;
mod supplemented;
mod way;
mod worked;

use crate::judge::INVARIANTS;
use life::Life;
use std::collections::BTreeSet;

/// A rule, a life that breaks it, and one beside it that breaks none.
struct Case {
    slug: &'static str,
    bad: Life,
    good: Life,
}

fn case(slug: &'static str, bad: Life, good: Life) -> Case {
    Case { slug, bad, good }
}

fn cases() -> Vec<Case> {
    let of_one_agency = [
        at_the_counter::cases(),
        in_hand::cases(),
        dispatched::cases(),
        overdue::cases(),
        supplemented::cases(),
        worked::cases(),
    ];
    let of_several =
        [bundled::cases(), consulted::cases(), endorsed::cases(), gathered::cases(), side_by_side::cases()];
    of_one_agency.into_iter().chain(of_several).flatten().collect()
}

#[test]
fn each_invariant_rejects_a_life_and_accepts_its_neighbour() {
    for case in cases() {
        let (bad, good) = (case.bad.offences(), case.good.offences());
        assert!(bad.contains(case.slug), "{}: not rejected, only {bad:?}", case.slug);
        assert_eq!(good, BTreeSet::new(), "{}: the neighbour is rejected", case.slug);
    }
}

#[test]
fn no_invariant_is_without_a_case() {
    let tried: BTreeSet<&str> = cases().iter().map(|case| case.slug).collect();
    let untried = INVARIANTS.iter().copied().flatten().filter(|invariant| !tried.contains(invariant.slug));
    assert_eq!(untried.map(|invariant| invariant.slug).collect::<Vec<_>>(), [""; 0]);
}
