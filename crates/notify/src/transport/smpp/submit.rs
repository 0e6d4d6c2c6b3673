//! A message as the protocol's `submit_sm`, one for each part.

use super::settings::Sender;
use crate::sms::{Coding, Segments};
use crate::transport::{Failure, Outgoing};
use rusmpp_core::pdus::owned::SubmitSm;
use rusmpp_core::types::owned::{COctetString, OctetString};
use rusmpp_core::values::{DataCoding, EsmClass, Npi, RegisteredDelivery, Ton};
use uuid::Uuid;

/// `esm_class` of a message alone. The library's default isn't this.
const WHOLE: u8 = 0x00;

/// `esm_class` of one that begins with a header (UDH).
const WITH_HEADER: u8 = 0x40;

/// `registered_delivery`: a receipt of how it ended.
const RECEIPT: u8 = 0x01;

/// The parts of a message, in order; a receipt is asked for of the last one.
pub(super) fn parts(outgoing: &Outgoing, sender: &Sender) -> Result<Vec<SubmitSm>, Failure> {
    let to = number(&outgoing.message.to)?;
    let segments = Segments::of(&outgoing.message.text);
    let count = u8::try_from(segments.count())
        .map_err(|_| Failure::Never("the text has more than 255 parts".to_owned()))?;
    let parts = (1..=count).zip(segments.parts());
    parts
        .map(|(place, text)| {
            let mut octets = header(outgoing.reference, count, place);
            let class = if octets.is_empty() { WHOLE } else { WITH_HEADER };
            octets.extend(segments.coding().octets(text));
            let content = OctetString::from_vec(octets)
                .map_err(|_| Failure::Never("a part of the text is too long".to_owned()))?;
            let receipt = if place == count { RECEIPT } else { 0 };
            let part = addressed(sender, to.clone()).esm_class(EsmClass::from(class));
            Ok(part
                .registered_delivery(RegisteredDelivery::from(receipt))
                .data_coding(data_coding(segments.coding()))
                .short_message(content)
                .build())
        })
        .collect()
}

fn addressed(
    sender: &Sender,
    to: COctetString<1, 21>,
) -> rusmpp_core::pdus::owned::builders::SubmitSmBuilder {
    SubmitSm::builder()
        .source_addr_ton(sender.ton)
        .source_addr_npi(sender.npi)
        .source_addr(sender.address.clone())
        .dest_addr_ton(Ton::International)
        .dest_addr_npi(Npi::Isdn)
        .destination_addr(to)
}

/// Digits with their country, without the plus.
fn number(to: &str) -> Result<COctetString<1, 21>, Failure> {
    let digits = to.strip_prefix('+').unwrap_or(to);
    let is_number = (1..=15).contains(&digits.len()) && digits.bytes().all(|sign| sign.is_ascii_digit());
    let number = is_number.then(|| COctetString::from_string(digits.to_owned()).ok()).flatten();
    number.ok_or_else(|| Failure::DeadAddress("this is no number".to_owned()))
}

/// How the parts belong together (3GPP TS 23.040, 9.2.3.24.1): their reference, how many there are, which one this is. None
/// where there is one part. The reference is the end of the notice's id, and so the same at each attempt.
fn header(reference: Uuid, count: u8, place: u8) -> Vec<u8> {
    let [.., reference] = reference.into_bytes();
    if count == 1 { Vec::new() } else { vec![5, 0, 3, reference, count, place] }
}

fn data_coding(coding: Coding) -> DataCoding {
    match coding {
        Coding::Gsm7 => DataCoding::McSpecific,
        Coding::Ucs2 => DataCoding::Ucs2,
    }
}

#[cfg(test)]
mod tests {
    use super::{Sender, parts};
    use crate::sms::Segments;
    use crate::{Channel, Failure, Message, Outgoing};
    use kernel::Lang;
    use proptest::prelude::*;
    use rusmpp_core::encode::{Encode, Length};
    use rusmpp_core::pdus::owned::SubmitSm;
    use rusmpp_core::values::DataCoding;
    use time::macros::datetime;
    use uuid::Uuid;

