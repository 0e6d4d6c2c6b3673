//! E-mail to a real SMTP server, which `cargo xtask test` starts.

use kernel::Lang;
use notify::{Channel, Failure, Message, Outgoing, Secret, Security, Sent, Smtp, SmtpSettings, Transport};
use std::path::Path;
use std::time::Duration;
use std::{env, fs};
use time::macros::datetime;
use uuid::Uuid;

fn told(variable: &str) -> String {
    env::var(variable).unwrap_or_else(|_| {
        panic!("there is no SMTP server to test on: run `cargo xtask test`, which starts one")
    })
}

/// The server that `variable` names.
fn settings(variable: &str) -> SmtpSettings {
    let address = told(variable);
    let (host, port) = address.split_once(':').expect("host:port");
    SmtpSettings {
        host: host.to_owned(),
        port: port.parse().expect("a port"),
        security: Security::StartTlsIfOffered,
        trusted: None,
        account: None,
        from_name: "Một cửa Khánh Hòa".to_owned(),
        from: "motcua@khanhhoa.gov.vn".parse().expect("an address"),
        timeout: Duration::from_secs(20),
    }
}

fn in_the_open() -> SmtpSettings {
    settings("MOTCUA_TEST_SMTP")
}

fn secured(password: &str) -> SmtpSettings {
    let certificate =
        fs::read(Path::new(&told("MOTCUA_TEST_SMTP_DIR")).join("cert.pem")).expect("a certificate");
    SmtpSettings {
        security: Security::StartTls,
        trusted: Some(certificate),
        account: Some(("motcua".to_owned(), Secret::new(password))),
        ..settings("MOTCUA_TEST_SMTP_TLS")
    }
}

fn outgoing(reference: u128, to: &str) -> Outgoing {
    let message = Message {
        channel: Channel::Email,
        to: to.to_owned(),
        subject: Some("Đã tiếp nhận hồ sơ H32.17-261123-0001".to_owned()),
        text: "Kính gửi: Trần Thị Bình\n.\nHẹn trả kết quả: 17:00 ngày 30/11/2026\n".to_owned(),
        lang: Lang::Vi,
    };
    Outgoing {
        reference: Uuid::from_u128(reference),
        at: datetime!(2026-11-26 08:00 +7),
        message,
        enclosed: Vec::new(),
    }
}

/// What the server took of a notice.
fn taken(reference: u128) -> String {
    let file = format!("{}.eml", Uuid::from_u128(reference));
    fs::read_to_string(Path::new(&told("MOTCUA_TEST_SMTP_DIR")).join(file)).expect("a message that was taken")
}

fn send(settings: SmtpSettings, reference: u128, to: &str) -> Result<Sent, Failure> {
    Smtp::new(settings).expect("sound settings").send(&outgoing(reference, to))
}

#[test]
fn a_letter_arrives_with_its_id_and_every_letter() {
    let sent = send(in_the_open(), 1, "binh@example.vn").expect("sent");
    assert_eq!(sent.provider_reference, Some(format!("queued as {}", Uuid::from_u128(1))));
    let letter = taken(1);
    assert!(
        letter.contains("Message-ID: <00000000-0000-0000-0000-000000000001@khanhhoa.gov.vn>"),
        "{letter}"
    );
    assert!(letter.contains("To: binh@example.vn"), "{letter}");
    assert!(letter.contains("charset=utf-8"), "{letter}");
}

#[test]
fn several_letters_go_over_one_connection() {
    let smtp = Smtp::new(in_the_open()).expect("sound settings");
    for reference in [2, 3] {
        smtp.send(&outgoing(reference, "binh@example.vn")).expect("sent");
    }
    let peer = |letter: &str| letter.lines().next().map(str::to_owned);
    assert_eq!(peer(&taken(2)), peer(&taken(3)));
}

#[test]
fn with_starttls_and_the_password_it_is_taken() {
    send(secured("mail-secret"), 4, "binh@example.vn").expect("sent");
    assert!(taken(4).contains("Auto-Submitted: auto-generated"));
}

