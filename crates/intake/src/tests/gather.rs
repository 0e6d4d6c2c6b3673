//! One supplement request for all agencies.

use super::*;
use crate::{FaultKind, Item};
use kernel::Fact;
use time::Duration;

/// The next working day after Friday 20/11 is Monday 23/11: until its end.
const LAST: OffsetDateTime = datetime!(2026-11-23 23:59 +7);

fn item(component: &str, note: &str) -> Item {
    Item { component: Some(code(component)), fault: FaultKind::NotValid, note: note.to_owned() }
}

fn ask(items: &[Item]) -> Command {
    Command::RequestSupplement { items: items.to_vec() }
}

fn state_needs(items: &[Item]) -> Command {
    Command::StateNeeds { items: items.to_vec() }
}

fn officer(agency: &str) -> Actor {
    staff(Role::Officer, agency)
}

fn all_three() -> BTreeSet<AgencyCode> {
    ["H32.1", "H32.2", "H32.3"].map(code).into()
}

/// What an actor decides at a moment while these agencies are still to act.
fn among(
    to_act: &BTreeSet<AgencyCode>,
    now: OffsetDateTime,
    actor: &Actor,
    state: &State,
    command: Command,
) -> Result<Vec<Event>, Violation> {
    decide(state, &Facts { now, to_act, ..facts(actor) }, command)
}

fn decided(
    now: OffsetDateTime,
    actor: &Actor,
    state: &State,
    command: Command,
) -> Result<Vec<Event>, Violation> {
    among(&all_three(), now, actor, state, command)
}

fn after(state: State, actor: &Actor, command: Command) -> State {
    decided(NOW, actor, &state, command).expect("allowed").iter().fold(state, evolve)
}

fn accepted() -> State {
    then(submitted(complete()), Command::Accept)
}

/// Opened by the second agency: the first and the third are to say what they need.
fn gathering() -> State {
    after(accepted(), &officer("H32.2"), ask(&[item("don", "Chưa ký")]))
}

fn issued(events: &[Event]) -> (&[Item], Vec<&str>) {
    match events {
        [Event::SupplementRequested(requested)] => {
            (&requested.items, requested.silent.iter().map(AgencyCode::as_str).collect())
        }
        other => panic!("one request, not {other:?}"),
    }
}

#[test]
fn where_others_are_still_to_act_nothing_goes_out_before_they_were_asked() {
    let state = gathering();
    let gathered = state.gathering.as_ref().expect("under way");
    let asked: Vec<&str> = gathered.asked.agencies.iter().map(AgencyCode::as_str).collect();
    assert_eq!((gathered.asked.agency.as_str(), asked), ("H32.2", vec!["H32.1", "H32.3"]));
    assert_eq!(gathered.asked.due.at, datetime!(2026-11-23 17:30 +7));
    assert!(state.requested.is_empty() && state.supplement_open.is_none());
}

#[test]
fn where_nobody_else_is_the_lead_asks_at_once_and_a_coordinator_never() {
    let alone = |agency: &str| {
        let to_act = [code(agency)].into();
        among(&to_act, NOW, &officer(agency), &accepted(), ask(&[item("don", "")])).expect("allowed")
    };
    assert_eq!(issued(&alone("H32.1")).0.len(), 1);
    let by_another = alone("H32.2");
    let [Event::NeedsAsked(asked)] = by_another.as_slice() else { panic!("gathered, not {by_another:?}") };
    assert!(asked.agencies.is_empty());
    let state = by_another.iter().fold(accepted(), evolve);
    assert_eq!(
        issued(&decided(NOW, &clerk(), &state, Command::IssueRequest).expect("nobody to wait for")).0.len(),
        1
    );
}

#[test]
fn each_agency_adds_its_items_or_says_it_has_none_and_the_request_holds_them_all() {
    let state = after(gathering(), &officer("H32.3"), state_needs(&[item("giay-to", "Mờ")]));
    let state = after(state, &clerk(), state_needs(&[]));
    let events = decided(NOW, &clerk(), &state, Command::IssueRequest).expect("all have said so");
    let (items, silent) = issued(&events);
    assert_eq!(items, [item("don", "Chưa ký"), item("giay-to", "Mờ")]);
    assert_eq!(silent, [""; 0]);
    let state = events.iter().fold(state, evolve);
    assert!(state.gathering.is_none());
    for agency in ["H32.1", "H32.2", "H32.3"] {
        assert_eq!(
            broken(decided(NOW, &officer(agency), &state, ask(&[item("don", "")]))),
            Rule::SupplementOnce
        );
    }
}

