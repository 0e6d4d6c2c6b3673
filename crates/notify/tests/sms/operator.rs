//! The mobile operator, played by the test: the gateway hands SMS over to it, and calls back through it too.

use std::collections::BTreeMap;
use std::env;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Condvar, LazyLock, Mutex};
use std::thread;
use std::time::Duration;

/// A query, its values as bytes: UCS-2 isn't UTF-8.
pub(crate) type Query = BTreeMap<String, Vec<u8>>;

/// What came in so far: the path and the query.
#[derive(Default)]
struct Seen {
    all: Mutex<Vec<(String, Query)>>,
    more: Condvar,
}

/// One operator for all tests of this program.
static SEEN: LazyLock<&'static Seen> = LazyLock::new(|| {
    let listener = TcpListener::bind(address()).expect("the operator's port is free");
    let seen: &'static Seen = Box::leak(Box::default());
    thread::spawn(move || listener.incoming().flatten().for_each(|call| answer(seen, call)));
    seen
});

/// Longer than any of it takes.
const PATIENCE: Duration = Duration::from_secs(30);

/// What `cargo xtask test` says of the gateway.
pub(crate) fn told(variable: &str) -> String {
    env::var(variable).unwrap_or_else(|_| {
        panic!("there is no SMS gateway to test on: run `cargo xtask test`, which starts one")
    })
}

/// Where the operator listens.
pub(crate) fn address() -> String {
    told("MOTCUA_TEST_SMS_OPERATOR")
}

/// Begins to listen, before anything is sent.
pub(crate) fn opens() {
    LazyLock::force(&SEEN);
}

/// Waits until `count` calls of `path` that fit have come in.
pub(crate) fn waits_for(path: &str, count: usize, fits: impl Fn(&Query) -> bool) -> Vec<Query> {
    let fitting = |all: &[(String, Query)]| -> Vec<Query> {
        all.iter()
            .filter(|(called, query)| called == path && fits(query))
            .map(|(_, query)| query.clone())
            .collect()
    };
    let all = SEEN.all.lock().expect("nobody panics with it");
    let waited = SEEN.more.wait_timeout_while(all, PATIENCE, |all| fitting(all).len() < count);
    let (all, timeout) = waited.expect("nobody panics with it");
    assert!(!timeout.timed_out(), "{count} calls of {path} don't come: {:?}", *all);
    fitting(&all)
}

/// What it reports of an SMS that it was handed: the state 1, 2, 4, 8 or 16.
pub(crate) fn reports(handed: &Query, state: u8) {
    let back = text(handed, "dlr-url");
    let id = back.split("dlr-mid=").nth(1).expect("the gateway's own id of it");
    let query = format!(
        "username=operator&password=operator&from=KH&to=%2B84905123456&dlr-mask={state}&dlr-mid={id}"
    );
    let address = format!("http://{}/?{query}", told("MOTCUA_TEST_SMS_REPORTS"));
    ureq::get(address).call().expect("the gateway takes the report");
}

/// A value that is text.
pub(crate) fn text(query: &Query, key: &str) -> String {
    String::from_utf8(query.get(key).cloned().unwrap_or_default()).expect("UTF-8")
}

fn answer(seen: &Seen, call: TcpStream) {
    let mut reader = BufReader::new(call);
    let mut first = String::new();
    if reader.read_line(&mut first).is_err() {
        return;
    }
    let mut header = String::from("-");
    while !header.trim().is_empty() {
        header.clear();
        if reader.read_line(&mut header).is_err() {
            return;
        }
    }
    let words = "0: Accepted for delivery";
    let length = words.len();
    let answer =
        format!("HTTP/1.1 202 Accepted\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{words}");
    // Whoever hangs up early is told nothing more.
    let _ = reader.get_mut().write_all(answer.as_bytes());
    let target = first.split(' ').nth(1).unwrap_or_default();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    seen.all.lock().expect("nobody panics with it").push((path.to_owned(), values(query)));
    seen.more.notify_all();
}

fn values(query: &str) -> Query {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(key, value)| (key.to_owned(), decoded(value))).collect()
}

fn decoded(value: &str) -> Vec<u8> {
    let (mut bytes, mut rest) = (Vec::new(), value.as_bytes());
    while let [first, after @ ..] = rest {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match (first, hex.and_then(|hex| u8::from_str_radix(hex, 16).ok())) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            (b'+', _) => {
                bytes.push(b' ');
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    bytes
}
