//! Vietnamese mobile numbers, the only ones an SMS is sent to.

use crate::addressee::BadAddress;
use std::fmt;

/// A Vietnamese mobile number, written `+84` and nine digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone(String);

/// What a mobile number's nine digits begin with (the plan of 2018: 03, 05, 07, 08, 09).
const MOBILE: [char; 5] = ['3', '5', '7', '8', '9'];

/// What people put between the digits.
const BETWEEN: [char; 6] = [' ', '\u{a0}', '.', '-', '(', ')'];

impl Phone {
    /// Reads `0905 123 456`, `84905123456` or `+84 905.123.456`.
    ///
    /// # Errors
    /// [`BadAddress::Phone`] for anything else: a landline, a number from abroad or of the plan before 2018.
    pub fn read(given: &str) -> Result<Self, BadAddress> {
        let digits: String = given.trim().chars().filter(|sign| !BETWEEN.contains(sign)).collect();
        let nine = nine_digits(&digits).ok_or_else(|| BadAddress::Phone(given.trim().to_owned()))?;
        Ok(Self(format!("+84{nine}")))
    }

    /// As it is written: `+84905123456`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn nine_digits(digits: &str) -> Option<&str> {
    let starts = ["+84", "84", "0"];
    let nine = starts.iter().find_map(|start| digits.strip_prefix(start).filter(|rest| rest.len() == 9))?;
    let sound = nine.starts_with(MOBILE) && nine.bytes().all(|digit| digit.is_ascii_digit());
    sound.then_some(nine)
}

#[cfg(test)]
mod tests {
    use super::Phone;
    use crate::BadAddress;
    use proptest::prelude::*;

    #[test]
    fn the_three_ways_to_write_a_number_are_one_number() {
        for given in ["0905123456", "84905123456", "+84905123456", " 0905 123 456 ", "(+84) 905.123-456"] {
            assert_eq!(Phone::read(given).expect("a mobile number").as_str(), "+84905123456", "{given}");
        }
    }

    #[test]
    fn what_no_sms_reaches_is_refused_as_it_was_given() {
        let refused = [
            "",
            "0258 3822 222",
            "02583822222",
            "0123456789",
            "01234567890",
            "090512345",
            "09051234567",
            "+1 202 555 0100",
            "++84905123456",
            "840905123456",
            "0905123456 / 0905123457",
            "không có",
            "٠٩٠٥١٢٣٤٥٦",
        ];
        for given in refused {
            assert_eq!(Phone::read(given), Err(BadAddress::Phone(given.to_owned())));
        }
    }

    proptest! {
        #[test]
        fn a_number_that_was_read_is_read_again_as_itself(nine in "[35789][0-9]{8}") {
            let phone = Phone::read(&format!("0{nine}")).expect("a mobile number");
            prop_assert_eq!(Phone::read(phone.as_str()), Ok(phone.clone()));
        }

        #[test]
        fn nothing_that_is_given_makes_it_panic(given in ".{0,20}") {
            if let Ok(phone) = Phone::read(&given) {
                prop_assert_eq!(phone.as_str().len(), 12);
            }
        }
    }
}
