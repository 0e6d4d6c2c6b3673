//! What is going to be late, and what is: the one rescheduling, breaches, belated apologies.

use super::steps::next_closing;
use super::{Year, as_staff};
use crate::agenda::LifeId;
use crate::error::SimulationError;
use crate::habits;
use crate::pool::Work;
use deadline::window::asked_before;
use deadline::{Command, Means, Proposal};
use dossier::{Act, Stage};
use kernel::{Actor, AgencyCode, Role, Staff};
use time::OffsetDateTime;

impl Year {
    /// The appointment is near. The agency that holds the dossier up, if it sees that it is going to be late, has its
    /// leader propose the one rescheduling; some agencies don't.
    pub(super) fn near(&mut self, life: LifeId, appointment: OffsetDateTime) -> Result<(), SimulationError> {
        if !self.is_in_work(life, appointment) || !self.is_going_to_be_late(life)? {
            return Ok(());
        }
        let Some(agency) = self.holding_up(life) else { return Ok(()) };
        let diligent = self.offices.of(&agency).diligent;
        if self.chance.happens(diligent) {
            let due = asked_before(appointment);
            return self.give(life, (&agency, Role::Leader), Work::Propose, due);
        }
        Ok(())
    }

    /// The appointment is over: the system puts it on record, unless the work is done or an act did so before.
    pub(super) fn over(&mut self, life: LifeId, appointment: OffsetDateTime) -> Result<(), SimulationError> {
        let breached = |one: &crate::life::Life| one.is_breached_at(appointment);
        if !self.is_in_work(life, appointment) || self.life(life).is_some_and(breached) {
            return Ok(());
        }
        self.act(life, &Actor::System, ("breach", Command::Breach)).map(drop)
    }

    /// The letter of the rescheduling is handed to a provider, unless nobody waits for it any more.
    pub(super) fn letter_sent(&mut self, life: LifeId) -> Result<(), SimulationError> {
        if !self.may(life, &Actor::System)?.contains(&Act::ApologyDispatch) {
            return Ok(());
        }
        let command = Command::Send { means: Means::Sms, how: None };
        self.act(life, &Actor::System, ("send the letter", command)).map(drop)
    }

    /// The appointed day begins: a letter that hasn't gone out is put on record, unless an act did so before.
    pub(super) fn letter_over(&mut self, life: LifeId) -> Result<(), SimulationError> {
        let Some(one) = self.life(life) else { return Ok(()) };
        let time = &one.state.deadline;
        if time.sent.is_some() || time.unsent.is_some() || one.state.result.recorded.is_some() {
            return Ok(());
        }
        self.act(life, &Actor::System, ("unsent letter", Command::Unsent)).map(drop)
    }

    /// Whether the dossier is in work, with this appointment.
    fn is_in_work(&self, life: LifeId, appointment: OffsetDateTime) -> bool {
        let Some(one) = self.life(life) else { return false };
        let present = one.state.deadline.clock.as_ref().map(|clock| clock.appointment.at);
        let stage = one.state.stage();
        present == Some(appointment) && stage.is_some_and(Stage::is_in_work)
    }

    /// The agency of the step that is going to take longest.
    fn holding_up(&self, life: LifeId) -> Option<AgencyCode> {
        let one = self.life(life)?;
        let until = |open: &&routing::OpenStep| one.aside.get(&open.opened.step).copied();
        let open = one.state.routing.open.iter().max_by_key(until);
        Some(open.map_or_else(|| self.choice(one).agency.clone(), |open| open.opened.agency.clone()))
    }

    fn is_going_to_be_late(&self, life: LifeId) -> Result<bool, SimulationError> {
        let Some(one) = self.life(life) else { return Ok(false) };
        let Some(clock) = &one.state.deadline.clock else { return Ok(false) };
        let appointment = clock.appointment;
        let expected = self.expected(life)?;
        Ok(self.calendar_of(&self.choice(one).agency).missed(&appointment, expected))
    }

    /// When the work may be expected to be done: what was set aside goes on then, and the rest takes a part of what the
    /// shares still give.
    fn expected(&self, life: LifeId) -> Result<OffsetDateTime, SimulationError> {
        let Some(one) = self.life(life) else { return Ok(self.now) };
        let choice = self.choice(one);
        let facts = one.facts(choice, &Actor::System, self.now)?;
        let calendar = facts.calendar();
        let plan = dossier::plan(&one.state, &facts);
        let by_shares = plan.iter().filter_map(|leg| leg.done).max().unwrap_or(self.now).max(self.now);
        let goes_on = one.aside.values().copied().max().unwrap_or(self.now).max(self.now);
        let left = calendar.working_minutes(goes_on.min(by_shares), by_shares)?;
        Ok(calendar.after_working_minutes(goes_on, left * habits::EXPECTED / 1000)?)
    }

