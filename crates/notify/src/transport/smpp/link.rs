//! A connection on which we are let in.

use super::inbox::Inbox;
use super::settings::SmppSettings;
use super::wire::{Broken, Wire};
use super::{Refusal, reader, status};
use crate::transport::{Failure, Sent};
use rusmpp_core::CommandStatus;
use rusmpp_core::pdus::owned::{Pdu, SubmitSm};
use std::io;
use std::net::{TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How long a farewell may take.
const FAREWELL: Duration = Duration::from_secs(2);

/// A connection on which we are let in. When it is dropped, it is unbound and its reader ends.
#[derive(Debug)]
pub(super) struct Link {
    wire: Arc<Wire>,
    reader: Option<JoinHandle<()>>,
    patience: Duration,
}

impl Link {
    /// Connects and binds. Whatever fails here, the message isn't at fault.
    pub(super) fn bind(settings: &SmppSettings, inbox: &Arc<Inbox>) -> Result<Self, Failure> {
        let stream = connected(settings)
            .map_err(|why| Failure::later(format!("the gateway can't be reached: {why}")))?;
        let wire = Arc::new(Wire::over(stream, inbox, settings.clock));
        let read = Arc::clone(&wire);
        let reader = thread::Builder::new().name("smpp".to_owned()).spawn(move || reader::read(&read));
        let reader = reader.map_err(|why| Failure::later(format!("nobody can read: {why}")))?;
        let link = Self { wire, reader: Some(reader), patience: settings.timeout };
        let question = settings.bind().map_err(Failure::later)?;
        let answer = link.wire.ask(question.into(), link.patience).map_err(|broken| match broken {
            Broken::Before(why) | Broken::After(why) => Failure::later(why),
        })?;
        match answer.status {
            CommandStatus::EsmeRok => {
                link.wire.bound();
                Ok(link)
            }
            refused => {
                link.wire.close();
                Err(status::not_let_in(refused))
            }
        }
    }

    /// Whether it stands, as far as anybody knows.
    pub(super) fn is_open(&self) -> bool {
        self.wire.is_open()
    }

    /// Hands one part over, if there is time left; the gateway's id of it.
    pub(super) fn submit(&self, part: SubmitSm, patience: Duration) -> Result<Sent, Refusal> {
        if patience.is_zero() {
            return Err(Refusal::Broken(Broken::Before("the gateway takes too long".to_owned())));
        }
        let answer = self.wire.ask(part.into(), patience).map_err(Refusal::Broken)?;
        match (answer.status, answer.pdu()) {
            (CommandStatus::EsmeRok, Some(Pdu::SubmitSmResp(taken))) => {
                let id = taken.message_id().as_str();
                Ok(Sent { provider_reference: (!id.is_empty()).then(|| id.to_owned()) })
            }
            (CommandStatus::EsmeRok, _) => {
                Err(Refusal::Broken(Broken::After("the gateway's answer makes no sense".to_owned())))
            }
            (refused, _) => {
                if refused == CommandStatus::EsmeRinvbndsts {
                    self.wire.close();
                }
                Err(Refusal::Refused(status::refused(refused)))
            }
        }
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        if self.wire.is_open() {
            // It ends, whether the gateway says farewell or not.
            let _ = self.wire.ask(Pdu::Unbind, self.patience.min(FAREWELL));
        }
        self.wire.close();
        if let Some(reader) = self.reader.take() {
            // What it did is done, even if it panicked.
            let _ = reader.join();
        }
    }
}

fn connected(settings: &SmppSettings) -> io::Result<TcpStream> {
    let mut failed = io::Error::new(io::ErrorKind::NotFound, "its name has no address");
    for address in (settings.host.as_str(), settings.port).to_socket_addrs()? {
        match TcpStream::connect_timeout(&address, settings.connect_timeout) {
            Ok(stream) => {
                stream.set_nodelay(true)?;
                stream.set_read_timeout(Some(settings.enquire_after))?;
                stream.set_write_timeout(Some(settings.timeout))?;
                return Ok(stream);
            }
            Err(why) => failed = why,
        }
    }
    Err(failed)
}

#[cfg(test)]
mod tests;
