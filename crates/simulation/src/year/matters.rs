//! What happens to a dossier, and what somebody has done: each to its own place.

use super::{Year, as_staff};
use crate::agenda::{LifeId, Matter};
use crate::error::SimulationError;
use crate::pool::{Task, Work};
use kernel::{Actor, Role, Staff};
use routing::Command;

impl Year {
    /// Something happens to a dossier, by nobody's work.
    pub(super) fn matter(&mut self, life: LifeId, matter: Matter) -> Result<(), SimulationError> {
        match matter {
            Matter::Near(appointment) => self.near(life, appointment),
            Matter::Over(appointment) => self.over(life, appointment),
            Matter::LetterSent => self.letter_sent(life),
            Matter::LetterOver => self.letter_over(life),
            Matter::GoesOn(step, opened) => self.goes_on(life, step, opened),
            Matter::Completes => self.at_the_counter_or_online(life, Work::Complete),
            Matter::Supplies => self.at_the_counter_or_online(life, Work::Supply),
            Matter::Pays => self.at_the_counter_or_online(life, Work::Payment),
            Matter::Collects => self.at_the_counter_or_online(life, Work::HandOut),
            Matter::CollectsPaper(leg) => self.at_the_counter_or_online(life, Work::HandOutPaper(leg)),
            Matter::GivesUp => self.at_the_counter_or_online(life, Work::Refuse),
            Matter::SupplementOver => self.supplement_over(life),
            Matter::NeedsOver => self.needs_over(life),
            Matter::ConsultationOver(number) => self.consultation_over(life, number),
            Matter::Rates => self.rate(life),
            Matter::Withdraws => self.withdraw(life),
        }
    }

    /// Somebody has done what they took up.
    pub(super) fn done(&mut self, task: &Task, staff: &Staff) -> Result<(), SimulationError> {
        let life = task.life;
        if self.life(life).is_none() {
            return Ok(());
        }
        let actor = as_staff(staff);
        match &task.work {
            Work::TakeIn => self.take_in(life, staff),
            Work::Check => self.check(life, staff),
            Work::Complete => {
                self.complete(life, &actor)?;
                self.check(life, staff)
            }
            Work::Refuse => self.give_up(life, staff),
            Work::Supply => self.supply(life, &actor),
            Work::Payment => self.confirm_payment(life, staff),
            Work::Receipt(leg) => self.receive(life, leg.clone(), staff),
            Work::Step(step, opened) => self.at_the_desk(life, (step, *opened), staff),
            Work::Needs => self.state_needs(life, staff),
            Work::Issue => self.issue(life, staff),
            Work::Answer(number) => self.answer(life, *number, staff),
            Work::Propose => self.propose(life, staff),
            Work::Endorse => self.endorse(life, staff),
            Work::Approve => self.approve(life, staff),
            Work::Apologise => self.apologise(life, staff),
            Work::Paper(leg) => self.record_paper(life, leg, staff).map(drop),
            Work::Result => self.record_result(life, staff).map(drop),
            Work::HandOut => self.hand_out(life, staff),
            Work::HandOutPaper(leg) => self.hand_out_paper(life, leg.clone(), staff),
        }
    }

    fn give_up(&mut self, life: LifeId, clerk: &Staff) -> Result<(), SimulationError> {
        if self.may(life, &as_staff(clerk))?.contains(&dossier::Act::Refusal) {
            return self.refuse(life, clerk);
        }
        self.account.nothing("refuse");
        Ok(())
    }

    fn rate(&mut self, life: LifeId) -> Result<(), SimulationError> {
        let score = u8::try_from(6 - self.chance.between(1..=3).min(self.chance.between(1..=5))).unwrap_or(5);
        let Ok(score) = result::Score::try_from(score) else { return Ok(()) };
        let command = result::Command::Rate { score, comment: String::new() };
        self.act(life, &Actor::Applicant, ("rate", command)).map(drop)
    }

    fn withdraw(&mut self, life: LifeId) -> Result<(), SimulationError> {
        if !self.may(life, &Actor::Applicant)?.contains(&dossier::Act::Withdrawal) {
            return Ok(());
        }
        let command = intake::Command::Withdraw { reason: "Không còn nhu cầu".to_owned() };
        self.act(life, &Actor::Applicant, ("withdraw", command)).map(drop)
    }

    fn answer(&mut self, life: LifeId, number: u32, staff: &Staff) -> Result<(), SimulationError> {
        let actor = as_staff(staff);
        if !self.may(life, &actor)?.contains(&dossier::Act::ConsultationReply { number }) {
            self.account.nothing("answer");
            return Ok(());
        }
        let command = Command::Answer { number, reply: "Thống nhất".to_owned() };
        self.act(life, &actor, ("answer", command)).map(drop)
    }

    /// What wasn't answered in time is put on record; an answer may still come.
    fn consultation_over(&mut self, life: LifeId, number: u32) -> Result<(), SimulationError> {
        let Some(one) = self.life(life) else { return Ok(()) };
        let mut consultations = one.state.routing.consultations.iter();
        let settled = consultations.any(|one| one.asked.number == number && one.is_settled());
        if settled || one.state.result.recorded.is_some() {
            return Ok(());
        }
        self.act(life, &Actor::System, ("unanswered", Command::Unanswered { number })).map(drop)
    }

    fn receive(&mut self, life: LifeId, leg: kernel::LegCode, staff: &Staff) -> Result<(), SimulationError> {
        let actor = as_staff(staff);
        if !self.may(life, &actor)?.contains(&dossier::Act::LegReceipt { leg: leg.clone() }) {
            self.account.nothing("receive a leg");
            return Ok(());
        }
        self.act(life, &actor, ("receive a leg", Command::Receive { leg })).map(drop)
    }

    /// A step that was set aside is taken up again, by whoever took it to themselves.
    fn goes_on(
        &mut self,
        life: LifeId,
        step: kernel::StepCode,
        opened: time::OffsetDateTime,
    ) -> Result<(), SimulationError> {
        let Some(one) = self.lives[life as usize].as_deref_mut() else { return Ok(()) };
        one.aside.remove(&step);
        let Some(open) = one.state.routing.open_step(&step).filter(|open| open.opened.at == opened) else {
            return Ok(());
        };
        let (due, agency, role) = (open.opened.due, open.opened.agency.clone(), open.opened.role);
        let officer = open.officer;
        let only = self.only(&agency, role, officer);
        self.give_to(life, (self.offices.pool(&agency, role), only), Work::Step(step, opened), due)
    }

    /// The place of the one person that a step was given to.
    pub(super) fn only(
        &self,
        agency: &kernel::AgencyCode,
        role: Role,
        officer: Option<kernel::UserId>,
    ) -> Option<usize> {
        let officer = officer?;
        let workers = &self.offices.pools[self.offices.pool(agency, role)].workers;
        workers.iter().position(|worker| worker.staff.user == officer)
    }
}
