//! The tables of dossiers that several agencies work on follow from the log: a change by hand shows, and is undone.

use super::{consulted, endorsed, gathering, handed_out, held_up, not_heard};
use crate::store::rebuilding_of_time::{is_found_and_mended, with_moments};
use kernel::Role;
use store::{Store, log};
use testkit::db::{TestDb, findings};
use testkit::life::{Life, asks};
use testkit::province::{COORDINATOR, COUNTER, lenient_bundle};

/// Rows in every table and in every state.
fn lives(store: &Store) {
    handed_out(store);
    not_heard(store);
    gathering(store);
    consulted(store);
    endorsed(store);
    let mut waits = held_up(store);
    waits.by(Role::Head, COORDINATOR, asks::endorsement());
}

/// Every column that a constraint lets change: `E` stands for an early moment, `L` for a late one.
const CHANGES: [(&str, &[&str]); 6] = [
    (
        "needs",
        &[
            "gathering = 9",
            "agency = agency || '.9'",
            "asked_at = E",
            "heard_until = L",
            "state = 'silent' where state = 'waiting'",
            "state = 'waiting' where state = 'silent'",
            "stated_at = E where state = 'stated'",
            "stated_by = dossier_id where state = 'stated'",
            "items = items + 1 where state = 'stated'",
        ],
    ),
    (
        "papers",
        &[
            "leg = leg || '-x'",
            "result = 'denied'",
            "number = 'x'",
            "recorded_at = E",
            "recorded_by = dossier_id",
            "returned_at = L",
            "returned_at = null where returned_at is not null",
        ],
    ),
    (
        "consultations",
        &[
            "number = number + 9",
            "asking = 'H32.9'",
            "asked = 'H32.9'",
            "at = E",
            "due = L",
            "answered_at = L",
            "answered_at = null where answered_at is not null",
            "unanswered = not unanswered",
        ],
    ),
    (
        "proposals",
        &[
            "held_up_by = 'H32.9'",
            "endorsed_by = dossier_id",
            "endorsed_by = null where endorsed_by is not null",
            "held_up_by = null, endorsed_by = null",
        ],
    ),
    (
        "reschedules",
        &["caused_by = 'H32.9'", "endorsed_by = dossier_id", "caused_by = null, endorsed_by = null"],
    ),
    ("letters", &["caused_by = 'H32.9'", "caused_by = null"]),
];

testkit::on_both_databases! {
    fn every_changed_column_is_found_and_mended(db: &TestDb) {
        let store = db.store();
        lives(&store);
        let before = db.everything();
        assert_eq!(findings(&store), Vec::<String>::new());
        for (table, changes) in CHANGES {
            for change in changes {
                let update = format!("update {table} set {}", with_moments(change));
                is_found_and_mended(db, &store, table, &update);
            }
        }
        assert_eq!(db.everything(), before);
    }

    fn what_is_missing_is_found_and_made_anew(db: &TestDb) {
        let store = db.store();
        lives(&store);
        let before = db.everything();
        for table in ["needs", "papers", "consultations"] {
            is_found_and_mended(db, &store, table, &format!("delete from {table}"));
        }
        for agency in [COORDINATOR, COUNTER] {
            let sql = format!("delete from dossier_agencies where agency = '{agency}'");
            is_found_and_mended(db, &store, "dossier_agencies", &sql);
        }
        assert_eq!(db.everything(), before);
    }

    fn a_row_that_the_log_knows_nothing_of_is_found_and_taken_away(db: &TestDb) {
        let store = db.store();
        lives(&store);
        let before = db.everything();
        let strange = [
            ("needs", "agency", "'H32.9'"), ("papers", "leg", "'x'"), ("consultations", "number", "9"),
            ("needs", "dossier_id", "STRANGER"), ("papers", "dossier_id", "STRANGER"),
            ("consultations", "dossier_id", "STRANGER"),
        ];
        for (table, key, value) in strange {
            let of_a_stranger = format!("(select min(id) from people where id <> {table}.dossier_id)");
            let value = if db.kind() == store::Kind::Sqlite { value.replace("STRANGER", &of_a_stranger) } else {
                value.replace("STRANGER", &of_a_stranger.replace("min(id)", "min(id::text)::uuid"))
            };
            let columns = db.columns(table).join(", ");
            let copied = db.columns(table).iter().map(|column| if column == key { value.clone() } else { column.clone() }).collect::<Vec<_>>().join(", ");
            let one = format!("insert into {table} ({columns}) select {copied} from {table} limit 1");
            is_found_and_mended(db, &store, table, &one);
        }
        assert_eq!(db.everything(), before);
    }

    fn a_dossier_that_gathers_a_second_time_can_be_made_anew(db: &TestDb) {
        let store = db.store();
        let mut life = Life { version: lenient_bundle(), ..Life::new(&store) };
        life.submit();
        life.accept();
        life.by(Role::Officer, COUNTER, asks::done("dang-ky"));
        for note in ["Ảnh mờ", "Ảnh vẫn mờ"] {
            life.by(Role::Officer, COORDINATOR, asks::supplement_for(note));
            if note == "Ảnh mờ" {
                life.now += time::Duration::days(5);
                life.by(Role::Clerk, COUNTER, asks::issue());
                life.supply();
            }
        }
        let before = db.everything();
        log::rebuild(&store).unwrap();
        assert_eq!((db.everything(), findings(&store)), (before, vec![]));
    }
}
