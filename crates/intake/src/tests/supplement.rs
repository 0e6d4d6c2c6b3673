//! The one supplement request, what is brought, and the end of waiting.

use super::*;
use crate::{Complete, Ended, FaultKind, Item};
use kernel::Fact;
use time::Duration;

fn asked(component: &str) -> Item {
    Item {
        component: Some(code(component)), fault: FaultKind::NotValid, note: "Bản vẽ sai tỷ lệ".to_owned()
    }
}

fn request(components: &[&str]) -> Command {
    Command::RequestSupplement { items: components.iter().map(|component| asked(component)).collect() }
}

fn supply(component: &str, copies: u16) -> Command {
    Command::Supply { components: vec![handed(component, Form::CertifiedCopy, copies)] }
}

fn accepted() -> State {
    then(submitted(complete()), Command::Accept)
}

fn waiting() -> State {
    then(accepted(), request(&["giay-to"]))
}

fn at(now: OffsetDateTime, actor: &Actor, state: &State, command: Command) -> Result<Vec<Event>, Violation> {
    decide(state, &Facts { now, ..facts(actor) }, command)
}

/// Fifteen days after Friday 20/11 is Saturday 5/12: Monday 7/12, until its end.
const LAST: OffsetDateTime = datetime!(2026-12-07 23:59 +7);

#[test]
fn a_supplement_is_asked_for_once_in_a_dossiers_life() {
    assert_eq!(broken(by(&clerk(), &waiting(), request(&["don"]))), Rule::SupplementOnce);
    let brought = then(waiting(), supply("giay-to", 2));
    assert!(brought.supplement_open.is_none());
    assert_eq!(broken(by(&clerk(), &brought, request(&["don"]))), Rule::SupplementOnce);
}

#[test]
fn it_asks_for_something_that_is_published() {
    assert_eq!(broken(by(&clerk(), &accepted(), request(&[]))), Rule::SupplementOnce);
    assert_eq!(broken(by(&clerk(), &accepted(), request(&["khai-sinh"]))), Rule::ListedComponentsOnly);
    let nothing_named = Item { component: None, ..asked("don") };
    let command = Command::RequestSupplement { items: vec![nothing_named] };
    assert_eq!(broken(by(&clerk(), &accepted(), command)), Rule::ListedComponentsOnly);
}

#[test]
fn it_comes_after_acceptance_and_from_staff() {
    assert_eq!(broken(by(&clerk(), &submitted(complete()), request(&["don"]))), Rule::StageOrder);
    assert_eq!(broken(by(&Actor::Applicant, &accepted(), request(&["don"]))), Rule::RightDesk);
    let withdrawn = then(accepted(), withdrawal());
    let violation = by(&clerk(), &withdrawn, request(&["don"])).expect_err("refused");
    assert_eq!((violation.rule, &violation.facts["stage"]), (Rule::StageOrder, &Fact::from("withdrawn")));
}

#[test]
fn what_the_guidance_notice_left_out_cant_be_asked_for_later() {
    let unsigned =
        Item { component: Some(code("don")), fault: FaultKind::NotValid, note: "Chưa ký".to_owned() };
    let guided = then(submitted(complete()), Command::Guide { items: vec![unsigned] });
    let brought = Complete { components: vec![handed("don", Form::Original, 1)], applicant: None };
    let accepted = then(then(guided, Command::Complete(Box::new(brought))), Command::Accept);
    assert_eq!(broken(by(&clerk(), &accepted, request(&["giay-to"]))), Rule::GuidanceOnce);
    assert!(by(&clerk(), &accepted, request(&["don"])).is_ok());
}

#[test]
fn a_document_handed_in_after_the_notice_may_still_be_found_wanting() {
    let unsigned =
        Item { component: Some(code("don")), fault: FaultKind::NotValid, note: "Chưa ký".to_owned() };
    let guided = then(submitted(complete()), Command::Guide { items: vec![unsigned] });
    let components = vec![handed("don", Form::Original, 1), handed("giay-to", Form::Original, 1)];
    let brought = Command::Complete(Box::new(Complete { components, applicant: None }));
    let accepted = then(then(guided, brought), Command::Accept);
    assert!(by(&clerk(), &accepted, request(&["giay-to"])).is_ok());
}

