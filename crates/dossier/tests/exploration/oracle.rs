//! The other direction: what the rules allow must not be refused.

use crate::ground::LEAD;
use crate::judge::almanac::{is_day_over, is_missed, midnight};
use crate::judge::law::Law;
use crate::judge::ledger::{Ledger, Turn};
use crate::judge::papers::{short, unkept, wanting};
use crate::judge::{is_at, is_signatory, is_within_third, recounted, user_of};
use crate::menu::What;
use kernel::{Actor, Role};
use time::OffsetDateTime;

/// Who asks, when, of what.
pub(crate) struct Asked<'a> {
    pub(crate) law: &'a Law,
    pub(crate) ledger: &'a Ledger,
    pub(crate) actor: &'a Actor,
    pub(crate) now: OffsetDateTime,
}

impl Asked<'_> {
    /// Whether the rules allow a sound command to this.
    pub(crate) fn is_lawful(&self, what: &What) -> bool {
        let ledger = self.ledger;
        match what {
            What::Submit { online } => {
                !ledger.submitted && if *online { self.applies() } else { self.is_clerk() }
            }
            What::Guide { .. } | What::Complete | What::Accept | What::Refuse => self.at_the_counter(what),
            What::Withdraw => {
                self.is_going() && ledger.result.is_none() && (self.applies() || self.is_clerk())
            }
            What::Request(of) => {
                self.may_ask() && ledger.requests < self.law.times() && self.may_still_be_asked(of)
            }
            What::Supply => self.is_out(false) && (self.applies() || self.is_clerk()),
            What::Close => self.is_out(true) && (*self.actor == Actor::System || self.is_clerk()),
            What::Done(step) => self.open(step.as_str()).is_some_and(|open| self.holds(open)),
            What::Back(step, _) => self.open(step.as_str()).is_some_and(|open| self.holds(open)),
            What::Assign(step, to) => self.open(step.as_str()).is_some_and(|open| {
                open.is_led_by(self.law, self.actor, &[Role::Leader, Role::Head])
                    || (self.holds(open) && user_of(self.actor) == Some(*to))
            }),
            What::AskPayment => self.may_ask(),
            What::Pay => self.waits_for_payment() && self.is_clerk(),
            What::Propose(_) | What::Approve | What::Reject => self.rescheduling(what),
            What::Apologise => self.may_apologise(),
            What::Breach | What::Recount => *self.actor == Actor::System && self.of_the_systems_own(what),
            What::Record => self.may_record(),
            What::Return => ledger.result.is_some() && !ledger.returned && self.is_clerk(),
            What::Rate => ledger.returned && !ledger.rated && self.applies(),
        }
    }

    fn applies(&self) -> bool {
        *self.actor == Actor::Applicant
    }

    fn is_clerk(&self) -> bool {
        is_at(self.actor, Role::Clerk, LEAD)
    }

    fn is_going(&self) -> bool {
        self.ledger.submitted && self.ledger.ended.is_none()
    }

    fn at_the_counter(&self, what: &What) -> bool {
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

    fn open(&self, step: &str) -> Option<&Turn> {
        self.ledger.open.as_ref().filter(|open| open.step == step && self.ledger.is_in_work())
    }

    fn holds(&self, open: &Turn) -> bool {
        open.lies_with(self.law, self.actor)
    }

    /// Who holds a step of a dossier in work asks the applicant, where no other agency works on it.
    fn may_ask(&self) -> bool {
        let holds = self.ledger.open.as_ref().is_some_and(|open| self.holds(open));
        self.ledger.is_in_work() && holds && !self.law.has_another_agency()
    }

    fn may_still_be_asked(&self, component: &str) -> bool {
        let (noticed, brought) = (&self.ledger.noticed, &self.ledger.brought);
        self.ledger.notices == 0 || noticed.contains(component) || brought.contains(component)
    }

    /// Whether a supplement is out whose days are over, or not.
    fn is_out(&self, over: bool) -> bool {
        let out = self.ledger.out.as_ref();
        self.is_going() && out.is_some_and(|out| is_day_over(out.due, self.now) == over)
    }

    fn waits_for_payment(&self) -> bool {
        self.is_going() && matches!(self.ledger.standing, Some((_, deadline::Cause::Payment)))
    }

    fn rescheduling(&self, what: &What) -> bool {
        let (Some(appointment), true) = (self.ledger.appointment(), self.ledger.is_in_work()) else {
            return false;
        };
        let lawful = |to| is_within_third(self.law, &self.law.almanac(self.now), appointment, to);
        let in_time = !self.ledger.rescheduled && self.now < midnight(appointment.date());
        let proposal = self.ledger.proposal.as_ref();
        let decides =
            || is_signatory(self.actor) && proposal.is_some_and(|p| user_of(self.actor) != Some(p.by));
        match what {
            What::Propose(to) => in_time && proposal.is_none() && self.speaks() && lawful(*to),
            What::Approve => in_time && decides() && proposal.is_some_and(|proposal| lawful(proposal.to.at)),
            _ => decides(),
        }
    }

    /// Who holds it or leads there says that it will be late; when all steps are done, an officer or leader of the lead.
    fn speaks(&self) -> bool {
        match &self.ledger.open {
            Some(open) => self.holds(open) || open.is_led_by(self.law, self.actor, &[Role::Leader]),
            None => [Role::Leader, Role::Officer].iter().any(|role| is_at(self.actor, *role, LEAD)),
        }
    }

    fn is_overdue(&self) -> bool {
        self.ledger.appointment().is_some_and(|appointment| is_missed(self.law.span, appointment, self.now))
    }

    fn may_apologise(&self) -> bool {
        let missed = self.is_overdue() || !self.ledger.breaches.is_empty();
        self.ledger.is_in_work() && missed && !self.ledger.apologised && is_signatory(self.actor)
    }

    fn of_the_systems_own(&self, what: &What) -> bool {
        let counted = || recounted(self.law, self.ledger, self.now) > self.ledger.appointment();
        self.ledger.is_in_work()
            && match what {
                What::Breach => self.is_overdue() && !self.ledger.is_breached(),
                _ => !self.is_overdue() && counted(),
            }
    }

    /// An officer, a deputy or the head of the lead records, when all steps are done or the last lies with them.
    fn may_record(&self) -> bool {
        let role =
            [Role::Officer, Role::Deputy, Role::Head].iter().any(|role| is_at(self.actor, *role, LEAD));
        let last = self.law.desks.last().map(|desk| desk.step);
        let work = match &self.ledger.open {
            None => self.ledger.finished,
            Some(open) => Some(open.step.as_str()) == last && self.holds(open),
        };
        role && work && self.ledger.is_in_work()
    }
}
