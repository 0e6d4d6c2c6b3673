//! Consultations: another agency is asked for its opinion, by a deadline (NĐ 118/2025 Đ19.4). They stop no clock and hold
//! up no step: without an answer in time whoever asked goes on without, and that is on record.

use crate::desk::held_by;
use crate::event::{Answered, Consulted, Event, Unanswered};
use crate::facts::Facts;
use crate::state::State;
use kernel::{Actor, AgencyCode, Role, Rule, StepCode, UserId, Violation};
use time::OffsetDateTime;

/// A consultation so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consultation {
    /// As it was asked.
    pub asked: Consulted,
    /// The answer, once there is one.
    pub answered: Option<Answered>,
    /// When it was found unanswered in time, if it was.
    pub unanswered: Option<OffsetDateTime>,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The step it is asked from.
    pub step: StepCode,
    /// The agency that is asked.
    pub agency: AgencyCode,
    /// What about.
    pub question: String,
    /// By when it is to answer.
    pub due: OffsetDateTime,
}

/// Asks another agency for its opinion on an open step.
///
/// # Errors
/// - `right-desk` (3.b¶2): by anybody but who the step lies with.
/// - `changed-meanwhile`, `stage-order`: it doesn't lie open.
/// - `stage-order`: the agency asks itself, or for an answer by a moment that has passed, or
///   that can't be told here: the last hours of the year 9999.
pub fn ask(state: &State, facts: &Facts<'_>, question: Question) -> Result<Consulted, Violation> {
    let (open, staff) = held_by(state, facts.actor, &question.step)?;
    if question.agency == open.opened.agency {
        return Err(Violation::of(Rule::StageOrder).with("agency", question.agency.to_string()));
    }
    let due = question.due.checked_to_offset(facts.now.offset()).filter(|due| *due > facts.now);
    let due = due.ok_or_else(|| Violation::of(Rule::StageOrder).with("due", question.due))?;
    Ok(Consulted {
        at: facts.now,
        number: number_after(&state.consultations),
        step: question.step,
        by: staff.user,
        asking: open.opened.agency.clone(),
        asked: question.agency,
        question: question.question,
        due,
    })
}

/// Answers a consultation, in time or late.
///
/// # Errors
/// As [`ready_to_answer`].
pub fn answer(state: &State, facts: &Facts<'_>, number: u32, reply: String) -> Result<Answered, Violation> {
    let by = ready_to_answer(state, facts.actor, number)?;
    Ok(Answered { at: facts.now, number, by, reply })
}

/// Whether the actor may answer this consultation; who it is.
///
/// # Errors
/// - `right-desk` (3.b¶2): by anybody but an officer, leader, deputy or head of the agency that was asked.
/// - `changed-meanwhile`: it is answered.
/// - `stage-order`: there is no such consultation.
pub fn ready_to_answer(state: &State, actor: &Actor, number: u32) -> Result<UserId, Violation> {
    let consultation = numbered(state, number)?;
    if let Some(answered) = &consultation.answered {
        return Err(Violation::of(Rule::ChangedMeanwhile).with("answered_at", answered.at));
    }
    let agency = &consultation.asked.asked;
    let speaks = [Role::Officer, Role::Leader, Role::Deputy, Role::Head].into_iter();
    let as_one_of = |user| speaks.clone().any(|role| actor.is_at(role, agency)).then_some(user);
    let refused = || Violation::of(Rule::RightDesk).with("agency", agency.to_string());
    actor.user().and_then(as_one_of).ok_or_else(refused)
}

/// Puts on record that a consultation wasn't answered in time; the system's own.
///
/// # Errors
/// - `right-desk`: not by the system itself.
/// - `stage-order`: there is no such consultation, its time isn't over, or it is answered or on record.
pub fn unanswered(state: &State, facts: &Facts<'_>, number: u32) -> Result<Unanswered, Violation> {
    if *facts.actor != Actor::System {
        return Err(Violation::of(Rule::RightDesk).with("role", "system"));
    }
    let consultation = numbered(state, number)?;
    if consultation.is_settled() || facts.now <= consultation.asked.due {
        return Err(Violation::of(Rule::StageOrder).with("due", consultation.asked.due));
    }
    Ok(Unanswered { at: facts.now, number })
}

impl Consultation {
    /// Whether it was answered, or found unanswered in time.
    pub fn is_settled(&self) -> bool {
        self.answered.is_some() || self.unanswered.is_some()
    }
}

/// The consultations after one more event.
pub(crate) fn evolve(consultations: &mut Vec<Consultation>, event: &Event) {
    let mut change = |number: u32, change: &dyn Fn(&mut Consultation)| {
        consultations.iter_mut().filter(|consultation| consultation.asked.number == number).for_each(change);
    };
    match event {
        Event::ConsultationAnswered(answered) => {
            change(answered.number, &|consultation| consultation.answered = Some(answered.clone()));
        }
        Event::ConsultationUnanswered(unanswered) => {
            change(unanswered.number, &|consultation| consultation.unanswered = Some(unanswered.at));
        }
        Event::Consulted(asked) => {
            consultations.push(Consultation { asked: asked.clone(), answered: None, unanswered: None });
        }
        Event::Started(_)
        | Event::StepDone(_)
        | Event::StepSentBack(_)
        | Event::StepAssigned(_)
        | Event::Paused(_)
        | Event::Resumed(_)
        | Event::LegReceived(_)
        | Event::LegPaid(_) => {}
    }
}

fn numbered(state: &State, number: u32) -> Result<&Consultation, Violation> {
    let mut numbered = state.consultations.iter().filter(|consultation| consultation.asked.number == number);
    numbered.next().ok_or_else(|| Violation::of(Rule::StageOrder).with("consultation", i64::from(number)))
}

fn number_after(consultations: &[Consultation]) -> u32 {
    consultations.last().map_or(1, |last| last.asked.number + 1)
}
