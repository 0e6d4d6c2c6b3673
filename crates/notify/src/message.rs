//! One message to one address.

use kernel::Lang;
use serde::Serialize;

/// By which way a message goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// To a mobile phone.
    Sms,
    /// To a mailbox.
    Email,
}

impl Channel {
    /// The name in files and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Channel::Sms => "sms",
            Channel::Email => "email",
        }
    }
}

/// One message to one address: plain text, no HTML.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Message {
    /// By which way.
    pub channel: Channel,
    /// `+84905123456`, or an e-mail address.
    pub to: String,
    /// An e-mail's subject, one line; an SMS has none.
    pub subject: Option<String>,
    /// The text: of an SMS one line.
    pub text: String,
    /// Its language.
    pub lang: Lang,
}
