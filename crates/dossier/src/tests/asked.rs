//! What is asked of the applicant, what they bring, and what is said when it will be late: sound arguments for each.

use super::sample::code;
use catalog::Form;
use deadline::{Command as Time, Proposal};
use intake::{Command as Desk, Complete, FaultKind, Handed, Item};
use time::OffsetDateTime;

pub(crate) fn item() -> Item {
    Item { component: Some(code("don")), fault: FaultKind::NotValid, note: "Đơn chưa ký".to_owned() }
}

pub(crate) fn guidance() -> Desk {
    Desk::Guide { items: vec![item()] }
}

pub(crate) fn completion() -> Desk {
    Desk::Complete(Box::new(Complete { components: the_form(), applicant: None }))
}

pub(crate) fn request() -> Desk {
    Desk::RequestSupplement { items: vec![item()] }
}

pub(crate) fn the_form() -> Vec<Handed> {
    let paper_only_reason = Some("sổ đóng tập".to_owned());
    vec![Handed { component: code("don"), form: Form::Original, copies: 1, file: None, paper_only_reason }]
}

pub(crate) fn supply() -> Desk {
    Desk::Supply { components: the_form() }
}

pub(crate) fn payment() -> Time {
    Time::AskPayment { amount: 50_000, purpose: "Lệ phí".to_owned() }
}

pub(crate) fn paid() -> Time {
    Time::ConfirmPayment { receipt: "0001".to_owned() }
}

pub(crate) fn proposal(to: OffsetDateTime) -> Time {
    Time::Propose(Proposal {
        reason: "Thiếu người".to_owned(), to, apology: "Cơ quan xin lỗi.".to_owned()
    })
}

pub(crate) fn rejection() -> Time {
    Time::Reject { reason: "Làm thêm giờ được.".to_owned() }
}

pub(crate) fn apology(expected: OffsetDateTime) -> Time {
    let (reason, apology) = ("Thiếu người".to_owned(), "Cơ quan xin lỗi.".to_owned());
    Time::Apologise { reason, apology, expected }
}

pub(crate) fn needs() -> intake::Command {
    intake::Command::StateNeeds { items: vec![item()] }
}

pub(crate) fn reply(number: u32) -> routing::Command {
    routing::Command::Answer { number, reply: "Không có ý kiến.".to_owned() }
}
