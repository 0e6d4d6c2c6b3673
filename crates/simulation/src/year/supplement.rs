//! Supplements: asked for once, gathered from all agencies still to act, issued by the lead's clerk, brought or not.

use super::counter::wanting;
use super::{Year, as_staff};
use crate::agenda::{LifeId, Matter};
use crate::error::SimulationError;
use crate::habits;
use crate::life::Life;
use crate::pool::Work;
use dossier::Act;
use intake::{Command, Item, NeedsAsked};
use kernel::{Actor, ComponentCode, Role, Staff};
use time::Duration;

impl Year {
    /// Whoever holds a step asks for a supplement, if there is anything that may still be found wanting.
    pub(super) fn ask_for_supplement(
        &mut self,
        life: LifeId,
        actor: &Actor,
    ) -> Result<bool, SimulationError> {
        let items = self.items(life);
        if items.is_empty() {
            return Ok(false);
        }
        self.act(life, actor, ("ask for a supplement", Command::RequestSupplement { items }))
    }

    /// One document that may still be found wanting.
    fn items(&mut self, life: LifeId) -> Vec<Item> {
        let Some(one) = self.lives[life as usize].as_deref() else { return Vec::new() };
        let lawful = still_to_be_asked_for(one);
        self.chance.one_of(&lawful).cloned().map(wanting).into_iter().collect()
    }

    /// The agencies still to act are asked what they need.
    pub(super) fn ask_around(&mut self, life: LifeId, asked: &NeedsAsked) -> Result<(), SimulationError> {
        for agency in &asked.agencies {
            if self.chance.happens(habits::STATES_NEEDS) {
                self.give(life, (agency, Role::Officer), Work::Needs, asked.due.at)?;
            }
        }
        self.expect(life, asked.due.missed_after() + Duration::SECOND, Matter::NeedsOver);
        self.issue_if_all_is_said(life)
    }

    /// An agency says what it needs, or that it needs nothing.
    pub(super) fn state_needs(&mut self, life: LifeId, staff: &Staff) -> Result<(), SimulationError> {
        let actor = as_staff(staff);
        if !self.may(life, &actor)?.contains(&Act::SupplementNeeds) {
            self.account.nothing("state needs");
            return Ok(());
        }
        let items = if self.chance.happens(habits::NEEDS_SOMETHING) { self.items(life) } else { Vec::new() };
        self.act(life, &actor, ("state needs", Command::StateNeeds { items })).map(drop)
    }

    /// Once nobody is silent any more, the lead's clerk has the request to issue.
    pub(super) fn issue_if_all_is_said(&mut self, life: LifeId) -> Result<(), SimulationError> {
        let gathering = self.life(life).and_then(|one| one.state.intake.gathering.as_ref());
        if gathering.is_some_and(|gathering| gathering.silent().next().is_none()) {
            return self.have_issued(life);
        }
        Ok(())
    }

    /// Silence is none: the request can be issued.
    pub(super) fn needs_over(&mut self, life: LifeId) -> Result<(), SimulationError> {
        let gathering = self.life(life).and_then(|one| one.state.intake.gathering.as_ref());
        if gathering.is_some_and(|gathering| gathering.silent().next().is_some()) {
            return self.have_issued(life);
        }
        Ok(())
    }

    fn have_issued(&mut self, life: LifeId) -> Result<(), SimulationError> {
        let Some(lead) = self.lead(life) else { return Ok(()) };
        let due = self.after_minutes(&lead, 60)?;
        self.give(life, (&lead, Role::Clerk), Work::Issue, due)
    }

    /// The one request goes out.
    pub(super) fn issue(&mut self, life: LifeId, clerk: &Staff) -> Result<(), SimulationError> {
        let actor = as_staff(clerk);
        if !self.may(life, &actor)?.contains(&Act::SupplementIssue) {
            self.account.nothing("issue a request");
            return Ok(());
        }
        self.act(life, &actor, ("issue a request", Command::IssueRequest)).map(drop)
    }

    /// What wasn't brought in its days closes the dossier.
    pub(super) fn supplement_over(&mut self, life: LifeId) -> Result<(), SimulationError> {
        let Some(one) = self.life(life) else { return Ok(()) };
        let over = |asked: &intake::Requested| asked.due.missed_after() < self.now;
        if one.state.intake.supplement_open.as_ref().is_some_and(over) {
            self.act(life, &Actor::System, ("close", Command::Close))?;
        }
        Ok(())
    }
}

/// Any document in hand; after a guidance notice only what it listed, or what was brought since.
fn still_to_be_asked_for(life: &Life) -> Vec<ComponentCode> {
    let intake = &life.state.intake;
    let in_hand = intake.components.iter().map(|handed| handed.component.clone());
    let listed = |code: &ComponentCode| {
        let mut items = intake.guided.iter().flat_map(|guided| &guided.items);
        items.any(|item| item.component.as_ref() == Some(code))
    };
    let brought = |code: &ComponentCode| intake.brought.iter().any(|handed| handed.component == *code);
    in_hand.filter(|code| intake.guided.is_empty() || listed(code) || brought(code)).collect()
}
