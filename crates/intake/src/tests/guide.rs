//! The one guidance notice, and what the applicant then brings.

use super::*;
use crate::{Complete, Fault, FaultKind, Item};
use kernel::{Fact, Lang};

fn lacking_a_paper() -> Submit {
    Submit { components: vec![handed("don", Form::Original, 1)], ..complete() }
}

fn item(component: &str, fault: FaultKind, note: &str) -> Item {
    Item { component: Some(code(component)), fault, note: note.to_owned() }
}

fn unsigned() -> Item {
    item("don", FaultKind::NotValid, "Đơn chưa ký")
}

fn guide(items: Vec<Item>) -> Command {
    Command::Guide { items }
}

fn bring(components: Vec<Handed>) -> Command {
    Command::Complete(Box::new(Complete { components, applicant: None }))
}

fn guided() -> State {
    then(submitted(lacking_a_paper()), guide(vec![unsigned()]))
}

#[test]
fn the_notice_lists_everything_the_system_found_whatever_the_clerk_lists() {
    let state = guided();
    let listed: Vec<_> = state.guided[0].items.iter().map(|item| (item.fault, item.note.as_str())).collect();
    assert_eq!(listed, [(FaultKind::Missing, ""), (FaultKind::NotValid, "Đơn chưa ký")]);
    let noted = item("giay-to", FaultKind::Missing, "Sổ đỏ, bản chính");
    let state = then(submitted(lacking_a_paper()), guide(vec![noted.clone()]));
    assert_eq!(state.guided[0].items, [noted], "once, with the clerk's note");
}

#[test]
fn there_is_one_notice() {
    let violation = by(&clerk(), &guided(), guide(vec![unsigned()])).expect_err("refused");
    assert_eq!((violation.rule, &violation.facts["guided_at"]), (Rule::GuidanceOnce, &Fact::from(NOW)));
    let brought = then(guided(), bring(vec![handed("giay-to", Form::Original, 1)]));
    assert_eq!(broken(by(&clerk(), &brought, guide(vec![unsigned()]))), Rule::GuidanceOnce);
}

#[test]
fn nothing_lacks_no_notice() {
    assert_eq!(broken(by(&clerk(), &submitted(complete()), guide(vec![]))), Rule::GuidanceOnce);
    assert!(by(&clerk(), &submitted(complete()), guide(vec![unsigned()])).is_ok());
}

#[test]
fn what_a_person_saw_says_what_to_do() {
    let silent = item("don", FaultKind::Unreadable, " ");
    let violation = by(&clerk(), &submitted(complete()), guide(vec![silent])).expect_err("refused");
    assert_eq!(violation.rule, Rule::GuidanceOnce);
    let told = |lang| violation.facts["unexplained"].clone().to(lang);
    assert_eq!(told(Lang::Vi), Fact::List(vec!["don: Giấy tờ mờ, không đọc được".to_owned()]));
    assert_eq!(told(Lang::En), Fact::List(vec!["don: Can't be read".to_owned()]));
}

#[test]
fn only_published_components_are_asked_for() {
    for strange in ["khai-sinh", "ban-ve"] {
        let asked = guide(vec![item(strange, FaultKind::Missing, "")]);
        assert_eq!(broken(by(&clerk(), &submitted(complete()), asked)), Rule::ListedComponentsOnly);
    }
    let under_a_condition = guide(vec![item("uy-quyen", FaultKind::Missing, "Nộp thay người khác")]);
    assert!(by(&clerk(), &submitted(complete()), under_a_condition).is_ok());
}

#[test]
fn the_counter_guides_before_acceptance() {
    let state = submitted(lacking_a_paper());
    for stranger in strangers().into_iter().chain([Actor::Applicant]) {
        assert_eq!(broken(by(&stranger, &state, guide(vec![]))), Rule::RightDesk, "{stranger:?}");
    }
    let accepted = then(submitted(complete()), Command::Accept);
    assert_eq!(broken(by(&clerk(), &accepted, guide(vec![unsigned()]))), Rule::StageOrder);
}

