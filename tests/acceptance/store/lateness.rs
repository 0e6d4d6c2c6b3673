//! Late and not late, and what is due before a moment.

use super::scopes::{everything, ids, listed};
use kernel::{DossierId, Role};
use store::Store;
use store::query::{Filter, Scope};
use testkit::db::TestDb;
use testkit::life::{Life, MORNING};
use testkit::province::{COUNTER, code};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

/// The appointment of what was accepted in the [`MORNING`]: five working days on, the 24th being off.
const APPOINTMENT: OffsetDateTime = datetime!(2026-11-30 17:30 +7);
/// The last moment of its day, as rows keep moments.
const LAST_MOMENT: OffsetDateTime = datetime!(2026-11-30 23:59:59.999_999 +7);

fn scope() -> Scope {
    Scope::Agency(code(COUNTER))
}

fn late(store: &Store, late: bool, now: OffsetDateTime) -> Vec<DossierId> {
    ids(store, &scope(), &Filter { late: Some(late), now, ..everything() })
}

fn due_before(store: &Store, moment: OffsetDateTime) -> Vec<DossierId> {
    ids(store, &scope(), &Filter { due_before: Some(moment), ..everything() })
}

fn withdraw(life: &Life<'_>) {
    life.try_act(&life.clerk(), intake::Command::Withdraw { reason: "Đổi ý".to_owned() }).unwrap();
}

testkit::on_both_databases! {
    fn nobody_is_late_on_a_day_that_is_not_over(db: &TestDb) {
        let store = db.store();
        let id = Life::accepted(&store).id;
        let at = |now| (late(&store, true, now), late(&store, false, now));
        assert_eq!(at(APPOINTMENT), (vec![], vec![id]));
        assert_eq!(at(LAST_MOMENT), (vec![], vec![id]));
        assert_eq!(at(LAST_MOMENT + Duration::MICROSECOND), (vec![id], vec![]));
    }

    fn what_was_finished_in_time_never_becomes_late_and_what_was_not_stays_it(db: &TestDb) {
        let store = db.store();
        let finished = |at: OffsetDateTime| {
            let mut life = Life::accepted(&store);
            life.done("tham-dinh", Role::Officer, COUNTER);
            life.now = at;
            life.grant();
            life.id
        };
        let (in_time, too_late) = (finished(LAST_MOMENT), finished(LAST_MOMENT + Duration::MICROSECOND));
        for now in [MORNING, LAST_MOMENT + Duration::days(300)] {
            assert_eq!((late(&store, true, now), late(&store, false, now)), (vec![too_late], vec![in_time]));
        }
    }

    fn without_an_appointment_or_withdrawn_a_dossier_is_neither_late_nor_not(db: &TestDb) {
        let store = db.store();
        Life::submitted(&store);
        withdraw(&Life::accepted(&store));
        let now = LAST_MOMENT + Duration::days(1);
        assert_eq!((late(&store, true, now), late(&store, false, now)), (vec![], vec![]));
    }

    fn nobody_gets_late_while_the_clock_stands(db: &TestDb) {
        let store = db.store();
        let mut life = Life::accepted(&store);
        life.ask_payment();
        let now = LAST_MOMENT + Duration::days(300);
        assert_eq!((late(&store, true, now), late(&store, false, now)), (vec![], vec![life.id]));
    }

    fn an_appointment_once_missed_makes_late_for_good(db: &TestDb) {
        let store = db.store();
        let missed = || {
            let mut life = Life::accepted(&store);
            life.now = LAST_MOMENT + Duration::hours(9);
            life.breach();
            life
        };
        let (mut waiting, mut supplied, withdrawn) = (missed(), missed(), missed());
        waiting.ask_payment();
        supplied.ask_supplement();
        supplied.supply();
        withdraw(&withdrawn);
        let ids = vec![withdrawn.id, supplied.id, waiting.id];
        assert_eq!((late(&store, true, MORNING), late(&store, false, MORNING)), (ids, vec![]));
    }

    fn that_it_was_rescheduled_is_told_apart(db: &TestDb) {
        let store = db.store();
        let mut life = Life::accepted(&store);
        let told = || {
            let lines = listed(&store, &scope(), &Filter { late: Some(false), ..everything() });
            lines.iter().map(|line| line.rescheduled).collect::<Vec<_>>()
        };
        assert_eq!(told(), [false]);
        life.propose(life.latest_lawful());
        life.approve();
        assert_eq!(told(), [true]);
    }

    fn due_before_a_moment_is_what_is_unfinished_with_an_earlier_appointment(db: &TestDb) {
        let store = db.store();
        let id = Life::accepted(&store).id;
        Life::submitted(&store);
        Life::submitted(&store).to_the_end();
        withdraw(&Life::accepted(&store));
        assert_eq!(due_before(&store, APPOINTMENT), []);
        assert_eq!(due_before(&store, APPOINTMENT + Duration::MICROSECOND), [id]);
    }
}
