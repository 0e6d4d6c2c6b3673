//! What concerns a dossier's time is kept like all the rest: every kind of event is appended and projected.

use calendar::{CalendarData, DaysOff};
use dossier::Event;
use kernel::Role;
use std::collections::BTreeSet;
use store::{Store, log};
use testkit::db::{TestDb, findings};
use testkit::life::Life;
use testkit::province::{self, COUNTER};
use time::Duration;

use super::across::{consulted, endorsed, handed_out, not_heard, paid};

fn stage(db: &TestDb, life: &Life<'_>) -> String {
    let state = life.loaded().state;
    let stage = state.stage().expect("submitted").as_str();
    let rows = db.lines(&format!("select stage as line from dossiers where seq = {}", state.version));
    assert!(rows.iter().any(|row| row == stage), "{rows:?}, not {stage}");
    stage.to_owned()
}

fn kinds(store: &Store, life: &Life<'_>) -> Vec<&'static str> {
    let entries = store.read(|db| log::entries(db, life.id)).unwrap();
    entries.iter().map(|entry| entry.event.kind()).collect()
}

/// Guided, completed, accepted, supplemented, paid, proposed twice, rescheduled, told of it, returned.
fn rescheduled(db: &TestDb, store: &Store) -> Vec<&'static str> {
    let mut life = Life::submitted(store);
    life.guide();
    assert_eq!(stage(db, &life), "guided");
    life.complete();
    life.accept();
    life.ask_supplement();
    assert_eq!(stage(db, &life), "awaiting_supplement");
    life.supply();
    assert_eq!(stage(db, &life), "accepted");
    life.ask_payment();
    assert_eq!(stage(db, &life), "awaiting_payment");
    life.pay();
    life.propose(life.latest_lawful());
    life.reject();
    life.propose(life.latest_lawful());
    life.approve();
    life.send_letter();
    life.change_contact();
    life.done("tham-dinh", Role::Officer, COUNTER);
    life.grant();
    life.hand_over();
    assert_eq!(stage(db, &life), "returned");
    kinds(store, &life)
}

/// Rescheduled, and nobody was told of it before the appointed day.
fn unsent(store: &Store) -> Vec<&'static str> {
    let mut life = Life::accepted(store);
    life.propose(life.latest_lawful());
    life.approve();
    life.now = life.appointment();
    life.letter_unsent();
    kinds(store, &life)
}

/// Missed, apologised for, then ended.
fn missed(db: &TestDb, store: &Store) -> Vec<&'static str> {
    let mut life = Life::accepted(store);
    life.now = life.appointment() + Duration::days(1);
    life.breach();
    life.apologise(life.appointment() + Duration::days(7));
    life.done("tham-dinh", Role::Officer, COUNTER);
    life.grant();
    assert_eq!(stage(db, &life), "result_ready");
    kinds(store, &life)
}

/// Each notice and each request twice, as the field's own law allows; the calendar changes meanwhile.
fn lenient(store: &Store) -> Vec<&'static str> {
    let mut life = Life { version: province::lenient(), ..Life::new(store) };
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
    let off = life.appointment().date();
    let day_off = DaysOff { from: off, to: off, name: "Nghỉ bù".to_owned() };
    let mut data = CalendarData { version: 2, ..province::calendar_data() };
    data.days_off.push(day_off);
    life.calendars = province::calendars_of(data);
    life.recount();
    kinds(store, &life)
}

/// Not supplemented in its days.
fn closed(db: &TestDb, store: &Store) -> Vec<&'static str> {
    let mut life = Life::accepted(store);
    life.ask_supplement();
    life.now += Duration::days(30);
    life.close();
    assert_eq!(stage(db, &life), "closed");
    kinds(store, &life)
}

testkit::on_both_databases! {
    fn every_kind_of_event_is_kept_and_the_query_tables_follow(db: &TestDb) {
        let store = db.store();
        let of_one = [rescheduled(db, &store), unsent(&store), missed(db, &store), lenient(&store), closed(db, &store)];
        let across = [handed_out, not_heard, paid, consulted, endorsed].map(|live| kinds(&store, &live(&store)));
        let seen: BTreeSet<&str> = of_one.into_iter().chain(across).flatten().collect();
        let unseen: Vec<&&str> = Event::KINDS.iter().filter(|kind| !seen.contains(**kind)).collect();
        assert_eq!(unseen, [&"refused", &"withdrawn", &"step_sent_back", &"step_assigned", &"rated"]);
        assert_eq!(findings(&store), Vec::<String>::new());
        let before = db.everything();
        log::rebuild(&store).unwrap();
        assert_eq!(db.everything(), before);
    }
    fn a_breach_names_the_turn_in_which_it_lay_whatever_comes_after(db: &TestDb) {
        let store = db.store();
        let mut life = Life::accepted(&store);
        life.done("tham-dinh", Role::Officer, COUNTER);
        life.send_back();
        life.now = life.appointment() + Duration::days(1);
        life.breach();
        let held = "select h.step || ' ' || h.visit || ' at ' || h.agency || ', given ' || t.given_minutes as line
            from breach_holders h
            join step_turns t on t.dossier_id = h.dossier_id and t.step = h.step and t.visit = h.visit";
        let before = db.lines(held);
        assert_eq!(before, ["tham-dinh 2 at H32.1, given 180"]);
        life.done("tham-dinh", Role::Officer, COUNTER);
        life.send_back();
        assert_eq!((db.lines(held), findings(&store)), (before, vec![]));
    }
}
