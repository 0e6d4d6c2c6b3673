//! At the desks: a step is done, sent back, set aside, or something is asked first.

use super::{Year, as_staff};
use crate::agenda::{LifeId, Matter};
use crate::error::SimulationError;
use crate::habits;
use calendar::Calendar;
use catalog::Amount;
use dossier::Act;
use kernel::{Actor, Role, Staff, StepCode};
use routing::done::ToSay;
use routing::{Command, Completion, Outcome, Question};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use time::OffsetDateTime;

/// A turn of a step: which, and when it opened.
type TurnOf<'a> = (&'a StepCode, OffsetDateTime);

impl Year {
    /// Somebody has worked on a step, and does with it what there is to be done.
    pub(super) fn at_the_desk(
        &mut self,
        life: LifeId,
        (step, opened): TurnOf<'_>,
        staff: &Staff,
    ) -> Result<(), SimulationError> {
        let actor = as_staff(staff);
        let acts = self.may(life, &actor)?;
        let to_say = acts.iter().find_map(|act| match act {
            Act::StepDone { step: other, to_say } if other == step => Some(to_say.clone()),
            _ => None,
        });
        let mine = self.life(life).is_some_and(|one| one.lies_open(step, opened));
        let Some(to_say) = to_say.filter(|_| mine) else {
            self.account.nothing("work on a step");
            return Ok(());
        };
        if self.is_new(life, step) && self.something_else_first(life, (step, opened), staff, &acts)? {
            return Ok(());
        }
        self.completed(life, step, staff, to_say)
    }

    /// Whether nobody has looked at the step before.
    fn is_new(&mut self, life: LifeId, step: &StepCode) -> bool {
        self.lives[life as usize].as_deref_mut().is_some_and(|one| one.begun.insert(step.clone()))
    }

    /// What is done instead of completing the step, if it is.
    fn something_else_first(
        &mut self,
        life: LifeId,
        turn: TurnOf<'_>,
        staff: &Staff,
        acts: &[Act],
    ) -> Result<bool, SimulationError> {
        let actor = as_staff(staff);
        if self.chance.happens(habits::SENDS_BACK) && self.send_back(life, turn.0, &actor, acts)? {
            return Ok(true);
        }
        if !staff.is(Role::Officer) {
            return Ok(false);
        }
        if acts.contains(&Act::SupplementRequest) && self.chance.happens(habits::SUPPLEMENT) {
            let asked = self.ask_for_supplement(life, &actor)?;
            return if asked { self.wait_for_needs(life, turn, staff) } else { Ok(false) };
        }
        if acts.contains(&Act::PaymentRequest) && self.chance.happens(habits::ASKS_PAYMENT) {
            return self.ask_payment(life, &actor);
        }
        if self.chance.happens(habits::CONSULTS) {
            return self.consult(life, turn, staff);
        }
        self.set_aside_or_not(life, turn, staff)
    }

    fn send_back(
        &mut self,
        life: LifeId,
        step: &StepCode,
        actor: &Actor,
        acts: &[Act],
    ) -> Result<bool, SimulationError> {
        let targets = acts.iter().find_map(|act| match act {
            Act::StepSendBack { step: other, to } if other == step => Some(to),
            _ => None,
        });
        let Some(to) = targets.and_then(|to| self.chance.one_of(to)).cloned() else { return Ok(false) };
        let command = Command::SendBack { step: step.clone(), to, reason: "Cần làm rõ thêm".to_owned() };
        self.act(life, actor, ("send back", command))
    }

    /// Where the others are asked first, the step waits for the request to go out; otherwise it rests with the clock.
    fn wait_for_needs(
        &mut self,
        life: LifeId,
        turn: TurnOf<'_>,
        staff: &Staff,
    ) -> Result<bool, SimulationError> {
        let gathering = self.life(life).and_then(|one| one.state.intake.gathering.as_ref());
        if let Some(due) = gathering.map(|gathering| gathering.asked.due.missed_after()) {
            self.set_aside(life, turn, staff, due)?;
        }
        Ok(true)
    }

    /// A fee, where the procedure has one and no leg waits for a payment of its own.
    fn ask_payment(&mut self, life: LifeId, actor: &Actor) -> Result<bool, SimulationError> {
        let Some(one) = self.life(life) else { return Ok(false) };
        let choice = self.choice(one);
        let fees = choice.version.content().channels.iter().flat_map(|offer| &offer.fees);
        let sum = fees.filter_map(|fee| match fee.amount {
            Amount::Dong(sum) if sum > 0 => Some(sum),
            _ => None,
        });
        let waits = choice.process().legs.iter().any(|leg| leg.payment.is_some());
        let Some(amount) = sum.min().filter(|_| !waits) else { return Ok(false) };
        let command = deadline::Command::AskPayment { amount, purpose: "Lệ phí".to_owned() };
        self.act(life, actor, ("ask for a payment", command))
    }

