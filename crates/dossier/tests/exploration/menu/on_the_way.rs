//! What is asked along the way and at the end.

use super::{Offer, What};
use crate::ground::{ELSEWHERE, LEAD, code};
use crate::judge::law::Law;
use crate::people::member;
use catalog::Channel;
use kernel::{PersonId, Role, Staff};
use result::{Command as End, Kind, Paper, Recipient, Score};
use routing::Command as Way;
use time::macros::date;
use uuid::Uuid;

/// The offers, sound and unsound.
pub(super) fn offers(law: &Law) -> Vec<Offer> {
    let mut offers: Vec<Offer> =
        law.desks.iter().flat_map(|desk| of_a_step(desk.step, desk.role, desk.agency)).collect();
    let (first, last) = (law.desks[0].step, law.desks[1].step);
    let sound = law.desks[0].leg == law.desks[1].leg;
    offers.push(Offer { sound, ..back(last, first) });
    offers.push(Offer { sound: false, ..back(first, last) });
    offers.extend(results());
    offers
}

fn of_a_step(step: &str, role: Role, agency: &str) -> Vec<Offer> {
    let done = Way::Done { step: code(step), note: String::new(), outcome: None };
    let officers = [
        member(2, LEAD, &[Role::Officer]),
        member(3, LEAD, &[Role::Officer]),
        member(5, LEAD, &[Role::Head]),
        member(10, ELSEWHERE, &[Role::Officer]),
        member(1, LEAD, &[Role::Clerk]),
    ];
    let mut offers = vec![Offer::sound(&format!("does {step}"), What::Done(code(step)), done)];
    offers.extend(officers.into_iter().map(|officer| {
        let sound = officer.roles.contains(&role) && officer.agency.as_str() == agency;
        Offer { sound, ..given(step, officer) }
    }));
    offers
}

/// Officers are interchangeable until one of them is given a step: only one such gift is followed.
fn given(step: &str, officer: Staff) -> Offer {
    let first_officer = officer.user == crate::people::user(2);
    let (name, what) = (
        format!("gives {step} to {:?} {}", officer.roles[0], officer.user),
        What::Assign(code(step), officer.user),
    );
    let offer = Offer::sound(&name, what, Way::Assign { step: code(step), officer });
    if first_officer { offer.only_asked() } else { offer }
}

fn back(step: &str, to: &str) -> Offer {
    let command = Way::SendBack { step: code(step), to: code(to), reason: "Xem lại".to_owned() };
    Offer::sound(&format!("sends {step} back to {to}"), What::Back(code(step), code(to)), command)
}

fn results() -> Vec<Offer> {
    let paper =
        Paper { number: "15/GP".to_owned(), date: date!(2026 - 11 - 20), title: "Giấy phép".to_owned() };
    let record = |result, reasons: &str| End::Record {
        result,
        paper: Some(paper.clone()),
        reasons: reasons.to_owned(),
    };
    let to = |name: &str, identity: &str| Recipient { name: name.to_owned(), identity: identity.to_owned() };
    let hand = |to| End::Return { person: PersonId(Uuid::from_u128(9)), to, channel: Channel::Counter };
    let score = Score::try_from(4).expect("1 to 5");
    vec![
        Offer::sound("records: granted", What::Record, record(Kind::Granted, "")),
        Offer::sound("records: denied", What::Record, record(Kind::Denied, "Trái quy hoạch.")).only_asked(),
        Offer::unsound("records: denied without reasons", What::Record, record(Kind::Denied, " ")),
        Offer::sound("returns", What::Return, hand(to("Hoa", "056090001234"))),
        Offer::unsound("returns to who isn't identified", What::Return, hand(to("Hoa", ""))),
        Offer::sound("rates", What::Rate, End::Rate { score, comment: String::new() }),
    ]
}
