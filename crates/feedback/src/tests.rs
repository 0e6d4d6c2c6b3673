//! Somebody complains, and is answered.

mod answer;
mod complainant;
mod deadline;

use crate::{Answer, Answered, Complainant, Facts, State};
use kernel::{Actor, AgencyCode, Role, Staff, UserId, Violation};
use time::OffsetDateTime;
use time::macros::datetime;
use uuid::Uuid;

const RAISED: OffsetDateTime = datetime!(2026-11-16 08:00 +7);
const DUE: OffsetDateTime = datetime!(2026-11-30 17:30 +7);

fn agency(code: &str) -> AgencyCode {
    code.parse().expect("an agency's code")
}

fn staff(role: Role, at: &str) -> Actor {
    Actor::Staff(Staff {
        user: UserId(Uuid::from_u128(1)),
        agency: agency(at),
        roles: vec![role],
        fields: vec![],
    })
}

fn raised() -> State {
    State { agency: agency("H32.10"), raised_at: RAISED, due: DUE, answered: None }
}

fn complainant() -> Complainant {
    Complainant {
        name: "Trần Văn Kín".to_owned(),
        phone: "0905 007 777".to_owned(),
        email: "Kin@example.vn".to_owned(),
    }
}

fn words(published_question: &str, answer: &str) -> Answer {
    Answer { published_question: published_question.to_owned(), answer: answer.to_owned() }
}

fn sound() -> Answer {
    words("Phải chờ lâu tại quầy", "Đã mở thêm một quầy")
}

fn by(actor: &Actor, state: &State, now: OffsetDateTime, given: Answer) -> Result<Answered, Violation> {
    crate::answer(state, &Facts { actor, now, complainant: &complainant() }, given)
}

fn clerks(state: &State, given: Answer) -> Result<Answered, Violation> {
    by(&staff(Role::Clerk, "H32.10"), state, DUE, given)
}
