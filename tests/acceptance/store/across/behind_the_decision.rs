//! Were the pure rules to let something pass between agencies, the database answers with the same rule.

use super::{gathering, held_up};
use crate::store::behind_the_decision::{forged, forged_into, refused};
use deadline::{Approved, Endorsed, Event as Time, Proposed};
use dossier::Event;
use intake::{Event as Desk, NeedsStated, Requested};
use kernel::{Role, Rule, UserId};
use routing::{Consulted, Event as Way};
use store::StoreError;
use testkit::db::TestDb;
use testkit::life::{Life, asks, new_id};
use testkit::province::{BESIDE, COORDINATOR, COUNTER, actor, code};
use time::Duration;

fn requested(change: fn(&mut Requested)) -> impl Fn(Event) -> Event + Send + Sync + 'static {
    move |event| match event {
        Event::Intake(Desk::SupplementRequested(mut requested)) => {
            change(&mut requested);
            Desk::SupplementRequested(requested).into()
        }
        other => other,
    }
}

fn stated(change: fn(&mut NeedsStated)) -> impl Fn(Event) -> Event + Send + Sync + 'static {
    move |event| match event {
        Event::Intake(Desk::NeedsStated(mut stated)) => {
            change(&mut stated);
            Desk::NeedsStated(stated).into()
        }
        other => other,
    }
}

fn approved(change: fn(&mut Approved)) -> impl Fn(Event) -> Event + Send + Sync + 'static {
    move |event| match event {
        Event::Deadline(Time::RescheduleApproved(mut approved)) => {
            change(&mut approved);
            Time::RescheduleApproved(approved).into()
        }
        other => other,
    }
}

fn consulted(change: fn(&mut Consulted)) -> impl Fn(Event) -> Event + Send + Sync + 'static {
    move |event| match event {
        Event::Routing(Way::Consulted(mut consulted)) => {
            change(&mut consulted);
            Way::Consulted(consulted).into()
        }
        other => other,
    }
}

/// That a constraint which bears no rule's name refused it, and nothing was written.
fn kept_out(db: &TestDb, constraint: &str, act: impl FnOnce() -> Result<(), StoreError>) {
    let before = db.everything();
    let error = act().unwrap_err();
    assert_eq!(error.constraint(), Some(constraint), "{error}");
    assert_eq!(db.everything(), before);
}

