//! Results, and the papers of a bundle's members.

use super::{Year, as_staff};
use crate::agenda::{LifeId, Matter};
use crate::error::SimulationError;
use crate::habits;
use crate::pool::Work;
use dossier::Act;
use kernel::{AgencyCode, LegCode, Role, Staff, StepCode};
use result::{Command, Kind, Paper};
use routing::Standing;

impl Year {
    /// Records the paper that a leg ends in, granted or denied; whether it was recorded.
    pub(super) fn record_paper(
        &mut self,
        life: LifeId,
        leg: &LegCode,
        staff: &Staff,
    ) -> Result<bool, SimulationError> {
        let actor = as_staff(staff);
        if !self.may(life, &actor)?.contains(&Act::Paper { leg: leg.clone() }) {
            self.account.nothing("record a paper");
            return Ok(false);
        }
        let kind = self.decided();
        let title = self.title(life, Some(leg));
        let command = Command::RecordPaper {
            leg: leg.clone(),
            result: kind,
            paper: self.paper(&staff.agency, title),
            reasons: reasons(kind),
        };
        self.act(life, &actor, ("record a paper", command))
    }

    /// Records the result, and with it the last step, where that lies with who records; whether it was recorded.
    pub(super) fn record_result(&mut self, life: LifeId, staff: &Staff) -> Result<bool, SimulationError> {
        let actor = as_staff(staff);
        if !self.may(life, &actor)?.contains(&Act::Result) {
            self.account.nothing("record the result");
            return Ok(false);
        }
        let Some(one) = self.life(life) else { return Ok(false) };
        let papers: Vec<Kind> = one.state.result.papers.iter().map(|paper| paper.result).collect();
        let kind = if papers.contains(&Kind::Granted) {
            Kind::Granted
        } else if papers.is_empty() {
            self.decided()
        } else {
            Kind::Denied
        };
        let title = self.title(life, None);
        let paper = if papers.is_empty() { Some(self.paper(&staff.agency, title)) } else { None };
        let command = Command::Record { result: kind, paper, reasons: reasons(kind) };
        self.act(life, &actor, ("record the result", command))
    }

    /// The paper of a leg that is done and wasn't recorded by who did its last step.
    pub(super) fn paper_of(
        &mut self,
        life: LifeId,
        lead: &AgencyCode,
        step: &StepCode,
    ) -> Result<(), SimulationError> {
        let Some(one) = self.life(life) else { return Ok(()) };
        let Some((leg, _)) = self.choice(one).process().place_of(step) else { return Ok(()) };
        if leg.paper.is_none() || one.standing(leg) != Standing::Done {
            return Ok(());
        }
        let (agency, code) = (leg.agency_under(lead).clone(), leg.code.clone());
        if one.state.result.paper_of(&code).is_some() {
            return self.collects_early(life, lead, &code);
        }
        self.expect_paper(life, &agency, code)
    }

    fn expect_paper(
        &mut self,
        life: LifeId,
        agency: &AgencyCode,
        leg: LegCode,
    ) -> Result<(), SimulationError> {
        let Some(one) = self.lives[life as usize].as_deref_mut() else { return Ok(()) };
        if !one.papers.insert(leg.clone()) {
            return Ok(());
        }
        let due = self.after_minutes(agency, 120)?;
        self.give(life, (agency, Role::Officer), Work::Paper(leg), due)
    }

    /// A paper that may be handed out early: some come for it.
    pub(super) fn collects_early(
        &mut self,
        life: LifeId,
        lead: &AgencyCode,
        leg: &LegCode,
    ) -> Result<(), SimulationError> {
        let Some(one) = self.life(life) else { return Ok(()) };
        let found = self.choice(one).process().leg(leg);
        let early = found.is_some_and(|leg| {
            leg.paper.as_ref().is_some_and(|paper| paper.early) && one.standing(leg) == Standing::Done
        });
        let there = one.state.result.paper_of(leg).is_some();
        if early && there && self.chance.happens(habits::COLLECTS_EARLY) {
            let days = self.chance.between(habits::DAYS_TO_COLLECT);
            let at = self.some_day(lead, days)?;
            self.expect(life, at, Matter::CollectsPaper(leg.clone()));
        }
        Ok(())
    }

    /// Once all steps are done and all papers are there, somebody has the result to record; a bundle's is collected at the
    /// counter.
    pub(super) fn record_if_finished(
        &mut self,
        life: LifeId,
        lead: &AgencyCode,
    ) -> Result<(), SimulationError> {
        let Some(one) = self.life(life) else { return Ok(()) };
        if !one.state.routing.is_finished() || one.state.result.recorded.is_some() || one.to_record {
            return Ok(());
        }
        let choice = self.choice(one);
        let lacking: Vec<_> = one
            .lacking_papers(choice)
            .into_iter()
            .map(|leg| (leg.agency_under(lead).clone(), leg.code.clone()))
            .collect();
        if !lacking.is_empty() {
            return lacking.into_iter().try_for_each(|(agency, leg)| self.expect_paper(life, &agency, leg));
        }
        let bundle = !one.state.result.papers.is_empty();
        if let Some(one) = self.lives[life as usize].as_deref_mut() {
            one.to_record = true;
        }
        let role = if bundle { Role::Clerk } else { Role::Officer };
        let due = self.after_minutes(lead, 60)?;
        self.give(life, (lead, role), Work::Result, due)
    }

    fn decided(&mut self) -> Kind {
        if self.chance.happens(habits::DENIED) { Kind::Denied } else { Kind::Granted }
    }

    fn title(&self, life: LifeId, leg: Option<&LegCode>) -> String {
        let Some(one) = self.life(life) else { return String::new() };
        let choice = self.choice(one);
        let paper = leg.and_then(|leg| choice.process().leg(leg)?.paper.as_ref());
        let result = choice.version.content().results.first().map(|paper| &paper.name);
        paper.map(|paper| &paper.name).or(result).cloned().unwrap_or_else(|| choice.version.name().to_owned())
    }

    fn paper(&mut self, agency: &AgencyCode, title: String) -> Paper {
        let number = self.offices.next_paper(agency);
        let offset = self.calendar_of(agency).data().utc_offset;
        Paper { number: format!("{number}/KQ"), date: self.now.to_offset(offset).date(), title, file: None }
    }
}

fn reasons(kind: Kind) -> String {
    match kind {
        Kind::Granted => String::new(),
        Kind::Denied => "Không đáp ứng điều kiện theo quy định".to_owned(),
    }
}
