//! Who sees which dossiers: rights are part of every query.

use kernel::{DossierId, Role};
use store::Store;
use store::log;
use store::query::{Filter, Item, Order, Ref, Scope, find, list, status};
use testkit::db::TestDb;
use testkit::life::{Life, MORNING};
use testkit::province::{COORDINATOR, COUNTER, OTHER_COUNTER, code, interlinked, staff};

/// Everything, as of the end of the first day.
pub(super) fn everything() -> Filter {
    Filter {
        stage: None,
        agency: None,
        desk_of: None,
        asked_of: None,
        due_from: None,
        due_before: None,
        order: Order::default(),
        late: None,
        q: None,
        after: None,
        limit: 100,
        now: MORNING,
    }
}

pub(super) fn listed(store: &Store, scope: &Scope, filter: &Filter) -> Vec<Item> {
    store.read(|db| list(db, scope, filter)).unwrap()
}

pub(super) fn ids(store: &Store, scope: &Scope, filter: &Filter) -> Vec<DossierId> {
    listed(store, scope, filter).into_iter().map(|item| item.id).collect()
}

pub(super) fn sees(store: &Store, scope: &Scope, id: DossierId) -> bool {
    let reference = Ref::Id(id);
    let found = store.read(|db| find(db, scope, &reference)).unwrap();
    let loaded = store.read(|db| log::load(db, scope, &reference)).unwrap();
    assert_eq!(found, loaded.map(|loaded| loaded.id));
    assert_eq!(found.is_some(), ids(store, scope, &everything()).contains(&id), "the list agrees");
    found == Some(id)
}

pub(super) fn agency(agency: &str) -> Scope {
    Scope::Agency(code(agency))
}

testkit::on_both_databases! {
    fn an_agency_sees_what_it_received_and_what_lies_or_lay_on_its_desks(db: &TestDb) {
        let store = db.store();
        let mut life = Life { version: interlinked(), ..Life::new(&store) };
        life.submit();
        life.accept();
        let seen = || [COUNTER, COORDINATOR, OTHER_COUNTER].map(|code| sees(&store, &agency(code), life.id));
        assert_eq!(seen(), [true, false, false]);
        life.clone().done("tham-dinh", Role::Officer, COUNTER);
        assert_eq!(seen(), [true, true, false], "it lies on the coordinator's desk");
        let mut later = Life { now: life.now + time::Duration::hours(1), ..life.clone() };
        later.done("xac-minh", Role::Officer, COORDINATOR);
        assert_eq!(seen(), [true, true, false], "it lay on the coordinator's desk");
    }

    fn a_dossier_is_listed_once_however_many_agencies_and_desks_it_lay_with(db: &TestDb) {
        let store = db.store();
        let mut life = Life { version: interlinked(), ..Life::new(&store) };
        life.submit();
        life.accept();
        life.done("tham-dinh", Role::Officer, COUNTER);
        life.done("xac-minh", Role::Officer, COORDINATOR);
        for scope in [agency(COUNTER), agency(COORDINATOR), Scope::All, Scope::Holder(life.id)] {
            assert_eq!(ids(&store, &scope, &everything()), [life.id], "{scope:?}");
        }
    }

    fn a_supervisor_sees_all_without_names(db: &TestDb) {
        let store = db.store();
        Life::submitted(&store);
        let mut elsewhere = Life { agency: OTHER_COUNTER.to_owned(), ..Life::new(&store) };
        elsewhere.submit();
        let scope = Scope::of(&staff(Role::Supervisor, "H32"));
        let all = listed(&store, &scope, &everything());
        assert_eq!((all.len(), all[0].id), (2, elsewhere.id));
        assert!(all.iter().all(|item| item.applicant.is_none()));
        let at_the_counter = listed(&store, &agency(OTHER_COUNTER), &everything());
        assert_eq!(at_the_counter[0].applicant.as_deref(), Some("Nguyễn Thị Hoa"));
    }

    fn a_supervisor_learns_nothing_of_people_by_searching_either(db: &TestDb) {
        let store = db.store();
        let mut life = Life::submitted(&store);
        let number = life.accept();
        for q in ["Nguyễn", "0905123456", "056090001234"] {
            let filter = Filter { q: Some(q.to_owned()), ..everything() };
            assert_eq!(ids(&store, &Scope::All, &filter), [], "{q}");
            assert_eq!(ids(&store, &agency(COUNTER), &filter), [life.id], "{q}");
        }
        let filter = Filter { q: Some(number.to_string()), ..everything() };
        assert_eq!(ids(&store, &Scope::All, &filter), [life.id]);
    }

    fn an_administrator_sees_none(db: &TestDb) {
        let store = db.store();
        let life = Life::accepted(&store);
        assert!(!sees(&store, &Scope::of(&staff(Role::Administrator, COUNTER)), life.id));
    }

    fn a_holder_sees_the_one_dossier(db: &TestDb) {
        let store = db.store();
        let (mine, other) = (Life::submitted(&store), Life::submitted(&store));
        let scope = Scope::Holder(mine.id);
        assert!(sees(&store, &scope, mine.id));
        assert!(!sees(&store, &scope, other.id));
    }

    fn another_agencys_dossier_is_not_found_by_its_number_either(db: &TestDb) {
        let store = db.store();
        let reference = Ref::Number(Life::submitted(&store).accept());
        let found = |scope: &Scope| store.read(|db| find(db, scope, &reference)).unwrap();
        assert!(found(&agency(COUNTER)).is_some());
        assert_eq!(found(&agency(OTHER_COUNTER)), None);
    }

    fn the_number_alone_shows_stage_agency_and_appointment(db: &TestDb) {
        let store = db.store();
        let mut life = Life::submitted(&store);
        let number = life.accept().to_string();
        let shown = store.read(|db| status(db, &number)).unwrap().unwrap();
        assert_eq!((shown.id, shown.stage.as_str(), shown.agency.as_str()), (life.id, "accepted", COUNTER));
        let appointment = life.loaded().state.intake.accepted.unwrap().appointment.at;
        assert_eq!(shown.appointment, Some(appointment));
        assert_eq!(store.read(|db| status(db, "H32.1-261120-0002")).unwrap(), None);
    }
}
