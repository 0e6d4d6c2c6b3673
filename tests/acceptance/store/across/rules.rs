//! The rules of leads and coordinators stand in the database too: no hand-written SQL gets past them, on either side of
//! each edge.

use super::{consulted, endorsed, handed_out, held_up};
use crate::store::rules::{publish, refused_by};
use crate::store::rules_of_time::against;
use kernel::Rule;
use store::StoreError;
use testkit::db::TestDb;
use testkit::life::Life;
use testkit::province::{COORDINATOR, COUNTER};

fn is_twin(outcome: Result<(), StoreError>, names: [&str; 2]) {
    let error = outcome.unwrap_err();
    assert!(names.map(Some).contains(&error.constraint()), "{error}");
}

testkit::on_both_databases! {
    fn each_leg_of_what_is_published_has_its_agency(db: &TestDb) {
        publish(&db.store());
        let without = |legs: &str| db.raw_sql(&format!("update procedure_versions set legs_without_agency = {legs}"));
        without("0").unwrap();
        for legs in ["1", "-1", "7"] {
            against(Rule::LeadAndCoordinators, without(legs));
        }
    }

    fn a_rescheduling_that_names_an_agency_has_its_endorsement(db: &TestDb) {
        let store = db.store();
        endorsed(&store);
        let set = |what: &str| db.raw_sql(&format!("update reschedules set {what}"));
        for alone in ["caused_by = null", "endorsed_by = null"] {
            against(Rule::HeadApproves, set(alone));
        }
        set("endorsed_by = proposed_by").unwrap();
        set("caused_by = null, endorsed_by = null").unwrap();
        against(Rule::HeadApproves, set(&format!("caused_by = '{COORDINATOR}'")));
        against(Rule::HeadApproves, set("endorsed_by = dossier_id"));
        set(&format!("caused_by = '{COORDINATOR}', endorsed_by = dossier_id")).unwrap();
    }

    fn who_endorsed_a_rescheduling_does_not_approve_it(db: &TestDb) {
        let store = db.store();
        endorsed(&store);
        let set = |what: &str| db.raw_sql(&format!("update reschedules set {what}"));
        against(Rule::HeadApproves, set("endorsed_by = approved_by"));
        against(Rule::HeadApproves, set("approved_by = endorsed_by"));
        against(Rule::HeadApproves, set("approved_by = proposed_by"));
        against(Rule::HeadApproves, set("role = 'leader'"));
        set("role = 'deputy'").unwrap();
        set("approved_by = dossier_id").unwrap();
    }

    fn a_proposal_is_endorsed_for_an_agency_that_it_names(db: &TestDb) {
        let store = db.store();
        held_up(&store);
        let set = |what: &str| db.raw_sql(&format!("update proposals set {what}"));
        set("endorsed_by = dossier_id").unwrap();
        against(Rule::HeadApproves, set("held_up_by = null"));
        set("held_up_by = null, endorsed_by = null").unwrap();
        against(Rule::HeadApproves, set("endorsed_by = proposed_by"));
    }

    fn a_proposal_of_the_lead_waits_for_no_endorsement(db: &TestDb) {
        let store = db.store();
        let mut life = Life::accepted(&store);
        life.propose(life.latest_lawful());
        against(Rule::HeadApproves, db.raw_sql("update proposals set endorsed_by = dossier_id"));
        assert_eq!(db.lines("select agency as line from proposals where held_up_by is null"), [COUNTER]);
    }

    fn a_leg_ends_in_one_paper_and_none_goes_out_before_it_is_there(db: &TestDb) {
        let store = db.store();
        handed_out(&store);
        let set = |what: &str| db.raw_sql(&format!("update papers set {what} where leg = 'khai-sinh'"));
        set("returned_at = recorded_at").unwrap();
        set("returned_at = null").unwrap();
        let before = "2026-01-01T00:00:00.000000Z";
        refused_by(set(&format!("returned_at = '{before}'")), "returned_once_recorded");
        set("returned_at = '2027-01-01T00:00:00.000000Z'").unwrap();
        refused_by(set("recorded_at = '2027-01-01T00:00:00.000001Z'"), "returned_once_recorded");
        is_twin(db.raw_sql("insert into papers select * from papers"), ["papers_pkey", "papers.dossier_id, papers.leg"]);
        refused_by(set("result = 'perhaps'"), &named(db, "papers_result_check", "result in ('granted', 'denied')"));
        set("result = 'denied'").unwrap();
    }

    fn a_consultation_asks_another_agency_and_leaves_it_time(db: &TestDb) {
        let store = db.store();
        consulted(&store);
        let set = |what: &str| db.raw_sql(&format!("update consultations set {what}"));
        refused_by(set("asked = asking"), "asked_of_another");
        refused_by(set("asking = asked"), "asked_of_another");
        set("asking = asking || '.1'").unwrap();
        refused_by(set("due = at"), "due_after_asked");
        set("at = '2026-11-20T04:15:00.000000Z', due = '2026-11-20T04:15:00.000001Z'").unwrap();
        refused_by(set("due = '2026-11-20T04:14:59.999999Z'"), "due_after_asked");
        let twin = db.raw_sql("insert into consultations select * from consultations");
        is_twin(twin, ["consultations_pkey", "consultations.dossier_id, consultations.number"]);
    }
}

/// A check without a name of its own, as each database calls it.
fn named(db: &TestDb, postgres: &str, sqlite: &str) -> String {
    let name = if db.kind() == store::Kind::Postgres { postgres } else { sqlite };
    name.to_owned()
}