testkit::on_both_databases! {
    fn a_request_that_goes_out_while_an_agency_may_still_speak_is_refused(db: &TestDb) {
        let store = db.store();
        let mut life = gathering(&store);
        life.now += Duration::days(5);
        let issue = |change| forged(&life, &life.clerk(), asks::issue(), requested(change));
        refused(db, Rule::OneRequestForAllAgencies, || issue(|requested| requested.at -= Duration::days(5)));
        refused(db, Rule::OneRequestForAllAgencies, || issue(|requested| {
            requested.at -= Duration::days(5);
            requested.silent.clear();
        }));
        issue(|_| ()).unwrap();
    }

    fn an_agency_that_says_what_it_needs_twice_is_refused(db: &TestDb) {
        let store = db.store();
        let mut life = gathering(&store);
        life.by(Role::Officer, BESIDE, asks::needs("Chưa ký"));
        let lead = actor(Role::Officer, COUNTER);
        let states = |change| forged(&life, &lead, asks::needs("Thiếu ngày"), stated(change));
        for agency in [COORDINATOR, BESIDE] {
            let by: fn(&mut NeedsStated) = match agency {
                BESIDE => |stated| stated.agency = code(BESIDE),
                _ => |stated| stated.agency = code(COORDINATOR),
            };
            refused(db, Rule::OneRequestForAllAgencies, || states(by));
        }
        states(|_| ()).unwrap();
    }

    fn an_agency_that_speaks_too_late_is_not_heard(db: &TestDb) {
        let store = db.store();
        let life = gathering(&store);
        let lead = actor(Role::Officer, COUNTER);
        let states = |change| forged(&life, &lead, asks::no_needs(), stated(change));
        kept_out(db, "stated_in_time", || states(|stated| stated.at += Duration::days(5)));
        states(|_| ()).unwrap();
    }

    fn an_approval_that_names_an_agency_which_does_not_stand_by_it_is_refused(db: &TestDb) {
        let store = db.store();
        let mut life = held_up(&store);
        life.by(Role::Head, COORDINATOR, asks::endorsement());
        let changes: [fn(&mut Approved); 3] = [
            |approved| approved.endorsed_by = None,
            |approved| approved.caused_by = None,
            |approved| approved.endorsed_by = Some(approved.by),
        ];
        for change in changes {
            refused(db, Rule::HeadApproves, || forged(&life, &life.head(), asks::approval(), approved(change)));
        }
        forged(&life, &life.head(), asks::approval(), |event| event).unwrap();
    }

    fn an_approval_of_the_leads_own_names_nobody_else(db: &TestDb) {
        let store = db.store();
        let mut life = Life::accepted(&store);
        life.propose(life.latest_lawful());
        let changes: [fn(&mut Approved); 2] = [
            |approved| approved.caused_by = Some(code(COORDINATOR)),
            |approved| approved.endorsed_by = Some(UserId(new_id())),
        ];
        for change in changes {
            refused(db, Rule::HeadApproves, || forged(&life, &life.head(), asks::approval(), approved(change)));
        }
    }

    fn an_endorsement_of_a_proposal_that_names_no_agency_is_refused(db: &TestDb) {
        let store = db.store();
        let life = Life::side_by_side(&store);
        let officer = actor(Role::Officer, COORDINATOR);
        let (at, by) = (life.now, life.head().user().unwrap());
        let endorsed = move |event| match event {
            Event::Deadline(Time::RescheduleProposed(proposed)) => {
                let of_nobody = Time::RescheduleProposed(Proposed { agency: None, ..proposed });
                vec![of_nobody.into(), Time::RescheduleEndorsed(Endorsed { at, by, role: Role::Head }).into()]
            }
            other => vec![other],
        };
        let proposal = asks::proposal(life.latest_lawful());
        refused(db, Rule::HeadApproves, || forged_into(&life, &officer, proposal, endorsed));
    }

    fn a_consultation_asks_another_agency_and_leaves_it_time(db: &TestDb) {
        let store = db.store();
        let life = Life::side_by_side(&store);
        let officer = actor(Role::Officer, COORDINATOR);
        let asks = asks::consultation("cu-tru", BESIDE, life.now + Duration::DAY);
        let asking = |change| forged(&life, &officer, asks.clone(), consulted(change));
        kept_out(db, "asked_of_another", || asking(|consulted| consulted.asked = code(COORDINATOR)));
        kept_out(db, "due_after_asked", || asking(|consulted| consulted.due = consulted.at));
        asking(|consulted| consulted.due = consulted.at + Duration::MICROSECOND).unwrap();
    }

    fn a_leg_ends_in_one_paper(db: &TestDb) {
        let store = db.store();
        let mut life = Life::side_by_side(&store);
        life.by(Role::Officer, COUNTER, asks::paper("khai-sinh"));
        let police = actor(Role::Officer, COORDINATOR);
        let another = |event| match event {
            Event::Result(result::Event::PaperRecorded(mut paper)) => {
                paper.leg = code("khai-sinh");
                Event::Result(result::Event::PaperRecorded(paper))
            }
            other => other,
        };
        let before = db.everything();
        let error = forged(&life, &police, asks::paper("cong-an"), another).unwrap_err();
        let named = [Some("papers_pkey"), Some("papers.dossier_id, papers.leg")];
        assert!(named.contains(&error.constraint()), "{error}");
        assert_eq!(db.everything(), before);
    }
}
