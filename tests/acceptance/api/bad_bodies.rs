//! A bad body to every POST: a problem that says what, never a fault of ours, and nothing recorded.

use super::posts::{JSON, posts};
use serde_json::{Value, json};
use testkit::app::TestApp;
use testkit::db::TestDb;

testkit::on_both_databases! {
    fn what_is_not_json_is_refused(db: &TestDb) {
        let app = TestApp::on(db);
        let posts = posts(&app);
        let before = db.everything();
        let nested = "[".repeat(100_000);
        let broken: [&[u8]; 9] = [
            b"{\"a\":",
            b"{}}",
            b"{} {}",
            b"\xff\xfe{}",
            b"\xef\xbb\xbf{}",
            b"nonsense",
            b"{'a': 1}",
            b"{\"a\": 1,}",
            nested.as_bytes(),
        ];
        for post in &posts {
            for body in broken {
                let shown = String::from_utf8_lossy(&body[..body.len().min(20)]).into_owned();
                let answer = post.send(JSON, body);
                let status = if answer.status == 422 { 422 } else { 400 };
                post.refused(answer, status, &shown);
            }
        }
        assert_eq!(db.everything(), before);
    }

    fn what_is_no_object_of_known_fields_is_refused(db: &TestDb) {
        let app = TestApp::on(db);
        let posts = posts(&app);
        let before = db.everything();
        for post in &posts {
            for other in [json!(null), json!(1), json!("x"), json!([]), json!([[]]), json!(true)] {
                post.misfit(&other, "");
            }
            let mut more = post.body();
            more["colour/~"] = json!("red");
            post.misfit(&more, "/colour~1~0");
            if !post.asks_for_nothing() {
                post.refused(post.send(JSON, ""), 422, "empty");
                post.refused(post.send(JSON, "{}"), 422, "nothing in it");
            }
        }
        assert_eq!(db.everything(), before);
    }

    fn a_field_that_stands_twice_is_refused(db: &TestDb) {
        let app = TestApp::on(db);
        let posts = posts(&app);
        let before = db.everything();
        for post in posts.iter().filter(|post| post.body() != json!({})) {
            let once = post.body().to_string();
            let body = post.body();
            let (name, value) = body.as_object().unwrap().iter().next().unwrap();
            let twice = format!("{{\"{name}\":{value},{}", &once[1..]);
            let answer = post.refused(post.send(JSON, twice), 422, name);
            assert_eq!(answer.at("/errors/0/code"), "twice", "{}", answer.text);
        }
        assert_eq!(db.everything(), before);
    }

    fn what_is_another_media_type_is_refused(db: &TestDb) {
        let app = TestApp::on(db);
        let posts = posts(&app);
        let before = db.everything();
        for post in &posts {
            let body = post.body().to_string();
            for other in [
                "",
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/jsonp",
                "x",
                "application/xml",
            ] {
                post.refused(post.send(other, body.clone()), 415, other);
            }
        }
        assert_eq!(db.everything(), before);
    }

    fn a_list_of_values_is_no_object(db: &TestDb) {
        let app = TestApp::on(db);
        let posts = posts(&app);
        let before = db.everything();
        for post in &posts {
            let in_order: Vec<Value> = post.body().as_object().unwrap().values().cloned().collect();
            post.misfit(&json!(in_order), "");
            let fields = post.body();
            let objects = fields.as_object().unwrap().iter().filter(|(_, value)| value.is_object());
            for (name, object) in objects {
                let in_order: Vec<Value> = object.as_object().unwrap().values().cloned().collect();
                post.misfit(&post.with(&format!("/{name}"), json!(in_order)), &format!("/{name}"));
            }
        }
        let submission = posts.iter().find(|post| post.named("/dossiers")).unwrap();
        submission.misfit(
            &submission.with("/components/0", json!(["to-khai", "original", 1, "x"])),
            "/components/0",
        );
        assert_eq!(db.everything(), before);
    }

    fn a_megabyte_is_too_large(db: &TestDb) {
        let app = TestApp::on(db);
        let posts = posts(&app);
        let before = db.everything();
        let megabyte = json!({ "reason": "x".repeat(1 << 20) }).to_string();
        for post in &posts {
            post.refused(post.send(JSON, megabyte.clone()), 413, "1 MB");
        }
        assert_eq!(db.everything(), before);
    }
}
