//! Online submissions that aren't sent yet, and what a counter knows of those who were there before.

use kernel::{DossierId, Role};
use store::Store;
use store::catalogue::put_agency;
use store::drafts::{self, Draft};
use store::people::last_by_identity;
use store::query::{held_late, received_lately};
use testkit::db::TestDb;
use testkit::life::{Life, MORNING, new_id};
use testkit::province::{COUNTER, OTHER_COUNTER, agencies, applicant, code};
use time::{Duration, OffsetDateTime};

fn begun(store: &Store, at: OffsetDateTime) -> Draft {
    let draft = Draft {
        id: DossierId(new_id()),
        procedure: "1.004873".parse().expect("a code"),
        case: "cap-moi".parse().expect("a code"),
        agency: code(COUNTER),
        body: "[]".to_owned(),
        at,
        changed_at: at,
    };
    let kept = draft.clone();
    let written = store.write(move |db| {
        agencies().iter().try_for_each(|agency| put_agency(db, agency))?;
        drafts::begin(db, &kept)
    });
    written.expect("begun");
    draft
}

fn read(store: &Store, id: DossierId) -> Option<Draft> {
    store.read(|db| drafts::draft(db, id)).expect("read")
}

testkit::on_both_databases! {
    fn a_draft_is_saved_as_it_is_written_and_ends_when_it_is_sent(db: &TestDb) {
        let store = db.store();
        let draft = begun(&store, MORNING);
        assert_eq!(read(&store, draft.id), Some(draft.clone()));
        let later = MORNING + Duration::HOUR;
        let id = draft.id;
        assert!(store.write(move |db| drafts::save(db, id, "[[\"/a\",\"b\"]]", later)).expect("saved"));
        let saved = Draft { body: "[[\"/a\",\"b\"]]".to_owned(), changed_at: later, ..draft };
        assert_eq!(read(&store, id), Some(saved));
        store.write(move |db| drafts::end(db, id)).expect("ended");
        assert_eq!(read(&store, id), None);
        assert!(!store.write(move |db| drafts::save(db, id, "[]", later)).expect("nothing to save"));
    }

    fn a_draft_is_forgotten_once_nobody_has_written_in_it_for_its_days(db: &TestDb) {
        let store = db.store();
        let draft = begun(&store, MORNING);
        let forgotten = |before| store.write(move |db| drafts::forget(db, before)).expect("forgotten");
        assert_eq!(forgotten(MORNING).drafts, 0);
        assert!(read(&store, draft.id).is_some());
        assert_eq!(forgotten(MORNING + Duration::MICROSECOND).drafts, 1);
        assert_eq!(read(&store, draft.id), None);
    }

    fn a_counter_knows_who_applied_there_and_not_who_applied_elsewhere(db: &TestDb) {
        let store = db.store();
        let known = |agency: &str, identity: &str| {
            let agency = code(agency);
            let person = store.read(|db| last_by_identity(db, &agency, identity)).expect("read");
            person.map(|person| (person.name, person.phone))
        };
        let mut first = applicant("Lê Văn Tám");
        "056090000001".clone_into(&mut first.identity);
        "0905000001".clone_into(&mut first.phone);
        Life { applicant: first.clone(), ..Life::new(&store) }.submit();
        "0905000002".clone_into(&mut first.phone);
        Life { applicant: first, ..Life::new(&store) }.submit();
        let last = Some(("Lê Văn Tám".to_owned(), "0905000002".to_owned()));
        assert_eq!(known(COUNTER, "056090000001"), last, "as they were given last");
        assert_eq!(known(COUNTER, "056090000002"), None);
        assert_eq!(known(OTHER_COUNTER, "056090000001"), None, "what they told another agency stays there");
    }

    fn what_is_received_often_is_what_was_received_lately(db: &TestDb) {
        let store = db.store();
        Life::submitted(&store);
        let lately = |agency| store.read(|db| received_lately(db, &code(agency))).expect("read");
        assert_eq!(lately(COUNTER).len(), 1);
        assert_eq!(lately(OTHER_COUNTER), []);
    }

    fn a_step_is_held_late_once_its_own_time_is_used_up(db: &TestDb) {
        let store = db.store();
        let life = Life::accepted(&store);
        let late = |now: OffsetDateTime, agency: &str| {
            let agency = code(agency);
            store.read(|db| held_late(db, &agency, now)).expect("read")
        };
        let due = late(MORNING + Duration::days(300), COUNTER)[0].due;
        assert_eq!(late(due, COUNTER), [], "its time isn't over yet");
        let held = late(due + Duration::MICROSECOND, COUNTER);
        assert_eq!((held.len(), held[0].dossier), (1, life.id));
        assert_eq!(held[0].role.parse(), Ok(Role::Officer));
        assert_eq!(late(due + Duration::days(1), OTHER_COUNTER), []);
    }
}
