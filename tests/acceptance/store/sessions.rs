//! Sessions: of a family of refresh tokens the newest is good, an old one used again ends the family.

use kernel::{Role, UserId};
use std::thread;
use store::Store;
use store::accounts::{self, Account};
use store::catalogue::put_agency;
use store::sessions::{self, Refresh, TokenHash};
use testkit::db::TestDb;
use testkit::life::{MORNING, new_id};
use testkit::province::{COUNTER, agencies, code};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

struct Session<'a> {
    store: &'a Store,
    user: UserId,
    family: Uuid,
}

fn token(name: &str) -> TokenHash {
    TokenHash(name.as_bytes().to_vec())
}

impl<'a> Session<'a> {
    /// Opened in the morning with the token `first`, good for a day.
    fn open(store: &'a Store) -> Self {
        let account = Account {
            id: UserId(new_id()),
            username: "hoa".to_owned(),
            password_hash: "$argon2id$…".to_owned(),
            name: "Nguyễn Thị Hoa".to_owned(),
            agency: code(COUNTER),
            roles: vec![Role::Clerk, Role::Officer],
            fields: vec!["Hộ tịch".to_owned()],
            active: true,
        };
        let (user, family) = (account.id, new_id());
        let opened = store.write(move |db| {
            agencies().iter().try_for_each(|agency| put_agency(db, agency))?;
            accounts::add(db, &account, MORNING)?;
            sessions::open(db, family, account.id, &token("first"), MORNING, MORNING + Duration::DAY)
        });
        opened.unwrap();
        Self { store, user, family }
    }

    fn rotate_at(&self, at: OffsetDateTime, old: &str, new: &str) -> Refresh {
        let (old, new) = (token(old), token(new));
        self.store.write(move |db| sessions::rotate(db, &old, &new, at, at + Duration::DAY)).unwrap()
    }

    fn rotate(&self, old: &str, new: &str) -> Refresh {
        self.rotate_at(MORNING + Duration::HOUR, old, new)
    }

    fn rotated(&self) -> Refresh {
        Refresh::Rotated { user: self.user, family: self.family }
    }
}

testkit::on_both_databases! {
    fn a_session_in_a_browser_is_held_until_its_moment_and_longer_where_it_is_used(db: &TestDb) {
        let store = db.store();
        let session = Session::open(&store);
        let held = |at| store.read(|db| sessions::held(db, &token("first"), at)).expect("read");
        let end = MORNING + Duration::DAY;
        let found = held(end - Duration::MICROSECOND).expect("held");
        assert_eq!((found.user, found.family), (session.user, session.family));
        assert!(held(end).is_none(), "its moment is over");
        let later = end + Duration::HOUR;
        store.write(move |db| sessions::prolong(db, &token("first"), later)).expect("prolonged");
        assert_eq!(held(end).map(|found| found.expires_at), Some(later));
        assert!(store.read(|db| sessions::held(db, &token("other"), MORNING)).expect("read").is_none());
        let family = session.family;
        store.write(move |db| sessions::end(db, family, MORNING)).expect("ended");
        assert!(held(MORNING).is_none(), "it was left");
    }

    fn a_token_that_was_used_up_holds_nothing(db: &TestDb) {
        let store = db.store();
        let session = Session::open(&store);
        assert_eq!(session.rotate("first", "second"), session.rotated());
        let held = |name| store.read(|db| sessions::held(db, &token(name), MORNING)).expect("read");
        assert!(held("first").is_none());
        assert!(held("second").is_some());
    }

    fn a_refresh_token_is_good_once_and_the_next_one_after_it(db: &TestDb) {
        let store = db.store();
        let session = Session::open(&store);
        assert_eq!(session.rotate("first", "second"), session.rotated());
        assert_eq!(session.rotate("second", "third"), session.rotated());
    }

    fn a_token_used_again_ends_the_whole_session(db: &TestDb) {
        let store = db.store();
        let session = Session::open(&store);
        session.rotate("first", "second");
        assert_eq!(session.rotate("first", "stolen"), Refresh::Reused);
        assert_eq!(session.rotate("second", "third"), Refresh::Refused);
        assert_eq!(session.rotate("stolen", "fourth"), Refresh::Refused);
    }

    fn of_two_who_refresh_at_once_one_wins(db: &TestDb) {
        let store = db.store();
        let session = Session::open(&store);
        let outcomes = thread::scope(|scope| {
            let rotate = |new: &'static str| scope.spawn(|| session.rotate("first", new));
            [rotate("one"), rotate("other")].map(|thread| thread.join().unwrap())
        });
        assert!(outcomes.contains(&session.rotated()), "{outcomes:?}");
        assert!(outcomes.contains(&Refresh::Reused), "{outcomes:?}");
        assert_eq!(db.rows("refresh_tokens").len(), 2);
    }

    fn an_expired_an_unknown_and_an_ended_sessions_token_are_refused(db: &TestDb) {
        let store = db.store();
        let session = Session::open(&store);
        assert_eq!(session.rotate_at(MORNING + Duration::DAY, "first", "second"), Refresh::Refused);
        assert_eq!(session.rotate("unknown", "second"), Refresh::Refused);
        let family = session.family;
        store.write(move |db| sessions::end(db, family, MORNING)).unwrap();
        assert_eq!(session.rotate("first", "second"), Refresh::Refused);
        assert_eq!(db.rows("refresh_tokens").len(), 1);
    }

    fn an_account_is_read_back_with_its_roles(db: &TestDb) {
        let store = db.store();
        let session = Session::open(&store);
        let account = store.read(|db| accounts::by_username(db, "hoa")).unwrap().unwrap();
        assert_eq!((account.id, &account.roles[..]), (session.user, &[Role::Clerk, Role::Officer][..]));
        assert_eq!(store.read(|db| accounts::by_username(db, "HOA")).unwrap(), None);
        let clerks = store.read(|db| accounts::with_role(db, &code(COUNTER), Role::Clerk)).unwrap();
        assert_eq!(clerks, [(session.user, "Nguyễn Thị Hoa".to_owned())]);
        assert_eq!(store.read(|db| accounts::with_role(db, &code(COUNTER), Role::Head)).unwrap(), []);
    }
}
