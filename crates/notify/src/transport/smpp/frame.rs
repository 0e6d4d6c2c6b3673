//! Octets to commands and back.

use bytes::BytesMut;
use rusmpp_core::CommandStatus;
use rusmpp_core::command::owned::Command;
use rusmpp_core::decode::owned::DecodeWithLength;
use rusmpp_core::encode::{Encode, Length};
use rusmpp_core::pdus::owned::Pdu;

/// Its length, what it is, its status and its number, four octets each.
const HEADER: usize = 16;

/// A command that is longer than this isn't one.
const LONGEST: usize = 65_536;

/// What came in.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Incoming {
    /// A command.
    Command(Box<Command>),
    /// One that can't be read.
    Unreadable {
        /// Whether it answers one of ours.
        is_answer: bool,
        /// Its number.
        number: u32,
    },
}

/// The lengths don't add up: nobody knows where the next command begins.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Garbage;

/// A command in octets.
pub(super) fn written(number: u32, status: CommandStatus, pdu: Pdu) -> Vec<u8> {
    let command = Command::new(status, number, pdu);
    let mut octets = vec![0; 4 + command.length()];
    let length = u32::try_from(octets.len()).unwrap_or(u32::MAX);
    octets[..4].copy_from_slice(&length.to_be_bytes());
    command.encode(&mut octets[4..]);
    octets
}

/// Takes the first whole command out of what has come in so far.
pub(super) fn next(read: &mut BytesMut) -> Result<Option<Incoming>, Garbage> {
    let Some(length) = word(read, 0) else { return Ok(None) };
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    if !(HEADER..=LONGEST).contains(&length) {
        return Err(Garbage);
    }
    if read.len() < length {
        return Ok(None);
    }
    let mut whole = read.split_to(length);
    let (id, number) = (word(&whole, 4), word(&whole, 12));
    let mut body = whole.split_off(4);
    let length = body.len();
    Ok(Some(match Command::decode(&mut body, length) {
        Ok((command, _)) => Incoming::Command(Box::new(command)),
        Err(_) => Incoming::Unreadable {
            is_answer: id.is_some_and(|id| id & 0x8000_0000 != 0),
            number: number.unwrap_or_default(),
        },
    }))
}

fn word(octets: &[u8], at: usize) -> Option<u32> {
    octets.get(at..)?.first_chunk().map(|four| u32::from_be_bytes(*four))
}

#[cfg(test)]
mod tests {
    use super::{Garbage, HEADER, Incoming, LONGEST, next, written};
    use bytes::BytesMut;
    use proptest::prelude::*;
    use rusmpp_core::CommandStatus;
    use rusmpp_core::command::owned::Command;
    use rusmpp_core::pdus::owned::{DeliverSm, Pdu, SubmitSmResp};
    use rusmpp_core::types::owned::COctetString;

    const OK: CommandStatus = CommandStatus::EsmeRok;

    fn enquiry(number: u32) -> Vec<u8> {
        written(number, OK, Pdu::EnquireLink)
    }

    #[test]
    fn a_command_is_written_octet_by_octet() {
        assert_eq!(enquiry(7), [0, 0, 0, 16, 0, 0, 0, 0x15, 0, 0, 0, 0, 0, 0, 0, 7]);
    }

    #[test]
    fn commands_are_taken_one_by_one_as_they_become_whole() {
        let octets = [enquiry(1), enquiry(2)].concat();
        let (first, rest) = octets.split_at(20);
        let mut read = BytesMut::from(first);
        let command = |number| Some(Incoming::Command(Box::new(Command::new(OK, number, Pdu::EnquireLink))));
        assert_eq!(next(&mut read), Ok(command(1)));
        assert_eq!(next(&mut read), Ok(None));
        read.extend_from_slice(rest);
        assert_eq!(next(&mut read), Ok(command(2)));
        assert_eq!((next(&mut read), read.len()), (Ok(None), 0));
    }

    #[test]
    fn a_refusal_may_come_without_its_body() {
        let mut read = BytesMut::from(&[0, 0, 0, 16, 0x80, 0, 0, 4, 0, 0, 0, 0x58, 0, 0, 0, 7][..]);
        let Ok(Some(Incoming::Command(refusal))) = next(&mut read) else { panic!("a command") };
        assert_eq!((refusal.status, refusal.sequence_number), (CommandStatus::EsmeRthrottled, 7));
        assert_eq!(refusal.pdu(), None);
    }

    #[test]
    fn one_that_cannot_be_read_leaves_the_next_one_whole() {
        let id = COctetString::from_string("x".repeat(64)).expect("as long as it may be");
        let mut octets = written(7, OK, SubmitSmResp::new(id, Vec::new()).into());
        let last = octets.len() - 1;
        octets[last] = b'x';
        let mut read = BytesMut::from(&[octets, enquiry(8)].concat()[..]);
        assert_eq!(next(&mut read), Ok(Some(Incoming::Unreadable { is_answer: true, number: 7 })));
        assert!(matches!(next(&mut read), Ok(Some(Incoming::Command(_)))));
    }

    #[test]
    fn lengths_that_cannot_be_are_garbage() {
        for length in [0, HEADER - 1, LONGEST + 1, usize::MAX >> 32] {
            let length = u32::try_from(length).expect("four octets").to_be_bytes();
            assert_eq!(next(&mut BytesMut::from(&length[..])), Err(Garbage));
        }
    }

    proptest! {
        #[test]
        fn nothing_that_comes_in_makes_it_panic(
            kind in prop_oneof![Just(4u32), Just(5), Just(9), Just(0x8000_0004), Just(0x8000_0009), any::<u32>()],
            body in proptest::collection::vec(any::<u8>(), 0..120),
        ) {
            let length = u32::try_from(HEADER + body.len()).expect("short");
            let mut octets = [length, kind, 0, 7].map(u32::to_be_bytes).concat();
            octets.extend(body);
            let mut read = BytesMut::from(&octets[..]);
            prop_assert!(next(&mut read).is_ok_and(|came| came.is_some()) && read.is_empty());
        }

        #[test]
        fn a_receipt_with_a_wrong_octet_makes_it_panic_no_more(at in 16usize..50, wrong in any::<u8>()) {
            let mut octets = written(7, OK, DeliverSm::default().into());
            let at = at.min(octets.len() - 1);
            octets[at] = wrong;
            prop_assert!(next(&mut BytesMut::from(&octets[..])).is_ok());
        }
    }
}
