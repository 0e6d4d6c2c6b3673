//! The rules of a dossier's time stand in the database too: no hand-written SQL gets past them, on either side of each
//! edge.

use kernel::Rule;
use store::query::unsent;
use store::{Store, StoreError};
use testkit::db::{TestDb, findings};
use testkit::life::Life;
use time::Duration;
use time::macros::datetime;

use super::rules::refused_by;

pub(super) fn against(rule: Rule, outcome: Result<(), StoreError>) {
    let error = outcome.unwrap_err();
    assert_eq!(error.rule(), Some(rule), "{error}");
}

/// Its appointment was on Monday 30 November 2026 at 17:30; a third of its time is 48,000 seconds.
fn rescheduled(store: &Store) -> Life<'_> {
    let mut life = Life::accepted(store);
    life.propose(life.latest_lawful());
    life.approve();
    life
}

/// Writes a later request of a kind behind the first.
fn once_more(db: &TestDb, kind: &str, ordinal: u8, exception: &str) -> Result<(), StoreError> {
    db.raw_sql(&format!(
        "insert into requests select dossier_id, kind, {ordinal}, at, asked_by, items, due, after_term, {exception}
         from requests where kind = '{kind}' and ordinal = 1"
    ))
}

fn one_or_two_by_an_exception(db: &TestDb, kind: &str, rule: Rule) {
    against(rule, once_more(db, kind, 2, "null"));
    against(rule, once_more(db, kind, 2, "'  '"));
    against(rule, once_more(db, kind, 3, "'Luật mẫu, Điều 1'"));
    once_more(db, kind, 2, "'Luật mẫu, Điều 1'").unwrap();
}

