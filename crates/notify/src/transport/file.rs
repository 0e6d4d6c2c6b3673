//! Messages into a file instead of to people: for trials and demonstrations.

use super::{Failure, Outgoing, Sent, Transport};
use crate::message::Message;
use serde::Serialize;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use time::OffsetDateTime;
use uuid::Uuid;

/// Appends each message to a file, one JSON object a line.
#[derive(Debug)]
pub struct FileTransport {
    path: PathBuf,
    /// One line after the other.
    turn: Mutex<()>,
}

#[derive(Serialize)]
struct Line<'a> {
    #[serde(with = "time::serde::rfc3339")]
    at: OffsetDateTime,
    reference: Uuid,
    #[serde(flatten)]
    message: &'a Message,
    /// The names of what goes with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    enclosed: Vec<&'a str>,
}

impl FileTransport {
    /// Writes to the end of the file at `path`, which need not be there yet.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), turn: Mutex::new(()) }
    }

    fn append(&self, line: &str) -> std::io::Result<()> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let mut file = OpenOptions::new().create(true).append(true).open(&self.path)?;
        file.write_all(line.as_bytes())
    }
}

impl Transport for FileTransport {
    fn send(&self, outgoing: &Outgoing) -> Result<Sent, Failure> {
        let line = Line {
            at: outgoing.at,
            reference: outgoing.reference,
            message: &outgoing.message,
            enclosed: outgoing.enclosed.iter().map(|enclosed| enclosed.name.as_str()).collect(),
        };
        let line = serde_json::to_string(&line).map_err(|why| Failure::Never(why.to_string()))?;
        let written = self.append(&(line + "\n"));
        written.map_err(|why| Failure::later(format!("{}: {why}", self.path.display())))?;
        Ok(Sent { provider_reference: None })
    }
}

#[cfg(test)]
mod tests {
    use super::FileTransport;
    use crate::{Channel, Failure, Message, Outgoing, Transport};
    use kernel::Lang;
    use std::fs;
    use time::macros::datetime;
    use uuid::Uuid;

    fn outgoing() -> Outgoing {
        let message = Message {
            channel: Channel::Sms,
            to: "+84905123456".to_owned(),
            subject: None,
            text: "Ho so \"1\"".to_owned(),
            lang: Lang::Vi,
        };
        Outgoing {
            reference: Uuid::from_u128(7),
            at: datetime!(2026-11-26 08:00 +7),
            message,
            enclosed: Vec::new(),
        }
    }

    #[test]
    fn each_message_is_one_line_of_json() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("messages.jsonl");
        let file = FileTransport::new(&path);
        file.send(&outgoing()).expect("sent");
        file.send(&outgoing()).expect("sent");
        let line = r#"{"at":"2026-11-26T08:00:00+07:00","reference":"00000000-0000-0000-0000-000000000007","channel":"sms","to":"+84905123456","subject":null,"text":"Ho so \"1\"","lang":"vi"}"#;
        assert_eq!(fs::read_to_string(path).expect("a file"), format!("{line}\n{line}\n"));
    }

    #[test]
    fn a_file_that_cant_be_written_is_tried_again() {
        let failure = FileTransport::new("/there/is/none").send(&outgoing());
        assert!(matches!(failure, Err(Failure::Later { .. })), "{failure:?}");
    }
}
