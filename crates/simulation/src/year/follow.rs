//! What follows from what became true: who has something to do next, and what is going to happen.

use super::Year;
use crate::agenda::{LifeId, Matter};
use crate::error::SimulationError;
use crate::habits;
use crate::pool::Work;
use calendar::Appointment;
use deadline::window::asked_before;
use dossier::Event;
use kernel::{AgencyCode, Role};
use routing::Opened;
use time::Duration;

const A_SECOND: Duration = Duration::SECOND;

impl Year {
    /// Puts down what follows from these events.
    pub(super) fn follow(&mut self, life: LifeId, events: &[Event]) -> Result<(), SimulationError> {
        let Some(lead) = self.lead(life) else { return Ok(()) };
        events.iter().try_for_each(|event| match event {
            Event::Intake(event) => self.after_the_counter(life, &lead, event),
            Event::Routing(event) => self.after_a_desk(life, &lead, event),
            Event::Deadline(event) => self.after_the_clock(life, &lead, event),
            Event::Result(event) => self.after_the_end(life, &lead, event),
        })
    }

    fn after_the_counter(
        &mut self,
        life: LifeId,
        lead: &AgencyCode,
        event: &intake::Event,
    ) -> Result<(), SimulationError> {
        use intake::Event;
        match event {
            Event::Accepted(accepted) => self.appointed(life, lead, &accepted.appointment),
            Event::Guided(_) | Event::GuidedAgain(_) => {
                let comes_back = self.chance.happens(habits::COMES_BACK);
                let days = self.chance.between(habits::DAYS_TO_BRING);
                let (days, matter) = if comes_back {
                    (days, Matter::Completes)
                } else {
                    (habits::DAYS_TO_GIVE_UP, Matter::GivesUp)
                };
                let at = self.some_day(lead, days)?;
                self.expect(life, at, matter);
                Ok(())
            }
            Event::SupplementRequested(asked) | Event::SupplementRequestedAgain(asked) => {
                if self.chance.happens(habits::SUPPLIES) {
                    self.brings(life, lead)?;
                }
                self.expect(life, asked.due.missed_after() + A_SECOND, Matter::SupplementOver);
                Ok(())
            }
            Event::NeedsAsked(asked) => self.ask_around(life, asked),
            Event::NeedsStated(_) => self.issue_if_all_is_said(life),
            Event::Supplied(supplied) if !supplied.open.is_empty() => self.brings(life, lead),
            Event::Submitted(_)
            | Event::Completed(_)
            | Event::ContactChanged(_)
            | Event::Supplied(_)
            | Event::Refused(_)
            | Event::Withdrawn(_)
            | Event::Closed(_) => Ok(()),
        }
    }

    /// The applicant is going to bring what a supplement request asked for.
    fn brings(&mut self, life: LifeId, lead: &AgencyCode) -> Result<(), SimulationError> {
        let days = self.chance.between(habits::DAYS_TO_BRING);
        let at = self.some_day(lead, days)?;
        self.expect(life, at, Matter::Supplies);
        Ok(())
    }

    fn after_a_desk(
        &mut self,
        life: LifeId,
        lead: &AgencyCode,
        event: &routing::Event,
    ) -> Result<(), SimulationError> {
        use routing::Event;
        match event {
            Event::Started(started) => self.opened(life, lead, &started.opened),
            Event::StepDone(done) => {
                self.opened(life, lead, &done.opened)?;
                self.paper_of(life, lead, &done.step)?;
                self.record_if_finished(life, lead)
            }
            Event::StepSentBack(back) => self.opened(life, lead, std::slice::from_ref(&back.opened)),
            Event::Resumed(resumed) => self.opened(life, lead, &resumed.opened),
            Event::LegPaid(paid) => self.opened(life, lead, &paid.opened),
            Event::Consulted(asked) => {
                if self.chance.happens(habits::ANSWERS) {
                    let officer = (&asked.asked, Role::Officer);
                    self.give(life, officer, Work::Answer(asked.number), asked.due)?;
                }
                self.expect(life, asked.due + A_SECOND, Matter::ConsultationOver(asked.number));
                Ok(())
            }
            Event::StepAssigned(_)
            | Event::Paused(_)
            | Event::LegReceived(_)
            | Event::ConsultationAnswered(_)
            | Event::ConsultationUnanswered(_) => Ok(()),
        }
    }

