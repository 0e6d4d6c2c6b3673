//! The query tables follow from the log: a change by hand shows, and is undone by making them anew.

use kernel::Role;
use std::thread::{self, ScopedJoinHandle};
use store::log;
use testkit::db::{TestDb, findings};
use testkit::life::Life;
use testkit::province::{COORDINATOR, COUNTER, interlinked};

/// One change for each kind of column: number, bytes, text, key, moment, yes or no, and each that may be empty.
const DOSSIERS: [&str; 19] = [
    "seq = seq - 1",
    "head_hash = (select prev_hash from events where seq = 1 and dossier_id = dossiers.id)",
    "code = 'H32.1-261120-0099'",
    "stage = 'accepted'",
    "agency = 'H32.2'",
    "procedure = '1.0'",
    "procedure_version = 2",
    "case_code = 'x'",
    "channel = 'post'",
    "applicant = id",
    "submitted_at = '2026-01-01T00:00:00.000000Z'",
    "accepted_at = '2026-01-01T00:00:00.000000Z'",
    "appointment = '2026-01-01T00:00:00.000000Z'",
    "provisional = not provisional",
    "refusal_ground = 'x'",
    "result = 'denied'",
    "finished_at = '2026-01-01T00:00:00.000000Z'",
    "returned_at = null",
    "rating = 1",
];

const TURNS: [&str; 11] = [
    "leg = 'x'",
    "agency = 'H32.2'",
    "role = 'clerk'",
    "officer = dossier_id",
    "given_minutes = 1",
    "opened_at = '2026-01-01T00:00:00.000000Z'",
    "due = '2026-01-01T00:00:00.000000Z'",
    "ended_at = '2026-01-01T00:00:00.000000Z'",
    "used_minutes = used_minutes + 1",
    "ended = 'sent_back'",
    "ended_by = dossier_id",
];

testkit::on_both_databases! {
    fn every_changed_column_of_a_dossiers_row_is_found_and_mended(db: &TestDb) {
        let store = db.store();
        let mut life = Life::submitted(&store);
        life.to_the_end();
        let before = db.everything();
        for change in DOSSIERS {
            db.raw_sql(&format!("update dossiers set {change}")).unwrap();
            let found = findings(&store);
            assert_eq!(found, [format!("dossiers {}: it doesn't agree with the log", life.id)], "{change}");
            log::rebuild(&store).unwrap();
            assert_eq!(db.everything(), before, "{change}");
        }
    }

    fn every_changed_column_of_a_turn_is_found_and_mended(db: &TestDb) {
        let store = db.store();
        let mut life = Life::submitted(&store);
        life.to_the_end();
        let before = db.everything();
        for change in TURNS {
            db.raw_sql(&format!("update step_turns set {change} where step = 'tham-dinh' and visit = 2")).unwrap();
            let row = format!("step_turns {} step tham-dinh visit 2", life.id);
            assert_eq!(findings(&store), [format!("{row}: it doesn't agree with the log")], "{change}");
            log::rebuild(&store).unwrap();
            assert_eq!(db.everything(), before, "{change}");
        }
    }

    fn what_is_missing_from_the_query_tables_is_found_and_made_anew(db: &TestDb) {
        let store = db.store();
        let mut life = Life { version: interlinked(), ..Life::new(&store) };
        life.submit();
        life.accept();
        life.done("tham-dinh", Role::Officer, COUNTER);
        life.done("xac-minh", Role::Officer, COORDINATOR);
        let (before, id) = (db.everything(), life.id);
        let missing = [
            ("step_turns", "step = 'xac-minh'", format!("step_turns {id} step xac-minh visit 1")),
            ("dossier_agencies", "agency = 'H32.5'", format!("dossier_agencies {id}")),
            ("dossiers", "seq > 0", format!("dossiers {id}")),
        ];
        for (table, row, name) in missing {
            db.raw_sql(&format!("delete from {table} where {row}")).unwrap();
            assert_eq!(findings(&store), [format!("{name}: it doesn't agree with the log")]);
            assert_eq!(log::rebuild(&store).unwrap(), 1);
            assert_eq!(db.everything(), before);
        }
    }

    fn a_row_the_log_knows_nothing_of_is_found_and_taken_away(db: &TestDb) {
        let store = db.store();
        let life = Life::accepted(&store);
        let before = db.everything();
        let copy = "insert into step_turns select applicant, 'ky-duyet', 1, 'chinh', agency, 'head', null, 5,
                    submitted_at, submitted_at, null, null, null, null from dossiers";
        db.raw_sql(copy).unwrap();
        let stranger = life.loaded().state.intake.submitted.unwrap().applicant;
        let row = format!("step_turns {stranger} step ky-duyet visit 1");
        assert_eq!(findings(&store), [format!("{row}: it doesn't agree with the log")]);
        assert_eq!(log::rebuild(&store).unwrap(), 2);
        assert_eq!(db.everything(), before);
    }

    fn others_go_on_working_while_everything_is_made_anew_and_verified(db: &TestDb) {
        let store = db.store();
        thread::scope(|scope| {
            let working = [(); 3].map(|()| {
                scope.spawn(|| (0..5).for_each(|_| Life::submitted(&store).to_the_end()))
            });
            while !working.iter().all(ScopedJoinHandle::is_finished) {
                log::rebuild(&store).unwrap();
                assert_eq!(findings(&store), Vec::<String>::new());
            }
        });
        assert_eq!((findings(&store), db.rows("dossiers").len()), (vec![], 15));
    }

    fn made_anew_the_query_tables_are_what_they_were(db: &TestDb) {
        let store = db.store();
        for _ in 0..3 {
            Life::submitted(&store).to_the_end();
            Life::accepted(&store);
            Life::submitted(&store);
        }
        let before = db.everything();
        assert_eq!(log::rebuild(&store).unwrap(), 9);
        assert_eq!(db.everything(), before);
    }
}
