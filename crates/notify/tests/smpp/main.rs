//! SMS through a real SMPP gateway, which `cargo xtask test` starts: what it is handed, and what comes back.

mod gateway;

use gateway::{answers, handed, outgoing, settings, taken};
use notify::sms::Segments;
use notify::{Failure, Outgoing, Receipt, ReportState, Secret, Sent, Smpp, SmppSettings, Transport};
use std::net::TcpListener;
use std::thread;
use std::time::Duration;
use time::macros::datetime;

fn smpp() -> Smpp {
    Smpp::new(settings()).expect("sound settings")
}

fn send(outgoing: &Outgoing) -> Result<Sent, Failure> {
    smpp().send(outgoing)
}

#[test]
fn plain_text_is_handed_over_in_the_gsm_alphabet() {
    send(&outgoing("+84905000001", "Ho so [2]~€ @_$ 100%")).expect("sent");
    let handed = handed("84905000001");
    let said = ["from", "from_ton", "from_npi", "to_ton", "to_npi", "mode", "type", "coding", "receipt"]
        .map(|key| handed[0][key].as_str().expect("text").to_owned());
    assert_eq!(
        said,
        [
            "KHANHHOA",
            "ALPHANUMERIC",
            "UNKNOWN",
            "INTERNATIONAL",
            "ISDN",
            "DEFAULT",
            "DEFAULT",
            "SMSC_DEFAULT_ALPHABET",
            "SMSC_DELIVERY_RECEIPT_REQUESTED",
        ]
    );
    assert_eq!(taken(&handed[0]), b"Ho so \x1b\x3c2\x1b\x3e\x1b\x3d\x1b\x65 \x00\x11\x02 100%");
    assert!(handed[0]["features"].as_array().expect("a list").is_empty());
}

#[test]
fn vietnamese_is_handed_over_with_every_letter() {
    let words = "Đã tiếp nhận hồ sơ. Hẹn trả: 17:00 ngày 30/11/2026 👍";
    send(&outgoing("+84905000002", words)).expect("sent");
    let handed = handed("84905000002");
    let octets = taken(&handed[0]);
    let units: Vec<u16> = octets.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    assert_eq!(String::from_utf16(&units).expect("UCS-2"), words);
    assert_eq!(handed[0]["coding"], "UCS2");
}

#[test]
fn a_long_text_is_handed_over_in_the_parts_that_were_counted() {
    let words = "0123456789".repeat(31);
    let sent = send(&outgoing("+84905000003", &words)).expect("sent");
    let (segments, handed) = (Segments::of(&words), handed("84905000003"));
    assert_eq!(handed.len(), segments.count());
    for (place, (part, text)) in (1..).zip(handed.iter().zip(segments.parts())) {
        let octets = taken(part);
        let (header, text_octets) = octets.split_at(6);
        assert_eq!((&header[..3], &header[4..]), (&[5, 0, 3][..], &[3, place][..]));
        assert_eq!(text_octets, text.as_bytes());
        assert_eq!(part["features"][0], "UDHI_INDICATOR_SET");
    }
    let wanted: Vec<_> = handed.iter().map(|part| part["receipt"].as_str()).collect();
    let (none, one) = ("NO_SMSC_DELIVERY_RECEIPT_REQUESTED", "SMSC_DELIVERY_RECEIPT_REQUESTED");
    assert_eq!(wanted, [Some(none), Some(none), Some(one)]);
    assert!(sent.provider_reference.is_some_and(|id| id.starts_with("id-")));
}

#[test]
fn a_number_as_sender_is_international() {
    let numbered = SmppSettings { from: "+842583822222".to_owned(), ..settings() };
    Smpp::new(numbered).expect("sound settings").send(&outgoing("+84905000004", "Ho so")).expect("sent");
    let handed = handed("84905000004");
    assert_eq!(
        (&handed[0]["from"], &handed[0]["from_ton"]),
        (&"842583822222".into(), &"INTERNATIONAL".into())
    );
}

#[test]
fn the_connection_is_kept_for_the_next_message_and_unbound_at_the_end() {
    let smpp = smpp();
    for _ in 0..2 {
        smpp.send(&outgoing("+84905000005", "Ho so")).expect("sent");
    }
    drop(smpp);
    let handed = handed("84905000005");
    let peer = &handed[0]["peer"];
    assert_eq!(peer, &handed[1]["peer"]);
    assert!(gateway::lines("unbound").iter().any(|line| line["peer"] == *peer), "the farewell");
}

#[test]
fn several_may_send_over_it_at_once() {
    let smpp = smpp();
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| smpp.send(&outgoing("+84905000006", "Ho so")).expect("sent"));
        }
    });
    let handed = handed("84905000006");
    assert_eq!(handed.len(), 8);
    assert!(handed.iter().all(|one| one["peer"] == handed[0]["peer"]), "one connection");
}

