//! The head's queue: what may be approved, by whom, until when.

use catalog::{Load, Version};
use kernel::{DossierId, Role, Staff};
use std::sync::Arc;
use store::Store;
use store::catalogue::{Publication, put_version};
use store::query::approvals;
use testkit::db::TestDb;
use testkit::life::{Life, MORNING, asks, new_id};
use testkit::province::{self, COUNTER, OTHER_COUNTER, code, staff};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

/// The day on which what was accepted in the [`MORNING`] is appointed begins.
pub(super) const APPOINTED_DAY: OffsetDateTime = datetime!(2026-11-30 00:00 +7);

pub(super) fn publish(store: &Store, version: Arc<Version>) {
    let version = Arc::unwrap_or_clone(version);
    let publication = Publication { version, published: Load::ZERO, longest: Load::ZERO };
    store.write(move |db| put_version(db, &publication, MORNING)).unwrap();
}

fn proposed(store: &Store) -> Life<'_> {
    let mut life = Life::accepted(store);
    life.propose(life.latest_lawful());
    life
}

pub(super) fn queue(store: &Store, staff: &Staff, now: OffsetDateTime) -> Vec<DossierId> {
    let waiting = store.read(|db| approvals(db, staff, now)).unwrap();
    waiting.into_iter().map(|approval| approval.dossier).collect()
}

testkit::on_both_databases! {
    fn the_head_and_the_deputy_in_the_field_see_what_waits_and_nobody_else(db: &TestDb) {
        let store = db.store();
        publish(&store, province::plain());
        let id = proposed(&store).id;
        Life::accepted(&store);
        for role in [Role::Head, Role::Deputy] {
            assert_eq!(queue(&store, &staff(role, COUNTER), MORNING), [id], "{role}");
        }
        let elsewhere = Staff { fields: vec!["Đất đai".to_owned()], ..staff(Role::Deputy, COUNTER) };
        let no_deputy = Staff { roles: vec![Role::Leader], ..staff(Role::Deputy, COUNTER) };
        for other in [elsewhere, no_deputy, staff(Role::Head, OTHER_COUNTER), staff(Role::Supervisor, COUNTER)] {
            assert_eq!(queue(&store, &other, MORNING), [], "{other:?}");
        }
    }

    fn the_line_says_what_is_proposed_and_until_when_it_can_be_approved(db: &TestDb) {
        let store = db.store();
        let life = proposed(&store);
        let head = staff(Role::Head, COUNTER);
        let [line] = &store.read(|db| approvals(db, &head, MORNING)).unwrap()[..] else { panic!("one") };
        assert_eq!((line.asked_before, line.from), (APPOINTED_DAY, life.appointment()));
        assert_eq!((line.to, Some(line.proposed_by)), (life.latest_lawful(), life.officer().user()));
        assert_eq!((line.code.as_deref(), line.procedure.as_str()), (Some("H32.1-261120-0001"), "1.000001"));
    }

    fn nobody_sees_a_proposal_of_their_own(db: &TestDb) {
        let store = db.store();
        let life = Life::accepted(&store);
        let both = Staff { roles: vec![Role::Officer, Role::Head], ..staff(Role::Head, COUNTER) };
        let to = life.latest_lawful();
        life.try_act(&kernel::Actor::Staff(both.clone()), asks::proposal(to)).unwrap();
        assert_eq!(queue(&store, &both, MORNING), []);
        let another = Staff { user: kernel::UserId(new_id()), ..both };
        assert_eq!(queue(&store, &another, MORNING), [life.id]);
    }

    fn from_the_first_moment_of_the_appointed_day_nothing_waits(db: &TestDb) {
        let store = db.store();
        let id = proposed(&store).id;
        let head = staff(Role::Head, COUNTER);
        assert_eq!(queue(&store, &head, APPOINTED_DAY - Duration::MICROSECOND), [id]);
        assert_eq!(queue(&store, &head, APPOINTED_DAY), []);
    }

    fn what_was_decided_or_stands_or_is_over_waits_no_more(db: &TestDb) {
        let store = db.store();
        let head = staff(Role::Head, COUNTER);
        proposed(&store).approve();
        proposed(&store).reject();
        proposed(&store).ask_payment();
        let life = proposed(&store);
        life.try_act(&life.clerk(), asks::withdrawal()).unwrap();
        assert_eq!((queue(&store, &head, MORNING), db.rows("proposals").len()), (vec![], 0));
    }

    fn the_most_pressing_comes_first(db: &TestDb) {
        let store = db.store();
        let later = |days| {
            let mut life = Life::new(&store);
            life.now += Duration::days(days);
            life.submit();
            life.accept();
            life.propose(life.latest_lawful());
            life.id
        };
        let (second, first) = (later(3), later(0));
        assert_eq!(queue(&store, &staff(Role::Head, COUNTER), MORNING), [first, second]);
        let agency: kernel::AgencyCode = code(COUNTER);
        assert!(db.lines("select agency as line from proposals").iter().all(|line| *line == agency.to_string()));
    }
}
