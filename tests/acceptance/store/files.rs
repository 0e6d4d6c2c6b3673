//! Files in the database: in their order, once, and kept, whoever writes the SQL.

use kernel::{DossierId, FileId, UserId};
use std::thread;
use store::files::{File, add, after, of_dossier, of_this_id};
use store::{Store, StoreError};
use testkit::db::TestDb;
use testkit::life::{Life, MORNING, new_id};
use uuid::Uuid;

/// A file of a dossier, told from others by a number.
fn file(dossier: DossierId, number: u8) -> File {
    File {
        id: FileId(new_id()),
        dossier,
        sha256: [number; 32],
        name: format!("{number}.pdf"),
        media_type: "application/pdf".to_owned(),
        size: 1_000,
        at: MORNING,
        by: None,
    }
}

fn try_add(store: &Store, files: &[File], most: usize) -> Result<Option<Vec<File>>, StoreError> {
    let files = files.to_vec();
    store.write(move |db| add(db, &files, most))
}

#[track_caller]
fn added(store: &Store, files: &[File]) -> Vec<File> {
    try_add(store, files, 100).expect("written").expect("there is room")
}

fn of(store: &Store, dossier: DossierId) -> Vec<File> {
    store.read(|db| of_dossier(db, dossier)).expect("read")
}

testkit::on_both_databases! {
    fn files_are_read_back_in_the_order_in_which_they_were_added(db: &TestDb) {
        let (store, dossier) = (db.store(), DossierId(new_id()));
        let by_staff = File { by: Some(UserId(new_id())), ..file(dossier, 2) };
        let files = [file(dossier, 3), by_staff, file(dossier, 1)];
        assert_eq!(added(&store, &files).len(), 3);
        assert_eq!(of(&store, dossier), files.map(|file| File { at: MORNING.to_offset(time::UtcOffset::UTC), ..file }));
        assert_eq!(of(&store, DossierId(new_id())), []);
    }

    fn the_same_bytes_under_the_same_name_stay_the_file_that_they_were(db: &TestDb) {
        let (store, dossier) = (db.store(), DossierId(new_id()));
        let first = added(&store, &[file(dossier, 1)]);
        assert_eq!(added(&store, &[file(dossier, 1), file(dossier, 1)]), [first.clone(), first.clone()].concat());
        let renamed = File { name: "khác.pdf".to_owned(), ..file(dossier, 1) };
        assert_ne!(added(&store, &[renamed])[0].id, first[0].id);
        assert_ne!(added(&store, &[file(DossierId(new_id()), 1)])[0].id, first[0].id);
        assert_eq!(of(&store, dossier).len(), 2);
    }

    fn there_are_so_many_of_each_side_and_all_are_added_or_none(db: &TestDb) {
        let (store, dossier) = (db.store(), DossierId(new_id()));
        let by_staff = |number| File { by: Some(UserId(new_id())), ..file(dossier, number) };
        assert_eq!(try_add(&store, &[file(dossier, 1), file(dossier, 2), file(dossier, 3)], 2).unwrap(), None);
        assert_eq!(of(&store, dossier), [], "nothing of it is kept");
        assert!(try_add(&store, &[file(dossier, 1), file(dossier, 2)], 2).unwrap().is_some());
        assert_eq!(try_add(&store, &[file(dossier, 3)], 2).unwrap(), None);
        assert!(try_add(&store, &[by_staff(4), by_staff(5)], 2).unwrap().is_some());
        assert_eq!(try_add(&store, &[by_staff(6)], 2).unwrap(), None);
        assert_eq!(of(&store, dossier).len(), 4);
    }

    fn a_file_is_found_under_its_own_dossier_alone(db: &TestDb) {
        let (store, dossier) = (db.store(), DossierId(new_id()));
        let id = added(&store, &[file(dossier, 1)])[0].id;
        let found = |dossier, id| store.read(|db| of_this_id(db, dossier, id)).expect("read").is_some();
        assert!(found(dossier, id));
        assert!(!found(DossierId(new_id()), id) && !found(dossier, FileId(new_id())));
    }

    fn all_are_paged_through_each_once(db: &TestDb) {
        let store = db.store();
        let (one, two) = (DossierId(new_id()), DossierId(new_id()));
        for number in 1..=3 {
            added(&store, &[file(one, number)]);
            added(&store, &[file(two, number)]);
        }
        let (mut seen, mut last) = (Vec::new(), FileId(Uuid::nil()));
        loop {
            let page = store.read(|db| after(db, last, 4)).expect("read");
            let Some(end) = page.last() else { break };
            last = end.id;
            seen.extend(page.into_iter().map(|file| file.id));
        }
        assert_eq!(seen.len(), 6);
        assert!(seen.is_sorted());
    }

    fn who_adds_at_the_same_moment_is_told_to_ask_again_and_nothing_is_lost(db: &TestDb) {
        let (store, dossier) = (db.store(), DossierId(new_id()));
        thread::scope(|scope| {
            for number in 0..6 {
                let store = &store;
                scope.spawn(move || {
                    while let Err(why) = try_add(store, &[file(dossier, number)], 100) {
                        assert!(matches!(why, StoreError::Raced), "{why}");
                    }
                });
            }
        });
        assert_eq!(of(&store, dossier).len(), 6);
    }

    fn a_file_stays_as_it_is_and_goes_only_with_a_draft(db: &TestDb) {
        let store = db.store();
        let life = Life::submitted(&store);
        let draft = DossierId(new_id());
        added(&store, &[file(life.id, 1)]);
        added(&store, &[file(draft, 2)]);
        for change in ["name = 'x.pdf'", "size = 1", "added_by = null", "media_type = 'image/png'", "ordinal = 7"] {
            db.raw_sql(&format!("update files set {change}")).unwrap_err();
        }
        db.raw_sql("delete from files where name = '1.pdf'").unwrap_err();
        db.raw_sql("delete from files where name = '2.pdf'").unwrap();
        assert_eq!((of(&store, life.id).len(), of(&store, draft).len()), (1, 0));
    }

    fn the_database_takes_no_row_that_cant_be(db: &TestDb) {
        let (store, dossier) = (db.store(), DossierId(new_id()));
        let good = file(dossier, 1);
        let bad = [
            File { media_type: "text/html".to_owned(), ..good.clone() },
            File { media_type: "image/svg+xml".to_owned(), ..good.clone() },
            File { size: 0, ..good.clone() },
            File { name: String::new(), ..good.clone() },
            File { name: "ậ".repeat(201), ..good.clone() },
        ];
        for bad in bad {
            try_add(&store, &[bad], 100).unwrap_err();
        }
        added(&store, &[File { name: "ậ".repeat(200), ..good }]);
        assert_eq!(of(&store, dossier).len(), 1);
    }
}
