//! At the counter: taking in, accepting, guiding, refusing, handing out.

use super::people::{Part, applicant, brought, person, recipient};
use super::{Year, as_staff};
use crate::agenda::LifeId;
use crate::error::SimulationError;
use crate::pool::Work;
use catalog::Channel;
use dossier::Act;
use intake::{Command, Complete, FaultKind, Item, Notify, Submit};
use kernel::{Actor, ComponentCode, LegCode, Role, Staff};

impl Year {
    /// Hands a dossier in.
    pub(super) fn submit(&mut self, life: LifeId, actor: &Actor) -> Result<(), SimulationError> {
        let Some((choice, number)) = self.life(life).map(|life| (life.choice, life.number)) else {
            return Ok(());
        };
        let (components, reachable) = (self.handed_in(choice), !self.chance.happens(15));
        let each_step = self.chance.happens(150);
        let Some(one) = self.life(life) else { return Ok(()) };
        let submit = Submit {
            agency: self.choice(one).agency.clone(),
            case: self.choice(one).case.clone(),
            channel: one.channel,
            person: person(one, Part::Applicant),
            applicant: applicant(number, reachable),
            request: "Đề nghị giải quyết thủ tục".to_owned(),
            components,
            notify: Notify { sms: true, email: false, each_step },
        };
        self.account.handed_in += 1;
        self.act(life, actor, ("submit", Command::Submit(Box::new(submit)))).map(drop)
    }

    /// Enters what is handed in over the counter, and looks at it at once.
    pub(super) fn take_in(&mut self, life: LifeId, clerk: &Staff) -> Result<(), SimulationError> {
        self.submit(life, &as_staff(clerk))?;
        self.check(life, clerk)
    }

    /// Accepts what lacks nothing, guides once, and refuses what is still wanting then.
    pub(super) fn check(&mut self, life: LifeId, clerk: &Staff) -> Result<(), SimulationError> {
        let actor = as_staff(clerk);
        let acts = self.may(life, &actor)?;
        let Some(one) = self.life(life) else { return Ok(()) };
        let sees = one.not_valid && one.state.intake.guided.is_empty();
        if one.groundless && acts.contains(&Act::Refusal) {
            self.refuse(life, clerk)
        } else if acts.contains(&Act::Acceptance) && !sees {
            self.act(life, &actor, ("accept", Command::Accept)).map(drop)
        } else if acts.contains(&Act::Guidance) {
            let items = if sees { self.not_valid(life) } else { Vec::new() };
            self.act(life, &actor, ("guide", Command::Guide { items })).map(drop)
        } else if acts.contains(&Act::Refusal) {
            self.refuse(life, clerk)
        } else {
            self.account.nothing("check");
            Ok(())
        }
    }

    /// Refuses on one of the procedure's grounds.
    pub(super) fn refuse(&mut self, life: LifeId, clerk: &Staff) -> Result<(), SimulationError> {
        let Some(one) = self.life(life) else { return Ok(()) };
        let grounds = self.choice(one).version.content().grounds.clone();
        let Some(ground) = self.chance.one_of(&grounds) else { return Ok(()) };
        let explanation = format!("Không đủ điều kiện tiếp nhận: {}", ground.text);
        let command = Command::Refuse { ground: ground.code.clone(), explanation };
        self.act(life, &as_staff(clerk), ("refuse", command)).map(drop)
    }

    /// What the clerk sees in one of the documents.
    fn not_valid(&mut self, life: LifeId) -> Vec<Item> {
        let Some(one) = self.life(life) else { return Vec::new() };
        let handed: Vec<ComponentCode> =
            one.state.intake.components.iter().map(|handed| handed.component.clone()).collect();
        self.chance.one_of(&handed).cloned().map(wanting).into_iter().collect()
    }

    /// The applicant brings what the notice asked for: online, or to a clerk who enters it and looks at it at once.
    pub(super) fn complete(&mut self, life: LifeId, actor: &Actor) -> Result<(), SimulationError> {
        if !self.may(life, actor)?.contains(&Act::Completion) {
            self.account.nothing("complete");
            return Ok(());
        }
        let Some(one) = self.lives[life as usize].as_deref() else { return Ok(()) };
        let asked: Vec<_> = one.state.intake.lacking().into_iter().collect();
        let components = asked.iter().filter_map(|fault| fault.component.as_ref());
        let components = brought(&self.choices[one.choice], components, &mut self.chance);
        let anew = asked.iter().any(|fault| fault.component.is_none());
        let applicant = anew.then(|| (person(one, Part::ApplicantAnew), applicant(one.number, true)));
        let brought = Box::new(Complete { components, applicant });
        self.act(life, actor, ("complete", Command::Complete(brought))).map(drop)
    }

