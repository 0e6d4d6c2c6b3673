//! Where SMS are handed over, and how.

use crate::transport::Secret;
use rusmpp_core::pdus::owned::BindTransceiver;
use rusmpp_core::types::owned::COctetString;
use rusmpp_core::values::{InterfaceVersion, Npi, Ton};
use std::time::Duration;
use time::UtcOffset;

/// Where SMS are handed over, and how. SMPP encrypts nothing: an operator that isn't in the same house is reached through a
/// tunnel.
#[derive(Debug, Clone)]
pub struct SmppSettings {
    /// The gateway's name or address.
    pub host: String,
    /// Its port, usually 2775.
    pub port: u16,
    /// Who we are there (`system_id`), up to 15 characters.
    pub system_id: String,
    /// Our password, up to 8 characters.
    pub password: Secret,
    /// What kind of system we are (`system_type`), up to 12 characters; often empty.
    pub system_type: String,
    /// Who sends, as the phone shows it: a brand name of up to 11 characters, or a number with its country.
    pub from: String,
    /// How long the gateway may take to take the connection.
    pub connect_timeout: Duration,
    /// How long it may take to let us in, and to take a message with all its parts.
    pub timeout: Duration,
    /// How long a connection is silent before the gateway is asked whether it is still there (`enquire_link`); when it has
    /// been silent for as long again, the connection is given up.
    pub enquire_after: Duration,
    /// The zone of the gateway's clock, by which its receipts say when.
    pub clock: UtcOffset,
}

impl SmppSettings {
    /// Whether the protocol can carry them.
    pub(super) fn check(&self) -> Result<(), String> {
        if [self.connect_timeout, self.timeout, self.enquire_after].iter().any(Duration::is_zero) {
            return Err("a gateway needs more than no time at all".to_owned());
        }
        self.bind().map(drop)
    }

    /// How we introduce ourselves. It holds the password: it is shown to nobody.
    pub(super) fn bind(&self) -> Result<BindTransceiver, String> {
        Ok(BindTransceiver::builder()
            .system_id(text("system_id", &self.system_id)?)
            .password(text("password", self.password.reveal())?)
            .system_type(text("system_type", &self.system_type)?)
            .interface_version(InterfaceVersion::Smpp3_4)
            .build())
    }
}

/// Who sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sender {
    /// What kind of name it is.
    pub(super) ton: Ton,
    /// In which plan of numbers it stands.
    pub(super) npi: Npi,
    /// The name or the number.
    pub(super) address: COctetString<1, 21>,
}

impl Sender {
    /// A number with its country, with a plus or without; anything else is a brand name.
    pub(super) fn read(from: &str) -> Result<Self, String> {
        let number = from.strip_prefix('+').unwrap_or(from);
        let is_number = !number.is_empty() && number.bytes().all(|sign| sign.is_ascii_digit());
        let (ton, npi, given, longest) = match is_number {
            true => (Ton::International, Npi::Isdn, number, 15),
            false => (Ton::Alphanumeric, Npi::Unknown, from, 11),
        };
        if given.len() > longest {
            return Err(format!("from: `{from}` is longer than {longest} characters"));
        }
        Ok(Self { ton, npi, address: text("from", given)? })
    }
}

/// A text of the protocol, ended by a zero, which counts. What was given stands in no error: it may be the password.
fn text<const MOST: usize>(name: &str, given: &str) -> Result<COctetString<1, MOST>, String> {
    COctetString::from_string(given.to_owned())
        .map_err(|_| format!("{name}: up to {} plain ASCII characters", MOST - 1))
}

#[cfg(test)]
impl SmppSettings {
    /// Settings for tests.
    pub(super) fn sample() -> Self {
        Self {
            host: "127.0.0.1".to_owned(),
            port: 2775,
            system_id: "motcua".to_owned(),
            password: Secret::new("smpp-key"),
            system_type: String::new(),
            from: "KHANHHOA".to_owned(),
            connect_timeout: Duration::from_secs(10),
            timeout: Duration::from_secs(20),
            enquire_after: Duration::from_secs(30),
            clock: UtcOffset::UTC,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Sender, SmppSettings};
    use rusmpp_core::values::{Npi, Ton};
    use std::time::Duration;

    #[test]
    fn a_brand_name_is_alphanumeric_and_a_number_international() {
        let brand = Sender::read("KHANHHOA").expect("a brand name");
        assert_eq!(
            (brand.ton, brand.npi, brand.address.as_str()),
            (Ton::Alphanumeric, Npi::Unknown, "KHANHHOA")
        );
        for given in ["+842583822222", "842583822222"] {
            let number = Sender::read(given).expect("a number");
            assert_eq!((number.ton, number.npi), (Ton::International, Npi::Isdn));
            assert_eq!(number.address.as_str(), "842583822222");
        }
    }

    #[test]
    fn a_name_that_no_phone_shows_is_refused() {
        for given in ["TINHKHANHHOA", "KHÁNH HÒA", "1234567890123456"] {
            assert!(Sender::read(given).is_err(), "{given}");
        }
    }

    #[test]
    fn what_the_protocol_cannot_carry_is_refused_by_name() {
        let long = |length: usize| "x".repeat(length);
        let check = |settings: SmppSettings| settings.check().expect_err("too long");
        let sample = SmppSettings::sample;
        assert!(check(SmppSettings { system_id: long(16), ..sample() }).starts_with("system_id"));
        assert!(check(SmppSettings { system_type: long(13), ..sample() }).starts_with("system_type"));
        check(SmppSettings { enquire_after: Duration::ZERO, ..sample() });
        sample().check().expect("a sound one");
    }
}
