//! Stops, the one rescheduling and breaches in a dossier's whole life.

use super::asked::{paid, payment, proposal, request, supply, the_form};
use super::life::{FRIDAY, Life, clerk, done, grant, head, officer, withdrawal};
use super::sample::{LATER as OTHER, LEAD, Sample, staff, submission};
use crate::{Command, Event, Stage};
use catalog::Form;
use deadline::Command as Time;
use intake::Command as Desk;
use kernel::{Actor, Role, Rule};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

const LATER: OffsetDateTime = datetime!(2026-11-25 09:00 +7);

fn kinds(life: &Life, from: usize) -> Vec<&'static str> {
    life.events[from..].iter().map(Event::kind).collect()
}

/// Accepted, and with whom its first step lies.
fn accepted() -> (Life, Actor) {
    let life = Life::accepted(Sample::one_leg());
    let role = life.state.routing.open[0].opened.role;
    (life, staff(role, LEAD))
}

fn appointment(life: &Life) -> OffsetDateTime {
    life.state.deadline.clock.as_ref().expect("accepted").appointment.at
}

#[test]
fn a_guided_submission_is_completed_and_accepted() {
    let life = Life::unborn(Sample::one_leg()).then(&clerk(), FRIDAY, submission(false));
    let life = life.then(&clerk(), FRIDAY, Desk::Guide { items: vec![] });
    assert_eq!(life.stage(), Stage::Guided);
    let brought = intake::Complete { components: the_form(), applicant: None };
    let life = life.then(&Actor::Applicant, LATER, Desk::Complete(Box::new(brought)));
    let life = life.then(&clerk(), LATER, Desk::Accept);
    assert_eq!(life.stage(), Stage::Accepted);
}

#[test]
fn a_supplement_request_stops_the_clock_and_every_step() {
    let (life, holder) = accepted();
    let before = life.events.len();
    let life = life.then(&holder, FRIDAY, request());
    assert_eq!(kinds(&life, before), ["supplement_requested", "clock_stopped", "paused"]);
    assert_eq!((life.stage(), life.open()), (Stage::AwaitingSupplement, vec![]));
    assert_eq!(life.refuses(&holder, request()), Rule::SupplementOnce);
    let life = life.then(&Actor::Applicant, LATER, supply());
    assert_eq!(kinds(&life, before + 3), ["supplied", "clock_resumed", "resumed"]);
    assert_eq!(life.stage(), Stage::Accepted);
    let afresh = life.sample.facts(&holder, LATER).calendar().due(LATER, life.sample.version.time());
    assert_eq!(Ok(appointment(&life)), afresh.map(|due| due.at));
    let first = &life.state.deadline.clock.as_ref().expect("accepted").first;
    assert_eq!(Some(first), life.state.intake.accepted.as_ref().map(|accepted| &accepted.appointment));
}

#[test]
fn after_a_supplement_the_time_begins_afresh_or_goes_on_as_the_field_has_it() {
    let (asked, brought) = (datetime!(2026-11-23 08:15 +7), datetime!(2026-11-25 08:15 +7));
    let due = |sample| {
        let life = Life::accepted(sample).then(&clerk(), asked, request());
        appointment(&life.then(&Actor::Applicant, brought, supply()))
    };
    // Five working days from the 25th; or those from Friday 20th, the 24th being off, and the day that it stood.
    assert_eq!(due(Sample::one_leg()), datetime!(2026-12-02 17:30 +7));
    assert_eq!(due(Sample::with_exceptions()), datetime!(2026-12-01 17:30 +7));
}

#[test]
fn what_is_brought_in_part_leaves_the_clock_standing() {
    let (life, holder) = accepted();
    let life = life.then(&holder, FRIDAY, request());
    let before = life.events.len();
    let copy: Vec<_> =
        the_form().into_iter().map(|form| intake::Handed { form: Form::CertifiedCopy, ..form }).collect();
    let life = life.then(&Actor::Applicant, LATER, Desk::Supply { components: copy });
    assert_eq!((kinds(&life, before), life.stage()), (vec!["supplied"], Stage::AwaitingSupplement));
}