#[test]
fn what_is_brought_is_compared_with_the_notice() {
    let half = then(guided(), bring(vec![handed("giay-to", Form::Original, 1)]));
    assert_eq!(half.faults, []);
    assert_eq!(half.lacking(), [Fault { component: Some(code("don")), kind: FaultKind::NotValid }]);
    assert_eq!(broken(by(&clerk(), &half, Command::Accept)), Rule::CompleteBeforeAcceptance);
    let whole = then(half, bring(vec![handed("don", Form::Original, 1)]));
    assert_eq!(whole.lacking(), []);
    assert!(by(&clerk(), &whole, Command::Accept).is_ok());
}

#[test]
fn what_the_system_finds_itself_is_looked_for_anew_and_only_what_a_person_saw_stays_asked_for() {
    let nothing = then(guided(), bring(vec![]));
    assert_eq!(nothing.open, [unsigned()]);
    assert_eq!(nothing.faults, [Fault { component: Some(code("giay-to")), kind: FaultKind::Missing }]);
}

#[test]
fn a_fault_in_what_is_brought_now_keeps_it_open() {
    let one_copy = then(guided(), bring(vec![handed("giay-to", Form::CertifiedCopy, 1)]));
    let kinds: Vec<_> = one_copy.faults.iter().map(|fault| fault.kind).collect();
    assert_eq!(kinds, [FaultKind::TooFewCopies]);
    let two = then(one_copy, bring(vec![handed("giay-to", Form::CertifiedCopy, 2)]));
    assert_eq!(two.faults, []);
}

#[test]
fn the_applicants_details_are_brought_too() {
    let state =
        submitted(Submit { applicant: Applicant { phone: String::new(), ..applicant() }, ..complete() });
    let state = then(state, guide(vec![]));
    assert_eq!(broken(by(&clerk(), &state, Command::Accept)), Rule::ElectronicDossier);
    let untouched = then(state.clone(), bring(vec![handed("don", Form::Original, 1)]));
    assert_eq!(untouched.faults.len(), 1);
    let details = Some((PersonId(Uuid::from_u128(10)), applicant()));
    let anew = Command::Complete(Box::new(Complete { components: vec![], applicant: details }));
    assert_eq!(then(state, anew).lacking(), []);
}

#[test]
fn the_applicant_or_the_counter_brings_it_and_only_what_is_listed() {
    let papers = || bring(vec![handed("giay-to", Form::Original, 1)]);
    assert!(by(&Actor::Applicant, &guided(), papers()).is_ok());
    for stranger in strangers() {
        assert_eq!(broken(by(&stranger, &guided(), papers())), Rule::RightDesk, "{stranger:?}");
    }
    let strange = bring(vec![handed("khai-sinh", Form::Original, 1)]);
    assert_eq!(broken(by(&clerk(), &guided(), strange)), Rule::ListedComponentsOnly);
    let accepted = then(submitted(complete()), Command::Accept);
    assert_eq!(broken(by(&clerk(), &accepted, papers())), Rule::StageOrder);
}

#[test]
fn after_the_notice_comes_acceptance_or_a_refusal_with_its_ground() {
    assert!(by(&clerk(), &guided(), refusal()).is_ok());
    assert!(by(&clerk(), &guided(), withdrawal()).is_ok());
}

#[test]
fn a_second_notice_is_for_a_field_whose_own_law_allows_it_and_no_third() {
    let mut content = VERSION.content().clone();
    content.field_law.exceptions = vec![catalog::Exception {
        allows: catalog::Allowance::SecondGuidance,
        citation: "NĐ 175/2024 Đ59".to_owned(),
    }];
    let version = republished(&content);
    let actor = clerk();
    let facts = Facts { version: &version, ..facts(&actor) };
    let second = decide(&guided(), &facts, guide(vec![unsigned()])).expect("allowed");
    let [Event::GuidedAgain(again)] = second.as_slice() else { panic!("another event, not {second:?}") };
    assert_eq!(again.exception.as_deref(), Some("NĐ 175/2024 Đ59"));
    let state = second.iter().fold(guided(), evolve);
    assert_eq!(broken(decide(&state, &facts, guide(vec![unsigned()]))), Rule::GuidanceOnce);
    let silent = decide(&guided(), &facts, guide(vec![])).expect("allowed");
    let open = silent.iter().fold(guided(), evolve).lacking();
    let kept = Fault { component: Some(code("don")), kind: FaultKind::NotValid };
    assert!(open.contains(&kept), "what the first notice asked for and isn't mended stays open");
}
