//! Were the pure rules to let something pass, the database answers with the same rule, and nothing is written.

use deadline::{Approved, Event as Time};
use dossier::{Command, Event};
use intake::Event as Desk;
use kernel::{Actor, Rule};
use std::sync::Arc;
use store::{StoreError, log};
use testkit::db::TestDb;
use testkit::life::{Life, asks};
use time::Duration;

/// The rule, and what about an approval would be against it.
type Unlawful = (Rule, fn(&mut Approved));

/// What is decided, changed on its way to the database.
pub(super) fn forged(
    life: &Life<'_>,
    by: &Actor,
    command: impl Into<Command>,
    change: impl Fn(Event) -> Event + Send + Sync + 'static,
) -> Result<(), StoreError> {
    forged_into(life, by, command, move |event| vec![change(event)])
}

/// What is decided, each event turned into others.
pub(super) fn forged_into(
    life: &Life<'_>,
    by: &Actor,
    command: impl Into<Command>,
    change: impl Fn(Event) -> Vec<Event> + Send + Sync + 'static,
) -> Result<(), StoreError> {
    let mut append = life.prepared(by, command);
    let decide = Arc::clone(&append.decide);
    append.decide = Arc::new(move |ordinal| Ok(decide(ordinal)?.into_iter().flat_map(&change).collect()));
    life.store.write(move |db| log::append(db, &append)).map(drop)
}

pub(super) fn refused(db: &TestDb, rule: Rule, act: impl FnOnce() -> Result<(), StoreError>) {
    let before = db.everything();
    match act() {
        Err(StoreError::Broken(broken)) => assert_eq!(broken.rule, rule),
        other => panic!("{rule}: {other:?}"),
    }
    assert_eq!(db.everything(), before);
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

testkit::on_both_databases! {
    fn an_unlawful_approval_is_refused_by_the_rule_it_breaks(db: &TestDb) {
        let store = db.store();
        let mut life = Life::accepted(&store);
        life.propose(life.latest_lawful());
        let changes: [Unlawful; 5] = [
            (Rule::HeadApproves, |approved| approved.by = approved.proposed_by),
            (Rule::HeadApproves, |approved| approved.role = kernel::Role::Leader),
            (Rule::WrittenApology, |approved| approved.apology = " ".to_owned()),
            (Rule::ApologyBeforeAppointedDay, |approved| approved.at = approved.from - Duration::HOUR),
            (Rule::ExtensionWithinThird, |approved| approved.added_seconds += 60),
        ];
        for (rule, change) in changes {
            refused(db, rule, || forged(&life, &life.head(), asks::approval(), approved(change)));
        }
        forged(&life, &life.head(), asks::approval(), |event| event).unwrap();
    }

    fn a_second_notice_or_request_without_its_article_is_refused(db: &TestDb) {
        let store = db.store();
        let mut life = Life { version: testkit::province::lenient(), ..Life::new(&store) };
        life.submit();
        life.guide();
        life.complete();
        refused(db, Rule::GuidanceOnce, || forged(&life, &life.clerk(), asks::guidance(), without_article));
        life.accept();
        life.ask_supplement();
        life.supply();
        refused(db, Rule::SupplementOnce, || forged(&life, &life.officer(), asks::supplement(), without_article));
    }
}

fn without_article(event: Event) -> Event {
    match event {
        Event::Intake(Desk::GuidedAgain(mut guided)) => {
            guided.exception = None;
            Desk::GuidedAgain(guided).into()
        }
        Event::Intake(Desk::SupplementRequestedAgain(mut requested)) => {
            requested.exception = None;
            Desk::SupplementRequestedAgain(requested).into()
        }
        other => other,
    }
}