#[test]
fn only_who_holds_the_dossier_asks_the_applicant_for_something() {
    let (life, holder) = accepted();
    for actor in [officer(), head(), clerk(), Actor::Applicant].into_iter().filter(|actor| *actor != holder) {
        assert_eq!(life.refuses(&actor, request()), Rule::RightDesk);
        assert_eq!(life.refuses(&actor, payment()), Rule::RightDesk);
    }
}

#[test]
fn of_several_agencies_only_the_lead_asks_the_applicant_to_pay() {
    let life = Life::accepted(Sample::two_legs());
    let at_the_lead = life.clone().then(&officer(), FRIDAY, payment());
    assert_eq!(at_the_lead.stage(), Stage::AwaitingPayment);
    let life = life.then(&officer(), FRIDAY, done("nhan-ho-so"));
    assert_eq!(life.refuses(&staff(Role::Officer, OTHER), payment()), Rule::SubmitOnce);
}

#[test]
fn what_isnt_brought_closes_the_dossier_and_nothing_follows() {
    let (life, holder) = accepted();
    let life = life.then(&holder, FRIDAY, request());
    let over = FRIDAY + Duration::days(30);
    let life = life.then(&Actor::System, over, Desk::Close);
    assert_eq!(life.stage(), Stage::Closed);
    for command in [supply().into(), Command::from(paid()), Desk::Close.into(), withdrawal().into()] {
        let asked = life.ask(&clerk(), over, command.clone()).expect_err("refused");
        assert_eq!(asked.rule, Rule::StageOrder, "{command:?}");
    }
}

#[test]
fn a_payment_stops_the_clock_and_goes_on_with_what_was_left() {
    let (life, holder) = accepted();
    let (before, due) = (life.events.len(), appointment(&life));
    let life = life.then(&holder, FRIDAY, payment());
    assert_eq!(kinds(&life, before), ["payment_asked", "clock_stopped", "paused"]);
    assert_eq!(life.stage(), Stage::AwaitingPayment);
    let life = life.then(&clerk(), LATER, paid());
    assert_eq!(kinds(&life, before + 3), ["payment_made", "clock_resumed", "resumed"]);
    assert!(appointment(&life) > due);
}

#[test]
fn nothing_is_worked_while_the_clock_stands_but_the_applicant_may_withdraw() {
    let (life, holder) = accepted();
    let step = life.open()[0].to_owned();
    let life = life.then(&holder, FRIDAY, payment());
    assert_eq!(life.refuses(&holder, done(&step)), Rule::StageOrder);
    assert_eq!(life.refuses(&head(), grant()), Rule::StageOrder);
    assert_eq!(life.refuses(&Actor::System, Time::Breach), Rule::StageOrder);
    let gone = life.then(&Actor::Applicant, FRIDAY, withdrawal());
    assert_eq!(gone.refuses(&clerk(), paid()), Rule::StageOrder);
}

#[test]
fn who_holds_it_or_leads_proposes_and_the_head_approves() {
    let (life, holder) = accepted();
    let facts = life.sample.facts(&holder, FRIDAY);
    let to = facts
        .calendar()
        .latest_lawful(FRIDAY, life.sample.version.time(), appointment(&life))
        .expect("lawful");
    let proposal = || proposal(to);
    assert_eq!(life.refuses(&staff(Role::Supervisor, LEAD), proposal()), Rule::RightDesk);
    assert!(life.ask(&staff(Role::Leader, LEAD), FRIDAY, proposal()).is_ok());
    let life = life.then(&holder, FRIDAY, proposal());
    assert_eq!(life.refuses(&holder, Time::Approve), Rule::HeadApproves);
    let life = life.then(&head(), FRIDAY, Time::Approve);
    assert_eq!(appointment(&life), to);
    assert_eq!(life.refuses(&holder, proposal()), Rule::RescheduleOnce);
}

#[test]
fn a_breach_names_the_steps_that_lie_open() {
    let (life, _) = accepted();
    let over = appointment(&life) + Duration::days(1);
    let life = life.then(&Actor::System, over, Time::Breach);
    let holders = &life.state.deadline.breaches[0].holders;
    assert_eq!(holders.iter().map(|holder| holder.step.as_str()).collect::<Vec<_>>(), life.open());
}
