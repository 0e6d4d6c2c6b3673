//! Before acceptance.

use super::life::{DUE, Life, THURSDAY};
use super::made::{accepted, anh, don, item, started, submitted, withdrawn};
use super::{Case, case};
use crate::ground::code;
use crate::people::user;
use dossier::Event;
use intake::{Event as Desk, FaultKind, Guided, Handed, Item, Refused};
use kernel::FileId;
use time::Duration;
use uuid::Uuid;

fn notice(items: Vec<Item>) -> Guided {
    Guided { at: THURSDAY, by: user(1), items, exception: None }
}

fn guided(items: Vec<Item>) -> Event {
    Event::Intake(Desk::Guided(notice(items)))
}

fn guided_again(items: Vec<Item>, article: Option<&str>) -> Event {
    let exception = article.map(str::to_owned);
    Event::Intake(Desk::GuidedAgain(Guided { exception, ..notice(items) }))
}

fn completed(components: Vec<Handed>) -> Event {
    let (applicant, faults, open) = (None, vec![], vec![]);
    Event::Intake(Desk::Completed(intake::Completed { at: THURSDAY, components, applicant, faults, open }))
}

fn refused(ground: &str, explanation: &str) -> Event {
    let (ground, explanation) = (code(ground), explanation.to_owned());
    Event::Intake(Desk::Refused(Refused { at: THURSDAY, ground, explanation }))
}

fn unsigned() -> Item {
    item("don", FaultKind::NotValid)
}

fn few() -> Item {
    item("anh", FaultKind::TooFewCopies)
}

/// Submitted with one copy too few.
fn lacking() -> Life {
    Life::plain().then("clerk", THURSDAY, [submitted(vec![don(), anh(1)])])
}

fn at_the_counter(life: Life, event: Event) -> Life {
    life.then("clerk", THURSDAY, [event])
}

fn acceptance(life: Life) -> Life {
    life.then("clerk", THURSDAY, [accepted(DUE), started(THURSDAY)])
}

pub(super) fn cases() -> Vec<Case> {
    let mut cases = of_guidance();
    cases.extend(of_acceptance());
    cases
}

fn of_guidance() -> Vec<Case> {
    let once = at_the_counter(lacking(), guided(vec![few()]));
    let law = Life::under("days, exceptions").submitted().then("clerk", THURSDAY, [guided(vec![unsigned()])]);
    let unmended = lacking().then("clerk", THURSDAY, [guided(vec![few(), unsigned()])]);
    vec![
        case("guidance-once", at_the_counter(once.clone(), guided(vec![few()])), once.clone()),
        case(
            "guidance-once",
            at_the_counter(law.clone(), guided_again(vec![unsigned()], None)),
            at_the_counter(law, guided_again(vec![unsigned()], Some("Luật mẫu Đ1"))),
        ),
        case("guidance-once: complete", at_the_counter(lacking(), guided(vec![unsigned()])), unmended),
        case(
            "listed-components-only",
            at_the_counter(lacking(), guided(vec![few(), item("la", FaultKind::Missing)])),
            once,
        ),
    ]
}

fn of_acceptance() -> Vec<Case> {
    let whole = Life::plain().submitted();
    let unscanned = Handed { paper_only_reason: None, ..don() };
    let unkept = Life::plain().then("clerk", THURSDAY, [submitted(vec![unscanned, anh(2)])]);
    let scan = Some(FileId(Uuid::from_u128(5)));
    let scanned = Handed { file: scan, paper_only_reason: None, ..don() };
    let kept = Life::plain().then("clerk", THURSDAY, [submitted(vec![scanned, anh(2)])]);
    let found = at_the_counter(whole.clone(), guided(vec![unsigned()]));
    let mended = found.clone().then("applicant", THURSDAY, [completed(vec![don()])]);
    let late = whole.clone().then("clerk", THURSDAY, [accepted(DUE + Duration::DAY), started(THURSDAY)]);
    let before = whole.clone().then("clerk", THURSDAY - Duration::DAY, [refused("sai", "Sai nơi")]);
    vec![
        case("complete-before-acceptance", acceptance(lacking()), acceptance(whole.clone())),
        case("complete-before-acceptance", acceptance(found), acceptance(mended)),
        case(
            "complete-before-acceptance",
            at_the_counter(acceptance(whole.clone()), accepted(DUE)),
            acceptance(whole.clone()),
        ),
        case("electronic-dossier", acceptance(unkept.clone()), acceptance(whole.clone())),
        case("electronic-dossier", acceptance(unkept), acceptance(kept)),
        case(
            "refusal-needs-ground",
            at_the_counter(whole.clone(), refused("khac", "Sai nơi")),
            at_the_counter(whole.clone(), refused("sai", "Sai nơi")),
        ),
        case("refusal-needs-ground", at_the_counter(whole.clone(), refused("sai", " ")), whole.clone()),
        case("first-appointment", late, acceptance(whole.clone())),
        case("submitted-first-and-once", whole.clone().submitted(), whole.clone()),
        case("moments-in-order", before, at_the_counter(whole.clone(), refused("sai", "Sai nơi"))),
        case(
            "nothing-after-an-end",
            acceptance(at_the_counter(whole.clone(), withdrawn(THURSDAY))),
            at_the_counter(acceptance(whole.clone()), withdrawn(THURSDAY)),
        ),
        case(
            "right-desk",
            whole.clone().then("officer", THURSDAY, [refused("sai", "Sai nơi")]),
            at_the_counter(whole, refused("sai", "Sai nơi")),
        ),
    ]
}
