//! SMS through a real gateway, which `cargo xtask test` starts: what it hands over to the operator, and what comes back.

mod operator;

use kernel::Lang;
use notify::sms::Segments;
use notify::{
    Channel, Failure, Kannel, KannelSettings, Message, Outgoing, Report, ReportState, Secret, Sent, Transport,
};
use operator::{Query, text};
use std::net::TcpListener;
use std::thread;
use std::time::Duration;
use time::macros::datetime;
use uuid::Uuid;

fn settings() -> KannelSettings {
    operator::opens();
    KannelSettings {
        url: format!("http://{}/cgi-bin/sendsms", operator::told("MOTCUA_TEST_SMS")),
        username: "motcua".to_owned(),
        password: Secret::new("sms-secret"),
        from: "KHANHHOA".to_owned(),
        reports_to: Some(format!("http://{}/reports", operator::address())),
        connect_timeout: Duration::from_secs(10),
        timeout: Duration::from_secs(20),
    }
}

fn outgoing(reference: u128, to: &str, text: &str) -> Outgoing {
    let message = Message {
        channel: Channel::Sms,
        to: to.to_owned(),
        subject: None,
        text: text.to_owned(),
        lang: Lang::Vi,
    };
    Outgoing {
        reference: Uuid::from_u128(reference),
        at: datetime!(2026-11-26 08:00 +7),
        message,
        enclosed: Vec::new(),
    }
}

fn send(settings: KannelSettings, outgoing: &Outgoing) -> Result<Sent, Failure> {
    Kannel::new(settings).send(outgoing)
}

/// What the operator was handed for a number.
fn handed(to: &str, parts: usize) -> Vec<Query> {
    operator::waits_for("/send", parts, |query| text(query, "to") == to)
}

fn report(query: &Query) -> Report {
    let pairs: Vec<String> = query.keys().map(|key| format!("{key}={}", text(query, key))).collect();
    Report::read(&pairs.join("&")).expect("a report")
}

#[test]
fn plain_text_reaches_the_operator_in_the_gsm_alphabet() {
    let words = "Da tiep nhan ho so H32.17-261123-0001. Tra cuu: https://motcua.vn/?a=1&b=[2]~€ 100%";
    send(settings(), &outgoing(1, "+84905000001", words)).expect("sent");
    let handed = handed("+84905000001", 1);
    assert_eq!((text(&handed[0], "text"), text(&handed[0], "coding")), (words.to_owned(), "0".to_owned()));
    assert_eq!(text(&handed[0], "from"), "KHANHHOA");
}

#[test]
fn vietnamese_reaches_the_operator_with_every_letter() {
    let words = "Đã tiếp nhận hồ sơ. Hẹn trả: 17:00 ngày 30/11/2026";
    send(settings(), &outgoing(2, "+84905000002", words)).expect("sent");
    let handed = handed("+84905000002", 1);
    let units: Vec<u16> =
        handed[0]["text"].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    assert_eq!(String::from_utf16(&units).expect("UCS-2"), words);
    assert_eq!(text(&handed[0], "coding"), "2");
}

#[test]
fn a_long_text_goes_in_the_parts_that_were_counted() {
    let words = "0123456789".repeat(31);
    send(settings(), &outgoing(3, "+84905000003", &words)).expect("sent");
    let segments = Segments::of(&words);
    let mut handed = handed("+84905000003", segments.count());
    handed.sort_by_key(|part| part["udh"].clone());
    let parts: Vec<String> = handed.iter().map(|part| text(part, "text")).collect();
    assert_eq!(parts, segments.parts());
}

#[test]
fn delivery_reports_come_back_with_the_notices_id() {
    send(settings(), &outgoing(4, "+84905000004", "Ho so")).expect("sent");
    let id = Uuid::from_u128(4).to_string();
    let ours = |query: &Query| text(query, "reference") == id;
    let first = operator::waits_for("/reports", 1, ours);
    assert_eq!(report(&first[0]).state, ReportState::Taken);
    operator::reports(&handed("+84905000004", 1)[0], 1);
    let both = operator::waits_for("/reports", 2, ours);
    let last = report(&both[1]);
    assert_eq!((last.reference, last.state), (Uuid::from_u128(4), ReportState::Delivered));
    assert!(last.at.is_some());
}

#[test]
fn a_wrong_password_is_tried_again_and_isnt_told() {
    let wrong = KannelSettings { password: Secret::new("wrong-secret"), ..settings() };
    let failure = send(wrong, &outgoing(5, "+84905000005", "Ho so")).expect_err("refused");
    assert!(matches!(failure, Failure::Later { .. }), "{failure:?}");
    assert!(!format!("{failure:?}{failure}").contains("wrong-secret"));
}

#[test]
fn what_the_gateway_refuses_is_never() {
    let failure = send(settings(), &outgoing(6, "", "Ho so"));
    assert!(matches!(failure, Err(Failure::Never(_))), "{failure:?}");
}

#[test]
fn where_nobody_listens_it_is_tried_again() {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a port");
    let absent = KannelSettings { url: format!("http://{free}/cgi-bin/sendsms"), ..settings() };
    let failure = send(absent, &outgoing(7, "+84905000007", "Ho so"));
    assert!(matches!(failure, Err(Failure::Later { .. })), "{failure:?}");
}

#[test]
fn a_gateway_that_takes_the_question_and_doesnt_answer_leaves_it_unknown() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let url = format!("http://{address}/cgi-bin/sendsms");
    let silent = KannelSettings { url, timeout: Duration::from_millis(300), ..settings() };
    let failure = send(silent.clone(), &outgoing(8, "+84905000008", "Ho so"));
    assert!(matches!(failure, Err(Failure::Unknown(_))), "{failure:?}");
    // The first call still waits in the listener's queue: both are hung up on.
    let hangs_up = thread::spawn(move || listener.incoming().take(2).for_each(drop));
    let patient = KannelSettings { timeout: Duration::from_secs(20), ..silent };
    let failure = send(patient, &outgoing(9, "+84905000009", "Ho so"));
    assert!(matches!(failure, Err(Failure::Unknown(_))), "{failure:?}");
    hangs_up.join().expect("it ends");
}