    /// Who has set a step aside for long proposes at once, if the agency is one that does.
    pub(super) fn propose_if_late(&mut self, life: LifeId, staff: &Staff) -> Result<(), SimulationError> {
        let diligent = self.offices.of(&staff.agency).diligent;
        if !self.chance.happens(diligent) || !self.is_going_to_be_late(life)? {
            return Ok(());
        }
        if self.may(life, &as_staff(staff))?.iter().any(|act| matches!(act, Act::Reschedule { .. })) {
            return self.propose(life, staff);
        }
        Ok(())
    }

    /// Proposes the one rescheduling: to the day after the expected one, as far as that is lawful.
    pub(super) fn propose(&mut self, life: LifeId, staff: &Staff) -> Result<(), SimulationError> {
        let actor = as_staff(staff);
        let acts = self.may(life, &actor)?;
        let latest = acts.iter().find_map(|act| match act {
            Act::Reschedule { latest_lawful, .. } => Some(*latest_lawful),
            _ => None,
        });
        let Some(latest) = latest else {
            self.account.nothing("propose");
            return Ok(());
        };
        let Some(one) = self.life(life) else { return Ok(()) };
        let present = one.state.deadline.clock.as_ref().map(|clock| clock.appointment.at);
        let wanted = next_closing(self.calendar_of(&self.choice(one).agency), self.expected(life)?)?;
        let to = if present.is_some_and(|present| wanted <= present) { latest } else { wanted.min(latest) };
        let proposal = Proposal {
            reason: "Cần thêm thời gian xác minh".to_owned(),
            to,
            apology: "Cơ quan xin lỗi vì chậm trễ và hẹn lại ngày trả kết quả.".to_owned(),
        };
        self.act(life, &actor, ("propose", Command::Propose(proposal))).map(drop)
    }

    /// The head of the agency that holds the dossier up endorses the proposal, or rejects it.
    pub(super) fn endorse(&mut self, life: LifeId, head: &Staff) -> Result<(), SimulationError> {
        let offered = |act: &Act| matches!(act, Act::RescheduleEndorsement { .. });
        self.sign(life, head, offered, ("endorse", Command::Endorse))
    }

    /// The head of the agency that answers for the dossier approves the proposal, or rejects it.
    pub(super) fn approve(&mut self, life: LifeId, head: &Staff) -> Result<(), SimulationError> {
        let offered = |act: &Act| matches!(act, Act::RescheduleApproval { .. });
        self.sign(life, head, offered, ("approve", Command::Approve))
    }

    fn sign(
        &mut self,
        life: LifeId,
        head: &Staff,
        offered: impl Fn(&Act) -> bool,
        (what, command): (&'static str, Command),
    ) -> Result<(), SimulationError> {
        let actor = as_staff(head);
        let acts = self.may(life, &actor)?;
        if !acts.iter().any(offered) {
            self.account.nothing(what);
            return Ok(());
        }
        if acts.contains(&Act::RescheduleRejection) && self.chance.happens(habits::REJECTS) {
            let reject = Command::Reject { reason: "Chưa đủ căn cứ".to_owned() };
            return self.act(life, &actor, ("reject", reject)).map(drop);
        }
        self.act(life, &actor, (what, command)).map(drop)
    }

    /// Apologises for an appointment that was missed.
    pub(super) fn apologise(&mut self, life: LifeId, head: &Staff) -> Result<(), SimulationError> {
        let actor = as_staff(head);
        if !self.may(life, &actor)?.contains(&Act::BelatedApology) {
            self.account.nothing("apologise");
            return Ok(());
        }
        let expected = self.expected(life)?;
        let expected = next_closing(self.calendar_of(&head.agency), expected)?;
        let command = Command::Apologise {
            reason: "Khối lượng hồ sơ lớn".to_owned(),
            apology: "Cơ quan xin lỗi vì đã trả kết quả chậm.".to_owned(),
            expected,
        };
        self.act(life, &actor, ("apologise", command)).map(drop)
    }
}