    /// Asks another agency, and waits for its answer until it is due.
    fn consult(&mut self, life: LifeId, turn: TurnOf<'_>, staff: &Staff) -> Result<bool, SimulationError> {
        let others = self.offices.codes();
        let Some(agency) = self.chance.one_of(&others).filter(|other| **other != staff.agency).cloned()
        else {
            return Ok(false);
        };
        let minutes = self.chance.between(480..=1_440);
        let due = self.after_minutes(&staff.agency, minutes)?;
        let question =
            Question { step: turn.0.clone(), agency, question: "Đề nghị cho ý kiến".to_owned(), due };
        if self.act(life, &as_staff(staff), ("consult", Command::Consult(question)))? {
            self.set_aside(life, turn, staff, due)?;
            return Ok(true);
        }
        Ok(false)
    }

    fn set_aside_or_not(
        &mut self,
        life: LifeId,
        turn: TurnOf<'_>,
        staff: &Staff,
    ) -> Result<bool, SimulationError> {
        let hard = self.offices.of(&staff.agency).hard;
        let part: RangeInclusive<i64> = if self.chance.happens(hard) {
            habits::HARD_FOR
        } else if self.chance.happens(habits::SET_ASIDE) {
            habits::ASIDE_FOR
        } else {
            return Ok(false);
        };
        let open = self.life(life).and_then(|one| one.state.routing.open_step(turn.0));
        let given = open.map_or(0, |open| open.opened.given_minutes);
        let minutes = (given * self.chance.between(part) / 1000).max(1);
        let until = self.after_minutes(&staff.agency, minutes)?;
        self.set_aside(life, turn, staff, until)?;
        self.propose_if_late(life, staff)?;
        Ok(true)
    }

    /// Takes the step to oneself, and goes on with it at that moment.
    fn set_aside(
        &mut self,
        life: LifeId,
        (step, opened): TurnOf<'_>,
        staff: &Staff,
        until: OffsetDateTime,
    ) -> Result<(), SimulationError> {
        let command = Command::Assign { step: step.clone(), officer: staff.clone() };
        self.act(life, &as_staff(staff), ("take a step", command))?;
        let until = self.calendar_of(&staff.agency).counting_from(until)?;
        let minutes = self.calendar_of(&staff.agency).working_minutes(self.now, until)?;
        self.account.time.entry(staff.agency.clone()).or_default().aside += minutes;
        if let Some(one) = self.lives[life as usize].as_deref_mut() {
            one.aside.insert(step.clone(), until);
        }
        self.expect(life, until, Matter::GoesOn(step.clone(), opened));
        Ok(())
    }

    /// Completes a step: with its leg's paper, with the result, or by itself.
    fn completed(
        &mut self,
        life: LifeId,
        step: &StepCode,
        staff: &Staff,
        to_say: ToSay,
    ) -> Result<(), SimulationError> {
        let actor = as_staff(staff);
        let decides = [Role::Officer, Role::Deputy, Role::Head].into_iter().any(|role| staff.is(role));
        if decides && let Some(leg) = self.leg_ending_with(life, step) {
            self.record_paper(life, &leg, staff)?;
        }
        let recording = decides && self.is_all_that_lies_open(life);
        if recording && self.chance.happens(habits::RECORDS_WITH_THE_STEP) {
            let may = self.may(life, &actor)?.contains(&Act::Result);
            if may && self.record_result(life, staff)? {
                return Ok(());
            }
        }
        let said = self.said(step, to_say, decides);
        self.act(life, &actor, ("complete a step", Command::Done(said))).map(drop)
    }

    /// The leg that this step is the last of, where it ends in a paper that isn't recorded.
    fn leg_ending_with(&self, life: LifeId, step: &StepCode) -> Option<kernel::LegCode> {
        let one = self.life(life)?;
        let (leg, place) = self.choice(one).process().place_of(step)?;
        let ends = leg.paper.is_some() && place + 1 == leg.steps.len();
        (ends && one.state.result.paper_of(&leg.code).is_none()).then(|| leg.code.clone())
    }

    fn is_all_that_lies_open(&self, life: LifeId) -> bool {
        self.life(life).is_some_and(|one| one.state.routing.open.len() == 1)
    }

    /// Says what is asked at the end of a step.
    fn said(&mut self, step: &StepCode, to_say: ToSay, decides: bool) -> Completion {
        let mut decided = BTreeMap::new();
        for leg in to_say.decide {
            decided.insert(leg, self.chance.happens(habits::LEG_WORKED));
        }
        let payment = to_say.sum_for.map(|_| self.sum());
        let outcome = (decides && self.chance.happens(500)).then_some(Outcome::Grant);
        Completion { decided, payment, outcome, ..Completion::of(step.clone()) }
    }

    /// What the applicant is to pay, in đồng.
    fn sum(&mut self) -> u64 {
        let thousands = self.chance.between(20..=9_000);
        let nothing = self.chance.happens(habits::NOTHING_TO_PAY);
        if nothing { 0 } else { u64::try_from(thousands).unwrap_or(0) * 1_000 }
    }
}

/// The closing of the first working day after a moment's day.
pub(super) fn next_closing(
    calendar: &Calendar,
    moment: OffsetDateTime,
) -> Result<OffsetDateTime, crate::SimulationError> {
    let day = calendar.next_working_day(calendar.local(moment)?.date())?;
    Ok(calendar.closing(day)?.unwrap_or(moment))
}
