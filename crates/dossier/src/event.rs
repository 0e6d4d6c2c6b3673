//! Everything that can become true of a dossier, and how it is stored: a kind, the kind's version, a JSON object.

use thiserror::Error;

/// An event of a dossier's life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// At the desk.
    Intake(intake::Event),
    /// Along the way.
    Routing(routing::Event),
    /// When it is due.
    Deadline(deadline::Event),
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
    /// The payload says that it is of another kind.
    #[error("event kind `{kind}` with the payload of `{payload}`")]
    Mixed {
        /// The stored kind.
        kind: String,
        /// The kind that the payload is of.
        payload: &'static str,
    },
}

/// The table of kinds, each with the sibling whose event it is. One without a row doesn't compile.
macro_rules! kinds {
    ($($kind:literal: $room:ident($sibling:ident::$event:ident);)+) => {
        impl Event {
            /// Every kind there is, as stored.
            pub const KINDS: &'static [&'static str] = &[$($kind),+];

            /// The event's kind, as stored.
            pub fn kind(&self) -> &'static str {
                match self { $(Event::$room($sibling::Event::$event(_)) => $kind),+ }
            }

            fn of_kind(kind: &str, payload: &str) -> Option<Result<Event, serde_json::Error>> {
                match kind {
                    $($kind => Some(serde_json::from_str(payload).map(Event::$room)),)+
                    _ => None,
                }
            }
        }
    };
}

kinds! {
    "submitted": Intake(intake::Submitted);
    "accepted": Intake(intake::Accepted);
    "refused": Intake(intake::Refused);
    "withdrawn": Intake(intake::Withdrawn);
    "guided": Intake(intake::Guided);
    "guided_again": Intake(intake::GuidedAgain);
    "completed": Intake(intake::Completed);
    "contact_changed": Intake(intake::ContactChanged);
    "supplement_requested": Intake(intake::SupplementRequested);
    "supplement_requested_again": Intake(intake::SupplementRequestedAgain);
    "needs_asked": Intake(intake::NeedsAsked);
    "needs_stated": Intake(intake::NeedsStated);
    "supplied": Intake(intake::Supplied);
    "closed": Intake(intake::Closed);
    "started": Routing(routing::Started);
    "step_done": Routing(routing::StepDone);
    "step_sent_back": Routing(routing::StepSentBack);
    "step_assigned": Routing(routing::StepAssigned);
    "paused": Routing(routing::Paused);
    "resumed": Routing(routing::Resumed);
    "leg_received": Routing(routing::LegReceived);
    "leg_paid": Routing(routing::LegPaid);
    "consulted": Routing(routing::Consulted);
    "consultation_answered": Routing(routing::ConsultationAnswered);
    "consultation_unanswered": Routing(routing::ConsultationUnanswered);
    "clock_stopped": Deadline(deadline::ClockStopped);
    "clock_resumed": Deadline(deadline::ClockResumed);
    "payment_asked": Deadline(deadline::PaymentAsked);
    "payment_made": Deadline(deadline::PaymentMade);
    "reschedule_proposed": Deadline(deadline::RescheduleProposed);
    "reschedule_endorsed": Deadline(deadline::RescheduleEndorsed);
    "reschedule_rejected": Deadline(deadline::RescheduleRejected);
    "reschedule_approved": Deadline(deadline::RescheduleApproved);
    "apology_sent": Deadline(deadline::ApologySent);
    "apology_unsent": Deadline(deadline::ApologyUnsent);
    "appointment_missed": Deadline(deadline::AppointmentMissed);
    "late_apologised": Deadline(deadline::LateApologised);
    "appointment_recounted": Deadline(deadline::AppointmentRecounted);
    "paper_recorded": Result(result::PaperRecorded);
    "paper_returned": Result(result::PaperReturned);
    "result_recorded": Result(result::ResultRecorded);
    "result_returned": Result(result::ResultReturned);
    "rated": Result(result::Rated);
}

impl Event {
    /// The version in which this program writes events of this kind.
    pub fn version(&self) -> i32 {
        1
    }

    /// Whether the system itself says so, whoever acts: a missed appointment, a letter that hadn't gone out, a
    /// calendar that changed.
    pub fn is_the_systems_own(&self) -> bool {
        use deadline::Event::{ApologyUnsent, AppointmentMissed, AppointmentRecounted};
        matches!(self, Event::Deadline(ApologyUnsent(_) | AppointmentMissed(_) | AppointmentRecounted(_)))
    }

    /// The JSON object that is stored, its keys in the order of the fields.
    pub fn payload(&self) -> String {
        let text = match self {
            Event::Intake(event) => serde_json::to_string(event),
            Event::Routing(event) => serde_json::to_string(event),
            Event::Deadline(event) => serde_json::to_string(event),
            Event::Result(event) => serde_json::to_string(event),
        };
        text.expect("events are plain data")
    }

    /// Reads a stored event.
    ///
    /// # Errors
    /// [`UnknownEvent`] for a kind or version this program doesn't know, a payload that doesn't fit, or one of another
    /// kind.
    pub fn read(kind: &str, version: i32, payload: &str) -> Result<Event, UnknownEvent> {
        let known = if version == 1 { Event::of_kind(kind, payload) } else { None };
        let event = known.ok_or_else(|| UnknownEvent::Kind { kind: kind.to_owned(), version })??;
        if event.kind() == kind {
            Ok(event)
        } else {
            Err(UnknownEvent::Mixed { kind: kind.to_owned(), payload: event.kind() })
        }
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

impl From<deadline::Event> for Event {
    fn from(event: deadline::Event) -> Self {
        Event::Deadline(event)
    }
}

impl From<result::Event> for Event {
    fn from(event: result::Event) -> Self {
        Event::Result(event)
    }
}
