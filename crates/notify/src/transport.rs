//! How messages leave the house.

mod file;
mod kannel;
mod secret;
mod smpp;
mod smtp;
pub mod tls;

pub use file::FileTransport;
pub use kannel::{BadReport, Kannel, KannelSettings, Report, ReportState};
pub use secret::Secret;
pub use smpp::{Receipt, Smpp, SmppSettings};
pub use smtp::{Security, Smtp, SmtpSettings};

use crate::message::Message;
use std::fmt;
use thiserror::Error;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

/// A way out. It may block, up to its timeouts: call it from a thread that may wait.
pub trait Transport: Send + Sync {
    /// Hands one message over.
    ///
    /// # Errors
    /// [`Failure`], which says whether to try again.
    fn send(&self, outgoing: &Outgoing) -> Result<Sent, Failure>;

    /// What the other side has reported of earlier messages since this was last asked; nothing where it reports by another
    /// way. What is fetched here is gone: put it down at once.
    fn receipts(&self) -> Vec<Receipt> {
        Vec::new()
    }
}

/// A message on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// The notice's id, the same at each attempt: who receives it twice can tell.
    pub reference: Uuid,
    /// When it was written, in the sender's zone; an e-mail's date.
    pub at: OffsetDateTime,
    /// The message.
    pub message: Message,
    /// What goes with it, by the ways that carry such; in an SMS nothing does.
    pub enclosed: Vec<Enclosed>,
}

/// A paper that goes with a message.
#[derive(Clone, PartialEq, Eq)]
pub struct Enclosed {
    /// The file's name: letters, digits, dots and hyphens.
    pub name: String,
    /// The PDF.
    pub pdf: Vec<u8>,
}

/// It bears names and secrets: they stand in no log.
impl fmt::Debug for Enclosed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Enclosed").field("name", &self.name).field("bytes", &self.pdf.len()).finish()
    }
}

/// It was taken over by the other side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// What the other side calls it, where it said so.
    pub provider_reference: Option<String>,
}

/// It wasn't sent. No password stands in any of the words.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Failure {
    /// Not now: try again.
    #[error("try again later: {why}")]
    Later {
        /// In words, for the log.
        why: String,
        /// How long the other side asks to be left alone.
        retry_after: Option<Duration>,
    },
    /// Nothing reaches this address: ask for a better one.
    #[error("the address is dead: {0}")]
    DeadAddress(String),
    /// This message will never be taken: no use in trying again.
    #[error("never: {0}")]
    Never(String),
    /// The connection broke after the message had gone out: it may have been delivered.
    #[error("it may have been delivered: {0}")]
    Unknown(String),
}

impl Failure {
    fn later(why: impl Into<String>) -> Self {
        Failure::Later { why: why.into(), retry_after: None }
    }
}
