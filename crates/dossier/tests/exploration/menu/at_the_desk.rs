//! What is asked at the counter, before acceptance and of a supplement.

use super::{Offer, What, across};
use crate::ground::{LEAD, code};
use crate::judge::law::{IF_NEED_BE, Law};
use crate::judge::process::OnlyIf;
use catalog::{Channel, Form};
use intake::{Applicant, ApplicantKind, Command as Desk, Complete, FaultKind, Handed, Item, Notify, Submit};
use kernel::PersonId;
use uuid::Uuid;

/// The offers, sound and unsound.
pub(super) fn offers(law: &Law, submitted: bool, accepted: bool) -> Vec<Offer> {
    // Once something was submitted, one submission stands for all of them; where several agencies work on it, of what is
    // done at the counter one of each kind, once it is accepted.
    let few = accepted && law.agencies().len() > 1;
    let mut offers = submissions();
    offers.extend(across::submissions(law));
    offers.extend(with_a_map(law));
    offers.truncate(if submitted { 1 } else { offers.len() });
    offers.extend(guidance().into_iter().filter(|offer| !few || FEW.contains(&offer.name.as_str())));
    offers.extend(decisions().into_iter().filter(|offer| !few || offer.sound));
    offers.extend(supplements());
    offers
}

/// One guidance, and one thing brought.
const FEW: [&str; 2] = ["guides: don isn't valid", "brings don"];

fn submissions() -> Vec<Offer> {
    let counter = |name, components| {
        Offer::sound(name, What::Submit { online: false }, submit(LEAD, Channel::Counter, components))
    };
    vec![
        counter("submits everything", vec![don(), anh(2)]),
        counter("submits too few copies", vec![don(), anh(1)]),
        counter("submits what isn't scanned", vec![Handed { paper_only_reason: None, ..don() }, anh(2)]),
        Offer::sound(
            "submits online",
            What::Submit { online: true },
            submit(LEAD, Channel::Online, vec![don(), anh(2)]),
        ),
        Offer::unsound(
            "submits what isn't published",
            What::Submit { online: false },
            submit(LEAD, Channel::Counter, vec![la()]),
        ),
    ]
}

/// What is handed in if need be, where a leg goes by it.
fn with_a_map(law: &Law) -> Option<Offer> {
    let asks = |only_if| matches!(only_if, OnlyIf::Handed(IF_NEED_BE) | OnlyIf::NotHanded(IF_NEED_BE));
    law.legs.iter().any(|leg| asks(leg.only_if)).then(|| {
        let components = vec![don(), anh(2), handed(IF_NEED_BE, Form::Original, 1)];
        let what = What::Submit { online: false };
        Offer::sound("submits everything and a map", what, submit(LEAD, Channel::Counter, components))
    })
}

fn guidance() -> Vec<Offer> {
    let guide = |items| Desk::Guide { items };
    let complete = |components| Desk::Complete(Box::new(Complete { components, applicant: None }));
    vec![
        Offer::sound("guides: what the system found", What::Guide { names: false }, guide(vec![])),
        Offer::sound(
            "guides: don isn't valid",
            What::Guide { names: true },
            guide(vec![item("don", "chưa ký")]),
        ),
        Offer::unsound(
            "guides: what isn't published",
            What::Guide { names: true },
            guide(vec![item("la", "thiếu")]),
        ),
        Offer::unsound(
            "guides without saying what to do",
            What::Guide { names: true },
            guide(vec![item("don", " ")]),
        ),
        Offer::sound("brings don", What::Complete, complete(vec![don()])),
        Offer::sound("brings anh", What::Complete, complete(vec![anh(2)])),
        Offer::unsound("brings what isn't published", What::Complete, complete(vec![la()])),
    ]
}

fn decisions() -> Vec<Offer> {
    let refuse = |ground, explanation: &str| Desk::Refuse {
        ground: code(ground),
        explanation: explanation.to_owned(),
    };
    vec![
        Offer::sound("accepts", What::Accept, Desk::Accept),
        Offer::sound("refuses", What::Refuse, refuse("sai", "Thuộc cơ quan khác.")),
        Offer::unsound("refuses without explaining", What::Refuse, refuse("sai", " ")),
        Offer::unsound("refuses on no ground", What::Refuse, refuse("khac", "Thuộc cơ quan khác.")),
        Offer::sound("withdraws", What::Withdraw, Desk::Withdraw { reason: "Đổi ý".to_owned() }),
        Offer::sound("is told elsewhere", What::ChangeContact, contact()).only_asked(),
        Offer::sound("closes", What::Close, Desk::Close),
    ]
}

fn supplements() -> Vec<Offer> {
    let request = |items| Desk::RequestSupplement { items };
    let supply = |components| Desk::Supply { components };
    let unnamed = Item { component: None, ..item("don", "chưa ký") };
    vec![
        Offer::sound(
            "asks for a supplement of don",
            What::Request("don"),
            request(vec![item("don", "chưa ký")]),
        ),
        Offer::sound("asks for a supplement of anh", What::Request("anh"), request(vec![item("anh", "mờ")])),
        Offer::unsound("asks for a supplement of nothing", What::Request("don"), request(vec![])),
        Offer::unsound(
            "asks for what isn't published",
            What::Request("don"),
            request(vec![item("la", "thiếu")]),
        ),
        Offer::unsound("asks for no component", What::Request("don"), request(vec![unnamed])),
        Offer::sound("supplies don", What::Supply, supply(vec![don()])),
        Offer::sound("supplies anh", What::Supply, supply(vec![anh(2)])),
        Offer::sound("supplies too few copies of anh", What::Supply, supply(vec![anh(1)])),
        Offer::unsound("supplies what isn't published", What::Supply, supply(vec![la()])),
    ]
}

pub(super) fn item(component: &str, note: &str) -> Item {
    Item { component: Some(code(component)), fault: FaultKind::NotValid, note: note.to_owned() }
}

fn handed(component: &str, form: Form, copies: u16) -> Handed {
    Handed {
        component: code(component),
        form,
        copies,
        file: None,
        paper_only_reason: Some("sổ đóng tập".to_owned()),
    }
}

pub(super) fn don() -> Handed {
    handed("don", Form::Original, 1)
}

pub(super) fn anh(copies: u16) -> Handed {
    handed("anh", Form::CertifiedCopy, copies)
}

/// Something that isn't published.
fn la() -> Handed {
    handed("la", Form::Original, 1)
}

pub(super) fn submit(agency: &str, channel: Channel, components: Vec<Handed>) -> Desk {
    let applicant = Applicant {
        kind: ApplicantKind::Citizen,
        name: "Nguyễn Thị Hoa".to_owned(),
        identity: "056090001234".to_owned(),
        phone: "0905123456".to_owned(),
        email: String::new(),
        address: "12 Trần Phú, Nha Trang".to_owned(),
    };
    Desk::Submit(Box::new(Submit {
        agency: code(agency),
        case: code("chung"),
        channel,
        person: PersonId(Uuid::from_u128(9)),
        applicant,
        request: "Xin cấp phép".to_owned(),
        components,
        notify: Notify::default(),
    }))
}

fn contact() -> Desk {
    let notify = Notify { sms: true, email: false, each_step: true };
    Desk::ChangeContact(Box::new(intake::Change { applicant: None, notify: Some(notify) }))
}
