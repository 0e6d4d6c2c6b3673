//! What the real gateway of `tests/smpp` can't be brought to do: a gateway that the test plays itself.

use super::Link;
use crate::transport::smpp::frame::{self, Incoming};
use crate::transport::smpp::inbox::Inbox;
use crate::transport::smpp::wire::Broken;
use crate::transport::smpp::{Refusal, SmppSettings};
use crate::{Failure, Sent};
use bytes::BytesMut;
use rusmpp_core::CommandStatus;
use rusmpp_core::command::owned::Command;
use rusmpp_core::pdus::owned::{BindTransceiverResp, Pdu, SubmitSm, SubmitSmResp};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

const OK: CommandStatus = CommandStatus::EsmeRok;

/// The gateway's end of a connection.
struct Gateway {
    stream: TcpStream,
    read: BytesMut,
}

impl Gateway {
    /// The next command; none when the other side has hung up.
    fn hears(&mut self) -> Option<Command> {
        loop {
            if let Some(Incoming::Command(command)) = frame::next(&mut self.read).expect("no garbage") {
                return Some(*command);
            }
            let mut piece = [0; 512];
            match self.stream.read(&mut piece) {
                Ok(0) | Err(_) => return None,
                Ok(length) => self.read.extend_from_slice(&piece[..length]),
            }
        }
    }

    fn says(&mut self, number: u32, status: CommandStatus, pdu: impl Into<Pdu>) {
        self.stream.write_all(&frame::written(number, status, pdu.into())).expect("the line stands");
    }

    /// The number of the next command, which is of this kind.
    fn hears_one(&mut self, fits: impl Fn(&Pdu) -> bool) -> u32 {
        let command = self.hears().expect("a command");
        assert!(command.pdu().is_some_and(fits), "{:?}", command.id());
        command.sequence_number
    }
}

/// A connection to a gateway that lets us in and then goes on as told.
fn bound(
    enquire_after: Duration,
    goes_on: impl FnOnce(Gateway) + Send + 'static,
) -> (Link, thread::JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let gateway = thread::spawn(move || {
        let (stream, _) = listener.accept().expect("a call");
        let mut gateway = Gateway { stream, read: BytesMut::new() };
        let number = gateway.hears_one(|pdu| matches!(pdu, Pdu::BindTransceiver(_)));
        gateway.says(number, OK, BindTransceiverResp::default());
        goes_on(gateway);
    });
    let settings = SmppSettings { port, enquire_after, ..SmppSettings::sample() };
    (Link::bind(&settings, &Arc::new(Inbox::default())).expect("bound"), gateway)
}

const LONG: Duration = Duration::from_secs(60);
/// Long enough for an answer.
const SHORT: Duration = Duration::from_millis(500);

fn submit(link: &Link) -> Result<Sent, Failure> {
    link.submit(SubmitSm::default(), LONG).map_err(|refusal| match refusal {
        Refusal::Refused(failure) => failure,
        Refusal::Broken(broken) => Failure::Unknown(format!("{broken:?}")),
    })
}

#[test]
fn a_silent_gateway_is_asked_and_given_up_when_it_stays_silent() {
    let (link, gateway) = bound(SHORT, |mut gateway| {
        let number = gateway.hears_one(|pdu| *pdu == Pdu::EnquireLink);
        gateway.says(number, OK, Pdu::EnquireLinkResp);
        gateway.hears_one(|pdu| *pdu == Pdu::EnquireLink);
        assert_eq!(gateway.hears(), None, "nobody asks a second time");
    });
    gateway.join().expect("it went as told");
    drop(link);
}

#[test]
fn the_gateways_own_question_is_answered() {
    let (link, gateway) = bound(LONG, |mut gateway| {
        gateway.says(7, OK, Pdu::EnquireLink);
        assert_eq!(gateway.hears_one(|pdu| *pdu == Pdu::EnquireLinkResp), 7);
        gateway.says(8, OK, Pdu::CancelSmResp);
        gateway.says(9, OK, SubmitSm::default());
        assert_eq!(gateway.hears_one(|pdu| *pdu == Pdu::GenericNack), 9);
        gateway.says(10, OK, Pdu::Unbind);
        assert_eq!(gateway.hears_one(|pdu| *pdu == Pdu::UnbindResp), 10);
        assert_eq!(gateway.hears(), None);
    });
    gateway.join().expect("it went as told");
    assert!(!link.is_open(), "it said farewell");
    assert!(submit(&link).is_err());
}

#[test]
fn answers_find_who_asked_in_whatever_order_they_come() {
    let (link, gateway) = bound(LONG, |mut gateway| {
        let mut asked = || gateway.hears_one(|pdu| matches!(pdu, Pdu::SubmitSm(_)));
        let (first, second) = (asked(), asked());
        for number in [second, first] {
            let id = format!("of {number}").parse().expect("short");
            gateway.says(number, OK, SubmitSmResp::new(id, Vec::new()));
        }
        gateway.hears_one(|pdu| *pdu == Pdu::Unbind);
    });
    let mut ids: Vec<Option<String>> = thread::scope(|scope| {
        let both = [scope.spawn(|| submit(&link)), scope.spawn(|| submit(&link))];
        both.map(|one| one.join().expect("no panic").expect("taken").provider_reference).into()
    });
    ids.sort();
    assert_eq!(ids, [Some("of 2".to_owned()), Some("of 3".to_owned())]);
    drop(link);
    gateway.join().expect("it went as told");
}

#[test]
fn who_has_forgotten_us_is_bound_anew() {
    let (link, gateway) = bound(LONG, |mut gateway| {
        let number = gateway.hears_one(|pdu| matches!(pdu, Pdu::SubmitSm(_)));
        gateway.says(number, CommandStatus::EsmeRinvbndsts, SubmitSmResp::default());
        assert_eq!(gateway.hears(), None);
    });
    assert!(matches!(submit(&link), Err(Failure::Later { .. })));
    assert!(!link.is_open());
    gateway.join().expect("it went as told");
}

#[test]
fn a_message_without_time_left_does_not_go_out() {
    let (link, gateway) = bound(LONG, |mut gateway| {
        gateway.hears_one(|pdu| *pdu == Pdu::Unbind);
    });
    let refusal = link.submit(SubmitSm::default(), Duration::ZERO);
    assert!(matches!(refusal, Err(Refusal::Broken(Broken::Before(_)))), "{refusal:?}");
    drop(link);
    gateway.join().expect("it went as told");
}

#[test]
fn an_answer_that_makes_no_sense_leaves_it_unknown() {
    let (link, gateway) = bound(LONG, |mut gateway| {
        let number = gateway.hears_one(|pdu| matches!(pdu, Pdu::SubmitSm(_)));
        gateway.says(number, OK, Pdu::UnbindResp);
        gateway.hears_one(|pdu| matches!(pdu, Pdu::SubmitSm(_)));
        gateway.stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").expect("the line stands");
        assert_eq!(gateway.hears(), None);
    });
    for _ in 0..2 {
        assert!(matches!(submit(&link), Err(Failure::Unknown(_))));
    }
    assert!(!link.is_open());
    gateway.join().expect("it went as told");
}
