//! What happens once in a dossier's life happens once in the database too.

use store::{Kind, StoreError};
use testkit::db::{TestDb, on};
use testkit::life::Life;
use time::Duration;

/// Writes a second event of a kind behind the last one.
fn again(db: &TestDb, kind: &str) -> Result<(), StoreError> {
    db.raw_sql(&format!(
        "insert into events select dossier_id, 50 + seq, kind, version, at, actor, user_id, payload, prev_hash, hash
         from events where kind = '{kind}' and seq = (select min(seq) from events where kind = '{kind}')"
    ))
}

const ONCE: [&str; 5] = ["submitted", "accepted", "result_recorded", "result_returned", "rated"];

fn refused_once(db: &TestDb, kind: &str) {
    assert_eq!(again(db, kind).unwrap_err().constraint(), Some("events_once"), "{kind}");
}

testkit::on_both_databases! {
    fn a_dossier_is_submitted_accepted_decided_returned_and_rated_once(db: &TestDb) {
        let store = db.store();
        Life::submitted(&store).to_the_end();
        let before = db.everything();
        for kind in ONCE {
            refused_once(db, kind);
        }
        assert_eq!(db.everything(), before);
    }

    fn a_dossier_is_refused_or_withdrawn_once(db: &TestDb) {
        let store = db.store();
        let refuse = intake::Command::Refuse {
            ground: testkit::province::code("khong-thuoc-tham-quyen"),
            explanation: "Thuộc thẩm quyền cơ quan khác".to_owned(),
        };
        let life = Life::submitted(&store);
        life.try_act(&life.clerk(), refuse).unwrap();
        let life = Life::submitted(&store);
        life.try_act(&life.clerk(), intake::Command::Withdraw { reason: "Đổi ý".to_owned() }).unwrap();
        refused_once(db, "refused");
        refused_once(db, "withdrawn");
    }

    fn what_the_rules_of_time_allow_once_happens_once(db: &TestDb) {
        let store = db.store();
        let mut life = Life { version: testkit::province::lenient(), ..Life::new(&store) };
        life.submit();
        for _ in 0..2 {
            life.guide();
            life.complete();
        }
        life.accept();
        for _ in 0..2 {
            life.ask_supplement();
            life.supply();
        }
        life.propose(life.latest_lawful());
        life.approve();
        life.now = life.appointment() + Duration::DAY;
        life.apologise(life.appointment() + Duration::days(7));
        let mut closed = Life::accepted(&store);
        closed.ask_supplement();
        closed.now += Duration::days(30);
        closed.close();
        for kind in [
            "guided", "guided_again", "supplement_requested", "supplement_requested_again", "reschedule_approved",
            "late_apologised", "closed",
        ] {
            refused_once(db, kind);
        }
        for kind in ["completed", "supplied", "clock_stopped", "clock_resumed"] {
            again(db, kind).unwrap();
        }
    }

    fn a_step_may_be_done_and_sent_back_as_often_as_it_takes(db: &TestDb) {
        let store = db.store();
        Life::submitted(&store).to_the_end();
        again(db, "step_done").unwrap();
        again(db, "step_sent_back").unwrap();
    }

    fn a_number_is_given_once(db: &TestDb) {
        let store = db.store();
        Life::accepted(&store);
        Life::accepted(&store);
        let twin = db.raw_sql("update dossiers set code = 'H32.1-261120-0001'").unwrap_err();
        let named = [Some("dossiers_code_key"), Some("dossiers.code")];
        assert!(named.contains(&twin.constraint()), "{twin}");
    }

    fn one_version_of_a_procedure_is_current(db: &TestDb) {
        let columns = "review_components, review_conditions, review_delegation, at";
        let version = |number: u32, current: &str| {
            let values = format!("'1.1', {number}, {current}, '', '', '', '', 1, 1, 'x', 'x', 'x', '2026-01-01T00:00:00.000000Z'");
            db.raw_sql(&format!(
                "insert into procedure_versions (procedure, number, current, name, name_folded, field, body,
                 published_load, longest_load, {columns}) values ({values})"
            ))
        };
        version(1, "true").unwrap();
        version(2, "false").unwrap();
        assert!(version(3, "true").unwrap_err().constraint().is_some());
    }
}

/// The trigger speaks first on SQLite; behind it stands the index itself.
#[test]
fn on_sqlite_the_index_holds_without_the_trigger_too() {
    on(Kind::Sqlite, "on_sqlite_the_index_holds_without_the_trigger_too", |db| {
        let store = db.store();
        Life::submitted(&store).to_the_end();
        db.raw_sql("drop trigger events_kept_once").unwrap();
        for kind in ONCE {
            let twin = again(db, kind).unwrap_err();
            assert_eq!(twin.constraint(), Some("events.dossier_id, events.kind"), "{kind}");
        }
    });
}
