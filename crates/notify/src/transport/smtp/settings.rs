//! Where mail is handed over, and how.

use crate::transport::Secret;
use lettre::Address;
use lettre::transport::smtp::client::{Certificate, TlsParameters};
use std::time::Duration;

/// How the connection is kept from others' eyes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// Not at all: a server on the same machine.
    None,
    /// By STARTTLS where the server offers it.
    StartTlsIfOffered,
    /// By STARTTLS; without it nothing is sent. Usually port 587.
    StartTls,
    /// By TLS from the first byte. Usually port 465.
    Tls,
}

/// Where mail is handed over, and how.
#[derive(Debug, Clone)]
pub struct SmtpSettings {
    /// The server's name, which its certificate must bear.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is secured.
    pub security: Security,
    /// Certificates in PEM that are trusted besides the system's own, as of an office's private authority.
    pub trusted: Option<Vec<u8>>,
    /// User and password, where the server asks for them; they go out over TLS only.
    pub account: Option<(String, Secret)>,
    /// Who sends, as people read it.
    pub from_name: String,
    /// Who sends.
    pub from: Address,
    /// How long the server may take to take the connection, or to answer each command.
    pub timeout: Duration,
}

impl SmtpSettings {
    /// What TLS needs.
    pub(super) fn tls(&self) -> Result<TlsParameters, String> {
        if self.account.is_some() && self.security == Security::None {
            return Err("a password is only sent over TLS: choose another security".to_owned());
        }
        let mut tls = TlsParameters::builder(self.host.clone());
        if let Some(pem) = &self.trusted {
            let certificate = Certificate::from_pem(pem).map_err(|error| format!("trusted: {error}"))?;
            tls = tls.add_root_certificate(certificate);
        }
        tls.build_rustls().map_err(|error| error.to_string())
    }
}
