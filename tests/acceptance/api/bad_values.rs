//! A bad value in every field of every POST: a problem that says where, never a fault of ours, and nothing recorded.

use super::posts::{JSON, posts};
use serde_json::{Value, json};
use testkit::app::TestApp;
use testkit::db::TestDb;

/// Every value in a body that holds no others, with its pointer.
fn leaves(value: &Value, pointer: String, found: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| leaves(value, format!("{pointer}/{name}"), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, value)| leaves(value, format!("{pointer}/{n}"), found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            found.push((pointer, value.clone()));
        }
    }
}

/// What a value can't be, whatever it is for.
fn misfits(value: &Value) -> Vec<Value> {
    let wrong_types = [json!([]), json!({}), json!(true)];
    let others = match value {
        Value::String(_) => vec![json!(7), json!("a\u{0}b"), json!("a\u{7}b"), json!("x".repeat(9_000))],
        // What holds more than so many copies is a sum of money.
        Value::Number(sum) if sum.as_u64() > Some(70_000) => vec![json!(0), json!(-1), json!(1e300)],
        _ => vec![json!("7"), json!(-1), json!(1.5), json!(70_000), json!(u64::MAX), json!(1e300)],
    };
    wrong_types.into_iter().chain(others).filter(|misfit| misfit != value).collect()
}

