//! Which consultations are to be put on record as not answered in time.

use kernel::{Actor, DossierId, Role};
use store::Store;
use store::query::unanswered;
use testkit::db::TestDb;
use testkit::life::{Life, asks};
use testkit::province::{BESIDE, COORDINATOR, COUNTER};
use time::{Duration, OffsetDateTime};

fn found(store: &Store, now: OffsetDateTime) -> Vec<(DossierId, u32)> {
    store.read(|db| unanswered(db, now)).unwrap()
}

/// A bundle on which the police ask insurance, by an hour from then; until when.
fn asked(store: &Store) -> (Life<'_>, OffsetDateTime) {
    let mut life = Life::side_by_side(store);
    let due = life.now + Duration::HOUR;
    life.by(Role::Officer, COORDINATOR, asks::consultation("cu-tru", BESIDE, due));
    (life, due)
}

testkit::on_both_databases! {
    fn an_answer_is_missed_after_its_moment_and_until_that_is_on_record(db: &TestDb) {
        let store = db.store();
        let (mut life, due) = asked(&store);
        assert_eq!(found(&store, due), []);
        let over = due + Duration::MICROSECOND;
        assert_eq!(found(&store, over), [(life.id, 1)]);
        life.now = due;
        assert!(life.try_act(&Actor::System, asks::unanswered(1)).is_err(), "the decision agrees");
        life.now = over;
        life.try_act(&Actor::System, asks::unanswered(1)).unwrap();
        assert_eq!(found(&store, over + Duration::days(30)), []);
    }

    fn what_was_answered_late_or_not_is_missed_by_nobody(db: &TestDb) {
        let store = db.store();
        let (mut life, due) = asked(&store);
        life.now = due + Duration::HOUR;
        life.by(Role::Officer, BESIDE, asks::reply(1));
        assert_eq!(found(&store, life.now + Duration::days(30)), []);
    }

    fn it_is_missed_also_while_the_clock_stands(db: &TestDb) {
        let store = db.store();
        let mut life = Life::accepted(&store);
        let due = life.now + Duration::HOUR;
        life.by(Role::Officer, COUNTER, asks::consultation("tham-dinh", BESIDE, due));
        life.ask_supplement();
        assert_eq!(found(&store, due + Duration::MICROSECOND), [(life.id, 1)]);
        life.try_act(&Actor::System, asks::unanswered(1)).unwrap();
    }

    fn of_what_is_over_or_has_its_result_nothing_is_missed(db: &TestDb) {
        let store = db.store();
        let (withdrawn, due) = asked(&store);
        withdrawn.try_act(&Actor::Applicant, asks::withdrawal()).unwrap();
        let mut granted = Life::accepted(&store);
        let until = granted.now + Duration::HOUR;
        granted.by(Role::Officer, COUNTER, asks::consultation("tham-dinh", BESIDE, until));
        granted.by(Role::Officer, COUNTER, asks::done("tham-dinh"));
        granted.grant();
        assert_eq!(found(&store, due + Duration::days(30)), []);
    }

    fn the_longest_overdue_comes_first(db: &TestDb) {
        let store = db.store();
        let mut life = Life::side_by_side(&store);
        for hours in [30, 10, 20] {
            let due = life.now + Duration::hours(hours);
            life.by(Role::Officer, COORDINATOR, asks::consultation("cu-tru", BESIDE, due));
        }
        let (other, _) = asked(&store);
        let all = [(other.id, 1), (life.id, 2), (life.id, 3), (life.id, 1)];
        assert_eq!(found(&store, life.now + Duration::days(3)), all);
    }
}
