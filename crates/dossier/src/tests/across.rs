//! Whole lives of dossiers that several agencies work on.

use super::asked::{item, needs, paid, proposal, request, supply};
use super::life::{
    FRIDAY, Life, back, clerk, done, grant, hand_over, head, leg_paper, officer, paper_return, record,
};
use super::sample::{LATER, LEAD, MORNINGS, Sample, code, person, staff};
use crate::{Event, Stage, plan};
use deadline::Command as Time;
use intake::Command as Desk;
use kernel::{Actor, Fact, Role, Rule, Staff};
use result::Kind;
use routing::{Completion, Standing};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

const MONDAY: OffsetDateTime = datetime!(2026-11-23 09:00 +7);
const AFTER_THE_NEEDS: OffsetDateTime = datetime!(2026-11-25 09:00 +7);

fn at(role: Role, agency: &str) -> Actor {
    staff(role, agency)
}

fn police() -> Actor {
    at(Role::Officer, LATER)
}

fn insurance() -> Actor {
    at(Role::Officer, MORNINGS)
}

fn kinds(life: &Life, from: usize) -> Vec<&'static str> {
    life.events[from..].iter().map(Event::kind).collect()
}

/// The bundle with the birth registered: police and insurance side by side.
fn side_by_side() -> Life {
    Life::accepted(Sample::bundle()).then(&officer(), FRIDAY, done("dang-ky"))
}

fn completed(step: &str, leg: Option<(&str, bool)>, payment: Option<u64>) -> routing::Command {
    let decided = leg.map(|(leg, worked)| (code(leg), worked)).into_iter().collect();
    routing::Command::Done(Completion { decided, payment, ..Completion::of(code(step)) })
}

#[test]
fn a_bundle_is_submitted_once_worked_side_by_side_and_returned_once() {
    let life = side_by_side();
    assert_eq!(life.open(), ["cu-tru", "cap-the"]);
    let life = life.then(&officer(), FRIDAY, leg_paper(&code("khai-sinh")));
    let life = life.then(&insurance(), MONDAY, leg_paper(&code("bao-hiem")));
    let life = life.then(&insurance(), MONDAY, done("cap-the")).then(&police(), MONDAY, done("cu-tru"));
    let chief = at(Role::Head, LATER);
    let life = life.then(&chief, MONDAY, leg_paper(&code("cong-an"))).then(&chief, MONDAY, done("ky-cu-tru"));
    assert_eq!(life.open(), ["tap-hop"]);
    let result = result::Command::Record { result: Kind::Granted, paper: None, reasons: String::new() };
    let life = life.then(&clerk(), MONDAY, result);
    assert_eq!(life.stage(), Stage::ResultReady);
    let life = life.then(&clerk(), MONDAY, hand_over("Hoa"));
    assert_eq!(life.stage(), Stage::Returned);
    assert_eq!(life.refuses_at(&clerk(), MONDAY, hand_over("Hoa")), Rule::StageOrder, "one return");
}

#[test]
fn the_result_waits_for_the_papers_of_all_members() {
    let life =
        side_by_side().then(&insurance(), MONDAY, done("cap-the")).then(&police(), MONDAY, done("cu-tru"));
    let life = life.then(&at(Role::Head, LATER), MONDAY, done("ky-cu-tru"));
    let life = life.then(&officer(), MONDAY, leg_paper(&code("khai-sinh")));
    let refused = life.ask(&clerk(), MONDAY, grant()).expect_err("two papers are missing");
    assert_eq!(refused.rule, Rule::LeadAndCoordinators);
    let missing = ["cong-an", "bao-hiem"].map(str::to_owned).to_vec();
    assert_eq!(refused.facts["papers_missing"], Fact::List(missing));
}

