//! Lives that hold every kind of event of dossiers that several agencies work on.

use super::{gathered, gathering, held_up};
use kernel::{Actor, Role};
use store::Store;
use testkit::life::{Life, asks};
use testkit::province::{BESIDE, COORDINATOR, COUNTER};
use time::Duration;

/// Needs gathered, asked for once, brought; then three papers, of which one goes out early, and one return.
pub(in crate::store) fn handed_out(store: &Store) -> Life<'_> {
    let mut life = gathered(store);
    life.by(Role::Clerk, COUNTER, asks::issue());
    life.supply();
    life.by(Role::Officer, COUNTER, asks::paper("khai-sinh"));
    life.hand_out("khai-sinh");
    life.by(Role::Officer, BESIDE, asks::receipt("bao-hiem"));
    life.by(Role::Officer, BESIDE, asks::paper("bao-hiem"));
    life.by(Role::Officer, BESIDE, asks::done("cap-the"));
    life.by(Role::Officer, COORDINATOR, asks::done("cu-tru"));
    life.by(Role::Head, COORDINATOR, asks::paper("cong-an"));
    life.by(Role::Head, COORDINATOR, asks::done("ky-cu-tru"));
    life.by(Role::Clerk, COUNTER, asks::all_granted());
    life.hand_over();
    life
}

/// The request went out when the lead and insurance had said nothing in their time.
pub(in crate::store) fn not_heard(store: &Store) -> Life<'_> {
    let mut life = gathering(store);
    life.now += Duration::days(5);
    life.by(Role::Clerk, COUNTER, asks::issue());
    life
}

/// A sum told by one agency, paid at the lead.
pub(in crate::store) fn paid(store: &Store) -> Life<'_> {
    let mut life = Life::told_to_pay(store);
    life.pay();
    life
}

/// Three opinions were asked for: one is answered, one isn't in time, and one still has time.
pub(in crate::store) fn consulted(store: &Store) -> Life<'_> {
    let mut life = Life::side_by_side(store);
    for (agency, hours) in [(BESIDE, 48), (BESIDE, 5), (COUNTER, 72)] {
        let due = life.now + Duration::hours(hours);
        life.by(Role::Officer, COORDINATOR, asks::consultation("cu-tru", agency, due));
    }
    life.by(Role::Leader, BESIDE, asks::reply(1));
    life.now += Duration::hours(5);
    life.try_act(&Actor::System, asks::unanswered(2)).unwrap();
    life
}

/// Held up by the police, endorsed by their head, approved by the lead's.
pub(in crate::store) fn endorsed(store: &Store) -> Life<'_> {
    let mut life = held_up(store);
    life.by(Role::Head, COORDINATOR, asks::endorsement());
    life.approve();
    life
}
