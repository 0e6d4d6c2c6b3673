//! Agencies that act at the same moment: one is first, and the other goes on from what it did.

use super::{gathered, gathering};
use dossier::Event;
use kernel::{Actor, Role, Rule};
use std::collections::BTreeSet;
use std::sync::Barrier;
use std::thread;
use store::{StoreError, log};
use testkit::db::{TestDb, findings};
use testkit::life::{Life, asks};
use testkit::province::{BESIDE, COORDINATOR, COUNTER, actor};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

/// The last moment at which an agency is heard in a gathering that opened on the first day.
const LAST_HEARD: OffsetDateTime = datetime!(2026-11-23 23:59:59.999_999 +7);

/// What one agency does, on a server with a clock of its own.
struct Act<'a> {
    life: Life<'a>,
    by: Actor,
    command: intake::Command,
}

type Outcome = Result<Vec<Event>, StoreError>;

impl<'a> Act<'a> {
    fn of(life: &Life<'a>, role: Role, agency: &str, command: intake::Command) -> Self {
        Self { life: life.clone(), by: actor(role, agency), command }
    }

    /// As the server does it: where somebody else was first, on what is there now.
    fn carried_out(&self, together: &Barrier) -> Outcome {
        let mut append = self.life.prepared(&self.by, self.command.clone());
        together.wait();
        loop {
            match self.life.store.write(move |db| log::append(db, &append)) {
                Err(StoreError::Raced) => append = self.life.prepared(&self.by, self.command.clone()),
                other => return other.map(|(_, events)| events),
            }
        }
    }
}

/// All of these at the same moment.
fn at_once(acts: &[Act<'_>]) -> Vec<Outcome> {
    let together = Barrier::new(acts.len());
    thread::scope(|scope| {
        let acting: Vec<_> = acts.iter().map(|act| scope.spawn(|| act.carried_out(&together))).collect();
        acting.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

fn kinds(outcomes: &[Outcome]) -> Vec<&'static str> {
    let mut kinds: Vec<_> = outcomes.iter().flatten().flatten().map(Event::kind).collect();
    kinds.sort_unstable();
    kinds
}

fn is_refused(outcome: &Outcome) -> bool {
    matches!(outcome, Err(StoreError::Broken(violation)) if violation.rule == Rule::OneRequestForAllAgencies)
}

testkit::on_both_databases! {
    fn two_agencies_that_open_the_gathering_at_once_are_in_one(db: &TestDb) {
        let store = db.store();
        for _ in 0..5 {
            let mut life = Life::side_by_side(&store);
            let ask = |agency, note| Act::of(&life, Role::Officer, agency, asks::supplement_for(note));
            let outcomes = at_once(&[ask(COORDINATOR, "Ảnh mờ"), ask(BESIDE, "Chưa ký")]);
            assert_eq!(kinds(&outcomes), ["needs_asked", "needs_stated"]);
            life.by(Role::Clerk, COUNTER, asks::no_needs());
            life.by(Role::Clerk, COUNTER, asks::issue());
            let asked = &life.loaded().state.intake.requested[0];
            let notes: BTreeSet<&str> = asked.items[0].note.split("; ").collect();
            assert_eq!((asked.items.len(), notes), (1, BTreeSet::from(["Chưa ký", "Ảnh mờ"])));
        }
        assert_eq!((db.rows("requests").len(), db.rows("needs").len()), (5, 15));
        assert_eq!(findings(&store), Vec::<String>::new());
    }

    fn of_eight_at_once_each_agency_is_heard_once(db: &TestDb) {
        let store = db.store();
        let life = Life::side_by_side(&store);
        let ask = |n: usize| {
            let needed = asks::supplement_for(&format!("Lỗi {n}"));
            Act::of(&life, Role::Officer, [COORDINATOR, BESIDE][n % 2], needed)
        };
        let outcomes = at_once(&(0..8).map(ask).collect::<Vec<_>>());
        assert_eq!(kinds(&outcomes), ["needs_asked", "needs_stated"]);
        assert_eq!(outcomes.iter().filter(|outcome| is_refused(outcome)).count(), 6);
        let heard = db.lines("select agency || ' ' || state || ' ' || items as line from needs order by agency");
        assert_eq!(heard, ["H32.1 waiting 0", "H32.5 stated 1", "H32.6 stated 1"]);
        assert_eq!(findings(&store), Vec::<String>::new());
    }

    fn of_eight_who_issue_the_request_at_once_one_does(db: &TestDb) {
        let store = db.store();
        let life = gathered(&store);
        let acts = [(); 8].map(|()| Act::of(&life, Role::Clerk, COUNTER, asks::issue()));
        let outcomes = at_once(&acts);
        assert_eq!(kinds(&outcomes), ["clock_stopped", "paused", "supplement_requested"]);
        assert_eq!((db.rows("requests").len(), findings(&store)), (1, vec![]));
    }

    fn who_speaks_at_the_last_moment_is_in_the_request_or_silent_and_never_left_out(db: &TestDb) {
        let store = db.store();
        for _ in 0..5 {
            let life = gathering(&store);
            let over = Life { now: LAST_HEARD + Duration::MICROSECOND, ..life.clone() };
            let last = Life { now: LAST_HEARD, ..life.clone() };
            let mut acts: Vec<Act<'_>> =
                (0..6).map(|_| Act::of(&over, Role::Clerk, COUNTER, asks::issue())).collect();
            for agency in [BESIDE, COUNTER] {
                acts.push(Act::of(&last, Role::Officer, agency, asks::needs(agency)));
            }
            let outcomes = at_once(&acts);
            let heard = outcomes[6..].iter().filter(|outcome| outcome.is_ok()).count();
            let state = life.loaded().state.intake;
            let [request] = &state.requested[..] else { panic!("one request: {:?}", state.requested) };
            let notes = request.items[0].note.split("; ").count();
            assert_eq!((notes, request.silent.len()), (1 + heard, 2 - heard), "{outcomes:?}");
        }
        assert_eq!(findings(&store), Vec::<String>::new());
    }
}
