//! Feedback: raised by anyone, answered in writing and in public, without the name of who asked (3.a¶2).

use super::operations::complaint;
use kernel::Role;
use serde_json::{Value, json};
use testkit::app::{Answer, BIRTH, CERTIFICATE, COMMUNE, Client, MONDAY, PERSONAL, TestApp, WARD};
use testkit::db::TestDb;
use time::macros::datetime;

fn raise(app: &TestApp) -> Value {
    app.nobody().post("feedback", &complaint()).is(201).json()
}

fn number(raised: &Value) -> &str {
    raised["number"].as_str().unwrap()
}

fn answer_of(by: &Client, raised: &Value, question: &str, answer: &str) -> Answer {
    let body = json!({ "published_question": question, "answer": answer });
    by.post(&format!("feedback/{}/answer", number(raised)), &body)
}

fn answered(by: &Client, raised: &Value) -> Answer {
    answer_of(by, raised, "Phải chờ lâu tại quầy", "Đã mở thêm một quầy")
}

fn numbers(page: &Answer) -> Vec<String> {
    page.at("/items").as_array().unwrap().iter().map(|item| number(item).to_owned()).collect()
}

fn names_nobody(answer: &Answer) {
    assert!(PERSONAL.iter().all(|personal| !answer.text.contains(personal)), "{}", answer.text);
    assert!(!answer.text.contains("hai giờ"), "the words as they came: {}", answer.text);
}

