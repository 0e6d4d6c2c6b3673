//! Who is told, where, and what they want to be told.

use crate::phone::Phone;
use lettre::Address;
use thiserror::Error;

/// A phone number or e-mail that nothing can be sent to. Somebody has to ask for a better one.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BadAddress {
    /// Not a Vietnamese mobile number; holds what was given.
    #[error("`{0}` is not a Vietnamese mobile number")]
    Phone(String),
    /// Not an e-mail address; holds what was given.
    #[error("`{0}` is not an e-mail address")]
    Email(String),
}

/// What a person wants to be told, beyond what the law has them told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wishes {
    /// By SMS.
    pub sms: bool,
    /// By e-mail.
    pub email: bool,
    /// On each step.
    pub each_step: bool,
}

impl From<intake::Notify> for Wishes {
    fn from(notify: intake::Notify) -> Self {
        Self { sms: notify.sms, email: notify.email, each_step: notify.each_step }
    }
}

/// Somebody who is told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Addressee {
    /// The name, as letters address it; may be empty.
    pub name: String,
    /// The mobile number, where there is one.
    pub phone: Option<Phone>,
    /// The e-mail, where there is one.
    pub email: Option<Address>,
    /// What they want.
    pub wishes: Wishes,
}

impl Addressee {
    /// Reads the details as they were given; blank ones are none. What can't be used is left out and named.
    pub fn read(name: &str, phone: &str, email: &str, wishes: Wishes) -> (Self, Vec<BadAddress>) {
        let (phone, bad_phone) = given(phone, Phone::read);
        let (email, bad_email) = given(email, read_email);
        let bad = bad_phone.into_iter().chain(bad_email).collect();
        (Self { name: name.trim().to_owned(), phone, email, wishes }, bad)
    }
}

/// Reads an e-mail address.
///
/// # Errors
/// [`BadAddress::Email`] where it is none.
pub fn read_email(given: &str) -> Result<Address, BadAddress> {
    given.trim().parse().map_err(|_| BadAddress::Email(given.trim().to_owned()))
}

fn given<T>(text: &str, read: impl Fn(&str) -> Result<T, BadAddress>) -> (Option<T>, Option<BadAddress>) {
    if text.trim().is_empty() {
        return (None, None);
    }
    match read(text) {
        Ok(found) => (Some(found), None),
        Err(bad) => (None, Some(bad)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Addressee, BadAddress, Wishes, read_email};

    #[test]
    fn what_is_blank_is_none_and_no_fault() {
        let (addressee, bad) = Addressee::read(" Trần Thị Bình ", " ", "", Wishes::default());
        assert_eq!((addressee.phone, addressee.email, bad), (None, None, Vec::new()));
        assert_eq!(addressee.name, "Trần Thị Bình");
    }

    #[test]
    fn what_cant_be_used_is_named_and_the_rest_is_kept() {
        let (addressee, bad) = Addressee::read("", "02583822222", "binh@example.vn", Wishes::default());
        assert_eq!(addressee.phone, None);
        assert_eq!(addressee.email.expect("an e-mail").to_string(), "binh@example.vn");
        assert_eq!(bad, [BadAddress::Phone("02583822222".to_owned())]);
    }

    #[test]
    fn an_email_is_a_mailbox_and_nothing_besides() {
        assert!(read_email(" binh@example.vn ").is_ok());
        for given in ["binh", "@example.vn", "a@b@c", "binh@example.vn\r\nBcc: x@y.vn", "Bình <b@example.vn>"]
        {
            assert_eq!(read_email(given), Err(BadAddress::Email(given.to_owned())));
        }
    }
}
