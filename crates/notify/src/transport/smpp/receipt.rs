//! Delivery receipts.

use crate::transport::ReportState;
use rusmpp_core::pdus::owned::DeliverSm;
use rusmpp_core::tlvs::owned::{Tlv, TlvValue};
use rusmpp_core::values::MessageState;
use time::{Date, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset};

/// What became of an SMS, as the other side reports it later on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// What the other side calls it: [`Sent::provider_reference`](crate::Sent::provider_reference).
    pub provider_reference: String,
    /// What became of it.
    pub state: ReportState,
    /// When, by the other side's clock; none where it didn't say.
    pub at: Option<OffsetDateTime>,
}

/// The bits of `esm_class` that mark a receipt, or word of a message that is still on its way.
const MARKS: u8 = 0x24;

/// Whether this is a receipt, and not a message from somebody.
pub(super) fn is_one(delivered: &DeliverSm) -> bool {
    u8::from(delivered.esm_class) & MARKS != 0
}

/// Reads a receipt: its fields where there are any, else the text that SMPP 3.4 suggests in its appendix B,
/// `id:7 sub:001 dlvrd:001 submit date:2611280800 done date:2611280801 stat:DELIVRD err:000 text:…`. None where it doesn't
/// say what became of which message.
pub(super) fn read(delivered: &DeliverSm, clock: UtcOffset) -> Option<Receipt> {
    let text = String::from_utf8_lossy(delivered.short_message());
    let fields = delivered.tlvs().iter().filter_map(Tlv::value);
    let (mut id, mut state) = (None, None);
    for field in fields {
        match field {
            TlvValue::ReceiptedMessageId(given) => id = Some(given.as_str().to_owned()),
            TlvValue::MessageState(given) => state = of_field(*given),
            _ => {}
        }
    }
    let id = id.or_else(|| value(&text, "id:").map(str::to_owned)).filter(|id| !id.is_empty());
    Some(Receipt {
        provider_reference: id?,
        state: state.or_else(|| value(&text, "stat:").and_then(of_word))?,
        at: value(&text, "done date:").and_then(|digits| moment(digits, clock)),
    })
}

/// What stands behind a name, up to the next space.
fn value<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let (_, behind) = text.split_once(name)?;
    behind.split(' ').next()
}

fn of_field(state: MessageState) -> Option<ReportState> {
    Some(match state {
        MessageState::Scheduled | MessageState::Enroute => ReportState::Buffered,
        MessageState::Delivered => ReportState::Delivered,
        MessageState::Accepted => ReportState::Taken,
        MessageState::Rejected => ReportState::Refused,
        MessageState::Expired
        | MessageState::Deleted
        | MessageState::Undeliverable
        | MessageState::Unknown
        | MessageState::Skipped => ReportState::Failed,
        MessageState::Other(_) => return None,
    })
}

fn of_word(state: &str) -> Option<ReportState> {
    Some(match state {
        "ENROUTE" => ReportState::Buffered,
        "DELIVRD" => ReportState::Delivered,
        "ACCEPTD" => ReportState::Taken,
        "REJECTD" => ReportState::Refused,
        "EXPIRED" | "DELETED" | "UNDELIV" | "UNKNOWN" => ReportState::Failed,
        _ => return None,
    })
}

/// `YYMMDDhhmm`, perhaps with seconds.
fn moment(digits: &str, clock: UtcOffset) -> Option<OffsetDateTime> {
    let pairs: Vec<u8> = digits.as_bytes().chunks(2).map(pair).collect::<Option<_>>()?;
    let (year, month, day, hour, minute, second) = match *pairs {
        [year, month, day, hour, minute] => (year, month, day, hour, minute, 0),
        [year, month, day, hour, minute, second] => (year, month, day, hour, minute, second),
        _ => return None,
    };
    let month = Month::try_from(month).ok()?;
    let date = Date::from_calendar_date(2000 + i32::from(year), month, day).ok()?;
    let time = Time::from_hms(hour, minute, second).ok()?;
    Some(PrimitiveDateTime::new(date, time).assume_offset(clock))
}