testkit::on_both_databases! {
    fn guidance_once_or_twice_by_the_fields_own_law(db: &TestDb) {
        let store = db.store();
        Life::submitted(&store).guide();
        one_or_two_by_an_exception(db, "guidance", Rule::GuidanceOnce);
    }

    fn supplement_once_or_twice_by_the_fields_own_law(db: &TestDb) {
        let store = db.store();
        Life::accepted(&store).ask_supplement();
        one_or_two_by_an_exception(db, "supplement", Rule::SupplementOnce);
        let overdue = db.raw_sql("update requests set due = null where ordinal = 1");
        refused_by(overdue, "due_whole");
    }

    fn a_letter_states_its_reason_its_text_and_the_new_date(db: &TestDb) {
        let store = db.store();
        rescheduled(&store);
        for lacking in ["reason = ' '", "reason = null", "body = ''", "body = null", "promised = null"] {
            against(Rule::WrittenApology, db.raw_sql(&format!("update letters set {lacking}")));
        }
        db.raw_sql("update letters set reason = 'x', body = 'x'").unwrap();
    }

    fn nothing_is_rescheduled_without_its_letter(db: &TestDb) {
        let store = db.store();
        rescheduled(&store);
        Life::accepted(&store);
        against(Rule::WrittenApology, db.raw_sql("delete from letters"));
        let copy = "select (select id from dossiers where rescheduled_at is null), proposed_by, approved_by, role,
            approved_at, from_at, to_at, appointed_day, added_seconds, total_seconds, letter, ordinal, caused_by,
            endorsed_by, sent_at, sent_by, unsent_at, result_at from reschedules";
        against(Rule::WrittenApology, db.raw_sql(&format!("insert into reschedules {copy}")));
        let letter = "insert into letters select (select id from dossiers where rescheduled_at is null), kind, ordinal,
            at, signed_by, role, reason, body, promised, caused_by from letters";
        db.raw_sql(letter).unwrap();
        db.raw_sql(&format!("insert into reschedules {copy}")).unwrap();
    }

    fn reschedule_once_in_a_dossiers_life(db: &TestDb) {
        let store = db.store();
        rescheduled(&store);
        against(Rule::RescheduleOnce, db.raw_sql("insert into reschedules select * from reschedules"));
    }

    fn the_head_or_a_deputy_approves_and_never_ones_own_proposal(db: &TestDb) {
        let store = db.store();
        rescheduled(&store);
        against(Rule::HeadApproves, db.raw_sql("update reschedules set approved_by = proposed_by"));
        for table in ["reschedules", "letters"] {
            against(Rule::HeadApproves, db.raw_sql(&format!("update {table} set role = 'leader'")));
            db.raw_sql(&format!("update {table} set role = 'deputy'")).unwrap();
        }
    }

    fn the_apology_goes_out_on_the_day_before_at_the_latest(db: &TestDb) {
        let store = db.store();
        rescheduled(&store);
        let approved = |at: &str| db.raw_sql(&format!("update reschedules set approved_at = '{at}'"));
        approved("2026-11-29T16:59:59.000000Z").unwrap();
        approved("2026-11-29T16:59:59.999999Z").unwrap();
        against(Rule::ApologyBeforeAppointedDay, approved("2026-11-29T17:00:00.000000Z"));
    }

    fn what_goes_out_when_its_day_has_begun_has_its_breach_on_record_first(db: &TestDb) {
        let store = db.store();
        rescheduled(&store);
        let set = |what: &str| db.raw_sql(&format!("update reschedules set {what}"));
        let (before, day) = ("'2026-11-29T16:59:59.999999Z'", "'2026-11-29T17:00:00.000000Z'");
        against(Rule::ApologyBeforeAppointedDay, set(&format!("sent_at = {day}, sent_by = 'sms'")));
        against(Rule::ApologyBeforeAppointedDay, set(&format!("sent_at = {before}")));
        against(Rule::ApologyBeforeAppointedDay, set(&format!("unsent_at = {before}")));
        set(&format!("unsent_at = {day}")).unwrap();
        against(Rule::ApologyBeforeAppointedDay, set(&format!("sent_at = {before}, sent_by = 'sms'")));
        set(&format!("sent_at = {day}, sent_by = 'other'")).unwrap();
        against(Rule::ApologyBeforeAppointedDay, set(&format!("unsent_at = null, result_at = {day}")));
        set(&format!("unsent_at = null, result_at = {before}")).unwrap();
        set(&format!("sent_at = {before}, result_at = null")).unwrap();
    }

    fn an_unsent_letter_is_found_when_its_day_begins_and_sent_later_stays_a_breach(db: &TestDb) {
        let store = db.store();
        let mut life = rescheduled(&store);
        let day = datetime!(2026-11-30 00:00 +7);
        assert_eq!(store.read(|db| unsent(db, day - Duration::MICROSECOND)).unwrap(), []);
        assert_eq!(store.read(|db| unsent(db, day)).unwrap(), [life.id]);
        life.now = day;
        life.letter_unsent();
        assert_eq!(store.read(|db| unsent(db, day)).unwrap(), []);
        life.send_letter();
        let late = "select sent_by as line from reschedules where unsent_at is not null and sent_at > unsent_at";
        assert_eq!(db.lines(late), ["sms"]);
        assert_eq!(findings(&store), [""; 0]);
    }

    fn the_appointed_day_is_that_of_the_appointment(db: &TestDb) {
        let store = db.store();
        rescheduled(&store);
        let set = |what: &str| db.raw_sql(&format!("update reschedules set {what}"));
        for day in ["2026-11-28T17:00:00.000000Z", "2026-11-30T17:00:00.000000Z"] {
            against(Rule::ApologyBeforeAppointedDay, set(&format!("appointed_day = '{day}'")));
        }
        set("from_at = appointed_day").unwrap();
        set("from_at = '2026-11-30T16:59:59.999999Z'").unwrap();
        against(Rule::ApologyBeforeAppointedDay, set("from_at = '2026-11-30T17:00:00.000000Z'"));
        against(Rule::ApologyBeforeAppointedDay, set("from_at = '2026-11-29T16:59:59.999999Z'"));
    }

    fn what_is_added_is_a_third_of_the_total_at_most_and_later(db: &TestDb) {
        let store = db.store();
        rescheduled(&store);
        assert_eq!(db.lines("select cast(total_seconds as text) as line from reschedules"), ["144000"]);
        let added = |seconds: u32| db.raw_sql(&format!("update reschedules set added_seconds = {seconds}"));
        added(48_000 - 60).unwrap();
        added(48_000).unwrap();
        against(Rule::ExtensionWithinThird, added(48_001));
        against(Rule::ExtensionWithinThird, added(48_000 + 60));
        against(Rule::ExtensionWithinThird, db.raw_sql("update reschedules set to_at = from_at"));
    }

    fn a_proposal_waits_before_the_appointed_day_and_for_a_later_one(db: &TestDb) {
        let store = db.store();
        let mut life = Life::accepted(&store);
        life.propose(life.latest_lawful());
        let set = |what: &str| db.raw_sql(&format!("update proposals set {what}"));
        against(Rule::ApologyBeforeAppointedDay, set("proposed_at = asked_before"));
        against(Rule::ExtensionWithinThird, set("to_at = from_at"));
        assert!(db.raw_sql("insert into proposals select * from proposals").unwrap_err().constraint().is_some());
    }

    fn one_stop_is_open_and_none_ends_before_it_began(db: &TestDb) {
        let store = db.store();
        Life::accepted(&store).ask_payment();
        let another = |to: &str| db.raw_sql(&format!(
            "insert into stops select dossier_id, 2, cause, from_at, {to} from stops where ordinal = 1"
        ));
        let twin = another("null").unwrap_err();
        assert!([Some("stops_open"), Some("stops.dossier_id")].contains(&twin.constraint()), "{twin}");
        refused_by(another("'2026-01-01T00:00:00.000000Z'"), "stops_forward");
        another("from_at").unwrap();
    }

    fn a_breach_is_on_record_after_its_appointment_once(db: &TestDb) {
        let store = db.store();
        let mut life = Life::accepted(&store);
        life.now = life.appointment() + time::Duration::DAY;
        life.breach();
        refused_by(db.raw_sql("update breaches set at = appointment"), "missed_before_recorded");
        db.raw_sql("update breaches set at = '2026-11-30T10:30:00.000001Z'").unwrap();
        for table in ["breaches", "breach_holders"] {
            let twin = db.raw_sql(&format!("insert into {table} select * from {table}")).unwrap_err();
            assert!(twin.constraint().is_some(), "{twin}");
        }
    }

    fn a_dossier_waits_for_what_its_stage_says(db: &TestDb) {
        let store = db.store();
        let mut life = Life::submitted(&store);
        let set = |what: &str| db.raw_sql(&format!("update dossiers set {what}"));
        let moment = "'2026-12-01T00:00:00.000000Z'";
        refused_by(set(&format!("breached_at = {moment}")), "late_once_accepted");
        refused_by(set(&format!("rescheduled_at = {moment}")), "late_once_accepted");
        life.accept();
        set(&format!("breached_at = {moment}, rescheduled_at = {moment}")).unwrap();
        for what in ["waiting = 'payment'", "stage = 'awaiting_supplement'", "stage = 'awaiting_payment'"] {
            refused_by(set(what), "waiting_whole");
        }
        refused_by(set(&format!("close_after = {moment}")), "waiting_whole");
        set("stage = 'awaiting_payment', waiting = 'payment'").unwrap();
        set(&format!("stage = 'awaiting_supplement', waiting = 'supplement', close_after = {moment}")).unwrap();
        refused_by(set("waiting = null"), "waiting_whole");
        refused_by(set("close_after = null"), "waiting_whole");
    }

    fn a_turn_that_the_clock_ended_was_ended_by_nobody(db: &TestDb) {
        let store = db.store();
        Life::accepted(&store).ask_payment();
        refused_by(db.raw_sql("update step_turns set ended_by = dossier_id"), "ended_whole");
        refused_by(db.raw_sql("update step_turns set ended = 'done'"), "ended_whole");
        db.raw_sql("update step_turns set ended = 'done', ended_by = dossier_id").unwrap();
    }
}
