//! What the rules allow at the counter, and of a supplement.

use super::Asked;
use crate::ground::LEAD;
use crate::judge::almanac::is_day_over;
use crate::judge::papers::{short, unkept, wanting};
use crate::judge::{agency_of, works_at};
use crate::menu::What;
use kernel::Actor;

impl Asked<'_> {
    fn is_going(&self) -> bool {
        self.ledger.submitted && self.ledger.ended.is_none()
    }

    /// What is handed in, brought or taken back: by the applicant, or at the lead's counter.
    pub(super) fn with_the_applicant(&self, what: &What) -> bool {
        let either = self.applies() || self.is_clerk();
        match what {
            What::Submit { online } => {
                !self.ledger.submitted && if *online { self.applies() } else { self.is_clerk() }
            }
            What::Withdraw => self.is_going() && self.ledger.result.is_none() && either,
            What::Supply => self.is_out(false) && either,
            What::Close => self.is_out(true) && (*self.actor == Actor::System || self.is_clerk()),
            _ => false,
        }
    }

    /// Whether a supplement is out whose days are over, or not.
    fn is_out(&self, over: bool) -> bool {
        let out = self.ledger.out.as_ref();
        self.is_going() && out.is_some_and(|out| is_day_over(out.due, self.now) == over)
    }

    pub(super) fn at_the_counter(&self, what: &What) -> bool {
        let lacks = !short(self.ledger).is_empty() || !unkept(self.ledger).is_empty();
        let lawful = match what {
            What::Complete => return self.ledger.is_at_the_counter() && (self.applies() || self.is_clerk()),
            What::Guide { names } => {
                let something = *names || !wanting(self.ledger).is_empty() || !self.ledger.found.is_empty();
                self.ledger.notices < self.law.times() && something
            }
            What::Accept => !lacks && self.ledger.found.is_empty(),
            _ => true,
        };
        lawful && self.ledger.is_at_the_counter() && self.is_clerk()
    }

    /// Who holds a step asks, or joins what is gathered, for an agency that hasn't spoken; the lead's counter issues it
    /// when all have, or their time is over.
    pub(super) fn supplement(&self, what: &What) -> bool {
        let left = self.ledger.requests < self.law.times();
        match what {
            What::Request(of) if self.ledger.gathering.is_none() => {
                self.may_ask() && left && self.may_still_be_asked(of)
            }
            What::Request(of) => self.may_ask() && self.may_state() && self.may_still_be_asked(of),
            What::StateNeeds(of) => {
                self.ledger.is_in_hand()
                    && self.may_state()
                    && of.is_none_or(|of| self.may_still_be_asked(of))
            }
            _ => self.ledger.is_in_work() && left && self.is_clerk() && self.all_have_spoken(),
        }
    }

    fn may_still_be_asked(&self, component: &str) -> bool {
        let (noticed, brought) = (&self.ledger.noticed, &self.ledger.brought);
        self.ledger.notices == 0 || noticed.contains(component) || brought.contains(component)
    }

    /// Whether this is somebody of an agency that was asked, hasn't spoken, and still may.
    fn may_state(&self) -> bool {
        let Some(gathering) = &self.ledger.gathering else { return false };
        let silent = |agency| gathering.silent().contains(agency) && works_at(self.actor, agency);
        !is_day_over(gathering.due, self.now) && agency_of(self.actor).is_some_and(silent)
    }

    fn all_have_spoken(&self) -> bool {
        let gathering = self.ledger.gathering.as_ref();
        gathering.is_some_and(|one| one.silent().is_empty() || is_day_over(one.due, self.now))
    }

    /// Whether this is somebody of the lead.
    pub(super) fn is_of_the_lead(&self) -> bool {
        agency_of(self.actor) == Some(LEAD)
    }
}
