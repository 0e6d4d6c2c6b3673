//! What is asked at the end: members' papers, the result, the return, the rating.

use super::{Offer, What};
use crate::ground::code;
use crate::judge::law::Law;
use crate::judge::process::Leg;
use catalog::Channel;
use kernel::PersonId;
use result::{Command as End, Kind, Paper, Recipient, Score};
use time::macros::date;
use uuid::Uuid;

/// The offers, sound and unsound.
pub(super) fn offers(law: &Law) -> Vec<Offer> {
    let mut offers = results();
    let members = law.legs.iter().filter(|_| law.is_bundle());
    offers.extend(members.flat_map(of_a_member));
    offers
}

fn paper() -> Paper {
    Paper {
        number: "15/GP".to_owned(),
        date: date!(2026 - 11 - 20),
        title: "Giấy phép".to_owned(),
        file: None,
    }
}

fn to(name: &str, identity: &str) -> Recipient {
    Recipient { name: name.to_owned(), identity: identity.to_owned() }
}

fn of_a_member(leg: &Leg) -> Vec<Offer> {
    let record = |result, reasons: &str| End::RecordPaper {
        leg: code(leg.code),
        result,
        paper: paper(),
        reasons: reasons.to_owned(),
    };
    let hand = |to| End::HandOutPaper {
        leg: code(leg.code),
        person: PersonId(Uuid::from_u128(9)),
        to,
        channel: Channel::Counter,
    };
    let (recorded, handed) = (What::Paper(code(leg.code)), What::HandOut(code(leg.code)));
    let name = |what: &str| format!("{what} of {}", leg.code);
    vec![
        Offer::sound(&name("records the paper"), recorded.clone(), record(Kind::Granted, "")),
        Offer::sound(&name("records the denial"), recorded.clone(), record(Kind::Denied, "Trái quy hoạch.")),
        Offer::unsound(&name("records the denial, silently,"), recorded, record(Kind::Denied, " ")),
        Offer::sound(&name("hands out the paper"), handed.clone(), hand(to("Hoa", "056090001234"))),
        Offer::unsound(&name("hands to nobody the paper"), handed, hand(to("Hoa", ""))),
    ]
}

fn results() -> Vec<Offer> {
    let record = |result, paper, reasons: &str| End::Record { result, paper, reasons: reasons.to_owned() };
    let hand = |to| End::Return { person: PersonId(Uuid::from_u128(9)), to, channel: Channel::Counter };
    let score = Score::try_from(4).expect("1 to 5");
    let granted = |paper| What::Record { kind: Kind::Granted, paper };
    let denied = What::Record { kind: Kind::Denied, paper: true };
    let reasons = "Trái quy hoạch.";
    vec![
        Offer::sound("records: granted", granted(true), record(Kind::Granted, Some(paper()), "")),
        Offer::sound("records: granted, without a paper", granted(false), record(Kind::Granted, None, ""))
            .only_asked(),
        Offer::sound("records: denied", denied.clone(), record(Kind::Denied, Some(paper()), reasons))
            .only_asked(),
        Offer::unsound("records: denied without reasons", denied, record(Kind::Denied, Some(paper()), " ")),
        Offer::sound("returns", What::Return, hand(to("Hoa", "056090001234"))),
        Offer::unsound("returns to who isn't identified", What::Return, hand(to("Hoa", ""))),
        Offer::sound("rates", What::Rate, End::Rate { score, comment: String::new() }),
    ]
}