    /// Steps lie open: each waits for somebody of its role, or for whom it was given to.
    fn opened(&mut self, life: LifeId, lead: &AgencyCode, opened: &[Opened]) -> Result<(), SimulationError> {
        for open in opened {
            let Some(one) = self.life(life) else { return Ok(()) };
            let officer = one.state.routing.open_step(&open.step).and_then(|open| open.officer);
            let new = open.agency != *lead && !one.state.routing.received.contains(&open.leg);
            if new && self.chance.happens(habits::CONFIRMS_RECEIPT) {
                let due = self.after_minutes(&open.agency, 120)?;
                let work = Work::Receipt(open.leg.clone());
                self.give(life, (&open.agency, Role::Clerk), work, due)?;
            }
            let only = self.only(&open.agency, open.role, officer);
            let pool = self.offices.pool(&open.agency, open.role);
            self.give_to(life, (pool, only), Work::Step(open.step.clone(), open.at), open.due)?;
        }
        Ok(())
    }

    fn after_the_clock(
        &mut self,
        life: LifeId,
        lead: &AgencyCode,
        event: &deadline::Event,
    ) -> Result<(), SimulationError> {
        use deadline::Event;
        match event {
            Event::ClockResumed(resumed) => self.appointed(life, lead, &resumed.appointment),
            Event::RescheduleApproved(approved) => {
                if !self.chance.happens(habits::LETTER_IS_LOST) {
                    self.expect(life, self.now + habits::UNTIL_A_LETTER_IS_SENT, Matter::LetterSent);
                }
                self.expect(life, asked_before(approved.from), Matter::LetterOver);
                self.appointed(life, lead, &approved.to)
            }
            Event::AppointmentRecounted(recounted) => self.appointed(life, lead, &recounted.to),
            Event::PaymentAsked(_) => {
                if !self.chance.happens(habits::NEVER_PAYS) {
                    let days = self.chance.between(habits::DAYS_TO_PAY);
                    let at = self.some_day(lead, days)?;
                    self.expect(life, at, Matter::Pays);
                }
                Ok(())
            }
            Event::RescheduleProposed(proposed) => {
                let due = asked_before(proposed.from);
                match &proposed.agency {
                    Some(holding) => self.give(life, (holding, Role::Head), Work::Endorse, due),
                    None => self.give(life, (lead, Role::Head), Work::Approve, due),
                }
            }
            Event::RescheduleEndorsed(_) => {
                let waiting = self.life(life).and_then(|one| one.state.deadline.proposal.as_ref());
                let due = waiting.map_or(self.now, |proposed| asked_before(proposed.from));
                self.give(life, (lead, Role::Head), Work::Approve, due)
            }
            Event::AppointmentMissed(_) => self.owes_an_apology(life, lead),
            Event::ClockStopped(_)
            | Event::PaymentMade(_)
            | Event::RescheduleRejected(_)
            | Event::ApologySent(_)
            | Event::ApologyUnsent(_)
            | Event::LateApologised(_) => Ok(()),
        }
    }

    /// There is an appointment: it comes near, and it is going to be over.
    fn appointed(
        &mut self,
        life: LifeId,
        lead: &AgencyCode,
        appointment: &Appointment,
    ) -> Result<(), SimulationError> {
        let near = deadline::Warning::Apology.given_at(self.calendar_of(lead), appointment.at)?;
        if near > self.now {
            self.expect(life, near, Matter::Near(appointment.at));
        }
        self.expect(life, appointment.missed_after() + A_SECOND, Matter::Over(appointment.at));
        Ok(())
    }

    fn owes_an_apology(&mut self, life: LifeId, lead: &AgencyCode) -> Result<(), SimulationError> {
        let apologised = self.life(life).is_some_and(|one| one.state.deadline.apologised.is_some());
        if apologised || !self.chance.happens(habits::APOLOGISES) {
            return Ok(());
        }
        let due = self.after_minutes(lead, 960)?;
        self.give(life, (lead, Role::Head), Work::Apologise, due)
    }

    fn after_the_end(
        &mut self,
        life: LifeId,
        lead: &AgencyCode,
        event: &result::Event,
    ) -> Result<(), SimulationError> {
        use result::Event;
        match event {
            Event::PaperRecorded(paper) => {
                self.collects_early(life, lead, &paper.leg)?;
                self.record_if_finished(life, lead)
            }
            Event::ResultRecorded(_) => {
                let days = self.chance.between(habits::DAYS_TO_COLLECT);
                let at = self.some_day(lead, days)?;
                self.expect(life, at, Matter::Collects);
                Ok(())
            }
            Event::ResultReturned(_) => {
                if self.life(life).is_some_and(|one| one.rates) {
                    let after = Duration::minutes(self.chance.between(5..=4_000));
                    self.expect(life, self.now + after, Matter::Rates);
                }
                Ok(())
            }
            Event::PaperReturned(_) | Event::Rated(_) => Ok(()),
        }
    }
}
