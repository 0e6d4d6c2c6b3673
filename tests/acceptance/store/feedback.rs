//! What is raised stays, and what is answered stays, whoever writes the SQL.

use super::rules::refused_by;
use feedback::{Answered, Complainant};
use kernel::{FeedbackId, Rule, UserId};
use std::sync::Barrier;
use std::thread;
use store::feedback::{Author, New, Ref, Seen, answer, find, raise};
use store::{Store, StoreError};
use testkit::app::WARD;
use testkit::db::TestDb;
use testkit::life::MORNING;
use testkit::province::code;
use time::Duration;
use uuid::Uuid;

fn new(id: u128) -> New {
    let complainant =
        Complainant { name: "Trần Văn Kín".to_owned(), phone: String::new(), email: String::new() };
    New {
        id: FeedbackId(Uuid::from_u128(id)),
        agency: code(WARD),
        dossier: None,
        at: MORNING,
        year: 2026,
        due: MORNING + Duration::days(14),
        author: Author { question: "Phải chờ lâu".to_owned(), complainant },
    }
}

fn raised(store: &Store, id: u128) -> FeedbackId {
    let new = new(id);
    store.write(move |db| raise(db, &new)).unwrap().id
}

fn given() -> Answered {
    Answered {
        at: MORNING + Duration::DAY,
        by: UserId(Uuid::from_u128(7)),
        published_question: "Phải chờ lâu".to_owned(),
        answer: "Đã mở thêm một quầy".to_owned(),
    }
}

fn answering(store: &Store, id: FeedbackId, answered: Answered) -> Result<(), StoreError> {
    store.write(move |db| answer(db, id, &answered))
}

testkit::on_both_databases! {
    fn no_hand_written_answer_lacks_a_part_or_says_nothing(db: &TestDb) {
        raised(&db.store(), 1);
        let whole = "answered_at = raised_at, answered_by = id, published_question = 'x', answer = 'y'";
        for part in ["answered_by = null", "published_question = null", "answer = null", "answer = '  '", "published_question = ''"] {
            let (name, _) = part.split_once(' ').unwrap();
            let others: Vec<&str> = whole.split(", ").filter(|other| !other.starts_with(&format!("{name} "))).collect();
            let sql = format!("update feedback set {}, {part}", others.join(", "));
            refused_by(db.raw_sql(&sql), "answer-in-writing");
        }
        refused_by(db.raw_sql("update feedback set answer = 'y'"), "answer-in-writing");
        db.raw_sql(&format!("update feedback set {whole}")).unwrap();
    }

    fn an_answer_before_the_question_is_none(db: &TestDb) {
        let store = db.store();
        let id = raised(&store, 1);
        let early = Answered { at: MORNING - Duration::SECOND, ..given() };
        let refused = answering(&store, id, early).unwrap_err();
        assert!(matches!(&refused, StoreError::Broken(broken) if broken.rule == Rule::AnswerInWriting), "{refused}");
        answering(&store, id, Answered { at: MORNING, ..given() }).unwrap();
    }

    fn what_was_answered_and_published_stays(db: &TestDb) {
        let store = db.store();
        let (answered, open) = (raised(&store, 1), raised(&store, 2));
        answering(&store, answered, given()).unwrap();
        assert!(matches!(answering(&store, answered, given()), Err(StoreError::Raced)));
        for sql in ["update feedback set answer = 'z' where answer is not null", "update feedback set answer = null where answer is not null", "delete from feedback where answer is not null"] {
            refused_by(db.raw_sql(sql), "answered-once");
        }
        for sql in ["set due = raised_at", "set agency = 'H32.11'", "set number = 'x'", "set dossier = 'x'"] {
            refused_by(db.raw_sql(&format!("update feedback {sql} where answer is null")), "answered-once");
        }
        refused_by(db.raw_sql("delete from feedback where answer is null"), "answered-once");
        let found = |id| store.read(|db| find(db, &Seen::Own(id), &Ref::Id(id))).unwrap().unwrap();
        assert_eq!((found(answered).state.answered, found(open).state.answered), (Some(given()), None));
    }

    fn who_raised_it_may_be_forgotten(db: &TestDb) {
        let store = db.store();
        let id = raised(&store, 1);
        db.raw_sql("delete from feedback_people").unwrap();
        let found = store.read(|db| find(db, &Seen::Own(id), &Ref::Id(id))).unwrap().unwrap();
        assert_eq!(found.author, None);
        answering(&store, id, given()).unwrap();
    }

    fn numbers_have_neither_gap_nor_double_when_many_raise_at_once(db: &TestDb) {
        const MANY: u128 = 8;
        let (store, together) = (db.store(), Barrier::new(usize::try_from(MANY).unwrap()));
        thread::scope(|scope| {
            for id in 1..=MANY {
                let (store, together) = (&store, &together);
                scope.spawn(move || {
                    together.wait();
                    raised(store, id);
                });
            }
        });
        let numbers = db.lines("select number as line from feedback order by 1");
        assert_eq!(numbers, (1..=MANY).map(|n| format!("PA-H32.10-2026-{n:04}")).collect::<Vec<_>>());
    }

    fn of_many_answers_at_once_one_is_kept(db: &TestDb) {
        let (store, together) = (db.store(), Barrier::new(4));
        let id = raised(&store, 1);
        let kept = thread::scope(|scope| {
            let each = (0..4).map(|n| {
                let (store, together) = (&store, &together);
                scope.spawn(move || {
                    together.wait();
                    answering(store, id, Answered { answer: format!("{n}"), ..given() }).is_ok()
                })
            });
            let each: Vec<_> = each.collect();
            each.into_iter().map(|thread| thread.join().unwrap()).filter(|kept| *kept).count()
        });
        assert_eq!(kept, 1);
    }
}
