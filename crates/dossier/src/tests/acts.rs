//! Everybody and everything they could try.

use super::life::{Life, back, done, give, hand_over, rating, record, refusal, withdrawal};
use super::sample::{LATER, LEAD, MORNINGS, Sample, code, person, submission};
use crate::{Act, Command, Facts, may};
use catalog::Step;
use intake::Command::Accept;
use kernel::{Actor, AgencyCode, Role, Staff, StepCode};
use result::Kind;

/// Everybody who could have a hand in it, two officers at each agency, and those who never may.
pub(crate) fn everybody() -> Vec<Actor> {
    let roles = |agency| {
        Role::ALL.map(|role| person(role, agency, 1)).into_iter().chain([person(Role::Officer, agency, 2)])
    };
    let staff = [LEAD, LATER, MORNINGS].into_iter().flat_map(roles).map(Actor::Staff);
    staff.chain([Actor::Applicant, Actor::System]).collect()
}

/// Every step of the process, with the agency it lies with.
pub(crate) fn steps(sample: &Sample) -> Vec<(AgencyCode, Step)> {
    let legs = &sample.version.process_of(&code("chung")).legs;
    let of_leg = |leg: &catalog::Leg| {
        let agency = leg.agency.clone().unwrap_or_else(|| code(LEAD));
        leg.steps.iter().map(move |step| (agency.clone(), step.clone())).collect::<Vec<_>>()
    };
    legs.iter().flat_map(of_leg).collect()
}

/// Whom an actor would give a step to: themselves if they can do it, else someone who can.
fn fit_for(actor: &Actor, agency: &AgencyCode, step: &Step) -> Staff {
    let own = actor.staff().filter(|staff| staff.is_at(step.role, agency)).cloned();
    own.unwrap_or_else(|| person(step.role, agency.as_str(), 1))
}

/// Every act there is, alone, with sound arguments for it.
pub(crate) fn acts(sample: &Sample, actor: &Actor) -> Vec<(Act, Command)> {
    let steps = steps(sample);
    let mut acts: Vec<(Act, Command)> = vec![
        (Act::Acceptance, Accept.into()),
        (Act::Refusal, refusal().into()),
        (Act::Withdrawal, withdrawal().into()),
        (Act::Result, record(Kind::Denied, "Trái quy hoạch.").into()),
        (Act::Return, hand_over("Nguyễn Thị Hoa").into()),
        (Act::Rating, rating().into()),
    ];
    for (agency, step) in &steps {
        let code = step.code.as_str();
        let officer = fit_for(actor, agency, step);
        acts.push((Act::StepDone { step: step.code.clone() }, done(code).into()));
        acts.push((Act::StepAssignment { step: step.code.clone() }, give(code, &officer).into()));
        acts.extend(steps.iter().map(|(_, to)| send_back(&step.code, &to.code)));
    }
    acts
}

fn send_back(step: &StepCode, to: &StepCode) -> (Act, Command) {
    let act = Act::StepSendBack { step: step.clone(), to: vec![to.clone()] };
    (act, back(step.as_str(), to.as_str()).into())
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
    ends.into_iter().chain(steps).chain(others).collect()
}

pub(crate) fn name(act: &Act) -> &'static str {
    match act {
        Act::Acceptance => "acceptance",
        Act::Refusal => "refusal",
        Act::Withdrawal => "withdrawal",
        Act::StepDone { .. } => "done",
        Act::StepSendBack { .. } => "send-back",
        Act::StepAssignment { .. } => "assignment",
        Act::Result => "result",
        Act::Return => "return",
        Act::Rating => "rating",
    }
}

pub(crate) fn ends_early(act: &Act) -> bool {
    matches!(act, Act::Refusal | Act::Withdrawal)
}
