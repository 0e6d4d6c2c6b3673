//! Consultations.

use super::life::THURSDAY;
use super::way::Passing;
use super::{Case, case};
use crate::ground::{LEAD, OUTSIDE, code};
use crate::people::user;
use dossier::Event;
use routing::{Answered, Consulted, Event as Way, Unanswered};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

/// By when the answer is due.
const DUE: OffsetDateTime = datetime!(2026-11-20 10:00 +7);

fn begun() -> Passing {
    Passing::begun("fork and join", &["tham-dinh"], &[])
}

fn asked(who: &'static str, by: u128, agency: &str, due: OffsetDateTime) -> Passing {
    let asked = Consulted {
        at: THURSDAY,
        number: 1,
        step: code("tham-dinh"),
        by: user(by),
        asking: code(LEAD),
        asked: code(agency),
        question: "Có không?".to_owned(),
        due,
    };
    begun().then(who, [Event::Routing(Way::Consulted(asked))])
}

fn asks() -> Passing {
    asked("officer", 2, OUTSIDE, DUE)
}

fn answer(number: u32) -> Event {
    let answered = Answered { at: THURSDAY, number, by: user(10), reply: "Có".to_owned() };
    Event::Routing(Way::ConsultationAnswered(answered))
}

pub(super) fn cases() -> Vec<Case> {
    let silent = |who, at| {
        let found = Event::Routing(Way::ConsultationUnanswered(Unanswered { at, number: 1 }));
        asks().life.then(who, at, [found])
    };
    let over = DUE + Duration::SECOND;
    let answered = asks().then("officer outside", [answer(1)]);
    let case = |bad, good| case("consultation", bad, good);
    vec![
        case(asked("leader", 4, OUTSIDE, DUE).life, asks().life),
        case(asked("officer", 2, LEAD, DUE).life, asks().life),
        case(asked("officer", 2, OUTSIDE, THURSDAY).life, asks().life),
        case(asks().then("officer", [answer(1)]).life, answered.life.clone()),
        case(asks().then("clerk outside", [answer(1)]).life, answered.life.clone()),
        case(asks().then("officer outside", [answer(2)]).life, answered.life.clone()),
        case(answered.clone().then("officer outside", [answer(1)]).life, answered.life),
        case(silent("system", DUE), silent("system", over)),
        case(silent("officer", over), silent("system", over)),
    ]
}