testkit::on_both_databases! {
    fn no_field_takes_what_it_is_not_for(db: &TestDb) {
        let app = TestApp::on(db);
        let posts = posts(&app);
        let before = db.everything();
        for post in &posts {
            let mut found = Vec::new();
            leaves(&post.body(), String::new(), &mut found);
            for (pointer, value) in found {
                for misfit in misfits(&value) {
                    post.misfit(&post.with(&pointer, misfit), &pointer);
                }
            }
        }
        assert_eq!(db.everything(), before);
    }

    fn half_a_character_is_no_text(db: &TestDb) {
        let app = TestApp::on(db);
        let posts = posts(&app);
        let before = db.everything();
        for post in posts.iter().filter(|post| post.body() != json!({})) {
            let mut found = Vec::new();
            leaves(&post.body(), String::new(), &mut found);
            for (pointer, _) in found.iter().filter(|(_, value)| value.is_string()) {
                for half in ["\\ud800", "\\udc00", "\\ud800x", "\\ud800\\ud800"] {
                    let body = post.with(pointer, json!("HALF")).to_string().replace("HALF", half);
                    let answer = post.refused(post.send(JSON, body), 422, half);
                    assert_eq!(answer.at("/errors/0/pointer"), pointer.as_str(), "{half}: {}", answer.text);
                }
            }
        }
        assert_eq!(db.everything(), before);
    }

    fn no_day_no_score_and_no_number_lies_outside_its_range(db: &TestDb) {
        let app = TestApp::on(db);
        let posts = posts(&app);
        let before = db.everything();
        let days = [
            "0000-01-01",
            "9999-12-31",
            "10000-01-01",
            "-0001-01-01",
            "1999-12-31",
            "2101-01-01",
            "2026-02-30",
            "2026-11-18T00:00:00Z",
            "18/11/2026",
            "",
        ];
        let days = days.map(|day| ("/result", "/paper/date", json!(day)));
        let scores = [json!(0), json!(6), json!(255), json!(256), json!(5.0), json!(null)]
            .map(|score| ("/rating", "/score", score));
        let copies = [json!(65_536), json!(-1)].map(|copies| ("/dossiers", "/components/0/copies", copies));
        let others = [
            (
                "/dossiers",
                "/components",
                json!(vec![json!({ "component": "to-khai", "form": "original", "copies": 1 }); 201]),
            ),
            ("/dossiers", "/channel", json!("fax")),
            ("/dossiers", "/case", json!("khong-co")),
            ("/dossiers", "/procedure", json!("9.999999")),
            ("/dossiers", "/procedure", json!("../../etc/passwd")),
            ("/dossiers", "/applicant/kind", json!("ghost")),
            ("/dossiers", "/components/0/form", json!("fax")),
            ("/assignment", "/officer", json!("01938000-0000-7000-8000-000000000000")),
            ("/assignment", "/officer", json!("' or 1=1 --")),
            ("/done", "/outcome", json!("perhaps")),
            ("/result", "/kind", json!("perhaps")),
            ("/return", "/channel", json!("fax")),
        ];
        for (end, pointer, value) in days.into_iter().chain(scores).chain(copies).chain(others) {
            let post = posts.iter().find(|post| post.named(end)).unwrap();
            post.misfit(&post.with(pointer, value), pointer);
        }
        let huge = posts.iter().find(|post| post.named("/rating")).unwrap();
        for number in ["1e999", "99999999999999999999999999999999999999", "-0", "0x5", "1e"] {
            let answer = huge.send(JSON, format!("{{\"score\":{number}}}"));
            assert!(matches!(answer.status, 400 | 422), "{number}: {}", answer.text);
        }
        assert_eq!(db.everything(), before);
    }

    fn what_is_said_at_the_end_of_a_step_fits_or_is_refused(db: &TestDb) {
        let app = TestApp::on(db);
        let posts = posts(&app);
        let before = db.everything();
        let done = posts.iter().find(|post| post.named("/done")).unwrap();
        let over = 1_000_000_000_001_u64;
        for sum in [json!(-1), json!(1.5), json!("7"), json!(true), json!([]), json!(over), json!(1e300)] {
            done.misfit(&json!({ "payment": sum }), "/payment");
        }
        for list in [json!([]), json!([["trich-do", true]]), json!(true), json!("trich-do"), json!(null)] {
            done.misfit(&json!({ "decided": list }), "/decided");
        }
        for (leg, worked) in [("trich-do", json!("yes")), ("trich-do", json!(1)), ("trich-do", json!(null)), ("Không", json!(true))] {
            let misfit = done.send(JSON, json!({ "decided": { leg: worked } }).to_string());
            let answer = done.refused(misfit, 422, leg);
            assert!(answer.text_at("/errors/0/pointer").starts_with("/decided"), "{}", answer.text);
        }
        let twice = done.send(JSON, r#"{"decided":{"trich-do":true,"trich-do":false}}"#);
        let answer = done.refused(twice, 422, "twice");
        assert_eq!(answer.at("/errors/0/code"), "twice", "{}", answer.text);
        assert_eq!(db.everything(), before);
    }

    fn a_consultation_and_its_answer_say_something_of_somebody_by_a_moment(db: &TestDb) {
        let app = TestApp::on(db);
        let posts = posts(&app);
        let before = db.everything();
        let consultation = posts.iter().find(|post| post.named("/consultations")).unwrap();
        for due in ["2026-11-18", "10000-01-01T00:00:00Z", "9999-12-31T23:59:59-23:00", "18/11/2026", ""] {
            consultation.misfit(&consultation.with("/due", json!(due)), "/due");
        }
        for agency in ["H99.1", "' or 1=1 --", ""] {
            consultation.misfit(&consultation.with("/agency", json!(agency)), "/agency");
        }
        let paper = posts.iter().find(|post| post.named("/paper")).unwrap();
        paper.misfit(&paper.with("/kind", json!("perhaps")), "/kind");
        paper.misfit(&paper.with("/paper/date", json!("2101-01-01")), "/paper/date");
        paper.misfit(&paper.with("/paper", json!(null)), "/paper");
        let needs = posts.iter().find(|post| post.named("/needs")).unwrap();
        let item = json!({ "component": "giay-chung-sinh", "fault": "not_valid", "note": "x" });
        needs.misfit(&json!({ "items": vec![item; 201] }), "/items");
        assert_eq!(db.everything(), before);
    }
}
