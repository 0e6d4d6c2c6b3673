//! What is to be done because time has passed, or because a calendar has changed.

use kernel::{AgencyCode, DossierId};
use store::Store;
use store::query::{open_of, overdue, to_close};
use testkit::db::TestDb;
use testkit::life::{Life, MORNING, asks};
use testkit::province::{COUNTER, OTHER_COUNTER, code};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

/// The last moment of the day on which what was accepted in the [`MORNING`] is appointed, as rows keep moments.
const LAST_MOMENT: OffsetDateTime = datetime!(2026-11-30 23:59:59.999_999 +7);

fn found(store: &Store, now: OffsetDateTime) -> Vec<DossierId> {
    store.read(|db| overdue(db, now)).unwrap()
}

testkit::on_both_databases! {
    fn overdue_is_what_is_in_work_and_past_until_it_is_on_record(db: &TestDb) {
        let store = db.store();
        let mut life = Life::accepted(&store);
        assert_eq!(found(&store, LAST_MOMENT), []);
        let over = LAST_MOMENT + Duration::MICROSECOND;
        assert_eq!(found(&store, over), [life.id]);
        life.now = over;
        life.breach();
        assert_eq!(found(&store, over + Duration::days(30)), []);
    }

    fn a_later_appointment_that_is_missed_too_is_found_anew(db: &TestDb) {
        let store = db.store();
        let mut life = Life::accepted(&store);
        life.now = LAST_MOMENT + Duration::hours(9);
        life.ask_supplement();
        assert_eq!(found(&store, life.now + Duration::days(60)), [], "the clock stands");
        life.supply();
        assert_eq!(found(&store, life.appointment()), []);
        assert_eq!(found(&store, life.appointment() + Duration::days(1)), [life.id]);
    }

    fn what_is_not_accepted_or_is_over_is_never_overdue(db: &TestDb) {
        let store = db.store();
        Life::submitted(&store);
        Life::submitted(&store).to_the_end();
        Life::accepted(&store).ask_payment();
        let life = Life::accepted(&store);
        life.try_act(&life.clerk(), asks::withdrawal()).unwrap();
        assert_eq!(found(&store, LAST_MOMENT + Duration::days(300)), []);
    }

    fn what_was_not_brought_in_its_days_is_to_be_closed_once(db: &TestDb) {
        let store = db.store();
        let mut life = Life::accepted(&store);
        life.ask_supplement();
        let state = life.loaded().state.intake;
        let after = state.supplement_open.expect("one is out").due.missed_after();
        let closing = |now| store.read(|db| to_close(db, now)).unwrap();
        assert_eq!(closing(after), []);
        assert_eq!(closing(after + Duration::MICROSECOND), [life.id]);
        life.now = after + Duration::MICROSECOND;
        life.close();
        assert_eq!(closing(life.now), []);
    }

    fn a_changed_calendar_touches_what_is_in_work_at_its_agencies_and_not_over_at_the_change(db: &TestDb) {
        let store = db.store();
        let life = Life::accepted(&store);
        let mut elsewhere = Life { agency: OTHER_COUNTER.to_owned(), ..Life::new(&store) };
        elsewhere.submit();
        elsewhere.accept();
        Life::accepted(&store).ask_payment();
        let touched = |agencies: &[&str], after| {
            let agencies: Vec<AgencyCode> = agencies.iter().map(|agency| code(agency)).collect();
            store.read(|db| open_of(db, &agencies, after)).unwrap()
        };
        assert_eq!(touched(&[COUNTER], MORNING), [life.id]);
        assert_eq!(touched(&[COUNTER, OTHER_COUNTER], MORNING), [life.id, elsewhere.id]);
        let over = life.appointment().replace_time(time::Time::MIDNIGHT) + Duration::DAY;
        assert_eq!(touched(&[COUNTER], over - Duration::SECOND), [life.id]);
        assert_eq!(touched(&[COUNTER], over), []);
        assert_eq!(touched(&[], MORNING), []);
    }
}
