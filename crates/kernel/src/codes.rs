//! Identifiers that people read and catalogues name. Each is checked once, where it comes in.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A text that can't be such a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadCode {
    /// Which code was asked for, in words.
    pub what: &'static str,
    /// The text that was given.
    pub given: String,
}

impl fmt::Display for BadCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a valid {}", self.given, self.what)
    }
}

impl std::error::Error for BadCode {}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident, $what:literal, $valid:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The code as it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadCode;
            fn try_from(text: String) -> Result<Self, BadCode> {
                let valid: fn(&str) -> bool = $valid;
                if valid(&text) { Ok(Self(text)) } else { Err(BadCode { what: $what, given: shortened(&text) }) }
            }
        }

        impl FromStr for $name {
            type Err = BadCode;
            fn from_str(text: &str) -> Result<Self, BadCode> {
                Self::try_from(text.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> String {
                code.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

code!(
    /// An agency's identifier: groups joined by dots, the first a letter and two digits (`H32.17`; NĐ 118/2025 Đ28).
    AgencyCode, "agency identifier (such as H32.17)", is_agency
);
code!(
    /// A procedure's code in the national catalogue (`1.001193`), or a draft's provisional one.
    ProcedureCode, "procedure code (such as 1.001193)", is_word
);
code!(
    /// A case of a procedure, unique in its version.
    CaseCode, "case code", is_word
);
code!(
    /// A component of a procedure's file, unique in its version.
    ComponentCode, "component code", is_word
);
code!(
    /// A ground on which a procedure may be refused.
    GroundCode, "refusal ground code", is_word
);
code!(
    /// A leg of a process: the part one agency answers for.
    LegCode, "leg code", is_word
);
code!(
    /// A step of a leg, unique in its process.
    StepCode, "step code", is_word
);

const LONGEST: usize = 64;

fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= LONGEST
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'))
        && text.as_bytes()[0].is_ascii_alphanumeric()
}

fn is_agency(text: &str) -> bool {
    let mut groups = text.split('.');
    let first = groups.next().unwrap_or_default().as_bytes();
    first.len() == 3
        && first[0].is_ascii_uppercase()
        && first[1..].iter().all(u8::is_ascii_digit)
        && groups.all(|g| !g.is_empty() && g.bytes().all(|b| b.is_ascii_digit()))
        && text.len() <= LONGEST
}

fn shortened(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agency_identifier_is_a_letter_and_two_digits_then_groups_of_digits() {
        for good in ["H32", "H32.17", "H32.17.3", "G22.99.08"] {
            assert_eq!(good.parse::<AgencyCode>().map(String::from), Ok(good.to_owned()));
        }
        for bad in ["", "32", "h32", "H3", "H321", "H32.", "H32..1", "H32.a", "H32-1"] {
            assert!(bad.parse::<AgencyCode>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_code_is_short_plain_text() {
        assert!("1.001193".parse::<ProcedureCode>().is_ok());
        for bad in ["", ".1", "a b", "đ", "a/b", "a\0", &"x".repeat(65)] {
            assert!(bad.parse::<ProcedureCode>().is_err(), "{bad}");
        }
    }
}
