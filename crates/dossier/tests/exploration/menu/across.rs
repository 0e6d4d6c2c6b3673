//! What is asked between agencies: receipts, consultations, what each needs of a supplement.

use super::at_the_desk::{anh, don, item, submit};
use super::{Offer, What};
use crate::ground::{LEAD, OUTSIDE, code};
use crate::judge::law::Law;
use catalog::Channel;
use intake::{Command as Desk, Item};
use routing::{Command as Way, Question};
use time::OffsetDateTime;
use time::macros::datetime;

/// By when a consultation is to be answered.
const TO_ANSWER: OffsetDateTime = datetime!(2026-11-23 10:00 +7);
/// A moment after all that matter.
const LONG_AFTER: OffsetDateTime = datetime!(2026-12-31 10:00 +7);

/// The offers, sound and unsound; where one agency works alone, one of each kind.
pub(super) fn offers(law: &Law) -> Vec<Offer> {
    let alone = law.agencies().len() == 1;
    let mut offers = Vec::new();
    for leg in law.legs {
        let command = Way::Receive { leg: code(leg.code) };
        let name = format!("receives {}", leg.code);
        offers.push(Offer::sound(&name, What::Receive(code(leg.code)), command));
    }
    for seat in law.seats() {
        let step = seat.desk.step;
        offers.push(asks(step, OUTSIDE, LONG_AFTER).only_asked());
        let others = [asks(step, OUTSIDE, TO_ANSWER), asks(step, seat.agency(), LONG_AFTER)];
        offers.extend(others.into_iter().filter(|_| !alone));
    }
    offers.extend(replies().into_iter().take(if alone { 1 } else { usize::MAX }));
    offers.extend(needs().into_iter().filter(|offer| !alone || offer.followed && offer.sound));
    offers
}

fn asks(step: &str, asked: &'static str, due: OffsetDateTime) -> Offer {
    let question = Question {
        step: code(step),
        agency: code(asked),
        question: "Có trong quy hoạch không?".to_owned(),
        due,
    };
    let what = What::Consult { step: code(step), asked, due };
    Offer::sound(&format!("asks {asked} from {step}"), what, Way::Consult(question))
}

fn replies() -> Vec<Offer> {
    let reply = |number| Way::Answer { number, reply: "Có.".to_owned() };
    vec![
        Offer::sound("answers", What::Answer(1), reply(1)),
        Offer::sound("answers what wasn't asked", What::Answer(0), reply(0)),
        Offer::sound("finds no answer", What::Unanswered(1), Way::Unanswered { number: 1 }),
    ]
}

fn needs() -> Vec<Offer> {
    let needs = |items| Desk::StateNeeds { items };
    let like = What::StateNeeds(None);
    let unnamed = Item { component: None, ..item("don", "chưa ký") };
    vec![
        Offer::sound("needs nothing", What::StateNeeds(None), needs(vec![])),
        Offer::sound("needs anh", What::StateNeeds(Some("anh")), needs(vec![item("anh", "mờ")])).only_asked(),
        Offer::unsound("needs what isn't published", like.clone(), needs(vec![item("la", "thiếu")])),
        Offer::unsound("needs no component", like, needs(vec![unnamed])),
        Offer::sound("issues the request", What::Issue, Desk::IssueRequest),
    ]
}

/// The same submission at the counter of each agency that only coordinates: never lawful, whoever tries.
pub(super) fn submissions(law: &Law) -> Vec<Offer> {
    let coordinators = law.agencies().into_iter().filter(|agency| *agency != LEAD);
    let handed = |agency| submit(agency, Channel::Counter, vec![don(), anh(2)]);
    let at = |agency| Offer::sound("submits elsewhere", What::SubmitElsewhere, handed(agency));
    coordinators.map(at).collect()
}
