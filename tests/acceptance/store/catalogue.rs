//! Agencies, calendars and procedures are kept as they were given.

use catalog::{Agency, Load};
use store::catalogue::{self, Publication};
use store::{Db, Store, StoreError};
use testkit::db::TestDb;
use testkit::life::MORNING;
use testkit::province;

fn write<T: Send + 'static>(
    store: &Store,
    act: impl FnMut(&mut Db) -> Result<T, StoreError> + Send + 'static,
) -> T {
    store.write(act).unwrap()
}

/// Publishes the plain procedure as version `number`, under a name of its own.
fn publish(store: &Store, procedure: &str, name: &str, number: u32) {
    let mut draft =
        province::draft(procedure, province::plain().process_of(&province::code("chung")).legs.clone());
    name.clone_into(&mut draft.name);
    let agencies = catalog::AgencyTree::new(province::agencies()).unwrap();
    let basis = catalog::Basis { agencies: &agencies, minutes_per_day: 480 };
    let version = catalog::publish(&draft, number, basis).unwrap();
    let publication = Publication { version, published: Load::ZERO, longest: Load::ZERO };
    write(store, move |db| catalogue::put_version(db, &publication, MORNING));
}

fn found(store: &Store, q: &str) -> Vec<String> {
    let listed = store.read(|db| catalogue::published(db, Some(q), None, None, 50)).unwrap();
    listed.into_iter().map(|listed| listed.code).collect()
}

testkit::on_both_databases! {
    fn an_agency_is_replaced_with_everything_it_no_longer_has(db: &TestDb) {
        let store = db.store();
        let agencies = province::agencies();
        let kept = agencies.clone();
        write(&store, move |db| kept.iter().try_for_each(|agency| catalogue::put_agency(db, agency)));
        assert_eq!(store.read(catalogue::all_agencies).unwrap(), agencies);
        let moved = Agency { counter: None, parent: None, ..agencies[1].clone() };
        let replaced = moved.clone();
        write(&store, move |db| catalogue::put_agency(db, &replaced));
        assert_eq!(store.read(catalogue::all_agencies).unwrap()[1], moved);
    }

    fn a_calendar_that_says_the_same_gets_no_new_version(db: &TestDb) {
        let store = db.store();
        let put = |name: &str| {
            let calendar = calendar::CalendarData { name: name.to_owned(), ..province::calendar_data() };
            write(&store, move |db| catalogue::put_calendar(db, &calendar, MORNING))
        };
        assert_eq!([put("Tỉnh"), put("Tỉnh"), put("Tỉnh mới"), put("Tỉnh mới")], [1, 1, 2, 2]);
        let old = store.read(|db| catalogue::calendar(db, "tinh", 1)).unwrap().unwrap();
        let newest = store.read(catalogue::newest_calendars).unwrap();
        assert_eq!((old.name.as_str(), old.version), ("Tỉnh", 1));
        assert_eq!(newest.iter().map(|newest| (newest.name.as_str(), newest.version)).collect::<Vec<_>>(), [("Tỉnh mới", 2)]);
    }

    fn a_new_version_becomes_the_current_one_and_the_old_one_stays(db: &TestDb) {
        let store = db.store();
        let code = province::code(province::PLAIN);
        publish(&store, province::PLAIN, "Một", 1);
        assert_eq!(store.read(|db| catalogue::next_number(db, &code)).unwrap(), 2);
        publish(&store, province::PLAIN, "Hai", 2);
        let current = store.read(|db| catalogue::current_version(db, &code)).unwrap().unwrap();
        let old = store.read(|db| catalogue::version(db, &code, 1)).unwrap().unwrap();
        assert_eq!((current.name(), current.number, old.name(), old.number), ("Hai", 2, "Một", 1));
        assert_eq!(found(&store, "hai"), [province::PLAIN]);
        assert_eq!(found(&store, "một"), Vec::<String>::new());
    }

    fn a_draft_says_what_it_lacks_until_it_is_published(db: &TestDb) {
        let store = db.store();
        let draft = province::draft(province::PLAIN, Vec::new());
        let lacks = ["no process".to_owned(), "no channel".to_owned()];
        for _ in 0..2 {
            let (draft, lacks) = (draft.clone(), lacks.clone());
            write(&store, move |db| catalogue::put_draft(db, &draft, &lacks, MORNING));
        }
        let drafts = store.read(catalogue::drafts).unwrap();
        assert_eq!(drafts, [(province::PLAIN.to_owned(), "no process\nno channel".to_owned())]);
        publish(&store, province::PLAIN, "Một", 1);
        assert_eq!(store.read(catalogue::drafts).unwrap(), []);
    }

    fn a_procedure_is_found_by_code_or_name_with_or_without_diacritics(db: &TestDb) {
        let store = db.store();
        publish(&store, "1.001193", "Đăng ký khai sinh", 1);
        publish(&store, "1.004222", "Giảm 100% lệ phí", 1);
        assert_eq!(found(&store, "dang ky KHAI"), ["1.001193"]);
        assert_eq!(found(&store, "Đăng ký"), ["1.001193"]);
        assert_eq!(found(&store, "0042"), ["1.004222"]);
        assert_eq!(found(&store, "0%"), ["1.004222"]);
        assert_eq!(found(&store, "_"), Vec::<String>::new());
    }
}