#[test]
fn receipts_come_with_the_id_that_the_gateway_gave() {
    for (to, state) in [
        ("+84951000001", ReportState::Delivered),
        ("+84952000001", ReportState::Failed),
        ("+84953000001", ReportState::Delivered),
    ] {
        let smpp = smpp();
        let sent = smpp.send(&outgoing(to, "Ho so")).expect("sent");
        let receipt = Receipt {
            provider_reference: sent.provider_reference.expect("an id"),
            state,
            at: Some(datetime!(2026-11-28 08:01 +7)),
        };
        assert_eq!(smpp.receipts(), [receipt]);
        assert_eq!(smpp.receipts(), [], "what was fetched is gone");
        assert_eq!(answers(to), ["ESME_ROK"]);
    }
}

#[test]
fn a_long_text_has_one_receipt() {
    let smpp = smpp();
    let sent = smpp.send(&outgoing("+84951000002", &"0123456789".repeat(31))).expect("sent");
    let ids: Vec<_> = smpp.receipts().into_iter().map(|receipt| Some(receipt.provider_reference)).collect();
    assert_eq!(ids, [sent.provider_reference]);
}

#[test]
fn what_people_write_back_is_refused_as_nobody_reads_it() {
    let smpp = smpp();
    smpp.send(&outgoing("+84961000001", "Ho so")).expect("sent");
    assert_eq!((smpp.receipts(), answers("+84961000001")), (Vec::new(), vec!["ESME_RX_R_APPN".to_owned()]));
}

#[test]
fn a_gateway_that_is_busy_is_asked_again() {
    for to in ["+84901000001", "+84902000001", "+84903000001"] {
        let failure = send(&outgoing(to, "Ho so"));
        assert!(matches!(failure, Err(Failure::Later { .. })), "{to}: {failure:?}");
    }
}

#[test]
fn a_number_that_it_does_not_know_is_a_dead_address() {
    let failure = send(&outgoing("+84904000001", "Ho so"));
    assert!(matches!(failure, Err(Failure::DeadAddress(_))), "{failure:?}");
}

#[test]
fn what_else_it_refuses_is_never() {
    let failure = send(&outgoing("+84906000001", "Ho so"));
    assert!(matches!(failure, Err(Failure::Never(_))), "{failure:?}");
}

#[test]
fn after_a_refusal_the_connection_is_still_good() {
    let smpp = smpp();
    smpp.send(&outgoing("+84904000002", "Ho so")).expect_err("refused");
    smpp.send(&outgoing("+84905000007", "Ho so")).expect("sent");
    assert_eq!(handed("84904000002")[0]["peer"], handed("84905000007")[0]["peer"]);
}

#[test]
fn a_line_that_breaks_before_the_answer_leaves_it_unknown_and_is_bound_anew() {
    let smpp = smpp();
    let failure = smpp.send(&outgoing("+84907000001", "Ho so"));
    assert!(matches!(failure, Err(Failure::Unknown(_))), "{failure:?}");
    smpp.send(&outgoing("+84905000008", "Ho so")).expect("sent");
    assert_ne!(handed("84907000001")[0]["peer"], handed("84905000008")[0]["peer"]);
}

#[test]
fn silence_leaves_it_unknown() {
    let impatient = SmppSettings { timeout: Duration::from_secs(2), ..settings() };
    let failure = Smpp::new(impatient).expect("sound settings").send(&outgoing("+84908000001", "Ho so"));
    assert!(matches!(failure, Err(Failure::Unknown(_))), "{failure:?}");
}

#[test]
fn of_several_parts_only_the_last_one_leaves_it_unknown() {
    let (two, three) = ("a".repeat(300), "a".repeat(400));
    let failure = send(&outgoing("+84931000001", &two));
    assert!(matches!(failure, Err(Failure::Unknown(_))), "{failure:?}");
    let failure = send(&outgoing("+84931000002", &three));
    assert!(matches!(failure, Err(Failure::Later { .. })), "{failure:?}");
    let failure = send(&outgoing("+84932000001", &three));
    assert!(matches!(failure, Err(Failure::Later { .. })), "{failure:?}");
    assert_eq!(handed("84932000001").len(), 2, "the third part stays here");
}

#[test]
fn who_is_not_let_in_tries_again_and_the_password_isnt_told() {
    let wrong = SmppSettings { password: Secret::new("wrongkey"), ..settings() };
    let closed = SmppSettings { system_id: "closed".to_owned(), ..settings() };
    for settings in [wrong, closed] {
        let smpp = Smpp::new(settings).expect("sound settings");
        let failure = smpp.send(&outgoing("+84905000009", "Ho so")).expect_err("not let in");
        assert!(matches!(failure, Failure::Later { .. }), "{failure:?}");
        assert!(!format!("{failure:?}{failure}{smpp:?}").contains("key"), "{failure:?}");
    }
    assert!(gateway::lines("84905000009").is_empty(), "nothing was handed over");
}

#[test]
fn where_nobody_listens_it_is_tried_again() {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a port");
    for (host, port) in [("127.0.0.1", free.port()), ("gateway.invalid", 2775)] {
        let absent = SmppSettings { host: host.to_owned(), port, ..settings() };
        let failure = Smpp::new(absent).expect("sound settings").send(&outgoing("+84905000010", "Ho so"));
        assert!(matches!(failure, Err(Failure::Later { .. })), "{failure:?}");
    }
}
