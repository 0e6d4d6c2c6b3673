//! Everything that can become true of a dossier, and how it is stored: a kind, the kind's version, a JSON object.

use thiserror::Error;

/// An event of a dossier's life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// At the desk.
    Intake(intake::Event),
    /// Along the way.
    Routing(routing::Event),
    /// At the end.
    Result(result::Event),
}

/// Stored bytes that aren't an event this program knows.
#[derive(Debug, Error)]
pub enum UnknownEvent {
    /// A kind or version from elsewhere, or from a later program.
    #[error("event kind `{kind}` version {version} isn't known")]
    Kind {
        /// The stored kind.
        kind: String,
        /// The stored version.
        version: i32,
    },
    /// The payload doesn't fit the kind.
    #[error("event payload: {0}")]
    Payload(#[from] serde_json::Error),
}

impl Event {
    /// The event's kind, as stored.
    pub fn kind(&self) -> &'static str {
        match self {
            Event::Intake(intake::Event::Submitted(_)) => "submitted",
            Event::Intake(intake::Event::Accepted(_)) => "accepted",
            Event::Intake(intake::Event::Refused(_)) => "refused",
            Event::Intake(intake::Event::Withdrawn(_)) => "withdrawn",
            Event::Routing(routing::Event::Started(_)) => "started",
            Event::Routing(routing::Event::StepDone(_)) => "step_done",
            Event::Routing(routing::Event::StepSentBack(_)) => "step_sent_back",
            Event::Routing(routing::Event::StepAssigned(_)) => "step_assigned",
            Event::Result(result::Event::ResultRecorded(_)) => "result_recorded",
            Event::Result(result::Event::ResultReturned(_)) => "result_returned",
            Event::Result(result::Event::Rated(_)) => "rated",
        }
    }

    /// The version in which this program writes events of this kind.
    pub fn version(&self) -> i32 {
        1
    }

    /// The JSON object that is stored, its keys in the order of the fields.
    pub fn payload(&self) -> String {
        let text = match self {
            Event::Intake(event) => serde_json::to_string(event),
            Event::Routing(event) => serde_json::to_string(event),
            Event::Result(event) => serde_json::to_string(event),
        };
        text.expect("events are plain data")
    }

    /// Reads a stored event.
    ///
    /// # Errors
    /// [`UnknownEvent`] for a kind or version this program doesn't know, or a payload that doesn't fit.
    pub fn read(kind: &str, version: i32, payload: &str) -> Result<Event, UnknownEvent> {
        if version != 1 {
            return Err(UnknownEvent::Kind { kind: kind.to_owned(), version });
        }
        Ok(match kind {
            "submitted" | "accepted" | "refused" | "withdrawn" => Event::Intake(serde_json::from_str(payload)?),
            "started" | "step_done" | "step_sent_back" | "step_assigned" => {
                Event::Routing(serde_json::from_str(payload)?)
            }
            "result_recorded" | "result_returned" | "rated" => Event::Result(serde_json::from_str(payload)?),
            _ => return Err(UnknownEvent::Kind { kind: kind.to_owned(), version }),
        })
    }
}

impl From<intake::Event> for Event {
    fn from(event: intake::Event) -> Self {
        Event::Intake(event)
    }
}

impl From<routing::Event> for Event {
    fn from(event: routing::Event) -> Self {
        Event::Routing(event)
    }
}

impl From<result::Event> for Event {
    fn from(event: result::Event) -> Self {
        Event::Result(event)
    }
}

