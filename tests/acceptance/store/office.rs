//! What administrators do stays written down, and is done once.

use kernel::{Role, UserId};
use store::office::{Change, Deed, Subject, about, under, write_down};
use store::{Kind, Store, StoreError, accounts, catalogue};
use testkit::db::{TestDb, on};
use time::OffsetDateTime;
use time::macros::datetime;
use uuid::Uuid;

const NOW: OffsetDateTime = datetime!(2026-11-23 08:00 +7);

/// Somebody who acts.
fn keeper(store: &Store) -> UserId {
    let id = UserId(Uuid::from_u128(7));
    let account = accounts::Account {
        id,
        username: "quan-tri".to_owned(),
        password_hash: "x".to_owned(),
        name: "Người Quản Trị".to_owned(),
        agency: "H32".parse().unwrap(),
        roles: vec![Role::Administrator],
        fields: vec![],
        active: true,
    };
    let agency = catalog::Agency {
        code: "H32".parse().unwrap(),
        name: "Tỉnh".to_owned(),
        parent: None,
        calendar: "mau".to_owned(),
        counter: None,
        address: None,
        hotline: None,
        place: None,
        sign: None,
    };
    let added = store.write(move |db| {
        catalogue::put_agency(db, &agency)?;
        accounts::add(db, &account, NOW)
    });
    added.unwrap();
    id
}

fn deed(by: Option<UserId>, id: u128, key: Option<&str>) -> Deed {
    Deed {
        id: Uuid::from_u128(id),
        at: NOW,
        by,
        subject: Subject::Agency,
        about: "H32".to_owned(),
        deed: "changed".to_owned(),
        changes: Change::of("name", "Tỉnh", "Tỉnh Mẫu").into_iter().collect(),
        key: key.map(|key| (key.to_owned(), vec![1])),
    }
}

fn write(store: &Store, deed: Deed) -> Result<(), StoreError> {
    store.write(move |db| write_down(db, &deed))
}

fn refused(outcome: Result<(), StoreError>) {
    let why = outcome.unwrap_err().to_string();
    assert!(why.contains("append-only") || why.contains("constraint failed"), "{why}");
}

testkit::on_both_databases! {
    fn what_was_done_is_read_the_latest_first(db: &TestDb) {
        let store = db.store();
        let by = keeper(&store);
        write(&store, deed(Some(by), 1, None)).unwrap();
        write(&store, deed(None, 2, None)).unwrap();
        let done = store.read(|db| about(db, Subject::Agency, "H32", 10)).unwrap();
        let who: Vec<Option<&str>> = done.iter().map(|one| one.by.as_deref()).collect();
        assert_eq!(who, [None, Some("Người Quản Trị")]);
        assert_eq!(done[1].changes, deed(None, 2, None).changes);
        assert_eq!(store.read(|db| about(db, Subject::Agency, "H32", 1)).unwrap().len(), 1);
        assert!(store.read(|db| about(db, Subject::Account, "H32", 10)).unwrap().is_empty());
    }

    fn under_one_key_it_is_done_once(db: &TestDb) {
        let store = db.store();
        let by = keeper(&store);
        write(&store, deed(Some(by), 1, Some("k"))).unwrap();
        assert!(matches!(write(&store, deed(Some(by), 2, Some("k"))), Err(StoreError::Repeated)));
        write(&store, deed(Some(by), 3, Some("l"))).unwrap();
        // Nobody's key is nobody's.
        write(&store, deed(None, 4, None)).unwrap();
        write(&store, deed(None, 5, None)).unwrap();
        let found = store.read(|db| under(db, by, "k")).unwrap().unwrap();
        assert_eq!((found.about.as_str(), found.body_hash), ("H32", vec![1]));
        assert_eq!(store.read(|db| under(db, by, "m")).unwrap(), None);
    }

    fn what_is_written_down_is_neither_changed_nor_taken_back(db: &TestDb) {
        let store = db.store();
        let by = keeper(&store);
        write(&store, deed(Some(by), 1, Some("k"))).unwrap();
        let before = db.everything();
        refused(db.raw_sql("update office_log set about = 'H33'"));
        refused(db.raw_sql("delete from office_log"));
        assert_eq!(db.everything(), before);
    }

    fn an_account_that_has_changed_meanwhile_is_not_written_over(db: &TestDb) {
        let store = db.store();
        let by = keeper(&store);
        let kept = store.read(|db| accounts::kept(db, by)).unwrap().unwrap();
        let mut named = kept.clone();
        named.account.name = "Tên Mới".to_owned();
        let first = named.clone();
        store.write(move |db| accounts::change(db, &first)).unwrap();
        assert!(matches!(store.write(move |db| accounts::change(db, &kept)), Err(StoreError::Raced)));
        let version = named.version;
        let set = store.write(move |db| accounts::set_password(db, by, version, "y"));
        assert!(matches!(set, Err(StoreError::Raced)));
        let shut = store.write(move |db| accounts::set_active(db, by, version, false));
        assert!(matches!(shut, Err(StoreError::Raced)));
        let kept = store.read(|db| accounts::kept(db, by)).unwrap().unwrap();
        assert_eq!((kept.account, kept.version), (named.account, version + 1));
    }

    fn an_agency_counts_its_changes_but_not_what_says_the_same(db: &TestDb) {
        let store = db.store();
        keeper(&store);
        let version = || store.read(|db| catalogue::agency_version(db, &"H32".parse().unwrap())).unwrap();
        let agency = store.read(catalogue::all_agencies).unwrap().remove(0);
        let same = agency.clone();
        store.write(move |db| catalogue::put_agency(db, &same)).unwrap();
        assert_eq!(version(), Some(1));
        let other = catalog::Agency { name: "Tỉnh Mẫu".to_owned(), ..agency.clone() };
        store.write(move |db| catalogue::put_agency(db, &other)).unwrap();
        assert_eq!(version(), Some(2));
        let again = agency.clone();
        let stale = store.write(move |db| catalogue::change_agency(db, &again, 1));
        assert!(matches!(stale, Err(StoreError::Raced)));
        assert!(matches!(store.write(move |db| catalogue::add_agency(db, &agency)), Err(StoreError::Raced)));
    }
}

#[test]
fn postgres_refuses_to_truncate_the_office_log() {
    on(Kind::Postgres, "postgres_refuses_to_truncate_the_office_log", |db| {
        let store = db.store();
        write(&store, deed(Some(keeper(&store)), 1, None)).unwrap();
        refused(db.raw_sql("truncate office_log"));
        assert_eq!(db.rows("office_log").len(), 1);
    });
}

#[test]
fn sqlite_refuses_to_replace_what_is_in_the_office_log() {
    on(Kind::Sqlite, "sqlite_refuses_to_replace_what_is_in_the_office_log", |db| {
        let store = db.store();
        write(&store, deed(Some(keeper(&store)), 1, Some("k"))).unwrap();
        let before = db.everything();
        let copy = "select {id}, at, user_id, subject, 'H33', deed, changes, key, body_hash from office_log";
        for id in ["id", "x'00000000000000000000000000000009'"] {
            refused(db.raw_sql(&format!("insert or replace into office_log {}", copy.replace("{id}", id))));
        }
        assert_eq!(db.everything(), before);
    });
}
