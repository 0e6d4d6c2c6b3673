//! Everybody and everything they could try.

use super::asked::{
    apology, completion, guidance, item, needs, paid, payment, proposal, rejection, reply, request, supply,
};
use super::life::{
    Life, back, done, give, hand_over, leg_paper, paper_return, rating, record, refusal, withdrawal,
};
use super::sample::{LATER, LEAD, MORNINGS, Sample, code, entrusted, person, submission};
use crate::{Act, Command, Facts, may};
use catalog::Step;
use deadline::{Command as Time, Means};
use intake::Command::Accept;
use kernel::{Actor, AgencyCode, LegCode, Role, Staff, StepCode};
use result::Kind;
use time::{Duration, OffsetDateTime, Time as Clock};

/// Everybody who could have a hand in it, two officers at each agency, one of them asked for an opinion only, a deputy
/// entrusted with the field, and those who never may.
pub(crate) fn everybody() -> Vec<Actor> {
    let roles = |agency| {
        Role::ALL.map(|role| person(role, agency, 1)).into_iter().chain([person(Role::Officer, agency, 2)])
    };
    let staff = [LEAD, LATER, MORNINGS, "H32.9"].into_iter().flat_map(roles).map(Actor::Staff);
    staff.chain([Actor::Staff(entrusted()), Actor::Applicant, Actor::System]).collect()
}

/// Every step of the process, with the agency it lies with.
pub(crate) fn steps(sample: &Sample) -> Vec<(AgencyCode, Step)> {
    let legs = &sample.version.process_of(&code("chung")).legs;
    let of_leg = |leg: &catalog::Leg| {
        let lead: AgencyCode = code(LEAD);
        let agency = leg.agency_under(&lead).clone();
        leg.steps.iter().map(move |step| (agency.clone(), step.clone())).collect::<Vec<_>>()
    };
    legs.iter().flat_map(of_leg).collect()
}

/// Whom an actor would give a step to: themselves if they can do it, else someone who can.
fn fit_for(actor: &Actor, agency: &AgencyCode, step: &Step) -> Staff {
    let own = actor.staff().filter(|staff| staff.is_at(step.role, agency)).cloned();
    own.unwrap_or_else(|| person(step.role, agency.as_str(), 1))
}

/// Every act there is, alone, with sound arguments for it. The system's own are listed for nobody.
pub(crate) fn acts(life: &Life, facts: &Facts, actor: &Actor) -> Vec<(Option<Act>, Command)> {
    let steps = steps(&life.sample);
    let mut acts: Vec<(Option<Act>, Command)> = vec![
        (None, Time::Breach.into()),
        (None, Time::Recount.into()),
        (None, Time::Unsent.into()),
        (Some(Act::ApologyDispatch), letter_out(actor).into()),
        (Some(Act::Guidance), guidance().into()),
        (Some(Act::Completion), completion().into()),
        (Some(Act::Acceptance), Accept.into()),
        (Some(Act::Refusal), refusal().into()),
        (Some(Act::Withdrawal), withdrawal().into()),
        (Some(Act::SupplementRequest), request().into()),
        (Some(Act::SupplementNeeds), needs().into()),
        (Some(Act::SupplementIssue), intake::Command::IssueRequest.into()),
        (Some(Act::ConsultationReply { number: 1 }), reply(1).into()),
        (None, routing::Command::Unanswered { number: 1 }.into()),
        (Some(Act::Supplement), supply().into()),
        (Some(Act::Contact), contact().into()),
        (Some(Act::Closing), intake::Command::Close.into()),
        (Some(Act::PaymentRequest), payment().into()),
        (Some(Act::Payment), paid().into()),
        (Some(Act::RescheduleRejection), rejection().into()),
        (Some(Act::BelatedApology), apology(next_opening(facts)).into()),
        (Some(Act::Result), record(comes_to(life), "Trái quy hoạch.").into()),
        (Some(Act::Return), hand_over("Nguyễn Thị Hoa").into()),
        (Some(Act::Rating), rating().into()),
    ];
    acts.extend(rescheduling(life, facts));
    acts.extend(life.sample.legs().iter().flat_map(of_leg));
    for (agency, step) in &steps {
        let code = step.code.as_str();
        let officer = fit_for(actor, agency, step);
        acts.push(completing(life, facts, &step.code));
        acts.push((
            Some(Act::Consultation { step: step.code.clone() }),
            consultation(facts, &step.code).into(),
        ));
        acts.push((Some(Act::StepAssignment { step: step.code.clone() }), give(code, &officer).into()));
        acts.extend(steps.iter().map(|(_, to)| send_back(&step.code, &to.code)));
    }
    acts
}