#[test]
fn it_waits_for_those_who_have_said_nothing_until_their_time_is_over_and_silence_is_none() {
    let state = after(gathering(), &officer("H32.3"), state_needs(&[]));
    let early = decided(LAST, &clerk(), &state, Command::IssueRequest).expect_err("refused");
    assert_eq!(early.rule, Rule::OneRequestForAllAgencies);
    assert_eq!(early.facts["waiting_for"], Fact::List(vec!["H32.1".to_owned()]));
    assert_eq!(early.facts["needs_due"], Fact::Moment(datetime!(2026-11-23 17:30 +7)));
    let after = LAST + Duration::MINUTE;
    let events = decided(after, &clerk(), &state, Command::IssueRequest).expect("its time is over");
    assert_eq!(issued(&events).1, ["H32.1"]);
}

#[test]
fn an_agency_says_what_it_needs_once_and_in_time() {
    let state = gathering();
    let needs = || state_needs(&[item("giay-to", "Mờ")]);
    assert!(decided(LAST, &officer("H32.3"), &state, needs()).is_ok());
    let late = LAST + Duration::MINUTE;
    assert_eq!(broken(decided(late, &officer("H32.3"), &state, needs())), Rule::OneRequestForAllAgencies);
    let stated = after(state.clone(), &officer("H32.3"), needs());
    for again in [needs(), ask(&[item("don", "")])] {
        let refused = broken(decided(NOW, &staff(Role::Head, "H32.3"), &stated, again));
        assert_eq!(refused, Rule::OneRequestForAllAgencies);
    }
    let opener = decided(NOW, &officer("H32.2"), &state, ask(&[item("giay-to", "")]));
    assert_eq!(broken(opener), Rule::OneRequestForAllAgencies, "it has said what it needs");
}

#[test]
fn two_that_ask_at_the_same_moment_ask_together() {
    let state = after(gathering(), &officer("H32.3"), ask(&[item("don", "Sai tên"), item("giay-to", "")]));
    let state = after(state, &clerk(), state_needs(&[item("don", "Chưa ký")]));
    let events = decided(NOW, &clerk(), &state, Command::IssueRequest).expect("all have said so");
    assert_eq!(issued(&events).0, [item("don", "Chưa ký; Sai tên"), item("giay-to", "")]);
}

#[test]
fn only_who_was_asked_says_so_and_only_the_leads_counter_issues() {
    for stranger in [officer("H32.9"), staff(Role::Supervisor, "H32.3"), Actor::Applicant, Actor::System] {
        assert_eq!(broken(decided(NOW, &stranger, &gathering(), state_needs(&[]))), Rule::RightDesk);
    }
    let after_all = LAST + Duration::MINUTE;
    for stranger in [officer("H32.1"), staff(Role::Clerk, "H32.2"), Actor::Applicant, Actor::System] {
        assert_eq!(
            broken(decided(after_all, &stranger, &gathering(), Command::IssueRequest)),
            Rule::RightDesk
        );
    }
    for command in [state_needs(&[]), Command::IssueRequest] {
        assert_eq!(
            broken(decided(NOW, &clerk(), &accepted(), command)),
            Rule::StageOrder,
            "nothing is gathered"
        );
    }
}

#[test]
fn what_is_not_published_or_was_left_out_of_the_notice_is_nobodys_need() {
    assert_eq!(
        broken(decided(NOW, &officer("H32.2"), &accepted(), ask(&[item("khai-sinh", "")]))),
        Rule::ListedComponentsOnly
    );
    let needs = state_needs(&[item("khai-sinh", "")]);
    assert_eq!(broken(decided(NOW, &officer("H32.3"), &gathering(), needs)), Rule::ListedComponentsOnly);
    assert_eq!(broken(decided(NOW, &officer("H32.2"), &accepted(), ask(&[]))), Rule::SupplementOnce);
}

#[test]
fn a_field_may_have_a_term_of_its_own() {
    let mut content = VERSION.content().clone();
    content.field_law.needs_within = calendar::ProcessingTime::new(4, calendar::Unit::WorkingHours).ok();
    let version = republished(&content);
    let (to_act, actor) = (all_three(), officer("H32.2"));
    let facts = Facts { version: &version, to_act: &to_act, ..facts(&actor) };
    let events = decide(&accepted(), &facts, ask(&[item("don", "")])).expect("allowed");
    let [Event::NeedsAsked(asked)] = events.as_slice() else { panic!("gathered, not {events:?}") };
    assert_eq!(asked.due.at, datetime!(2026-11-20 14:15 +7));
}
