//! Dossiers that several agencies work on, at the database.

mod asked;
mod at_once;
mod behind_the_decision;
mod endorsing;
mod in_time;
mod rebuilding;
mod rules;
mod rules_of_gathering;
mod unanswered;

pub(super) use in_time::{consulted, endorsed, handed_out, not_heard, paid};

use kernel::Role;
use store::Store;
use testkit::life::{Life, asks};
use testkit::province::{BESIDE, COORDINATOR, COUNTER};

/// A bundle of which the police opened a gathering: the lead and insurance are still to say what they need.
fn gathering(store: &Store) -> Life<'_> {
    let mut life = Life::side_by_side(store);
    life.by(Role::Officer, COORDINATOR, asks::supplement_for("Ảnh mờ"));
    life
}

/// The same, with everything said.
fn gathered(store: &Store) -> Life<'_> {
    let mut life = gathering(store);
    life.by(Role::Officer, BESIDE, asks::needs("Chưa ký"));
    life.by(Role::Officer, COUNTER, asks::no_needs());
    life
}

/// A bundle of which the police proposed a rescheduling.
fn held_up(store: &Store) -> Life<'_> {
    let mut life = Life::side_by_side(store);
    life.by(Role::Officer, COORDINATOR, asks::proposal(life.latest_lawful()));
    life
}
