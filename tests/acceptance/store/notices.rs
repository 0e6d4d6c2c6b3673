//! Messages on their way: spread once, claimed by one at a time, tried again, and a clerk's task where nothing went out.

use std::collections::BTreeSet;
use std::thread;
use store::Store;
use store::notices::{
    Claim, Claimed, New, Task, To, Told, Way, again_at, by_provider_reference, claim, delivered, failed,
    give_back, sent, settle, spread, tasks, to_spread,
};
use testkit::db::TestDb;
use testkit::life::{Life, MORNING, new_id};
use testkit::province::{COUNTER, OTHER_COUNTER, code};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

/// When everything that was accepted is to be told.
const LATER: OffsetDateTime = MORNING.saturating_add(Duration::HOUR);
const LEASE: Duration = Duration::minutes(5);

fn message(occasion: &str, way: Way) -> New {
    New {
        id: new_id(),
        occasion: occasion.to_owned(),
        to: To::Applicant,
        way,
        is_legal: false,
        deliver_before: None,
        not_before: MORNING,
    }
}

/// An accepted dossier whose acceptance is to be told in these messages.
fn told(store: &Store, messages: Vec<New>) -> Life<'_> {
    let life = Life::accepted(store);
    let told = taken_at(store, LATER).pop().expect("the acceptance is told");
    assert_eq!((told.dossier, told.topic.as_str()), (life.id, "accepted"));
    assert!(store.write(move |db| spread(db, &told, &messages)).unwrap());
    life
}

/// What somebody takes to spread it.
fn taken_at(store: &Store, now: OffsetDateTime) -> Vec<Told> {
    store.write(move |db| to_spread(db, now, now + LEASE, 10)).unwrap()
}

fn claimed_at(store: &Store, now: OffsetDateTime, limit: i64) -> (Uuid, Vec<Claimed>) {
    let by = new_id();
    let wish = Claim { by, now, until: now + LEASE, limit };
    (by, store.write(move |db| claim(db, &wish)).unwrap())
}

/// The one message that is free now, with the claim on it.
#[track_caller]
fn claimed(store: &Store, now: OffsetDateTime) -> (Uuid, Claimed) {
    let (by, mut all) = claimed_at(store, now, 10);
    assert_eq!(all.len(), 1, "{all:?}");
    (by, all.remove(0))
}

fn states(db: &TestDb) -> Vec<String> {
    db.lines("select channel || ' ' || state as line from notices order by 1")
}

fn at_the_counter(store: &Store) -> Vec<Task> {
    store.read(|db| tasks(db, &code(COUNTER), MORNING, 10)).unwrap()
}