fn pair(digits: &[u8]) -> Option<u8> {
    match digits {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => Some((tens - b'0') * 10 + (ones - b'0')),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Receipt, is_one, read};
    use crate::ReportState;
    use proptest::prelude::*;
    use rusmpp_core::pdus::owned::DeliverSm;
    use rusmpp_core::tlvs::owned::MessageDeliveryRequestTlvValue as Field;
    use rusmpp_core::types::owned::{COctetString, OctetString};
    use rusmpp_core::values::{EsmClass, MessageState};
    use time::macros::{datetime, offset};

    fn delivered(text: &str, fields: Vec<Field>) -> DeliverSm {
        let text = OctetString::from_string(text.to_owned()).expect("up to 255 octets");
        DeliverSm::builder().esm_class(EsmClass::from(0x04)).short_message(text).tlvs(fields).build()
    }

    fn receipt(text: &str, fields: Vec<Field>) -> Option<Receipt> {
        read(&delivered(text, fields), offset!(+7))
    }

    const TEXT: &str = "id:7f-3 sub:001 dlvrd:001 submit date:2611280800 done date:2611280801 stat:DELIVRD err:000 text:id:9 stat:REJECTD";

    #[test]
    fn a_receipt_says_of_which_message_what_and_when() {
        let at = Some(datetime!(2026-11-28 08:01 +7));
        let expected = Receipt { provider_reference: "7f-3".to_owned(), state: ReportState::Delivered, at };
        assert_eq!(receipt(TEXT, Vec::new()), Some(expected));
    }

    #[test]
    fn fields_say_it_better_than_the_text() {
        let id = COctetString::from_string("8".to_owned()).expect("short");
        let fields = vec![Field::ReceiptedMessageId(id), Field::MessageState(MessageState::Rejected)];
        let at = Some(datetime!(2026-11-28 08:01 +7));
        let expected = Receipt { provider_reference: "8".to_owned(), state: ReportState::Refused, at };
        assert_eq!(receipt(TEXT, fields.clone()), Some(expected.clone()));
        assert_eq!(receipt("", fields), Some(Receipt { at: None, ..expected }));
    }

    #[test]
    fn each_word_has_its_meaning() {
        use ReportState::{Buffered, Delivered, Failed, Refused, Taken};
        for (word, state) in [
            ("ENROUTE", Buffered),
            ("DELIVRD", Delivered),
            ("ACCEPTD", Taken),
            ("REJECTD", Refused),
            ("EXPIRED", Failed),
            ("DELETED", Failed),
            ("UNDELIV", Failed),
            ("UNKNOWN", Failed),
        ] {
            let read = receipt(&format!("id:1 stat:{word} err:000"), Vec::new()).expect("a receipt");
            assert_eq!((read.state, read.at), (state, None), "{word}");
        }
    }

    #[test]
    fn one_that_does_not_say_what_became_of_which_message_is_none() {
        for text in ["", "id: stat:DELIVRD", "stat:DELIVRD", "id:7", "id:7 stat:SOMEHOW"] {
            assert_eq!(receipt(text, Vec::new()), None, "{text}");
        }
    }

    #[test]
    fn a_moment_that_is_none_leaves_the_rest() {
        for digits in ["2613280801", "26112808", "261128080161", "soon", "261128080"] {
            let text = format!("id:7 done date:{digits} stat:DELIVRD");
            assert_eq!(receipt(&text, Vec::new()).expect("a receipt").at, None, "{digits}");
        }
        let exact = receipt("id:7 done date:261128080159 stat:DELIVRD", Vec::new()).expect("a receipt");
        assert_eq!(exact.at, Some(datetime!(2026-11-28 08:01:59 +7)));
    }

    #[test]
    fn a_message_from_somebody_is_no_receipt() {
        let from_somebody = |class: u8| DeliverSm::builder().esm_class(EsmClass::from(class)).build();
        assert_eq!(
            [0x00, 0x04, 0x20, 0x40, 0x44].map(|class| is_one(&from_somebody(class))),
            [false, true, true, false, true]
        );
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "(id:[a-z]{0,3} )?(done date:[0-9]{0,14} )?.{0,40}") {
            let _ = receipt(&text, Vec::new());
        }
    }
}
