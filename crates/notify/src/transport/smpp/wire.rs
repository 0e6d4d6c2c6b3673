//! A connection that several ask over at once: who asks waits for the answer with their number.

use super::frame::{self, Incoming};
use super::inbox::Inbox;
use super::receipt;
use rusmpp_core::CommandStatus;
use rusmpp_core::command::owned::Command;
use rusmpp_core::pdus::owned::{DeliverSm, DeliverSmResp, Pdu};
use std::collections::HashMap;
use std::io::{self, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use time::UtcOffset;

/// Numbers of commands go from 1 up to this, and then anew.
const HIGHEST: u32 = 0x7fff_ffff;

/// A connection that several ask over at once.
#[derive(Debug)]
pub(super) struct Wire {
    stream: TcpStream,
    /// Held while a command is written.
    writing: Mutex<()>,
    /// Who waits for which answer; none once the connection is closed.
    waiting: Mutex<Option<HashMap<u32, Sender<Command>>>>,
    asked: AtomicU32,
    is_bound: AtomicBool,
    inbox: Arc<Inbox>,
    clock: UtcOffset,
}

/// There is no answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// The question never went out whole.
    Before(String),
    /// It went out: it may have been acted on.
    After(String),
}

impl Wire {
    /// Over a connection that stands; receipts go into the inbox.
    pub(super) fn over(stream: TcpStream, inbox: &Arc<Inbox>, clock: UtcOffset) -> Self {
        Self {
            stream,
            writing: Mutex::default(),
            waiting: Mutex::new(Some(HashMap::new())),
            asked: AtomicU32::new(0),
            is_bound: AtomicBool::new(false),
            inbox: Arc::clone(inbox),
            clock,
        }
    }

    /// Where it is read from.
    pub(super) fn stream(&self) -> &TcpStream {
        &self.stream
    }

    /// Whether it stands, as far as anybody knows.
    pub(super) fn is_open(&self) -> bool {
        self.waiting().is_some()
    }

    /// We are let in.
    pub(super) fn bound(&self) {
        self.is_bound.store(true, Ordering::Relaxed);
    }

    /// Whether we are let in. Before that, who binds looks at the time.
    pub(super) fn is_bound(&self) -> bool {
        self.is_bound.load(Ordering::Relaxed)
    }

    /// Ends the connection, and the waiting of whoever waits.
    pub(super) fn close(&self) {
        *self.waiting() = None;
        // It may be down already.
        let _ = self.stream.shutdown(Shutdown::Both);
    }

    /// Asks, and waits for the answer. A gateway that doesn't answer in time is given up.
    pub(super) fn ask(&self, question: Pdu, patience: Duration) -> Result<Command, Broken> {
        let number = self.next_number();
        let (tell, told) = channel();
        match self.waiting().as_mut() {
            Some(waiting) => waiting.insert(number, tell),
            None => return Err(Broken::Before("the connection to the gateway is closed".to_owned())),
        };
        self.write(number, CommandStatus::EsmeRok, question)
            .map_err(|why| Broken::Before(format!("the connection to the gateway broke: {why}")))?;
        told.recv_timeout(patience).map_err(|why| match why {
            RecvTimeoutError::Timeout => {
                self.close();
                Broken::After("the gateway doesn't answer in time".to_owned())
            }
            RecvTimeoutError::Disconnected => {
                Broken::After("the connection to the gateway broke, or its answer made no sense".to_owned())
            }
        })
    }

    /// Asks whether the gateway is there; whatever comes in says that it is.
    pub(super) fn enquire(&self) -> io::Result<()> {
        self.write(self.next_number(), CommandStatus::EsmeRok, Pdu::EnquireLink)
    }

    /// Takes in what has come: an answer goes to who waits for it, a question is answered.
    pub(super) fn heard(&self, incoming: Incoming) -> io::Result<()> {
        let command = match incoming {
            Incoming::Command(command) => *command,
            Incoming::Unreadable { is_answer: true, number } => {
                drop(self.waits_for(number));
                return Ok(());
            }
            Incoming::Unreadable { is_answer: false, number } => return self.not_understood(number),
        };
        let number = command.sequence_number;
        if command.id().is_response() {
            if let Some(tell) = self.waits_for(number) {
                // Who waited may have gone.
                let _ = tell.send(command);
            }
            return Ok(());
        }
        self.answer(number, command.pdu())
    }

    fn answer(&self, number: u32, question: Option<&Pdu>) -> io::Result<()> {
        let ok = CommandStatus::EsmeRok;
        match question {
            Some(Pdu::EnquireLink) => self.write(number, ok, Pdu::EnquireLinkResp),
            Some(Pdu::DeliverSm(delivered)) => {
                self.write(number, self.taken(delivered), DeliverSmResp::default().into())
            }
            Some(Pdu::Unbind) => {
                self.write(number, ok, Pdu::UnbindResp)?;
                self.close();
                Ok(())
            }
            Some(Pdu::AlertNotification(_) | Pdu::Outbind(_)) => Ok(()),
            _ => self.not_understood(number),
        }
    }

    /// Takes a receipt in. One that can't be read is taken too: it would be no better the next time. What people write to
    /// the sender is refused, as nobody would read it.
    fn taken(&self, delivered: &DeliverSm) -> CommandStatus {
        if !receipt::is_one(delivered) {
            return CommandStatus::EsmeRxRAppn;
        }
        let read = receipt::read(delivered, self.clock);
        let has_room = read.is_none_or(|receipt| self.inbox.put(receipt));
        if has_room { CommandStatus::EsmeRok } else { CommandStatus::EsmeRmsgqful }
    }

    fn not_understood(&self, number: u32) -> io::Result<()> {
        self.write(number, CommandStatus::EsmeRinvcmdid, Pdu::GenericNack)
    }

    /// Writes one command. Nobody can go on behind a piece of one: the connection ends.
    fn write(&self, number: u32, status: CommandStatus, pdu: Pdu) -> io::Result<()> {
        let octets = frame::written(number, status, pdu);
        let _alone = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        (&self.stream).write_all(&octets).inspect_err(|_| self.close())
    }

    fn waits_for(&self, number: u32) -> Option<Sender<Command>> {
        self.waiting().as_mut()?.remove(&number)
    }

    fn next_number(&self) -> u32 {
        self.asked.fetch_add(1, Ordering::Relaxed) % HIGHEST + 1
    }

    fn waiting(&self) -> MutexGuard<'_, Option<HashMap<u32, Sender<Command>>>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