#[test]
fn a_paper_is_handed_out_early_only_where_the_procedure_says_so_and_at_the_lead() {
    let life = side_by_side().then(&officer(), FRIDAY, leg_paper(&code("khai-sinh")));
    let life = life.then(&insurance(), MONDAY, leg_paper(&code("bao-hiem")));
    let life = life.then(&insurance(), MONDAY, done("cap-the"));
    let early = |leg: &str| paper_return(&code(leg));
    assert_eq!(life.refuses_at(&clerk(), MONDAY, early("bao-hiem")), Rule::StageOrder, "it is kept");
    let elsewhere = at(Role::Clerk, LATER);
    assert_eq!(life.refuses_at(&elsewhere, MONDAY, early("khai-sinh")), Rule::LeadAndCoordinators);
    let life = life.then(&clerk(), MONDAY, early("khai-sinh"));
    assert_eq!(life.stage(), Stage::InProgress, "the rest goes on");
    assert_eq!(life.refuses_at(&clerk(), MONDAY, early("khai-sinh")), Rule::StageOrder, "once");
}

#[test]
fn no_paper_comes_from_a_leg_that_has_not_begun() {
    let life = Life::accepted(Sample::bundle());
    assert_eq!(life.refuses(&police(), leg_paper(&code("cong-an"))), Rule::StageOrder);
    assert_eq!(side_by_side().refuses(&insurance(), leg_paper(&code("cong-an"))), Rule::RightDesk);
}

#[test]
fn two_agencies_that_ask_at_once_make_one_request_of_the_leads_counter() {
    let life = side_by_side();
    let before = life.events.len();
    let life = life.then(&police(), FRIDAY, request()).then(&insurance(), FRIDAY, request());
    assert_eq!(kinds(&life, before), ["needs_asked", "needs_stated"]);
    assert_eq!(life.stage(), Stage::InProgress, "the clock runs meanwhile");
    let issue = Desk::IssueRequest;
    assert_eq!(
        life.refuses(&clerk(), issue.clone()),
        Rule::OneRequestForAllAgencies,
        "the lead has still to act"
    );
    let life = life.then(&officer(), FRIDAY, Desk::StateNeeds { items: vec![] });
    let before = life.events.len();
    let life = life.then(&clerk(), FRIDAY, issue);
    assert_eq!(kinds(&life, before), ["supplement_requested", "clock_stopped", "paused"]);
    assert_eq!(life.state.intake.requested[0].items, [item()]);
    let life = life.then(&Actor::Applicant, MONDAY, supply());
    assert_eq!(life.open(), ["cu-tru", "cap-the"]);
    for actor in [police(), insurance()] {
        assert_eq!(life.refuses_at(&actor, MONDAY, request()), Rule::SupplementOnce);
    }
}

#[test]
fn silence_is_none_and_is_on_record() {
    let life = side_by_side().then(&police(), FRIDAY, request());
    let life = life.then(&clerk(), AFTER_THE_NEEDS, Desk::IssueRequest);
    let silent: Vec<&str> =
        life.state.intake.requested[0].silent.iter().map(kernel::AgencyCode::as_str).collect();
    assert_eq!(silent, [LEAD, MORNINGS]);
}

#[test]
fn who_holds_no_step_does_not_ask_but_says_what_is_needed() {
    let life = side_by_side();
    assert_eq!(life.refuses(&at(Role::Leader, LATER), request()), Rule::RightDesk);
    let life = life.then(&police(), FRIDAY, request());
    assert!(life.ask(&at(Role::Leader, MORNINGS), FRIDAY, needs()).is_ok());
    assert_eq!(life.refuses(&at(Role::Officer, "H32.9"), needs()), Rule::RightDesk);
}

fn latest(life: &Life) -> OffsetDateTime {
    let clock = life.state.deadline.clock.as_ref().expect("accepted");
    let facts = life.sample.facts(&Actor::System, FRIDAY);
    facts.calendar().latest_lawful(clock.start, clock.time, clock.appointment.at).expect("a third")
}