    fn submitted(to: &str, text: &str) -> Result<Vec<SubmitSm>, Failure> {
        let message = Message {
            channel: Channel::Sms,
            to: to.to_owned(),
            subject: None,
            text: text.to_owned(),
            lang: Lang::Vi,
        };
        let outgoing = Outgoing {
            reference: Uuid::from_u128(0x0107),
            at: datetime!(2026-11-26 08:00 +7),
            message,
            enclosed: Vec::new(),
        };
        parts(&outgoing, &Sender::read("KHANHHOA").expect("a brand name"))
    }

    fn to_somebody(text: &str) -> Vec<SubmitSm> {
        submitted("+84905123456", text).expect("it can be sent")
    }

    fn class(part: &SubmitSm) -> u8 {
        part.esm_class.into()
    }

    #[test]
    fn a_short_text_is_one_part_octet_by_octet() {
        let parts = to_somebody("Hi [1]");
        let mut body = vec![0; parts[0].length()];
        parts[0].encode(&mut body);
        let mut expected = b"\0\x05\0KHANHHOA\0\x01\x0184905123456\0".to_vec();
        // esm_class, protocol_id, priority_flag, schedule, validity, receipt, replace, data_coding, default message, length
        expected.extend([0, 0, 0, 0, 0, 1, 0, 0, 0, 8]);
        expected.extend(b"Hi \x1b\x3c1\x1b\x3e");
        assert_eq!((parts.len(), body), (1, expected));
    }

    #[test]
    fn vietnamese_goes_in_ucs2_with_the_high_octet_first() {
        let parts = to_somebody("Hồ");
        assert_eq!(parts[0].data_coding, DataCoding::Ucs2);
        assert_eq!(parts[0].short_message()[..], [0, b'H', 0x1e, 0xd3]);
    }

    #[test]
    fn a_long_text_has_parts_that_say_how_they_belong_together() {
        let parts = to_somebody(&"0123456789".repeat(31));
        assert_eq!(parts.len(), 3);
        for (place, part) in (1..).zip(&parts) {
            assert_eq!((class(part), &part.short_message()[..6]), (0x40, &[5, 0, 3, 7, 3, place][..]));
        }
        let asked: Vec<u8> = parts.iter().map(|part| part.registered_delivery.into()).collect();
        assert_eq!(asked, [0, 0, 1], "one receipt for the whole");
    }

    #[test]
    fn what_is_no_number_is_a_dead_address() {
        for to in ["", "+", "0905 123 456", "a@b.vn", "1234567890123456"] {
            assert!(matches!(submitted(to, "Ho so"), Err(Failure::DeadAddress(_))), "{to}");
        }
    }

    #[test]
    fn what_has_more_parts_than_can_be_counted_is_never_sent() {
        assert_eq!(submitted("84905123456", &"a".repeat(153 * 255)).map(|parts| parts.len()), Ok(255));
        assert!(matches!(submitted("84905123456", &"a".repeat(153 * 255 + 1)), Err(Failure::Never(_))));
    }

    /// What a part takes on the air, where septets are packed: its header, then as many bits as there are.
    fn on_the_air(part: &SubmitSm) -> usize {
        let (octets, header) = (part.short_message().len(), if class(part) == 0x40 { 6 } else { 0 });
        match part.data_coding {
            DataCoding::Ucs2 => octets,
            // Behind the header a septet begins at the next whole one.
            _ => ((header * 8usize).div_ceil(7) * 7 + (octets - header) * 7).div_ceil(8),
        }
    }

    proptest! {
        #[test]
        fn a_part_is_never_longer_than_the_140_octets_of_a_message(
            text in prop_oneof!["[a-z{}€~ ]{0,900}", "[a-zế👍 ]{0,500}"]
        ) {
            let parts = to_somebody(&text);
            prop_assert_eq!(parts.len(), Segments::of(&text).count());
            for part in &parts {
                prop_assert!(on_the_air(part) <= 140, "{}", on_the_air(part));
            }
        }
    }
}
