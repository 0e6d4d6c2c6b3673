//! E-mail over SMTP.

mod letter;
mod settings;
mod stage;

pub use settings::{Security, SmtpSettings};

use super::{Failure, Outgoing, Sent, Transport};
use lettre::address::Envelope;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use stage::Stage;
use std::fmt;
use std::sync::{Mutex, PoisonError};

/// E-mail over SMTP. A connection is kept for the next message.
pub struct Smtp {
    settings: SmtpSettings,
    hello: ClientId,
    tls: TlsParameters,
    /// Connections nobody uses just now.
    idle: Mutex<Vec<SmtpConnection>>,
}

/// More connections than this aren't kept.
const KEPT: usize = 16;

impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Smtp").field("settings", &self.settings).finish_non_exhaustive()
    }
}

impl Smtp {
    /// Prepares to send; connects to nobody yet.
    ///
    /// # Errors
    /// In words: a certificate that can't be read, or a password that would go out without TLS.
    pub fn new(settings: SmtpSettings) -> Result<Self, String> {
        let tls = settings.tls()?;
        let hello = ClientId::Domain(settings.from.domain().to_owned());
        Ok(Self { settings, hello, tls, idle: Mutex::new(Vec::new()) })
    }

    fn deliver(
        &self,
        connection: &mut SmtpConnection,
        envelope: &Envelope,
        letter: &[u8],
    ) -> Result<Sent, Failure> {
        let failed = |stage: Stage| move |error| stage::failure(stage, &error);
        let sender = Mail::new(envelope.from().cloned(), Vec::new());
        connection.command(sender).map_err(failed(Stage::Sender))?;
        for to in envelope.to() {
            connection.command(Rcpt::new(to.clone(), Vec::new())).map_err(failed(Stage::Recipient))?;
        }
        connection.command(Data).map_err(failed(Stage::Before))?;
        let taken = connection.message(letter).map_err(failed(Stage::Content))?;
        Ok(Sent { provider_reference: taken.first_line().map(str::to_owned) })
    }

    /// A connection that still answers, or a new one.
    fn connection(&self) -> Result<SmtpConnection, Failure> {
        while let Some(mut kept) = self.take() {
            if kept.test_connected() {
                return Ok(kept);
            }
            kept.abort();
        }
        self.connect()
    }

    fn connect(&self) -> Result<SmtpConnection, Failure> {
        let settings = &self.settings;
        let failed = |error| stage::failure(Stage::Connecting, &error);
        let tls = matches!(settings.security, Security::Tls).then_some(&self.tls);
        let address = (settings.host.as_str(), settings.port);
        let connection = SmtpConnection::connect(address, Some(settings.timeout), &self.hello, tls, None);
        let mut connection = connection.map_err(failed)?;
        if self.wants_starttls(&connection)? {
            connection.starttls(&self.tls, &self.hello).map_err(failed)?;
        }
        self.sign_in(&mut connection)?;
        Ok(connection)
    }

    fn wants_starttls(&self, connection: &SmtpConnection) -> Result<bool, Failure> {
        match self.settings.security {
            Security::None | Security::Tls => Ok(false),
            Security::StartTlsIfOffered => Ok(connection.can_starttls()),
            Security::StartTls if connection.can_starttls() => Ok(true),
            Security::StartTls => Err(Failure::later("the mail server offers no STARTTLS")),
        }
    }

    fn sign_in(&self, connection: &mut SmtpConnection) -> Result<(), Failure> {
        let Some((user, password)) = &self.settings.account else { return Ok(()) };
        if !connection.is_encrypted() {
            return Err(Failure::later(
                "no password goes out without TLS, which the mail server doesn't offer",
            ));
        }
        let credentials = Credentials::new(user.clone(), password.reveal().to_owned());
        let signed_in = connection.auth(DEFAULT_MECHANISMS, &credentials);
        signed_in.map(drop).map_err(|error| stage::failure(Stage::Connecting, &error))
    }

    fn take(&self) -> Option<SmtpConnection> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn keep(&self, mut connection: SmtpConnection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < KEPT {
            idle.push(connection);
        } else {
            drop(idle);
            connection.abort();
        }
    }
}

impl Transport for Smtp {
    fn send(&self, outgoing: &Outgoing) -> Result<Sent, Failure> {
        let letter = letter::write(outgoing, &self.settings)?;
        let mut connection = self.connection()?;
        let sent = self.deliver(&mut connection, letter.envelope(), &letter.formatted());
        match sent {
            Ok(_) => self.keep(connection),
            Err(_) => connection.abort(),
        }
        sent
    }
}