#[test]
fn a_request_after_three_working_days_is_flagged() {
    let after_term =
        |now| match at(now, &clerk(), &accepted(), request(&["don"])).expect("allowed").as_slice() {
            [Event::SupplementRequested(requested)] => requested.after_term,
            other => panic!("one request, not {other:?}"),
        };
    // Accepted on Friday 20/11; the 24th is off: Thursday 26/11 is the third working day.
    assert!(!after_term(datetime!(2026-11-26 23:59 +7)));
    assert!(after_term(datetime!(2026-11-27 00:00 +7)));
}

#[test]
fn what_is_brought_mends_it_only_where_it_is_whole() {
    let half = then(waiting(), supply("giay-to", 1));
    assert_eq!(half.open.len(), 1, "one certified copy of two");
    assert!(half.supplement_open.is_some());
    assert!(then(half, supply("giay-to", 2)).supplement_open.is_none());
    let other = then(waiting(), supply("don", 1));
    assert_eq!(other.open.len(), 1);
}

#[test]
fn the_applicant_or_the_counter_brings_it_within_fifteen_days() {
    for actor in [Actor::Applicant, clerk()] {
        assert!(at(LAST, &actor, &waiting(), supply("giay-to", 2)).is_ok());
        assert_eq!(
            broken(at(LAST + Duration::MINUTE, &actor, &waiting(), supply("giay-to", 2))),
            Rule::StageOrder
        );
    }
    for stranger in strangers() {
        assert_eq!(broken(by(&stranger, &waiting(), supply("giay-to", 2))), Rule::RightDesk);
    }
    assert_eq!(broken(by(&clerk(), &accepted(), supply("giay-to", 2))), Rule::StageOrder);
}

#[test]
fn what_isnt_brought_in_fifteen_days_is_closed_and_not_before() {
    for actor in [Actor::System, clerk()] {
        assert_eq!(broken(at(LAST, &actor, &waiting(), Command::Close)), Rule::StageOrder);
        let events = at(LAST + Duration::MINUTE, &actor, &waiting(), Command::Close).expect("over");
        assert_eq!(events.iter().fold(waiting(), evolve).ended, Some(Ended::Closed));
    }
    let officer = staff(Role::Officer, "H32.1");
    for actor in [officer, Actor::Applicant] {
        assert_eq!(broken(at(LAST + Duration::MINUTE, &actor, &waiting(), Command::Close)), Rule::RightDesk);
    }
    let brought = then(waiting(), supply("giay-to", 2));
    assert_eq!(
        broken(at(LAST + Duration::MINUTE, &Actor::System, &brought, Command::Close)),
        Rule::StageOrder
    );
}

#[test]
fn a_second_request_is_for_a_field_whose_own_law_allows_it_once_the_first_is_in() {
    let mut content = VERSION.content().clone();
    let citation = "Luật Đất đai Đ1".to_owned();
    content.field_law.exceptions =
        vec![catalog::Exception { allows: catalog::Allowance::SecondSupplement, citation }];
    let version = republished(&content);
    let actor = clerk();
    let facts = Facts { version: &version, ..facts(&actor) };
    assert_eq!(broken(decide(&waiting(), &facts, request(&["don"]))), Rule::SupplementOnce);
    let brought = then(waiting(), supply("giay-to", 2));
    let second = decide(&brought, &facts, request(&["don"])).expect("allowed");
    assert!(
        matches!(second.as_slice(), [Event::SupplementRequestedAgain(again)] if again.exception.is_some())
    );
    let state = second.iter().fold(brought, evolve);
    let whole = then(state, Command::Supply { components: vec![handed("don", Form::Original, 1)] });
    assert_eq!(broken(decide(&whole, &facts, request(&["don"]))), Rule::SupplementOnce);
}
