#![doc = include_str!("../README.md")]

mod about;
mod addressee;
mod compose;
mod message;
mod occasion;
mod phone;
pub mod quiet;
pub mod retry;
pub mod sms;
mod templates;
mod transport;

pub use about::{About, Names, occasions, warning};
pub use addressee::{Addressee, BadAddress, Wishes, read_email};
pub use compose::compose;
pub use message::{Channel, Message};
pub use occasion::{Audience, Dossier, Ground, Occasion, RESCHEDULED, What, samples};
pub use phone::Phone;
pub use templates::{Fault, Letter, Script, Templates};
pub use transport::{
    BadReport, Enclosed, Failure, FileTransport, Kannel, KannelSettings, Outgoing, Receipt, Report,
    ReportState, Secret, Security, Sent, Smpp, SmppSettings, Smtp, SmtpSettings, Transport, tls,
};