#[test]
fn with_a_wrong_password_it_is_tried_again_and_the_password_isnt_told() {
    let failure = send(secured("wrong-secret"), 5, "binh@example.vn").expect_err("refused");
    assert!(matches!(&failure, Failure::Later { why, .. } if why.contains("535")), "{failure:?}");
    assert!(!format!("{failure:?}{failure}").contains("wrong-secret"));
}

#[test]
fn a_certificate_that_isnt_trusted_is_no_way_out() {
    let untrusting =
        SmtpSettings { trusted: None, timeout: Duration::from_secs(1), ..secured("mail-secret") };
    let failure = send(untrusting, 6, "binh@example.vn").expect_err("refused");
    assert!(matches!(failure, Failure::Later { .. }), "{failure:?}");
}

#[test]
fn where_starttls_is_wanted_and_not_offered_nothing_is_sent() {
    let wanting = SmtpSettings { security: Security::StartTls, ..in_the_open() };
    let failure = send(wanting, 7, "binh@example.vn").expect_err("refused");
    assert_eq!(
        failure,
        Failure::Later { why: "the mail server offers no STARTTLS".to_owned(), retry_after: None }
    );
}

#[test]
fn no_password_goes_out_in_the_open() {
    let account = Some(("motcua".to_owned(), Secret::new("mail-secret")));
    let failure = send(SmtpSettings { account: account.clone(), ..in_the_open() }, 8, "binh@example.vn");
    assert!(matches!(failure, Err(Failure::Later { .. })), "{failure:?}");
    let never = SmtpSettings { account, security: Security::None, ..in_the_open() };
    assert!(Smtp::new(never).is_err());
}

#[test]
fn a_recipient_who_is_not_there_is_a_dead_address() {
    let failure = send(in_the_open(), 9, "gone@example.vn");
    assert!(
        matches!(&failure, Err(Failure::DeadAddress(why)) if why.contains("no such user")),
        "{failure:?}"
    );
}

#[test]
fn a_refusal_that_isnt_the_addresss_fault_is_never() {
    for to in ["denied@example.vn", "spam@example.vn"] {
        let failure = send(in_the_open(), 10, to);
        assert!(matches!(failure, Err(Failure::Never(_))), "{failure:?}");
    }
}

#[test]
fn a_mailbox_that_is_busy_is_tried_again_over_a_new_connection() {
    let smtp = Smtp::new(in_the_open()).expect("sound settings");
    let failure = smtp.send(&outgoing(11, "busy@example.vn"));
    assert!(matches!(failure, Err(Failure::Later { .. })), "{failure:?}");
    smtp.send(&outgoing(12, "binh@example.vn")).expect("sent");
}

#[test]
fn a_server_that_falls_silent_before_the_letter_is_tried_again() {
    let impatient = SmtpSettings { timeout: Duration::from_millis(300), ..in_the_open() };
    let failure = send(impatient, 13, "mute@example.vn");
    assert!(matches!(failure, Err(Failure::Later { .. })), "{failure:?}");
}

#[test]
fn a_connection_that_breaks_after_the_letter_leaves_it_unknown() {
    let failure = send(in_the_open(), 14, "dropped@example.vn");
    assert!(matches!(failure, Err(Failure::Unknown(_))), "{failure:?}");
    let impatient = SmtpSettings { timeout: Duration::from_millis(300), ..in_the_open() };
    let failure = send(impatient, 15, "silent@example.vn");
    assert!(matches!(failure, Err(Failure::Unknown(_))), "{failure:?}");
    assert!(taken(14).contains("binh") || taken(14).contains("dropped@example.vn"));
}

#[test]
fn where_nobody_listens_it_is_tried_again() {
    let port =
        std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a port").port();
    let failure = send(SmtpSettings { port, ..in_the_open() }, 16, "binh@example.vn");
    assert!(matches!(failure, Err(Failure::Later { .. })), "{failure:?}");
}