testkit::on_both_databases! {
    fn what_is_to_be_told_is_spread_once_whoever_comes(db: &TestDb) {
        let store = db.store();
        Life::accepted(&store);
        let told = taken_at(&store, LATER).pop().expect("the acceptance");
        let made = thread::scope(|scope| {
            let one = |_| scope.spawn(|| {
                let (told, messages) = (told.clone(), vec![message("accepted", Way::Sms)]);
                store.write(move |db| spread(db, &told, &messages)).unwrap()
            });
            let threads: Vec<_> = (0..4).map(one).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).filter(|made| *made).count()
        });
        assert_eq!((made, states(db)), (1, vec!["sms waiting".to_owned()]));
        assert_eq!(taken_at(&store, LATER + LEASE), []);
    }

    fn the_same_person_is_told_once_in_each_way_also_by_hand(db: &TestDb) {
        let store = db.store();
        told(&store, vec![message("accepted", Way::Sms), message("accepted", Way::Email)]);
        let again = "insert into notices select outbox_id, outbox_id, dossier_id, seq, occasion, user_id, channel, is_legal, \
            deliver_before, state, attempts, begun_at, available_at, claimed_by, sent_at, delivered_at, provider_reference, \
            why, settled_at, settled_by, settled_how from notices where channel = 'sms'";
        assert!(db.raw_sql(again).is_err());
        assert_eq!(states(db), ["email waiting", "sms waiting"]);
    }

    fn what_is_taken_to_be_spread_is_one_workers_until_its_time_is_up(db: &TestDb) {
        let store = db.store();
        for _ in 0..6 {
            Life::accepted(&store);
        }
        let all: Vec<Uuid> = thread::scope(|scope| {
            let workers: Vec<_> = (0..4).map(|_| scope.spawn(|| taken_at(&store, LATER))).collect();
            workers.into_iter().flat_map(|worker| worker.join().unwrap()).map(|told| told.id).collect()
        });
        assert_eq!((all.len(), all.iter().collect::<BTreeSet<_>>().len()), (6, 6));
        assert_eq!(taken_at(&store, LATER + LEASE - Duration::MICROSECOND), [], "it may yet be spread");
        assert_eq!(taken_at(&store, LATER + LEASE).len(), 6, "whoever took it was killed");
    }

    fn a_message_is_one_workers_only(db: &TestDb) {
        let store = db.store();
        for _ in 0..6 {
            told(&store, vec![message("accepted", Way::Sms), message("accepted", Way::Email)]);
        }
        let all: Vec<Uuid> = thread::scope(|scope| {
            let worker = |_| scope.spawn(|| {
                let mut mine = Vec::new();
                loop {
                    let (_, some) = claimed_at(&store, MORNING, 2);
                    if some.is_empty() {
                        return mine;
                    }
                    mine.extend(some.into_iter().map(|message| message.id));
                }
            });
            let workers: Vec<_> = (0..4).map(worker).collect();
            workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
        });
        assert_eq!(all.len(), 12);
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 12);
    }

    fn what_a_killed_worker_held_is_free_when_its_time_is_up_and_no_earlier(db: &TestDb) {
        let store = db.store();
        told(&store, vec![message("accepted", Way::Sms)]);
        let (slow, first) = claimed(&store, MORNING);
        assert_eq!(claimed_at(&store, MORNING + LEASE - Duration::MICROSECOND, 10).1, []);
        let (quick, second) = claimed(&store, MORNING + LEASE);
        assert_eq!((first.id, first.attempt, second.attempt), (second.id, 1, 2));
        assert_eq!((second.begun, second.topic.as_str()), (first.begun, "accepted"));
        let at = MORNING + LEASE;
        let late = store.write(move |db| sent(db, first.id, slow, at, None)).unwrap();
        let held = store.write(move |db| sent(db, second.id, quick, at, Some("ref-1"))).unwrap();
        assert_eq!((late, held), (false, true), "who was too slow changes nothing");
        assert_eq!(states(db), ["sms sent"]);
        assert_eq!(claimed_at(&store, at + LEASE * 2, 10).1, []);
    }

    fn what_was_claimed_and_not_begun_is_given_back_as_it_was(db: &TestDb) {
        let store = db.store();
        told(&store, vec![message("accepted", Way::Sms), message("accepted", Way::Email)]);
        let (slow, both) = claimed_at(&store, MORNING, 10);
        let ids: Vec<Uuid> = both.iter().map(|message| message.id).collect();
        let sent_one = ids[0];
        store.write(move |db| sent(db, sent_one, slow, MORNING, None)).unwrap();
        let back = |by| {
            let ids = ids.clone();
            store.write(move |db| give_back(db, &ids, by, MORNING)).unwrap();
        };
        back(new_id());
        assert_eq!(claimed_at(&store, MORNING, 10).1, [], "nobody gives back another's");
        back(slow);
        let (_, again) = claimed(&store, MORNING);
        assert_eq!((again.id, again.attempt), (ids[1], 1));
        back(slow);
        assert_eq!(claimed_at(&store, MORNING, 10).1, [], "it isn't the claim's any more");
    }

    fn nothing_goes_out_before_its_time_and_what_failed_is_tried_again(db: &TestDb) {
        let store = db.store();
        let morning = MORNING + Duration::hours(2);
        told(&store, vec![New { not_before: morning, ..message("accepted", Way::Sms) }]);
        assert_eq!(claimed_at(&store, morning - Duration::MICROSECOND, 10).1, []);
        let (by, message) = claimed(&store, morning);
        let next = morning + Duration::MINUTE;
        assert!(store.write(move |db| again_at(db, message.id, by, next, "busy")).unwrap());
        assert_eq!(claimed_at(&store, next - Duration::MICROSECOND, 10).1, []);
        assert_eq!(claimed(&store, next).1.attempt, 2);
    }

    fn what_the_law_demands_goes_first(db: &TestDb) {
        let store = db.store();
        told(&store, vec![message("accepted", Way::Sms)]);
        let legal = New { is_legal: true, not_before: MORNING, ..message("rescheduled", Way::Email) };
        told(&store, vec![legal]);
        assert_eq!(claimed_at(&store, MORNING, 1).1[0].occasion, "rescheduled");
    }

    fn a_report_of_delivery_is_put_down_once(db: &TestDb) {
        let store = db.store();
        told(&store, vec![message("accepted", Way::Sms)]);
        let (by, message) = claimed(&store, MORNING);
        let report = |wont: Option<&'static str>| {
            store.write(move |db| delivered(db, message.id, MORNING + Duration::SECOND, wont)).unwrap()
        };
        assert!(!report(None), "it hasn't been sent");
        store.write(move |db| sent(db, message.id, by, MORNING, None)).unwrap();
        assert_eq!((report(None), report(None), report(Some("late"))), (true, false, false));
        assert_eq!(states(db), ["sms delivered"]);
    }

    fn a_message_is_found_by_what_the_other_side_calls_it(db: &TestDb) {
        let store = db.store();
        told(&store, vec![message("accepted", Way::Sms)]);
        let (by, message) = claimed(&store, MORNING);
        let found = |way, reference| store.read(|db| by_provider_reference(db, way, reference)).unwrap();
        assert_eq!(found(Way::Sms, "7f"), None, "it hasn't been sent");
        store.write(move |db| sent(db, message.id, by, MORNING, Some("7f"))).unwrap();
        assert_eq!(found(Way::Sms, "7f"), Some(message.id));
        assert_eq!((found(Way::Sms, "7F"), found(Way::Email, "7f")), (None, None));
        store.write(move |db| delivered(db, message.id, MORNING, None)).unwrap();
        assert_eq!(found(Way::Sms, "7f"), None, "it has been reported");
    }

    fn where_every_way_has_failed_it_is_the_counters_task(db: &TestDb) {
        let store = db.store();
        let life = told(&store, vec![message("accepted", Way::Sms), message("accepted", Way::Email)]);
        let (by, both) = claimed_at(&store, MORNING, 10);
        let give_up = |id| store.write(move |db| failed(db, id, by, "dead")).unwrap();
        assert!(give_up(both[0].id));
        assert_eq!(at_the_counter(&store), [], "the other way is still tried");
        assert!(give_up(both[1].id));
        let open = at_the_counter(&store);
        let told: Vec<_> = open.iter().map(|task| (task.dossier, task.why.as_deref())).collect();
        assert_eq!(told, [(life.id, Some("dead"))], "one task, in whatever ways it was tried");
        assert_eq!(store.read(|db| tasks(db, &code(OTHER_COUNTER), MORNING, 10)).unwrap(), []);
        let clerk = new_id();
        let task = open[0].id;
        let settled = |counter| {
            store.write(move |db| settle(db, &code(counter), task, kernel::UserId(clerk), MORNING, "called")).unwrap()
        };
        assert_eq!((settled(OTHER_COUNTER), settled(COUNTER), settled(COUNTER)), (false, true, false));
        assert_eq!(at_the_counter(&store), []);
        assert_eq!(states(db), ["email settled", "sms settled"]);
    }

    fn one_way_that_went_out_is_enough(db: &TestDb) {
        let store = db.store();
        told(&store, vec![message("accepted", Way::Sms), message("accepted", Way::Email)]);
        let (by, both) = claimed_at(&store, MORNING, 10);
        let (one, other) = (both[0].id, both[1].id);
        store.write(move |db| failed(db, one, by, "dead")).unwrap();
        store.write(move |db| sent(db, other, by, MORNING, None)).unwrap();
        assert_eq!(at_the_counter(&store), []);
    }

    fn who_has_no_address_is_a_task_at_once(db: &TestDb) {
        let store = db.store();
        told(&store, vec![message("accepted", Way::None)]);
        assert_eq!(claimed_at(&store, MORNING, 10).1, []);
        assert_eq!(at_the_counter(&store).len(), 1);
    }

    fn what_must_be_told_soon_is_a_task_though_it_is_still_tried(db: &TestDb) {
        let store = db.store();
        let before = Some(MORNING + Duration::DAY);
        told(&store, vec![New { deliver_before: before, is_legal: true, ..message("rescheduled", Way::Sms) }]);
        let near = |near| store.read(move |db| tasks(db, &code(COUNTER), near, 10)).unwrap().len();
        let day = MORNING + Duration::DAY;
        assert_eq!((near(day), near(day + Duration::MICROSECOND)), (0, 1));
        let (by, message) = claimed(&store, MORNING);
        store.write(move |db| sent(db, message.id, by, MORNING, None)).unwrap();
        assert_eq!(near(day + Duration::DAY), 0);
    }
}