testkit::on_both_databases! {
    fn it_is_raised_by_anyone_and_gets_a_number_a_secret_and_a_day(db: &TestDb) {
        let app = TestApp::on(db);
        let (first, second) = (raise(&app), raise(&app));
        assert_eq!([number(&first), number(&second)], ["PA-H32.10-2026-0001", "PA-H32.10-2026-0002"]);
        assert_eq!(first["due"], "2026-11-28T11:30:00+07:00", "ten working days: Saturday is half of one, the 24th none");
        let elsewhere = json!({ "agency": COMMUNE, "question": "Bảng niêm yết cũ" });
        let called_in = app.clerk(WARD).post("feedback", &elsewhere).is(201).json();
        assert_eq!(number(&called_in), "PA-H32.11-2026-0001", "whoever takes the call down");
    }

    fn its_author_follows_it_by_the_secret_and_nobody_else_sees_it_before_it_is_answered(db: &TestDb) {
        let app = TestApp::on(db);
        let raised = raise(&app);
        let path = format!("feedback/{}", number(&raised));
        let secret = raised["secret"].as_str().unwrap();
        let own = app.holder(secret).get(&path).is(200);
        assert_eq!((own.at("/standing"), own.at("/said/name")), (json!("open"), json!(PERSONAL[0])));
        assert_eq!(app.nobody().get(&format!("{path}?secret={}", secret.to_lowercase())).is(200).json(), own.json());
        let absent = app.nobody().get("feedback/PA-H32.10-2026-0099").is(404).shown();
        let other = app.clerk(WARD).take_in(CERTIFICATE).secret;
        for nobody in [app.nobody(), (*app.holder(&other)).clone(), app.someone(Role::Clerk, COMMUNE), app.someone(Role::Officer, WARD)] {
            assert_eq!(nobody.get(&path).is(404).shown(), absent);
        }
        let published = app.nobody().get("feedback").is(200);
        assert_eq!(published.at("/items"), json!([]));
        answered(&app.someone(Role::Head, WARD), &raised).is(200);
        let own = app.holder(secret).get(&path).is(200);
        assert_eq!((own.at("/standing"), own.at("/answer")), (json!("answered"), json!("Đã mở thêm một quầy")));
    }

    fn an_answer_is_public_at_once_without_name_contact_or_the_words_as_they_came(db: &TestDb) {
        let app = TestApp::on(db);
        let raised = raise(&app);
        let by = app.someone(Role::Deputy, WARD);
        assert_eq!(answered(&by, &raised).is(200).at("/said/phone"), PERSONAL[2]);
        for reader in [app.nobody(), app.someone(Role::Administrator, WARD), app.someone(Role::Clerk, COMMUNE), app.someone(Role::Supervisor, COMMUNE)] {
            let one = reader.get(&format!("feedback/{}", number(&raised))).is(200);
            let all = reader.get("feedback").is(200);
            assert_eq!(all.at("/items/0"), one.json());
            assert_eq!(one.at("/published_question"), "Phải chờ lâu tại quầy");
            names_nobody(&one);
            names_nobody(&all);
        }
        names_nobody(&by.get("feedback").is(200));
    }

    fn an_answer_that_says_nothing_or_names_the_person_is_refused(db: &TestDb) {
        let app = TestApp::on(db);
        let (raised, clerk) = (raise(&app), app.clerk(WARD));
        let before = db.everything();
        let refused = answer_of(&clerk, &raised, " ", "Đã mở thêm một quầy").breaks("answer-in-writing");
        assert_eq!(refused.at("/facts/lacking"), json!(["published_question"]));
        let refused = answer_of(&clerk, &raised, "Bà nguyễn thị bí mật chờ lâu", "Gọi 0905 007 777").breaks("answer-in-writing");
        assert_eq!(refused.at("/facts/names"), json!(["name", "phone"]));
        assert_eq!(db.everything(), before);
    }

    fn it_is_answered_once_and_the_same_answer_again_is_that_one(db: &TestDb) {
        let app = TestApp::on(db);
        let (raised, clerk) = (raise(&app), app.clerk(WARD));
        let first = answered(&clerk, &raised).is(200).json();
        let before = db.everything();
        app.later(time::Duration::HOUR);
        assert_eq!(answered(&clerk, &raised).is(200).json(), first);
        answer_of(&clerk, &raised, "Phải chờ lâu tại quầy", "Khác").breaks("answered-once");
        answered(&app.someone(Role::Head, WARD), &raised).breaks("answered-once");
        assert_eq!(db.everything(), before);
    }

    fn what_was_raised_by_somebody_forgotten_is_answered_to_nobody(db: &TestDb) {
        let app = TestApp::on(db);
        let (raised, clerk) = (raise(&app), app.clerk(WARD));
        db.raw_sql("delete from feedback_people").unwrap();
        let before = db.everything();
        answered(&clerk, &raised).is(404);
        assert_eq!(db.everything(), before);
    }

    fn what_is_open_is_for_the_hotline_the_longest_due_on_top(db: &TestDb) {
        let app = TestApp::on(db);
        let old = raise(&app);
        app.at(datetime!(2026-11-18 09:00 +7));
        let new = raise(&app);
        app.nobody().post("feedback", &json!({ "agency": COMMUNE, "question": "Bảng niêm yết cũ" })).is(201);
        app.at(datetime!(2026-11-30 17:30:01 +7));
        for role in [Role::Clerk, Role::Leader, Role::Head, Role::Deputy] {
            let open = app.someone(role, WARD).get("feedback?open=true").is(200);
            assert_eq!(numbers(&open), [number(&old), number(&new)], "{role}");
            assert_eq!((open.at("/items/0/standing"), open.at("/items/1/standing")), (json!("overdue"), json!("open")));
            assert_eq!(open.at("/items/0/said/name"), PERSONAL[0]);
        }
        for role in [Role::Officer, Role::Administrator] {
            app.someone(role, WARD).get("feedback?open=true").is(403);
        }
        app.nobody().get("feedback?open=true").is(401);
        let across = app.someone(Role::Supervisor, COMMUNE).get("feedback?open=true").is(200);
        assert_eq!(numbers(&across).len(), 3, "a supervisor sees who is late");
        names_nobody(&across);
        assert_eq!(numbers(&app.clerk(WARD).get(&format!("feedback?open=true&agency={COMMUNE}")).is(200)), Vec::<String>::new());
        answered(&app.clerk(WARD), &old).is(200);
        let open = app.clerk(WARD).get("feedback?open=true").is(200);
        assert_eq!(numbers(&open), [number(&new)]);
        assert_eq!(app.nobody().get("feedback").is(200).at("/items/0/standing"), "answered_late");
    }

    fn a_list_is_read_page_by_page_and_narrowed_to_an_agency(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let raised: Vec<Value> = (0..5).map(|_| raise(&app)).collect();
        let pages = |by: &Client, search: &str| {
            let (mut all, mut after) = (Vec::new(), String::new());
            loop {
                let page = by.get(&format!("feedback?limit=2{search}{after}")).is(200);
                all.extend(numbers(&page));
                let Some(next) = page.at("/next").as_str().map(str::to_owned) else { return all };
                after = format!("&after={next}");
            }
        };
        let in_order: Vec<&str> = raised.iter().map(number).collect();
        assert_eq!(pages(&clerk, "&open=true"), in_order);
        for raised in &raised {
            answered(&clerk, raised).is(200);
        }
        let published = pages(&app.nobody(), &format!("&agency={WARD}"));
        assert_eq!(published, in_order.into_iter().rev().collect::<Vec<_>>());
        assert_eq!(pages(&app.nobody(), &format!("&agency={COMMUNE}")), Vec::<String>::new());
        for wrong in ["?after=x", "?limit=0", "?open=maybe", "?agency=x", "?colour=red"] {
            app.nobody().get(&format!("feedback{wrong}")).is(422);
        }
    }

    fn of_a_dossier_it_goes_to_an_agency_that_has_to_do_with_it(db: &TestDb) {
        let app = TestApp::on(db);
        let code = app.clerk(WARD).take_in(BIRTH).code;
        let about = |agency: Value, dossier: &str| {
            app.nobody().post("feedback", &json!({ "agency": agency, "dossier": dossier, "question": "Sao chưa có?" }))
        };
        for agency in [json!(null), json!(WARD)] {
            assert!(number(&about(agency, &code).is(201).json()).starts_with("PA-H32.10-"));
        }
        let open = app.clerk(WARD).get("feedback?open=true").is(200);
        assert_eq!(open.at("/items/0/said/dossier"), code.as_str());
        for (agency, dossier, pointer) in [
            (json!(COMMUNE), code.as_str(), "/agency"),
            (json!("H99.1"), code.as_str(), "/agency"),
            (json!(WARD), "H32.10-261116-0099", "/dossier"),
            (json!(null), "H32.10-261116-0099", "/dossier"),
            (json!(WARD), "x", "/dossier"),
        ] {
            assert_eq!(about(agency, dossier).is(422).at("/errors/0/pointer"), pointer);
        }
        for (body, pointer) in [
            (json!({ "question": "Sao chưa có?" }), "/agency"),
            (json!({ "agency": "H99.1", "question": "Sao chưa có?" }), "/agency"),
            (json!({ "agency": WARD, "question": " \n" }), "/question"),
        ] {
            assert_eq!(app.nobody().post("feedback", &body).is(422).at("/errors/0/pointer"), pointer);
        }
        assert_eq!(db.rows("feedback").len(), 2);
    }

    fn the_same_request_under_its_key_is_one_and_another_is_another(db: &TestDb) {
        let app = TestApp::on(db);
        let under = |key: &str, body: &Value| {
            app.nobody().call("POST", "feedback").header("Idempotency-Key", key).json(body).send().is(201).text
        };
        let other = json!({ "agency": WARD, "question": "Khác" });
        assert_eq!(under("a", &complaint()), under("a", &complaint()));
        assert_ne!(under("a", &complaint()), under("b", &complaint()));
        assert_ne!(under("a", &complaint()), under("a", &other));
        assert_eq!((db.rows("feedback").len(), db.rows("feedback_people").len()), (3, 3));
    }

    fn it_is_raised_no_oftener_than_submissions_and_a_secret_tried_no_oftener_than_others(db: &TestDb) {
        let app = TestApp::with(db, |config| {
            config.limits.submissions_a_minute = 2;
            config.limits.look_ups_a_minute = 2;
        });
        let raised = raise(&app);
        raise(&app);
        app.nobody().post("feedback", &complaint()).is(429);
        app.clerk(WARD).post("feedback", &complaint()).is(201);
        let path = format!("feedback/{}?secret=AAAAA-AAAAA", number(&raised));
        app.nobody().get(&path).is(404);
        app.nobody().get(&path).is(404);
        app.nobody().get(&path).is(429);
    }

    fn the_office_says_within_how_many_days_it_answers(db: &TestDb) {
        let app = TestApp::with(db, |config| config.feedback.answer_within_working_days = 1.try_into().unwrap());
        assert_eq!(app.now(), MONDAY);
        assert_eq!(raise(&app)["due"], "2026-11-17T17:30:00+07:00");
    }
}
