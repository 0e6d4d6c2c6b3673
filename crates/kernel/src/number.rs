//! The dossier number of NĐ 118/2025 Đ28. The ministry may change the format: it is written and read here only.

use crate::AgencyCode;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use time::{Date, Month};

/// A dossier's number: the competent agency's identifier, the day of receipt, the ordinal of that day at that
/// agency. Written `H32.17-261123-0001`: day as yymmdd in the agency's own zone, ordinal from 1, at least four
/// digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DossierNumber {
    agency: AgencyCode,
    day: Date,
    ordinal: u32,
}

/// A text that is not a dossier number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadNumber;

impl DossierNumber {
    /// The `ordinal`-th dossier (from 1) that `agency` accepted on `day`.
    pub fn new(agency: AgencyCode, day: Date, ordinal: u32) -> Self {
        Self { agency, day, ordinal }
    }

    /// What sorts, byte by byte, before every number that `agency` draws on `day`, and behind all those of days before it.
    pub fn beginning_of(agency: &AgencyCode, day: Date) -> String {
        Self::new(agency.clone(), day, 0).to_string()
    }

    /// The agency the number was drawn at.
    pub fn agency(&self) -> &AgencyCode {
        &self.agency
    }

    /// The day of receipt.
    pub fn day(&self) -> Date {
        self.day
    }

    /// Which one of that day, from 1.
    pub fn ordinal(&self) -> u32 {
        self.ordinal
    }
}

impl fmt::Display for DossierNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.day.to_calendar_date();
        write!(f, "{}-{:02}{:02}{:02}-{:04}", self.agency, year % 100, u8::from(month), day, self.ordinal)
    }
}

impl fmt::Display for BadNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a dossier number (such as H32.17-261123-0001)")
    }
}

impl std::error::Error for BadNumber {}

impl FromStr for DossierNumber {
    type Err = BadNumber;

    fn from_str(text: &str) -> Result<Self, BadNumber> {
        let mut parts = text.split('-');
        let (Some(agency), Some(day), Some(ordinal), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(BadNumber);
        };
        let agency = agency.parse().map_err(|_| BadNumber)?;
        Ok(Self { agency, day: read_day(day)?, ordinal: read_ordinal(ordinal)? })
    }
}

impl TryFrom<String> for DossierNumber {
    type Error = BadNumber;
    fn try_from(text: String) -> Result<Self, BadNumber> {
        text.parse()
    }
}

impl From<DossierNumber> for String {
    fn from(number: DossierNumber) -> String {
        number.to_string()
    }
}

fn read_day(text: &str) -> Result<Date, BadNumber> {
    if text.len() != 6 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(BadNumber);
    }
    let two = |from: usize| text[from..from + 2].parse::<u8>().map_err(|_| BadNumber);
    let month = Month::try_from(two(2)?).map_err(|_| BadNumber)?;
    Date::from_calendar_date(2000 + i32::from(two(0)?), month, two(4)?).map_err(|_| BadNumber)
}

fn read_ordinal(text: &str) -> Result<u32, BadNumber> {
    let plain = text.len() >= 4 && text.bytes().all(|b| b.is_ascii_digit());
    let padded_only_to_four = text.len() == 4 || !text.starts_with('0');
    match text.parse() {
        Ok(ordinal) if plain && padded_only_to_four && ordinal > 0 => Ok(ordinal),
        _ => Err(BadNumber),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    fn number(ordinal: u32) -> DossierNumber {
        DossierNumber::new("H32.17".parse().expect("valid"), date!(2026 - 11 - 23), ordinal)
    }

    #[test]
    fn a_number_is_agency_day_and_ordinal() {
        assert_eq!(number(1).to_string(), "H32.17-261123-0001");
        assert_eq!(number(12_345).to_string(), "H32.17-261123-12345");
    }

    #[test]
    fn what_is_written_is_read_back() {
        for ordinal in [1, 9_999, 10_000, u32::MAX] {
            assert_eq!(number(ordinal).to_string().parse(), Ok(number(ordinal)));
        }
    }

    #[test]
    fn numbers_of_an_agency_sort_by_day() {
        let agency: AgencyCode = "H32.17".parse().expect("valid");
        let day = date!(2026 - 12 - 31);
        let beginning = |day| DossierNumber::beginning_of(&agency, day);
        for ordinal in [1, 9_999, 10_000, u32::MAX] {
            let number = DossierNumber::new(agency.clone(), day, ordinal).to_string();
            assert!(beginning(day) < number && number < beginning(date!(2027 - 01 - 01)), "{number}");
        }
    }

    #[test]
    fn a_number_is_written_in_one_way_only() {
        for bad in [
            "",
            "H32.17",
            "H32.17-261123",
            "H32.17-261123-1",
            "H32.17-261123-00001",
            "H32.17-261123-0000",
            "H32.17-261323-0001",
            "H32.17-2611é3-0001",
            "h32-261123-0001",
            "H32.17-261123-0001-1",
            "H32.17-261123-+001",
        ] {
            assert_eq!(bad.parse::<DossierNumber>(), Err(BadNumber), "{bad}");
        }
    }
}