#[test]
fn who_holds_it_up_proposes_their_head_stands_by_it_and_the_leads_head_approves() {
    let life = side_by_side();
    let to = latest(&life);
    let life = life.then(&police(), MONDAY, proposal(to));
    assert_eq!(
        life.refuses_at(&head(), MONDAY, Time::Approve),
        Rule::HeadApproves,
        "nobody stands by it yet"
    );
    assert_eq!(life.refuses_at(&at(Role::Head, MORNINGS), MONDAY, Time::Endorse), Rule::HeadApproves);
    let life = life.then(&at(Role::Head, LATER), MONDAY, Time::Endorse);
    assert_eq!(life.refuses_at(&at(Role::Head, LATER), MONDAY, Time::Approve), Rule::HeadApproves);
    let life = life.then(&head(), MONDAY, Time::Approve);
    let approved = life.state.deadline.rescheduled.as_ref().expect("approved");
    assert_eq!(approved.caused_by, Some(code(LATER)));
    assert_eq!(life.refuses_at(&insurance(), MONDAY, proposal(to)), Rule::RescheduleOnce);
}

#[test]
fn a_leg_that_is_late_is_charged_alone_and_the_breach_is_one() {
    let life = side_by_side().then(&insurance(), FRIDAY, done("cap-the"));
    let late = datetime!(2026-12-02 09:00 +7);
    let life = life.then(&Actor::System, late, Time::Breach);
    let charges = crate::charges(&life.state, &life.sample.facts(&Actor::System, late));
    let late_at = |agency: &str| {
        charges
            .iter()
            .filter(|charge| charge.agency.as_str() == agency)
            .map(|charge| charge.late_minutes)
            .sum::<i64>()
    };
    assert!(late_at(LATER) > 0);
    assert_eq!((late_at(LEAD), late_at(MORNINGS)), (0, 0));
    assert_eq!(life.state.deadline.breaches.len(), 1);
    let held: Vec<&str> =
        life.state.deadline.breaches[0].holders.iter().map(|held| held.agency.as_str()).collect();
    assert_eq!(held, [LATER]);
}

#[test]
fn the_clock_stands_only_once_nothing_but_the_payment_is_left() {
    let life = Life::accepted(Sample::land());
    assert!(!life.state.routing.decided[&code("do-dac")], "the map was handed in");
    let life = life.then(&officer(), FRIDAY, completed("nhan-ho-so", Some(("thuc-dia", true)), None));
    let before = life.events.len();
    let life = life.then(&police(), FRIDAY, completed("tinh-thue", None, Some(5_000_000)));
    assert_eq!(kinds(&life, before), ["leg_received", "step_done", "payment_asked"]);
    assert_eq!(life.stage(), Stage::InProgress, "the field trip goes on");
    let before = life.events.len();
    let life = life.then(&insurance(), MONDAY, done("di-thuc-dia"));
    assert_eq!(kinds(&life, before), ["leg_received", "step_done", "clock_stopped"]);
    assert_eq!(life.stage(), Stage::AwaitingPayment);
    let before = life.events.len();
    let life = life.then(&clerk(), AFTER_THE_NEEDS, paid());
    assert_eq!(kinds(&life, before), ["payment_made", "clock_resumed", "leg_paid"]);
    assert_eq!((life.stage(), life.open()), (Stage::InProgress, vec!["in-giay"]));
}

#[test]
fn paid_before_the_others_are_done_the_clock_never_stands() {
    let life = Life::accepted(Sample::land());
    let life = life.then(&officer(), FRIDAY, completed("nhan-ho-so", Some(("thuc-dia", true)), None));
    let life = life.then(&police(), FRIDAY, completed("tinh-thue", None, Some(1)));
    let before = life.events.len();
    let life = life.then(&clerk(), FRIDAY, paid()).then(&insurance(), MONDAY, done("di-thuc-dia"));
    assert_eq!(kinds(&life, before), ["payment_made", "leg_paid", "leg_received", "step_done"]);
    assert_eq!(life.open(), ["in-giay"]);
    assert!(life.state.deadline.stops().next().is_none());
}

