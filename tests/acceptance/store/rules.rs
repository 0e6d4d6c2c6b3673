//! The rules that stand in the database too: no hand-written SQL gets past them.

use catalog::Load;
use std::sync::Arc;
use store::catalogue::{Publication, put_version};
use store::{Store, StoreError};
use testkit::db::TestDb;
use testkit::life::{Life, MORNING};
use testkit::province;

/// That a constraint of this name refused it.
pub(super) fn refused_by(outcome: Result<(), StoreError>, constraint: &str) {
    let error = outcome.unwrap_err();
    assert_eq!(error.constraint(), Some(constraint), "{error}");
    assert!(!error.is_outage());
}

pub(super) fn publish(store: &Store) {
    let version = Arc::unwrap_or_clone(province::plain());
    let publication = Publication { version, published: Load::ZERO, longest: Load::ZERO };
    store.write(move |db| put_version(db, &publication, MORNING)).unwrap();
}

testkit::on_both_databases! {
    fn complete_before_acceptance(db: &TestDb) {
        let store = db.store();
        Life::submitted(&store);
        db.raw_sql("update dossiers set faults = 1").unwrap();
        db.raw_sql("update dossiers set faults = 0").unwrap();
        Life::accepted(&store);
        let faulty = "update dossiers set faults = 1 where accepted_at is not null";
        refused_by(db.raw_sql(faulty), "complete-before-acceptance");
    }

    fn refusal_needs_ground(db: &TestDb) {
        let store = db.store();
        Life::submitted(&store);
        refused_by(db.raw_sql("update dossiers set stage = 'refused'"), "refusal-needs-ground");
        db.raw_sql("update dossiers set stage = 'refused', refusal_ground = 'khong-thuoc-tham-quyen'").unwrap();
    }

    fn within_published_time(db: &TestDb) {
        publish(&db.store());
        db.raw_sql("update procedure_versions set longest_load = published_load").unwrap();
        let longer = "update procedure_versions set longest_load = published_load + 1";
        refused_by(db.raw_sql(longer), "within-published-time");
    }

    fn simplification_first(db: &TestDb) {
        publish(&db.store());
        for side in ["components", "conditions", "delegation"] {
            db.raw_sql(&format!("update procedure_versions set review_{side} = 'Không có'")).unwrap();
            let unstated = format!("update procedure_versions set review_{side} = '  '");
            refused_by(db.raw_sql(&unstated), "simplification-first");
        }
    }

    fn a_rating_is_one_to_five(db: &TestDb) {
        Life::submitted(&db.store());
        for rating in 1..=5 {
            db.raw_sql(&format!("update dossiers set rating = {rating}")).unwrap();
        }
        for rating in [0, 6] {
            refused_by(db.raw_sql(&format!("update dossiers set rating = {rating}")), "rating_from_one_to_five");
        }
    }

    fn an_acceptance_is_whole_and_so_is_an_end(db: &TestDb) {
        let store = db.store();
        Life::accepted(&store);
        for part in ["accepted_at", "code", "appointment", "first_appointment", "overdue_after"] {
            refused_by(db.raw_sql(&format!("update dossiers set {part} = null")), "accepted_whole");
        }
        refused_by(db.raw_sql("update dossiers set result = 'granted'"), "finished_whole");
        refused_by(db.raw_sql("update step_turns set ended = 'done'"), "ended_whole");
    }
}
