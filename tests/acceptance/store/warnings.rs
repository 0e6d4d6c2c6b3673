//! Warnings: each is claimed once, whoever comes at the same moment.

use deadline::Warning;
use kernel::AgencyCode;
use std::thread;
use store::outbox::claim_warning;
use store::query::{Due, to_warn};
use store::{Store, log};
use testkit::db::{TestDb, findings};
use testkit::life::{Life, MORNING, asks, new_id};
use testkit::province::{COUNTER, OTHER_COUNTER, code};
use time::Duration;

fn to_be_warned(store: &Store, warning: Warning, agency: &str) -> Vec<Due> {
    let agencies: [AgencyCode; 1] = [code(agency)];
    let before = MORNING + Duration::days(30);
    store.read(|db| to_warn(db, &agencies, warning, MORNING, before)).unwrap()
}

fn claim(store: &Store, due: Due, warning: Warning) -> bool {
    let id = new_id();
    store.write(move |db| claim_warning(db, &due, warning, Some(id), MORNING)).unwrap()
}

testkit::on_both_databases! {
    fn a_warning_is_claimed_once_and_goes_out_with_its_claim(db: &TestDb) {
        let store = db.store();
        let life = Life::accepted(&store);
        let due = Due { dossier: life.id, appointment: life.appointment() };
        assert_eq!(to_be_warned(&store, Warning::ThreeDays, COUNTER), [due]);
        assert_eq!(to_be_warned(&store, Warning::ThreeDays, OTHER_COUNTER), []);
        assert!(claim(&store, due, Warning::ThreeDays));
        assert!(!claim(&store, due, Warning::ThreeDays));
        assert_eq!(to_be_warned(&store, Warning::ThreeDays, COUNTER), []);
        assert_eq!(to_be_warned(&store, Warning::OneDay, COUNTER), [due]);
        let sent = db.lines("select topic as line from outbox where topic <> 'accepted'");
        assert_eq!(sent, ["warn_three_days"]);
    }

    fn only_a_day_ahead_is_warned_of_and_nothing_that_is_over(db: &TestDb) {
        let store = db.store();
        let life = Life::accepted(&store);
        let due = life.appointment();
        let day = due.replace_time(time::Time::MIDNIGHT) + Duration::DAY;
        let at = |now, before| {
            store.read(|db| to_warn(db, &[code(COUNTER)], Warning::OneDay, now, before)).unwrap().len()
        };
        assert_eq!((at(MORNING, day), at(MORNING, day - Duration::DAY)), (1, 0));
        assert_eq!((at(day - Duration::MICROSECOND, day), at(day, day + Duration::DAY)), (1, 0));
    }

    fn who_may_not_apologise_any_more_is_not_told_to(db: &TestDb) {
        let store = db.store();
        let mut life = Life::accepted(&store);
        life.propose(life.latest_lawful());
        assert_eq!(to_be_warned(&store, Warning::Apology, COUNTER).len(), 1);
        life.approve();
        assert_eq!(to_be_warned(&store, Warning::Apology, COUNTER), []);
        assert_eq!(to_be_warned(&store, Warning::OneDay, COUNTER).len(), 1);
    }

    fn a_claim_for_an_appointment_that_is_no_more_is_refused(db: &TestDb) {
        let store = db.store();
        let mut life = Life::accepted(&store);
        let due = Due { dossier: life.id, appointment: life.appointment() };
        life.propose(life.latest_lawful());
        life.approve();
        assert!(!claim(&store, due, Warning::OneDay));
        let due = Due { dossier: life.id, appointment: life.appointment() };
        life.try_act(&life.clerk(), asks::withdrawal()).unwrap();
        assert!(!claim(&store, due, Warning::OneDay));
        assert_eq!(db.rows("warnings"), Vec::<String>::new());
    }

    fn eight_who_claim_the_same_warnings_at_once_claim_each_once(db: &TestDb) {
        let store = db.store();
        for _ in 0..6 {
            Life::accepted(&store);
        }
        let due = to_be_warned(&store, Warning::OneDay, COUNTER);
        let claimed: usize = thread::scope(|scope| {
            let claiming = [(); 8].map(|()| {
                scope.spawn(|| due.iter().filter(|due| claim(&store, **due, Warning::OneDay)).count())
            });
            claiming.into_iter().map(|thread| thread.join().unwrap()).sum()
        });
        assert_eq!((due.len(), claimed, db.rows("warnings").len()), (6, 6, 6));
        let sent = db.lines("select topic as line from outbox where topic = 'warn_one_day'");
        assert_eq!(sent.len(), 6);
    }

    fn claims_are_no_part_of_the_log_and_outlive_a_rebuild(db: &TestDb) {
        let store = db.store();
        let life = Life::accepted(&store);
        let due = Due { dossier: life.id, appointment: life.appointment() };
        assert!(claim(&store, due, Warning::OneDay));
        let before = db.everything();
        assert_eq!(findings(&store), Vec::<String>::new());
        log::rebuild(&store).unwrap();
        assert_eq!(db.everything(), before);
    }
}