/// What the result is: denied, but for a bundle of which some member was granted.
fn comes_to(life: &Life) -> Kind {
    let granted =
        |leg: &LegCode| life.state.result.paper_of(leg).is_some_and(|paper| paper.result == Kind::Granted);
    if life.sample.legs().iter().any(granted) { Kind::Granted } else { Kind::Denied }
}

/// To be told of each step by e-mail.
fn contact() -> intake::Command {
    let notify = intake::Notify { sms: false, email: true, each_step: true };
    intake::Command::ChangeContact(Box::new(intake::Change { applicant: None, notify: Some(notify) }))
}

/// The letter goes out: through a provider, by the system; by other means, by anybody else.
fn letter_out(actor: &Actor) -> Time {
    match actor {
        Actor::System => Time::Send { means: Means::Sms, how: None },
        _ => Time::Send { means: Means::Other, how: Some("Trao tận tay".to_owned()) },
    }
}

/// Completing a step, with all that is asked with it.
fn completing(life: &Life, facts: &Facts, step: &StepCode) -> (Option<Act>, Command) {
    let to_say = routing::done::to_say(&life.state.routing, &facts.for_routing(), step);
    let decided =
        to_say.decide.iter().map(|leg| (leg.clone(), facts.now().minute().is_multiple_of(2))).collect();
    let payment = to_say.sum_for.as_ref().map(|_| 5_000_000);
    let completion = routing::Completion { decided, payment, ..routing::Completion::of(step.clone()) };
    (Some(Act::StepDone { step: step.clone(), to_say }), routing::Command::Done(completion).into())
}

fn consultation(facts: &Facts, step: &StepCode) -> routing::Command {
    let (agency, question) = (code("H32.9"), "Có trong quy hoạch không?".to_owned());
    routing::Command::Consult(routing::Question {
        step: step.clone(),
        agency,
        question,
        due: next_opening(facts),
    })
}

fn of_leg(leg: &LegCode) -> [(Option<Act>, Command); 3] {
    let receive = routing::Command::Receive { leg: leg.clone() };
    [
        (Some(Act::LegReceipt { leg: leg.clone() }), receive.into()),
        (Some(Act::Paper { leg: leg.clone() }), leg_paper(leg).into()),
        (Some(Act::PaperReturn { leg: leg.clone() }), paper_return(leg).into()),
    ]
}

/// A moment in a session of tomorrow or later.
fn next_opening(facts: &Facts) -> OffsetDateTime {
    facts.calendar().counting_from(facts.now() + Duration::days(1)).expect("covered")
}

/// What is lawful about the present appointment, counted here a second time.
fn rescheduling(life: &Life, facts: &Facts) -> Vec<(Option<Act>, Command)> {
    let Some(clock) = &life.state.deadline.clock else { return Vec::new() };
    let appointment = clock.appointment.at;
    let asked_before = appointment.replace_time(Clock::MIDNIGHT);
    let lawful = facts.calendar().latest_lawful(clock.start, clock.time, appointment);
    let Ok(latest_lawful) = lawful else { return Vec::new() };
    vec![
        (Some(Act::Reschedule { asked_before, latest_lawful }), proposal(latest_lawful).into()),
        (Some(Act::RescheduleApproval { asked_before }), Time::Approve.into()),
        (Some(Act::RescheduleEndorsement { asked_before }), Time::Endorse.into()),
    ]
}

fn send_back(step: &StepCode, to: &StepCode) -> (Option<Act>, Command) {
    let act = Act::StepSendBack { step: step.clone(), to: vec![to.clone()] };
    (Some(act), back(step.as_str(), to.as_str()).into())
}

