//! The heads' queues where another agency holds the dossier up: first its name, then the lead's approval.

use super::held_up;
use crate::store::approvals::{APPOINTED_DAY, publish, queue};
use kernel::{Actor, Role, Staff, UserId};
use store::Store;
use store::query::approvals;
use testkit::db::TestDb;
use testkit::life::{Life, MORNING, asks, new_id};
use testkit::province::{BESIDE, COORDINATOR, COUNTER, FIELD, bundle, staff};
use time::Duration;

/// The person, with another role besides.
fn also(role: Role, staff: Staff) -> Staff {
    Staff { roles: [staff.roles.clone(), vec![role]].concat(), ..staff }
}

/// Whether each line that waits for someone asks for an endorsement.
fn asks_for_endorsement(store: &Store, staff: &Staff) -> Vec<bool> {
    let waiting = store.read(|db| approvals(db, staff, MORNING)).unwrap();
    waiting.into_iter().map(|approval| approval.is_endorsement).collect()
}

testkit::on_both_databases! {
    fn the_holding_agencys_head_and_entrusted_deputy_are_asked_first_and_nobody_else(db: &TestDb) {
        let store = db.store();
        publish(&store, bundle());
        let id = held_up(&store).id;
        for role in [Role::Head, Role::Deputy] {
            let signs = staff(role, COORDINATOR);
            assert_eq!((queue(&store, &signs, MORNING), asks_for_endorsement(&store, &signs)), (vec![id], vec![true]));
        }
        let elsewhere = Staff { fields: vec!["Đất đai".to_owned()], ..staff(Role::Deputy, COORDINATOR) };
        let leader = Staff { fields: vec![FIELD.to_owned()], ..staff(Role::Leader, COORDINATOR) };
        let others = [Role::Head, Role::Deputy].map(|role| [COUNTER, BESIDE].map(|agency| staff(role, agency)));
        for other in others.into_iter().flatten().chain([elsewhere, leader]) {
            assert_eq!(queue(&store, &other, MORNING), [], "{other:?}");
        }
    }

    fn the_leads_head_is_asked_once_it_is_endorsed(db: &TestDb) {
        let store = db.store();
        publish(&store, bundle());
        let mut life = held_up(&store);
        life.by(Role::Head, COORDINATOR, asks::endorsement());
        for role in [Role::Head, Role::Deputy] {
            let signs = staff(role, COUNTER);
            assert_eq!((queue(&store, &signs, MORNING), asks_for_endorsement(&store, &signs)), (vec![life.id], vec![false]));
            for agency in [COORDINATOR, BESIDE] {
                assert_eq!(queue(&store, &staff(role, agency), MORNING), [], "{role} of {agency}");
            }
        }
        life.approve();
        assert_eq!(queue(&store, &staff(Role::Head, COUNTER), MORNING), []);
    }

    fn what_the_deputy_endorsed_waits_for_the_lead_like_what_the_head_did(db: &TestDb) {
        let store = db.store();
        let mut life = held_up(&store);
        life.by(Role::Deputy, COORDINATOR, asks::endorsement());
        assert_eq!(queue(&store, &staff(Role::Head, COUNTER), MORNING), [life.id]);
    }

    fn who_proposed_it_may_be_asked_for_the_name_but_never_for_the_approval(db: &TestDb) {
        let store = db.store();
        let life = held_up(&store);
        let proposer = also(Role::Head, staff(Role::Officer, COORDINATOR));
        assert_eq!(queue(&store, &proposer, MORNING), [life.id], "the second look is the lead's");
        life.try_act(&Actor::Staff(proposer.clone()), asks::endorsement()).unwrap();
        let moved = Staff { agency: staff(Role::Head, COUNTER).agency, ..proposer };
        assert_eq!(queue(&store, &moved, MORNING), [], "wherever they work now");
        assert_eq!(queue(&store, &staff(Role::Head, COUNTER), MORNING), [life.id]);
    }

    fn who_endorsed_it_is_not_asked_to_approve_it_wherever_they_work_now(db: &TestDb) {
        let store = db.store();
        let mut life = held_up(&store);
        life.by(Role::Head, COORDINATOR, asks::endorsement());
        let endorser = staff(Role::Head, COORDINATOR);
        let moved = Staff { agency: staff(Role::Head, COUNTER).agency, ..endorser };
        assert_eq!(queue(&store, &moved, MORNING), []);
        let another = Staff { user: UserId(new_id()), ..moved };
        assert_eq!(queue(&store, &another, MORNING), [life.id]);
    }

    fn a_proposal_of_the_leads_own_is_asked_of_nobody_else(db: &TestDb) {
        let store = db.store();
        let mut life = Life { version: bundle(), ..Life::new(&store) };
        life.submit();
        life.accept();
        life.propose(life.latest_lawful());
        let head = staff(Role::Head, COUNTER);
        assert_eq!((queue(&store, &head, MORNING), asks_for_endorsement(&store, &head)), (vec![life.id], vec![false]));
        assert_eq!(queue(&store, &staff(Role::Head, COORDINATOR), MORNING), []);
    }

    fn from_the_first_moment_of_the_appointed_day_no_name_is_asked_for(db: &TestDb) {
        let store = db.store();
        let id = held_up(&store).id;
        let head = staff(Role::Head, COORDINATOR);
        assert_eq!(queue(&store, &head, APPOINTED_DAY - Duration::MICROSECOND), [id]);
        assert_eq!(queue(&store, &head, APPOINTED_DAY), []);
    }

    fn what_was_rejected_is_asked_of_nobody_and_a_new_one_is_endorsed_anew(db: &TestDb) {
        let store = db.store();
        let mut life = held_up(&store);
        life.by(Role::Head, COORDINATOR, asks::endorsement());
        life.reject();
        let heads = || [COORDINATOR, COUNTER].map(|agency| queue(&store, &staff(Role::Head, agency), MORNING));
        assert_eq!(heads(), [vec![], vec![]]);
        life.by(Role::Officer, BESIDE, asks::proposal(life.latest_lawful()));
        assert_eq!(heads(), [vec![], vec![]]);
        assert_eq!(queue(&store, &staff(Role::Head, BESIDE), MORNING), [life.id]);
        life.by(Role::Head, BESIDE, asks::rejection());
        assert_eq!(db.rows("proposals"), Vec::<String>::new());
    }
}