    /// Enters what was brought of a supplement: everything, or not quite.
    pub(super) fn supply(&mut self, life: LifeId, actor: &Actor) -> Result<(), SimulationError> {
        if !self.may(life, actor)?.contains(&Act::Supplement) {
            self.account.nothing("supply");
            return Ok(());
        }
        let Some(one) = self.lives[life as usize].as_deref() else { return Ok(()) };
        let asked = one.state.intake.open.iter().filter_map(|item| item.component.as_ref());
        let components = brought(&self.choices[one.choice], asked, &mut self.chance);
        self.act(life, actor, ("supply", Command::Supply { components })).map(drop)
    }

    /// Confirms that the applicant has paid.
    pub(super) fn confirm_payment(&mut self, life: LifeId, clerk: &Staff) -> Result<(), SimulationError> {
        let actor = as_staff(clerk);
        if !self.may(life, &actor)?.contains(&Act::Payment) {
            self.account.nothing("confirm a payment");
            return Ok(());
        }
        let receipt = format!("BL-{life:07}");
        let command = deadline::Command::ConfirmPayment { receipt };
        self.act(life, &actor, ("confirm a payment", command)).map(drop)
    }

    /// Hands the result out.
    pub(super) fn hand_out(&mut self, life: LifeId, clerk: &Staff) -> Result<(), SimulationError> {
        let actor = as_staff(clerk);
        if !self.may(life, &actor)?.contains(&Act::Return) {
            self.account.nothing("hand out");
            return Ok(());
        }
        let Some(one) = self.life(life) else { return Ok(()) };
        let (person, to) = (person(one, Part::Recipient), recipient(one.number));
        let channel = if one.channel == Channel::Post { Channel::Post } else { Channel::Counter };
        let command = result::Command::Return { person, to, channel };
        self.act(life, &actor, ("hand out", command)).map(drop)
    }

    /// Hands one paper of a bundle out before the others are there.
    pub(super) fn hand_out_paper(
        &mut self,
        life: LifeId,
        leg: LegCode,
        clerk: &Staff,
    ) -> Result<(), SimulationError> {
        let actor = as_staff(clerk);
        if !self.may(life, &actor)?.contains(&Act::PaperReturn { leg: leg.clone() }) {
            self.account.nothing("hand out a paper");
            return Ok(());
        }
        let Some(one) = self.life(life) else { return Ok(()) };
        let place = self.choice(one).process().legs.iter().position(|other| other.code == leg);
        let part = Part::RecipientOf(u8::try_from(place.unwrap_or(0)).unwrap_or(u8::MAX));
        let (person, to) = (person(one, part), recipient(one.number));
        let command = result::Command::HandOutPaper { leg, person, to, channel: Channel::Counter };
        self.act(life, &actor, ("hand out a paper", command)).map(drop)
    }

    /// The applicant comes to the counter, or does it online where that is how the dossier came in.
    pub(super) fn at_the_counter_or_online(
        &mut self,
        life: LifeId,
        work: Work,
    ) -> Result<(), SimulationError> {
        let Some(agency) = self.lead(life) else { return Ok(()) };
        let online = self.life(life).is_some_and(|life| life.channel == Channel::Online);
        match work {
            Work::Complete if online => {
                self.complete(life, &Actor::Applicant)?;
                let due = self.after_minutes(&agency, 480)?;
                self.give(life, (&agency, Role::Clerk), Work::Check, due)
            }
            Work::Supply if online => self.supply(life, &Actor::Applicant),
            work => {
                let due = self.after_minutes(&agency, 15)?;
                self.give(life, (&agency, Role::Clerk), work, due)
            }
        }
    }
}

/// A document that a person finds wanting.
pub(super) fn wanting(component: ComponentCode) -> Item {
    Item {
        component: Some(component), fault: FaultKind::NotValid, note: "Nộp bản còn giá trị".to_owned()
    }
}
