//! Who is asked for something sees the dossier, and finds it among what was asked of the agency.

use super::{consulted, gathering, held_up};
use crate::store::scopes::{agency, everything, ids, sees};
use kernel::{Actor, DossierId, Role};
use store::Store;
use store::query::{Filter, Scope};
use testkit::db::TestDb;
use testkit::life::{Life, asks};
use testkit::province::{BESIDE, COORDINATOR, COUNTER, OTHER_COUNTER, bundle, code, interlinked, taxed};
use time::Duration;

/// Which of the lead, the police, insurance and an outsider see it.
fn seen(store: &Store, life: &Life<'_>) -> [bool; 4] {
    [COUNTER, COORDINATOR, BESIDE, OTHER_COUNTER].map(|code| sees(store, &agency(code), life.id))
}

/// What an agency finds that was asked of it and isn't answered.
fn asked(store: &Store, of: &str) -> Vec<DossierId> {
    let filter = Filter { asked_of: Some(of.to_owned()), ..everything() };
    ids(store, &Scope::Agency(code(of)), &filter)
}

fn accepted(store: &Store, version: std::sync::Arc<catalog::Version>) -> Life<'_> {
    let mut life = Life { version, ..Life::new(store) };
    life.submit();
    life.accept();
    life
}

testkit::on_both_databases! {
    fn an_agency_whose_leg_lies_ahead_sees_nothing_before_it_is_handed_over(db: &TestDb) {
        let store = db.store();
        let mut life = accepted(&store, bundle());
        assert_eq!(seen(&store, &life), [true, false, false, false]);
        life.by(Role::Officer, COUNTER, asks::done("dang-ky"));
        assert_eq!(seen(&store, &life), [true, true, true, false]);
    }

    fn whoever_is_asked_for_needs_sees_it_though_its_leg_lies_ahead(db: &TestDb) {
        let store = db.store();
        let mut life = accepted(&store, bundle());
        life.by(Role::Officer, COUNTER, asks::supplement_for("Ảnh mờ"));
        assert_eq!(seen(&store, &life), [true, true, true, false]);
        life.by(Role::Clerk, BESIDE, asks::needs("Chưa ký"));
        life.by(Role::Clerk, COORDINATOR, asks::no_needs());
        life.by(Role::Clerk, COUNTER, asks::issue());
        assert_eq!(seen(&store, &life), [true, true, true, false], "and goes on seeing it");
    }

    fn whoever_is_consulted_sees_it_and_nobody_else(db: &TestDb) {
        let store = db.store();
        let mut life = accepted(&store, interlinked());
        let due = life.now + Duration::DAY;
        life.by(Role::Officer, COUNTER, asks::consultation("tham-dinh", BESIDE, due));
        assert_eq!(seen(&store, &life), [true, false, true, false]);
        life.by(Role::Officer, BESIDE, asks::reply(1));
        assert_eq!(seen(&store, &life), [true, false, true, false], "and goes on seeing it");
    }

    fn a_leg_that_waits_for_a_payment_is_kept_from_nobody_who_had_it(db: &TestDb) {
        let store = db.store();
        let life = Life::told_to_pay(&store);
        assert_eq!(life.version.code(), taxed().code());
        assert_eq!(seen(&store, &life), [true, true, false, false]);
    }

    fn whose_desks_rest_with_the_clock_sees_it(db: &TestDb) {
        let store = db.store();
        let mut life = gathering(&store);
        life.by(Role::Clerk, BESIDE, asks::no_needs());
        life.by(Role::Clerk, COUNTER, asks::no_needs());
        life.by(Role::Clerk, COUNTER, asks::issue());
        assert_eq!(seen(&store, &life), [true, true, true, false]);
    }

    fn what_needs_are_asked_of_an_agency_is_listed_until_it_has_said_so(db: &TestDb) {
        let store = db.store();
        let mut life = gathering(&store);
        Life::side_by_side(&store);
        let lists = || [COUNTER, COORDINATOR, BESIDE].map(|agency| asked(&store, agency));
        assert_eq!(lists(), [vec![life.id], vec![], vec![life.id]]);
        life.by(Role::Officer, BESIDE, asks::no_needs());
        assert_eq!(lists(), [vec![life.id], vec![], vec![]]);
        life.now += Duration::days(5);
        life.by(Role::Clerk, COUNTER, asks::issue());
        assert_eq!(lists(), [vec![], vec![], vec![]], "silence is on record");
    }

    fn an_opinion_is_listed_until_it_is_given_late_or_not(db: &TestDb) {
        let store = db.store();
        let mut life = consulted(&store);
        let lists = || [COUNTER, COORDINATOR, BESIDE].map(|agency| asked(&store, agency));
        assert_eq!(lists(), [vec![life.id], vec![], vec![life.id]]);
        life.by(Role::Officer, BESIDE, asks::reply(2));
        life.by(Role::Officer, COUNTER, asks::reply(3));
        assert_eq!(lists(), [vec![], vec![], vec![]]);
    }

    fn who_is_asked_for_both_finds_it_once(db: &TestDb) {
        let store = db.store();
        let mut life = gathering(&store);
        for _ in 0..2 {
            let due = life.now + Duration::DAY;
            life.by(Role::Officer, COORDINATOR, asks::consultation("cu-tru", BESIDE, due));
        }
        assert_eq!(asked(&store, BESIDE), [life.id]);
    }

    fn of_what_is_over_nothing_is_asked(db: &TestDb) {
        let store = db.store();
        for life in [gathering(&store), consulted(&store)] {
            life.try_act(&Actor::Applicant, asks::withdrawal()).unwrap();
        }
        let mut granted = accepted(&store, interlinked());
        let due = granted.now + Duration::DAY;
        granted.by(Role::Officer, COUNTER, asks::consultation("tham-dinh", BESIDE, due));
        granted.by(Role::Officer, COUNTER, asks::done("tham-dinh"));
        granted.by(Role::Officer, COORDINATOR, asks::done("xac-minh"));
        assert_eq!(asked(&store, BESIDE), [granted.id], "an answer still helps");
        granted.grant();
        assert_eq!([COUNTER, COORDINATOR, BESIDE].map(|agency| asked(&store, agency)), [vec![], vec![], vec![]]);
    }

    fn the_list_of_what_is_asked_keeps_to_the_scope(db: &TestDb) {
        let store = db.store();
        let life = gathering(&store);
        held_up(&store);
        let filter = Filter { asked_of: Some(BESIDE.to_owned()), ..everything() };
        assert_eq!(ids(&store, &agency(COUNTER), &filter), [life.id], "the lead sees whom it waits for");
        assert_eq!(ids(&store, &Scope::All, &filter), [life.id]);
        assert_eq!(ids(&store, &agency(OTHER_COUNTER), &filter), []);
        assert_eq!(ids(&store, &Scope::Nothing, &filter), []);
    }
}
