//! Whatever a provider does, and whenever a process is killed: no notice is lost, none is told twice, and what can't be told
//! is a clerk's task before its moment.

mod by_chance;
mod down;
mod slow;

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::thread;
use store::notices::{Task, tasks};
use testkit::app::{CERTIFICATE, MONDAY, TestApp, WARD};
use testkit::db::TestDb;
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

/// Dossiers that are accepted, and those of them whose rescheduling is approved: the law demands the apology.
const ACCEPTED: usize = 6;
const RESCHEDULED: usize = 2;
/// Each is told both ways.
const MESSAGES: usize = 2 * (ACCEPTED + RESCHEDULED);

/// An apology goes out before the day of the old appointment, Thursday.
const BEFORE: OffsetDateTime = datetime!(2026-11-19 00:00 +7);

/// The dossier's number and the occasion of each.
fn named(tasks: impl IntoIterator<Item = Task>) -> BTreeSet<String> {
    let named = |task: Task| format!("{} {}", task.code.expect("it was accepted"), task.occasion);
    tasks.into_iter().map(named).collect()
}

/// Two processes on one database that have something to tell and one way out.
struct Ward<'a> {
    db: &'a TestDb,
    one: TestApp,
    other: TestApp,
}

impl<'a> Ward<'a> {
    /// With so many senders each, on Monday morning.
    fn with_senders(db: &'a TestDb, senders: usize) -> Self {
        let one = TestApp::with(db, |config| config.notices.senders = NonZeroUsize::new(senders).unwrap());
        let other = one.beside(db);
        let ward = Self { db, one, other };
        let receipts: Vec<_> = (0..ACCEPTED).map(|_| ward.one.clerk(WARD).take_in(CERTIFICATE)).collect();
        for receipt in receipts.iter().take(RESCHEDULED) {
            ward.one.clerk(WARD).done(&receipt.code, "tiep-nhan").is(200);
            ward.one.officer().propose(&receipt.code, "2026-11-20T08:00:00+07:00").is(200);
            ward.one.head().approve(&receipt.code).is(200);
        }
        ward
    }

    /// Both processes look once, at the same time, until they are done or killed; and the counter sees what is urgent.
    fn look(&self) {
        thread::scope(|scope| {
            for process in [&self.one, &self.other] {
                scope.spawn(|| process.tell_unless_killed());
            }
        });
        self.what_is_urgent_is_a_task();
    }

    /// Looks on, each minute for two hours and then each hour, until every message has gone out or been given up.
    fn look_until_all_is_over(&self) {
        let minutes = [Duration::MINUTE; 120].into_iter();
        for step in minutes.chain([Duration::HOUR; 96]) {
            self.look();
            if self.open() == 0 {
                return;
            }
            self.one.later(step);
        }
        panic!("{} messages are still open after four days", self.open());
    }

    /// How many messages have neither gone out nor been given up.
    fn open(&self) -> usize {
        self.ids("state in ('waiting', 'claimed')").len()
    }

    /// The ids of messages.
    fn ids(&self, which: &str) -> BTreeSet<String> {
        let id = match self.db.kind() {
            store::Kind::Sqlite => "lower(hex(id))",
            store::Kind::Postgres => "replace(id::text, '-', '')",
        };
        self.db.lines(&format!("select {id} as line from notices where {which}")).into_iter().collect()
    }

    fn tasks(&self, near: OffsetDateTime) -> Vec<Task> {
        self.one.store().read(|db| tasks(db, &WARD.parse().unwrap(), near, 1_000)).unwrap()
    }

    /// A day before its moment at the latest, what nobody has been told yet that the law demands is a task.
    fn what_is_urgent_is_a_task(&self) {
        let near = self.one.now() + Duration::DAY;
        if near <= BEFORE {
            return;
        }
        let urgent = self.tasks(near).into_iter().filter(|task| task.deliver_before == Some(BEFORE));
        let untold = self.untold("one.deliver_before is not null");
        assert_eq!(named(urgent), untold, "at {}", self.one.now());
    }

    /// What has gone out in no way: the dossier's number, and the occasion.
    fn untold(&self, which: &str) -> BTreeSet<String> {
        let told = "select 1 from notices other where other.outbox_id = one.outbox_id \
            and other.occasion = one.occasion and other.state in ('sent', 'delivered')";
        let untold = format!(
            "select dossiers.code || ' ' || one.occasion as line from notices one join dossiers on dossiers.id = one.dossier_id \
             where {which} and not exists ({told})"
        );
        self.db.lines(&untold).into_iter().collect()
    }

    /// Every message is sent, and was taken, or given up; what was told in no way is a task, and nothing else is.
    fn nothing_is_lost(&self) {
        assert_eq!(self.ids("true").len(), MESSAGES);
        let (sent, failed) = (self.ids("state = 'sent'"), self.ids("state = 'failed'"));
        assert_eq!(sent.len() + failed.len(), MESSAGES);
        let taken = self.one.sink().references();
        let taken: BTreeSet<String> = taken.keys().map(|id| id.simple().to_string()).collect();
        assert!(sent.is_subset(&taken), "said to be sent, and never taken");
        assert_eq!(named(self.tasks(MONDAY)), self.untold("true"));
    }

    /// Nobody who honours the reference is told twice; nothing is sent again that the sender knew to be taken.
    fn nobody_is_told_twice(&self) {
        let mut references: BTreeMap<(String, String), BTreeSet<_>> = BTreeMap::new();
        for taken in self.one.sink().taken() {
            let told = (taken.message.to, taken.message.text);
            references.entry(told).or_default().insert(taken.reference);
        }
        for (told, references) in references {
            assert_eq!(references.len(), 1, "{told:?} under {references:?}");
        }
        let needless = self.one.sink().needless();
        assert!(needless.is_empty(), "sent again though they were known to be taken: {needless:?}");
    }

    /// No message was taken more than once, whatever its receiver makes of the reference.
    fn nothing_is_taken_twice(&self) {
        let taken = self.one.sink().references();
        assert!(taken.values().all(|times| *times == 1), "{taken:?}");
    }
}
