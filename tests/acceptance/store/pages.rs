//! Pages of a list: everything once, in order.

use super::scopes::{everything, listed};
use kernel::{DossierId, Role};
use store::Store;
use store::query::{Cursor, Filter, Order, Scope};
use testkit::db::TestDb;
use testkit::life::Life;
use testkit::province::{COUNTER, code, staff};
use time::Duration;

/// All pages of three, one after the other, and how many there were.
fn paged(store: &Store, scope: &Scope, filter: &Filter) -> (Vec<DossierId>, usize) {
    let (mut ids, mut pages) = (Vec::new(), 0);
    let mut filter = Filter { limit: 3, ..filter.clone() };
    loop {
        let page = listed(store, scope, &filter);
        let Some(last) = page.last() else { return (ids, pages) };
        filter.after = Some(Cursor { overdue_after: last.overdue_after, id: last.id.0 });
        ids.extend(page.iter().map(|item| item.id));
        pages += 1;
        assert!(pages < 10, "the pages go round in a circle");
    }
}

/// Eight accepted dossiers, those that came in later due on earlier days, two and two on the same.
fn eight(store: &Store) -> Vec<DossierId> {
    let accepted = |days: i64| {
        let mut life = Life::new(store);
        life.now += Duration::days(days);
        life.submit();
        life.accept();
        life.id
    };
    [7, 6, 7, 6, 5, 3, 5, 3].map(accepted).to_vec()
}

testkit::on_both_databases! {
    fn the_pages_of_a_list_hold_everything_once_the_newest_first(db: &TestDb) {
        let store = db.store();
        let mut newest_first = eight(&store);
        newest_first.reverse();
        for scope in [Scope::Agency(code(COUNTER)), Scope::All] {
            assert_eq!(paged(&store, &scope, &everything()), (newest_first.clone(), 3));
        }
    }

    fn the_pages_of_a_queue_hold_everything_once_what_waits_longest_first(db: &TestDb) {
        let store = db.store();
        let oldest_first = eight(&store);
        let filter = Filter { order: Order::Oldest, ..everything() };
        for scope in [Scope::Agency(code(COUNTER)), Scope::All] {
            assert_eq!(paged(&store, &scope, &filter), (oldest_first.clone(), 3));
        }
    }

    fn what_is_due_within_a_day_is_listed_and_nothing_else(db: &TestDb) {
        let store = db.store();
        let ids = eight(&store);
        let scope = Scope::Agency(code(COUNTER));
        let all = listed(&store, &scope, &everything());
        let at = |place: usize| all.iter().find(|item| item.id == ids[place]).and_then(|item| item.appointment).unwrap();
        for agency in [None, Some(COUNTER.to_owned())] {
            let (due_from, due_before) = (Some(at(4)), Some(at(4) + Duration::MINUTE));
            let filter = Filter { agency: agency.clone(), due_from, due_before, order: Order::DueFirst, ..everything() };
            assert_eq!(paged(&store, &scope, &filter).0, [ids[4], ids[6]]);
            let filter = Filter { due_from: Some(at(4) + Duration::MINUTE), due_before: Some(at(0)), ..filter };
            assert_eq!(paged(&store, &scope, &filter).0, [ids[1], ids[3]], "from is within, before isn't");
        }
    }

    fn the_pages_of_a_desk_hold_everything_once_what_is_due_first_on_top(db: &TestDb) {
        let store = db.store();
        let ids = eight(&store);
        let desk_of = Some(staff(Role::Officer, COUNTER));
        let filter = Filter { desk_of, order: Order::DueFirst, ..everything() };
        let due_first = [5, 7, 4, 6, 1, 3, 0, 2].map(|place: usize| ids[place]).to_vec();
        assert_eq!(paged(&store, &Scope::Agency(code(COUNTER)), &filter), (due_first, 3));
    }
}
