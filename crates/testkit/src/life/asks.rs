//! Sound commands that concern a dossier's time, each ready to be asked.

mod across;

pub use across::{
    all_granted, consultation, done, endorsement, hand_out, issue, needed, needs, no_needs, paper, receipt,
    reply, supplement_for, unanswered,
};

use crate::province::code;
use catalog::Form;
use deadline::{Command as Time, Proposal};
use intake::{Command as Desk, Complete, FaultKind, Handed, Item};
use result::{Kind, Paper};
use time::OffsetDateTime;
use time::macros::date;

/// The one component of the procedures here, as it is to be handed in.
pub fn the_form() -> Vec<Handed> {
    let paper_only_reason = Some("sổ đóng tập".to_owned());
    vec![Handed {
        component: code("to-khai"),
        form: Form::Original,
        copies: 1,
        file: None,
        paper_only_reason,
    }]
}

/// What is wrong with it, as a person sees it.
pub fn unsigned() -> Vec<Item> {
    let note = "Tờ khai chưa ký".to_owned();
    vec![Item { component: Some(code("to-khai")), fault: FaultKind::NotValid, note }]
}

/// To guide the applicant.
pub fn guidance() -> Desk {
    Desk::Guide { items: unsigned() }
}

/// To bring what the notice asks for.
pub fn completion() -> Desk {
    Desk::Complete(Box::new(Complete { components: the_form(), applicant: None }))
}

/// To ask for a supplement.
pub fn supplement() -> Desk {
    Desk::RequestSupplement { items: unsigned() }
}

/// To bring all of it.
pub fn supply() -> Desk {
    Desk::Supply { components: the_form() }
}

/// To close what wasn't brought.
pub fn closing() -> Desk {
    Desk::Close
}

/// To be told of each step by SMS.
pub fn contact() -> Desk {
    let notify = intake::Notify { sms: true, email: false, each_step: true };
    Desk::ChangeContact(Box::new(intake::Change { applicant: None, notify: Some(notify) }))
}

/// To take it back.
pub fn withdrawal() -> Desk {
    Desk::Withdraw { reason: "Đổi ý".to_owned() }
}

/// To ask for a payment.
pub fn payment() -> Time {
    Time::AskPayment { amount: 50_000, purpose: "Lệ phí".to_owned() }
}

/// To confirm it.
pub fn paid() -> Time {
    Time::ConfirmPayment { receipt: "0001".to_owned() }
}

/// To propose a rescheduling to this moment.
pub fn proposal(to: OffsetDateTime) -> Time {
    let (reason, apology) = ("Thiếu người".to_owned(), "Cơ quan xin lỗi.".to_owned());
    Time::Propose(Proposal { reason, to, apology })
}

/// To approve it.
pub fn approval() -> Time {
    Time::Approve
}

/// To reject it.
pub fn rejection() -> Time {
    Time::Reject { reason: "Làm thêm giờ được.".to_owned() }
}

/// To say that its letter went out by SMS.
pub fn letter_sent() -> Time {
    Time::Send { means: deadline::Means::Sms, how: None }
}

/// To put on record that it hadn't when its day began.
pub fn letter_unsent() -> Time {
    Time::Unsent
}

/// To put a missed appointment on record.
pub fn breach() -> Time {
    Time::Breach
}

/// To count the appointment by a calendar that has changed.
pub fn recount() -> Time {
    Time::Recount
}

/// To apologise belatedly; the result may be expected then.
pub fn apology(expected: OffsetDateTime) -> Time {
    let (reason, apology) = ("Thiếu người".to_owned(), "Cơ quan xin lỗi.".to_owned());
    Time::Apologise { reason, apology, expected }
}

/// To record that it is granted.
pub fn grant() -> result::Command {
    let number = "15/GKS".to_owned();
    let paper =
        Paper { number, date: date!(2026 - 11 - 23), title: "Giấy khai sinh".to_owned(), file: None };
    result::Command::Record { result: Kind::Granted, paper: Some(paper), reasons: String::new() }
}
