//! Sound commands of dossiers that several agencies work on.

use crate::province::code;
use catalog::Channel;
use deadline::Command as Time;
use intake::{Command as Desk, FaultKind, Item};
use kernel::PersonId;
use result::{Command as End, Kind, Paper, Recipient};
use routing::{Command as Way, Completion, Question};
use time::OffsetDateTime;
use time::macros::date;

/// To complete a step without a word.
pub fn done(step: &str) -> Way {
    Way::Done(Completion::of(code(step)))
}

/// To confirm that a leg has arrived.
pub fn receipt(leg: &str) -> Way {
    Way::Receive { leg: code(leg) }
}

/// One thing that an agency needs, as it notes it.
pub fn needed(note: &str) -> Item {
    Item { component: Some(code("to-khai")), fault: FaultKind::NotValid, note: note.to_owned() }
}

/// To ask for a supplement with one thing needed.
pub fn supplement_for(note: &str) -> Desk {
    Desk::RequestSupplement { items: vec![needed(note)] }
}

/// To say that an agency needs one thing.
pub fn needs(note: &str) -> Desk {
    Desk::StateNeeds { items: vec![needed(note)] }
}

/// To say that it needs nothing.
pub fn no_needs() -> Desk {
    Desk::StateNeeds { items: Vec::new() }
}

/// To issue the one request.
pub fn issue() -> Desk {
    Desk::IssueRequest
}

/// To ask `agency` for its opinion from an open step, by a moment.
pub fn consultation(step: &str, agency: &str, due: OffsetDateTime) -> Way {
    let question = "Có trong quy hoạch không?".to_owned();
    Way::Consult(Question { step: code(step), agency: code(agency), question, due })
}

/// To answer a consultation.
pub fn reply(number: u32) -> Way {
    Way::Answer { number, reply: "Không có ý kiến.".to_owned() }
}

/// To put on record that it wasn't answered in time.
pub fn unanswered(number: u32) -> Way {
    Way::Unanswered { number }
}

/// To put the name of the agency that holds the dossier up to a proposal.
pub fn endorsement() -> Time {
    Time::Endorse
}

/// To record the paper that a leg ends in.
pub fn paper(leg: &str) -> End {
    let (number, title) = (format!("15/{leg}"), format!("Giấy {leg}"));
    let paper = Paper { number, date: date!(2026 - 11 - 23), title, file: None };
    End::RecordPaper { leg: code(leg), result: Kind::Granted, paper, reasons: String::new() }
}

/// To hand that paper out by itself.
pub fn hand_out(leg: &str, person: PersonId, to: Recipient) -> End {
    End::HandOutPaper { leg: code(leg), person, to, channel: Channel::Counter }
}

/// To record that the whole bundle is granted, by what its papers say.
pub fn all_granted() -> End {
    End::Record { result: Kind::Granted, paper: None, reasons: String::new() }
}