#[test]
fn nothing_to_pay_is_asked_of_nobody() {
    let life = Life::accepted(Sample::land());
    let life = life.then(&officer(), FRIDAY, completed("nhan-ho-so", Some(("thuc-dia", false)), None));
    let life = life.then(&police(), FRIDAY, completed("tinh-thue", None, Some(0)));
    assert_eq!((life.stage(), life.open()), (Stage::InProgress, vec!["in-giay"]));
    assert_eq!(life.state.deadline.payment, None);
    let life = life.then(&officer(), FRIDAY, record(Kind::Granted, ""));
    assert_eq!(life.stage(), Stage::ResultReady, "legs that aren't worked are waited for by nobody");
}

#[test]
fn sent_back_to_the_lead_the_dossier_is_not_finished_before_the_leg_is() {
    let life = side_by_side().then(&insurance(), FRIDAY, back("cap-the", "dang-ky"));
    let life =
        life.then(&police(), FRIDAY, done("cu-tru")).then(&at(Role::Head, LATER), MONDAY, done("ky-cu-tru"));
    assert_eq!(life.open(), ["dang-ky"]);
    assert_eq!(life.refuses_at(&officer(), MONDAY, grant()), Rule::StageOrder, "a leg is still to be done");
    let life = life.then(&officer(), MONDAY, done("dang-ky"));
    assert_eq!(life.open(), ["cap-the"]);
    assert_eq!(life.then(&insurance(), MONDAY, done("cap-the")).open(), ["tap-hop"]);
}

#[test]
fn a_consultation_is_answered_even_while_the_clock_stands() {
    let life = Life::accepted(Sample::one_leg());
    let role = life.state.routing.open[0].opened.role;
    let holder = at(role, LEAD);
    let question = routing::Question {
        step: code("chuyen"),
        agency: code(LATER),
        question: "Có trong quy hoạch không?".to_owned(),
        due: MONDAY,
    };
    let life =
        life.then(&holder, FRIDAY, routing::Command::Consult(question)).then(&holder, FRIDAY, request());
    assert_eq!(life.stage(), Stage::AwaitingSupplement);
    let late = MONDAY + Duration::SECOND;
    let life = life.then(&Actor::System, late, routing::Command::Unanswered { number: 1 });
    let life = life.then(&police(), late, super::asked::reply(1));
    assert!(life.state.routing.consultations[0].answered.is_some());
    assert_eq!(life.refuses_at(&police(), late, super::asked::reply(1)), Rule::ChangedMeanwhile);
}

#[test]
fn the_plan_names_the_leg_that_decides() {
    let life = side_by_side();
    let legs = plan(&life.state, &life.sample.facts(&Actor::System, FRIDAY));
    let standing =
        |leg: &str| legs.iter().find(|in_time| in_time.leg.as_str() == leg).map(|in_time| in_time.standing);
    assert_eq!(standing("khai-sinh"), Some(Standing::Done));
    assert_eq!(standing("tap-hop"), Some(Standing::Ahead));
    assert!(legs.iter().any(|in_time| in_time.critical));
}

#[test]
fn a_deputy_is_told_apart_by_their_field_also_at_the_agency_that_holds_it_up() {
    let life = side_by_side();
    let to = latest(&life);
    let life = life.then(&police(), MONDAY, proposal(to));
    let deputy = |fields: &[&str]| {
        let fields = fields.iter().map(|field| (*field).to_owned()).collect();
        Actor::Staff(Staff { fields, ..person(Role::Deputy, LATER, 1) })
    };
    assert_eq!(life.refuses_at(&deputy(&[]), MONDAY, Time::Endorse), Rule::HeadApproves);
    assert!(life.ask(&deputy(&["Mẫu"]), MONDAY, Time::Endorse).is_ok());
}