/// What `may` lists, each step back to on its own.
pub(crate) fn listed(life: &Life, facts: &Facts) -> Vec<Act> {
    let apart = |act: Act| match act {
        Act::StepSendBack { step, to } => {
            to.into_iter().map(|to| Act::StepSendBack { step: step.clone(), to: vec![to] }).collect()
        }
        other => vec![other],
    };
    may(&life.state, facts).into_iter().flat_map(apart).collect()
}

/// Commands that nobody may ever carry out, whatever the dossier's stage.
pub(crate) fn unsound(life: &Life) -> Vec<Command> {
    let blank = intake::Command::Refuse { ground: code("sai"), explanation: " ".to_owned() };
    let unknown = intake::Command::Refuse { ground: code("khac"), explanation: "Không.".to_owned() };
    let ends = [record(Kind::Denied, ""), hand_over(" ")].map(Command::from);
    let steps = steps(&life.sample).into_iter().flat_map(|(agency, step)| {
        let code = step.code.as_str();
        let supervisor = person(Role::Supervisor, agency.as_str(), 1);
        [back(code, code), back(code, "khong-co"), give(code, &supervisor)].map(Command::from)
    });
    let others = [blank.into(), unknown.into(), done("khong-co").into(), submission(true).into()];
    ends.into_iter().chain(steps).chain(others).chain(unlawful(life)).collect()
}

/// Requests for nothing or for what isn't listed, letters that say nothing, a date a second beyond the third.
fn unlawful(life: &Life) -> Vec<Command> {
    let strange = intake::Item { component: Some(code("la")), ..item() };
    let desk = [
        intake::Command::Guide { items: vec![strange.clone()] },
        intake::Command::Guide { items: vec![intake::Item { note: " ".to_owned(), ..item() }] },
        intake::Command::RequestSupplement { items: vec![] },
        intake::Command::RequestSupplement { items: vec![strange] },
    ];
    let time = life.state.deadline.clock.as_ref().map(|clock| {
        let (at, day) = (clock.appointment.at, Duration::days(30));
        let blank = deadline::Proposal { reason: String::new(), to: at, apology: " ".to_owned() };
        let unwritten = Time::Apologise { reason: String::new(), apology: String::new(), expected: at + day };
        [proposal(at), proposal(at + day), Time::Propose(blank), unwritten]
    });
    desk.map(Command::from).into_iter().chain(time.into_iter().flatten().map(Command::from)).collect()
}

/// What to call an act; the system's own has no name in the API.
pub(crate) fn name(act: Option<&Act>) -> &'static str {
    let Some(act) = act else { return "of the system" };
    match act {
        Act::Guidance => "guidance",
        Act::Completion => "completion",
        Act::SupplementRequest => "supplement-request",
        Act::SupplementNeeds => "supplement-request/needs",
        Act::SupplementIssue => "supplement-request/issue",
        Act::LegReceipt { .. } => "receipt",
        Act::Consultation { .. } => "consultation",
        Act::ConsultationReply { .. } => "reply",
        Act::RescheduleEndorsement { .. } => "reschedule/endorsement",
        Act::Paper { .. } => "paper",
        Act::PaperReturn { .. } => "paper return",
        Act::Supplement => "supplement",
        Act::Closing => "closing",
        Act::PaymentRequest => "payment-request",
        Act::Payment => "payment",
        Act::Reschedule { .. } => "reschedule",
        Act::RescheduleApproval { .. } => "reschedule/approval",
        Act::RescheduleRejection => "reschedule/rejection",
        Act::ApologyDispatch => "apology-dispatch",
        Act::BelatedApology => "belated-apology",
        Act::Acceptance => "acceptance",
        Act::Refusal => "refusal",
        Act::Withdrawal => "withdrawal",
        Act::Contact => "contact",
        Act::StepDone { .. } => "done",
        Act::StepSendBack { .. } => "send-back",
        Act::StepAssignment { .. } => "assignment",
        Act::Result => "result",
        Act::Return => "return",
        Act::Rating => "rating",
    }
}

pub(crate) fn ends_early(act: Option<&Act>) -> bool {
    matches!(act, Some(Act::Refusal | Act::Withdrawal))
}
