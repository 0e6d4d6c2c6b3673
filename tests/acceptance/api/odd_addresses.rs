//! Odd paths and odd questions: a problem, never a fault of ours.

use data_encoding::BASE64URL_NOPAD;
use serde_json::json;
use std::io::{Read, Write};
use std::net::TcpStream;
use testkit::app::{Answer, CERTIFICATE, Client, TestApp, WARD};
use testkit::db::TestDb;

const ABSENT: &str = "01938000-0000-7000-8000-000000000000";

#[track_caller]
fn refused(answer: &Answer, why: &str) {
    assert!((400..500).contains(&answer.status), "{why}: {} {}", answer.status, answer.text);
    assert_eq!(answer.header("content-type"), "application/problem+json", "{why}: {}", answer.text);
}

/// What may stand where a code should.
fn odd_names() -> Vec<String> {
    let odd = [
        "%00",
        "%0a",
        "%2f",
        "%2F..%2f",
        "..",
        "%2e%2e",
        "%",
        "%zz",
        "%ff%fe",
        "%c3%28",
        "%ed%a0%80",
        "+",
        "%20",
        "'",
        "%22",
        "*",
        "null",
        "-1",
        "0",
        "H32.10-261116-00001",
        "H32.10-261116-0000",
        "H32.10-000000-0001",
        "H32.10-261116-99999999999",
        "{ref}",
        "01938000-0000-7000-8000-00000000000g",
    ];
    odd.into_iter().map(str::to_owned).chain(["a".repeat(4_000)]).collect()
}

/// Questions to the list of dossiers, each with what it can't be.
const MISFITS: [(&str, &[&str]); 10] = [
    ("limit", &["0", "201", "-1", "1.5", "x", "", "99999999999999999999"]),
    ("stage", &["x", ""]),
    ("late", &["maybe", "1"]),
    ("desk", &["theirs"]),
    ("asked", &["theirs", ""]),
    ("due_before", &["0000-00-00T00:00:00Z", "10000-01-01T00:00:00Z", "2026-11-18", "x"]),
    ("agency", &["x", "%00"]),
    ("q", &["%00", "%0a"]),
    ("after", &["x", "%00", "bnVsbA", "eyJpZCI6MX0"]),
    ("colour", &["red"]),
];

/// A request line as it is, and the status line of what comes back; empty where the connection is just closed.
fn raw(app: &TestApp, line: &[u8]) -> String {
    let address = app.url().strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    let whole = [line, b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"].concat();
    // It may be closed before all of it is sent.
    stream.write_all(&whole).unwrap_or_default();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap_or_default();
    String::from_utf8_lossy(&answer).lines().next().unwrap_or_default().to_owned()
}

testkit::on_both_databases! {
    fn a_name_that_can_be_none_is_of_nothing(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        for name in odd_names() {
            for path in
                ["dossiers/{}", "dossiers/{}/events", "dossiers/{}/sheet", "procedures/{}", "status/{}"]
            {
                refused(&clerk.get(&path.replace("{}", &name)), &name);
            }
            for path in [
                "dossiers/{}/acceptance",
                "dossiers/{}/steps/x/done",
                "dossiers/H32.10-261116-0001/steps/{}/done",
                "dossiers/H32.10-261116-0001/legs/{}/receipt",
                "dossiers/{}/legs/x/receipt",
                "dossiers/{}/supplement-request/issue",
            ] {
                refused(&clerk.post(&path.replace("{}", &name), &json!({})), &name);
            }
            refused(&app.holder("x").withdraw(&name), &name);
        }
        assert!(db.rows("dossiers").is_empty());
    }

    fn a_number_is_written_in_one_way(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        let code = clerk.take_in(CERTIFICATE).code;
        clerk.get(&format!("dossiers/{}", code.replace("H32", "%48%33%32"))).is(200);
        for other in [
            code.to_lowercase(),
            format!("{code}%20"),
            format!("%20{code}"),
            format!("{code}/"),
            code.replace("-0001", "-00001"),
        ] {
            clerk.get(&format!("dossiers/{other}")).is(404);
            app.nobody().get(&format!("status/{other}")).is(404);
        }
    }

    fn a_question_that_does_not_fit_is_refused_by_its_name(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        for (name, values) in MISFITS {
            for value in values {
                let answer = clerk.get(&format!("dossiers?{name}={value}")).is(422);
                refused(&answer, name);
                let pointer = answer.text_at("/errors/0/pointer");
                assert_eq!(pointer, format!("?{name}"), "{value}: {}", answer.text);
            }
        }
        clerk.get("dossiers?=x").is(422);
        for name in ["q", "after"] {
            clerk.get(&format!("dossiers?{name}={}", "x".repeat(3_000))).is(422);
        }
        clerk.get("dossiers?limit=1&limit=2").is(422);
    }

    fn the_first_and_the_last_moment_are_moments(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        clerk.take_in(CERTIFICATE);
        let moments = [
            "0000-01-01T00:00:00Z",
            "0000-01-01T00:00:00%2B23:59",
            "9999-12-31T23:59:59Z",
            "9999-12-31T23:59:59-23:59",
            "2026-11-18T00:00:60Z",
            "1969-12-31T23:59:59.999999999Z",
            "2026-02-29T00:00:00Z",
        ];
        for moment in moments {
            let answer = clerk.get(&format!("dossiers?due_before={moment}"));
            assert!(matches!(answer.status, 200 | 422), "{moment}: {} {}", answer.status, answer.text);
            let place = json!({ "overdue_after": moment.replace("%2B", "+"), "id": ABSENT });
            let place = BASE64URL_NOPAD.encode(place.to_string().as_bytes());
            let answer = clerk.get(&format!("dossiers?desk=mine&after={place}"));
            assert!(matches!(answer.status, 200 | 422), "{moment}: {} {}", answer.status, answer.text);
        }
    }

    fn what_people_type_into_a_search_finds_or_finds_nothing(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.clerk(WARD);
        clerk.take_in(CERTIFICATE);
        let found =
            |client: &Client, path: &str| client.get(path).is(200).at("/items").as_array().unwrap().len();
        for typed in
            ["%25", "_", "%27", "%22", "%5c", "!", "%27%20or%201=1%20--", "%f0%9f%98%80", "H32.10-%25", "%ff"]
        {
            assert_eq!(found(&clerk, &format!("dossiers?q={typed}")), 0, "{typed}");
        }
        for typed in [
            "",
            "%20",
            "b%C3%AD%20m%E1%BA%ADt",
            "bi%20mat",
            "BI%20M%E1%BA%ACT",
            "h32",
            "056090007777",
            "0905007777",
        ] {
            assert_eq!(found(&clerk, &format!("dossiers?q={typed}")), 1, "{typed}");
        }
        for typed in ["%25", "_", "%27", "%5c", "!"] {
            assert_eq!(found(&clerk, &format!("procedures?q={typed}")), 0, "{typed}");
        }
    }

    fn what_is_no_http_at_all_does_no_harm(db: &TestDb) {
        let app = TestApp::on(db);
        let long = [b"GET /".as_slice(), &[b'a'; 200_000]].concat();
        let lines: [&[u8]; 7] =
            [b"GET /\xff\xfe", b"GET /a b", b"GET", b"\x16\x03\x01", b"get /healthz", b"GET *", &long];
        for line in lines {
            let status = raw(&app, line);
            let shown = String::from_utf8_lossy(&line[..line.len().min(20)]);
            assert!(status.is_empty() || status.contains(" 4"), "{shown}: {status}");
        }
        app.nobody().get("/healthz").is(200);
    }
}
