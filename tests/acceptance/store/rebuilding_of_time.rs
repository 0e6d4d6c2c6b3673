//! The tables of a dossier's time follow from the log like the others: a change by hand shows, and is undone.

use store::{Store, log};
use testkit::db::{TestDb, findings};
use testkit::life::Life;
use time::Duration;

/// Rows in every table: one dossier guided, supplemented, rescheduled, missed and apologised for; one with a proposal that
/// waits; one that waits for a supplement.
pub(super) fn lives(store: &Store) {
    let mut life = Life::submitted(store);
    life.guide();
    life.complete();
    life.accept();
    life.ask_supplement();
    life.supply();
    life.propose(life.latest_lawful());
    life.approve();
    life.send_letter();
    life.now = life.appointment() + Duration::DAY;
    life.breach();
    life.apologise(life.appointment() + Duration::days(7));
    let mut proposed = Life::accepted(store);
    proposed.propose(proposed.latest_lawful());
    Life::accepted(store).ask_supplement();
}

const EARLY: &str = "'2026-01-01T00:00:00.000000Z'";
const LATE: &str = "'2027-01-01T00:00:00.000000Z'";

/// Every column that a constraint lets change: `E` stands for an early moment, `L` for a late one.
const CHANGES: [(&str, &[&str]); 8] = [
    (
        "requests",
        &["at = E", "asked_by = dossier_id", "items = 9", "after_term = not after_term", "exception = 'x'"],
    ),
    (
        "letters",
        &[
            "at = E",
            "signed_by = dossier_id",
            "role = 'deputy'",
            "reason = 'x'",
            "body = 'x'",
            "promised = E",
        ],
    ),
    (
        "reschedules",
        &[
            "proposed_by = dossier_id",
            "approved_by = dossier_id",
            "role = 'deputy'",
            "approved_at = E",
            "from_at = appointed_day",
            "to_at = L",
            "appointed_day = from_at",
            "added_seconds = 1",
            "total_seconds = total_seconds + 1",
            "sent_at = E",
            "sent_by = 'email'",
            "result_at = L",
        ],
    ),
    (
        "proposals",
        &[
            "agency = 'H32.2'",
            "proposed_by = dossier_id",
            "proposed_at = E",
            "from_at = E",
            "to_at = L",
            "asked_before = L",
        ],
    ),
    ("breaches", &["appointment = E", "at = L", "second = not second"]),
    (
        "breach_holders",
        &["appointment = E", "step = 'x'", "visit = 9", "agency = 'H32.2'", "officer = dossier_id"],
    ),
    ("stops", &["ordinal = 9", "cause = 'payment'", "from_at = E", "to_at = L"]),
    (
        "dossiers",
        &[
            "breached_at = E where breached_at is not null",
            "breached_at = null where breached_at is not null",
            "rescheduled_at = E where rescheduled_at is not null",
            "close_after = L where close_after is not null",
        ],
    ),
];

/// A change with its moments written out.
pub(super) fn with_moments(change: &str) -> String {
    change.replace("= E", &format!("= {EARLY}")).replace("= L", &format!("= {LATE}"))
}

pub(super) fn is_found_and_mended(db: &TestDb, store: &Store, table: &str, sql: &str) {
    let before = db.rows(table);
    db.raw_sql(sql).unwrap();
    let found = findings(store);
    let told =
        |finding: &String| finding.starts_with(&format!("{table} ")) && finding.ends_with("with the log");
    assert!(!found.is_empty() && found.iter().all(told), "{sql}: {found:?}");
    log::rebuild(store).unwrap();
    assert_eq!(db.rows(table), before, "{sql}");
}

testkit::on_both_databases! {
    fn every_changed_column_is_found_and_mended(db: &TestDb) {
        let store = db.store();
        lives(&store);
        let before = db.everything();
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
        let but_the_letter = "letters where kind = 'belated_apology'";
        for rows in ["requests", but_the_letter, "reschedules", "proposals", "breaches", "breach_holders", "stops"] {
            let table = rows.split(' ').next().unwrap();
            is_found_and_mended(db, &store, table, &format!("delete from {rows}"));
        }
        assert_eq!(db.everything(), before);
    }

    fn a_row_of_a_dossier_that_the_log_knows_nothing_of_is_found_and_taken_away(db: &TestDb) {
        let store = db.store();
        lives(&store);
        let before = db.everything();
        let stray = "insert into stops select applicant, 1, 'payment', submitted_at, null from dossiers";
        is_found_and_mended(db, &store, "stops", stray);
        assert_eq!(db.everything(), before);
    }
}
