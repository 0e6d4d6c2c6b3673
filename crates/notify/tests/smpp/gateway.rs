//! The gateway that `cargo xtask test` starts, and what it puts down of what it is handed.

use kernel::Lang;
use notify::{Channel, Message, Outgoing, Secret, SmppSettings};
use serde_json::Value;
use std::path::Path;
use std::time::Duration;
use std::{env, fs};
use time::macros::{datetime, offset};
use uuid::Uuid;

fn told(variable: &str) -> String {
    env::var(variable).unwrap_or_else(|_| {
        panic!("there is no SMPP gateway to test on: run `cargo xtask test`, which starts one")
    })
}

/// How it is reached.
pub(crate) fn settings() -> SmppSettings {
    let address = told("MOTCUA_TEST_SMPP");
    let (host, port) = address.split_once(':').expect("a host and a port");
    SmppSettings {
        host: host.to_owned(),
        port: port.parse().expect("a port"),
        system_id: "motcua".to_owned(),
        password: Secret::new("smpp-key"),
        system_type: String::new(),
        from: "KHANHHOA".to_owned(),
        connect_timeout: Duration::from_secs(10),
        timeout: Duration::from_secs(20),
        enquire_after: Duration::from_secs(30),
        clock: offset!(+7),
    }
}

/// A message to a number.
pub(crate) fn outgoing(to: &str, text: &str) -> Outgoing {
    let message = Message {
        channel: Channel::Sms,
        to: to.to_owned(),
        subject: None,
        text: text.to_owned(),
        lang: Lang::Vi,
    };
    Outgoing {
        reference: Uuid::from_u128(7),
        at: datetime!(2026-11-28 08:00 +7),
        message,
        enclosed: Vec::new(),
    }
}

/// What it put down under a name; nothing, if it didn't.
pub(crate) fn lines(name: &str) -> Vec<Value> {
    let file = Path::new(&told("MOTCUA_TEST_SMPP_DIR")).join(format!("{name}.jsonl"));
    let lines = fs::read_to_string(file).unwrap_or_default();
    lines.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

/// What it was handed for a number.
pub(crate) fn handed(number: &str) -> Vec<Value> {
    let handed = lines(number);
    assert!(!handed.is_empty(), "nothing was handed over for {number}");
    handed
}

/// What we answered to what it told us of a number.
pub(crate) fn answers(to: &str) -> Vec<String> {
    let answers = lines(&format!("{}.answers", to.trim_start_matches('+')));
    answers.iter().map(|answer| answer.as_str().expect("a status").to_owned()).collect()
}

/// The octets of a message.
pub(crate) fn taken(handed: &Value) -> Vec<u8> {
    let hex = handed["text"].as_str().expect("octets");
    let pairs = hex.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).expect("hex"));
    pairs.map(|pair| u8::from_str_radix(pair, 16).expect("hex")).collect()
}
