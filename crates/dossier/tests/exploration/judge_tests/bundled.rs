//! A bundle's papers.

use super::life::THURSDAY;
use super::made::{done, returned};
use super::way::Passing;
use super::{Case, case};
use crate::ground::code;
use crate::people::user;
use catalog::Channel;
use dossier::Event;
use kernel::PersonId;
use result::{Event as End, Kind, MemberPaper, Paper, PaperReturned, Recorded};
use uuid::Uuid;

fn begun() -> Passing {
    Passing::begun("a bundle", &["tham-dinh"], &[])
}

fn registered() -> Passing {
    begun().does("officer", 2, "tham-dinh", &["tinh"])
}

fn recorded(leg: &str, by: u128, result: Kind, reasons: &str) -> Event {
    let paper =
        Paper { number: "1".to_owned(), date: THURSDAY.date(), title: "Giấy".to_owned(), file: None };
    let (leg, by, reasons) = (code(leg), user(by), reasons.to_owned());
    Event::Result(End::PaperRecorded(MemberPaper { at: THURSDAY, by, leg, result, paper, reasons }))
}

fn birth() -> Event {
    recorded("khai-sinh", 2, Kind::Granted, "")
}

fn handed_out(leg: &str) -> Event {
    let (by, to, channel) = (user(1), PersonId(Uuid::nil()), Channel::Counter);
    Event::Result(End::PaperReturned(PaperReturned { at: THURSDAY, by, leg: code(leg), to, channel }))
}

fn with_one_paper() -> Passing {
    registered().then("officer", [birth()])
}

/// Both papers are there, and the clerk collects.
fn collecting() -> Passing {
    let card = recorded("thue", 22, Kind::Granted, "");
    let there = with_one_paper().receives_and_does("officer of the second", 22, ("thue", "tinh"), &["gom"]);
    there.then("officer of the second", [card])
}

fn result(life: Passing, result: Kind, reasons: &str) -> Passing {
    let (at, by, paper, reasons) = (THURSDAY, user(1), None, reasons.to_owned());
    let recorded = Event::Result(End::ResultRecorded(Recorded { at, by, result, paper, reasons }));
    life.then("clerk", [done("gom", 1, THURSDAY, 0, vec![]), recorded])
}

pub(super) fn cases() -> Vec<Case> {
    let mut cases = of_papers();
    cases.extend(of_results());
    cases
}

fn of_papers() -> Vec<Case> {
    let (member, early) =
        ("lead-and-coordinators: a member's paper", "lead-and-coordinators: handed out early");
    let one = with_one_paper();
    let out = one.clone().then("clerk", [handed_out("khai-sinh")]);
    let twice = one.clone().then("officer", [birth()]);
    let not_begun = begun().then("officer of the second", [recorded("thue", 22, Kind::Granted, "")]);
    let of_no_member = registered().then("officer", [recorded("tap-hop", 2, Kind::Granted, "")]);
    let undone = begun().then("officer", [birth()]).then("clerk", [handed_out("khai-sinh")]);
    let denied =
        |reasons| registered().then("officer", [recorded("khai-sinh", 2, Kind::Denied, reasons)]).life;
    vec![
        case(member, twice.life, one.life.clone()),
        case(member, not_begun.life, one.life.clone()),
        case(member, of_no_member.life, one.life.clone()),
        case("right-desk", registered().then("officer of the second", [birth()]).life, one.life),
        case("denial-needs-reasons", denied(" "), denied("Không đủ điều kiện.")),
        case(early, collecting().then("clerk", [handed_out("thue")]).life, out.life.clone()),
        case(early, registered().then("clerk", [handed_out("khai-sinh")]).life, out.life.clone()),
        case(early, out.clone().then("clerk", [handed_out("khai-sinh")]).life, out.life.clone()),
        case(early, undone.life, out.life),
    ]
}

fn of_results() -> Vec<Case> {
    let at_the_lead = "lead-and-coordinators: returned at the lead";
    let granted = result(collecting(), Kind::Granted, "");
    let one_paper =
        with_one_paper().receives_and_does("officer of the second", 22, ("thue", "tinh"), &["gom"]);
    let back = |who| granted.clone().then(who, [returned(THURSDAY)]).life;
    vec![
        case("lead-and-coordinators", result(one_paper, Kind::Granted, "").life, granted.life.clone()),
        case(at_the_lead, back("clerk of the second"), back("clerk")),
        case("bundle-comes-to", result(collecting(), Kind::Denied, "Vì").life, granted.life.clone()),
    ]
}
