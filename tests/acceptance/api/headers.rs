//! Every answer, whatever it says, is kept from being sniffed, framed, cached or told to other sites.

use super::operations::ALL;
use testkit::app::{Answer, TestApp};
use testkit::db::TestDb;

const STRICT: [(&str, &str); 7] = [
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cache-control", "no-store"),
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; \
         frame-ancestors 'none'; base-uri 'none'",
    ),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
    ("cross-origin-resource-policy", "same-origin"),
];

#[track_caller]
fn strict(answer: &Answer) {
    for (name, value) in STRICT {
        assert_eq!(answer.header(name), value, "{name}: {}", answer.text);
    }
    assert!(!answer.header("x-request-id").is_empty());
    assert!(answer.header("server").is_empty() && answer.header("access-control-allow-origin").is_empty());
}

#[track_caller]
fn problem(answer: &Answer) {
    strict(answer);
    assert_eq!(answer.header("content-type"), "application/problem+json", "{}", answer.text);
    assert_eq!(answer.at("/status"), answer.status);
    assert!(answer.text_at("/type").starts_with("/problems/"));
    assert!(!answer.text_at("/title").is_empty() && !answer.text_at("/detail").is_empty());
}

testkit::on_both_databases! {
    fn every_operation_answers_with_the_strict_headers(db: &TestDb) {
        let app = TestApp::on(db);
        for operation in &ALL {
            let ready = operation.ready(&app);
            strict(&ready.call(&ready.rightful(&app)).send());
        }
    }

    fn what_nobody_may_is_a_problem_in_both_languages(db: &TestDb) {
        let app = TestApp::on(db);
        let vietnamese = app.nobody().get("dossiers").is(401);
        let english = app.nobody().with_header("Accept-Language", "en").get("dossiers").is(401);
        problem(&vietnamese);
        problem(&english);
        assert_ne!(vietnamese.at("/detail"), english.at("/detail"));
    }

    fn an_address_that_is_none_of_ours_is_a_problem(db: &TestDb) {
        let app = TestApp::on(db);
        for path in [
            "/api",
            "/api/v1",
            "/api/v1/",
            "/api/v2/dossiers",
            "/api/v1/dossiers/",
            "/api/v1//me",
        ] {
            for method in ["GET", "POST", "DELETE", "PUT"] {
                problem(&app.nobody().call(method, path).send().is(404));
            }
        }
    }

    fn a_method_an_address_does_not_take_is_a_problem_that_names_those_it_takes(db: &TestDb) {
        let app = TestApp::on(db);
        let allowed = [
            ("/api/v1/dossiers", "GET, POST"),
            ("/api/v1/sessions/current", "DELETE"),
            ("/api/v1/me", "GET"),
            ("/api/v1/dossiers/H32.10-261116-0001/steps/x/done", "POST"),
            ("/healthz", "GET"),
        ];
        for (path, methods) in allowed {
            for method in ["PUT", "PATCH", "OPTIONS", "TRACE", "BREW"] {
                let answer = app.clerk(testkit::app::WARD).call(method, path).send().is(405);
                problem(&answer);
                assert_eq!(answer.header("allow"), methods, "{method} {path}");
            }
            assert_eq!(
                app.nobody().call("HEAD", path).send().is(405).header("allow"),
                methods,
                "HEAD {path}"
            );
        }
    }
}
