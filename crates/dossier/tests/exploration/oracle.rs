//! The other direction: what the rules allow must not be refused.

mod across;
mod at_the_desk;

use crate::ground::LEAD;
use crate::judge::almanac::{is_missed, midnight};
use crate::judge::law::Law;
use crate::judge::ledger::{Ledger, Turn};
use crate::judge::{is_at, is_signatory, is_within_third, recounted, signs_for, user_of};
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
            What::ChangeContact => {
                ledger.submitted && !ledger.is_over() && (self.applies() || self.is_clerk())
            }
            What::Submit { .. } | What::SubmitElsewhere | What::Withdraw | What::Supply | What::Close => {
                self.with_the_applicant(what)
            }
            What::Guide { .. } | What::Complete | What::Accept | What::Refuse => self.at_the_counter(what),
            What::Request(_) | What::StateNeeds(_) | What::Issue => self.supplement(what),
            What::Done { step, decides, tells } => self
                .open(step.as_str())
                .is_some_and(|open| self.holds(open) && self.says(open, *decides, *tells)),
            What::Back(step, to) => self
                .open(step.as_str())
                .is_some_and(|open| self.holds(open) && self.goes_back(open, to.as_str())),
            What::Assign(step, to) => self.open(step.as_str()).is_some_and(|open| {
                open.is_led_by(self.law, self.actor, &[Role::Leader, Role::Head])
                    || (self.holds(open) && user_of(self.actor) == Some(*to))
            }),
            What::Receive(_) | What::Consult { .. } | What::Answer(_) | What::Unanswered(_) => {
                self.between_agencies(what)
            }
            What::AskPayment => self.may_ask() && self.is_of_the_lead() && ledger.payment.is_none(),
            What::Pay => ledger.is_in_hand() && ledger.payment.is_some() && self.is_clerk(),
            What::Propose(_) | What::Endorse | What::Approve | What::Reject => self.rescheduling(what),
            What::Apologise => self.may_apologise(),
            What::Send { by_hand } => self.may_send(*by_hand),
            What::Breach | What::Recount | What::Unsent => {
                *self.actor == Actor::System && self.of_the_systems_own(what)
            }
            What::Paper(_) | What::HandOut(_) | What::Record { .. } => self.at_the_end(what),
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

    fn open(&self, step: &str) -> Option<&Turn> {
        self.ledger.open(step).filter(|_| self.ledger.is_in_work())
    }

    fn holds(&self, open: &Turn) -> bool {
        open.lies_with(self.law, self.actor)
    }

    /// Who holds a step of a dossier in work asks the applicant for something.
    fn may_ask(&self) -> bool {
        self.ledger.is_in_work() && self.ledger.open.iter().any(|open| self.holds(open))
    }

    fn rescheduling(&self, what: &What) -> bool {
        let (Some(appointment), true) = (self.ledger.appointment(), self.ledger.is_in_work()) else {
            return false;
        };
        let lawful = |to| is_within_third(self.law, &self.law.almanac(self.now), appointment, to);
        let in_time = !self.ledger.rescheduled && self.now < midnight(appointment.date());
        let proposal = self.ledger.proposal.as_ref();
        let within = proposal.is_some_and(|proposal| lawful(proposal.to.at));
        let wanted = proposal.and_then(|p| p.agency.as_ref()).filter(|_| self.ledger.endorsed.is_none());
        let stands_for_it = wanted.is_some_and(|agency| signs_for(self.actor, agency.as_str()));
        match what {
            What::Propose(to) => in_time && proposal.is_none() && self.speaks() && lawful(*to),
            What::Endorse => in_time && within && stands_for_it,
            What::Approve => in_time && within && wanted.is_none() && self.decides(is_signatory(self.actor)),
            _ => self.decides(is_signatory(self.actor) || stands_for_it),
        }
    }

    /// Whether who signs is neither who proposed nor who endorsed what waits.
    fn decides(&self, signs: bool) -> bool {
        let user = user_of(self.actor);
        let own = |by| user == Some(by);
        let proposal = self.ledger.proposal.as_ref();
        signs && proposal.is_some_and(|proposal| !own(proposal.by)) && !self.ledger.endorsed.is_some_and(own)
    }

    /// Who holds it or leads there says that it will be late; when all steps are done, an officer or leader of the lead.
    fn speaks(&self) -> bool {
        if self.ledger.open.is_empty() {
            return [Role::Leader, Role::Officer].iter().any(|role| is_at(self.actor, *role, LEAD));
        }
        let speaks = |open: &Turn| self.holds(open) || open.is_led_by(self.law, self.actor, &[Role::Leader]);
        self.ledger.open.iter().any(speaks)
    }

    fn is_overdue(&self) -> bool {
        self.ledger.appointment().is_some_and(|appointment| is_missed(self.law.span, appointment, self.now))
    }

    fn may_apologise(&self) -> bool {
        let missed = self.is_overdue() || !self.ledger.breaches.is_empty();
        self.ledger.is_in_work() && missed && !self.ledger.apologised && is_signatory(self.actor)
    }

    /// The letter goes out until the result is handed over.
    fn may_send(&self, by_hand: bool) -> bool {
        let open = self.ledger.is_open_still() && self.ledger.letter_waits().is_some();
        open && if by_hand { self.is_clerk() } else { *self.actor == Actor::System }
    }

    fn of_the_systems_own(&self, what: &What) -> bool {
        if *what == What::Unsent {
            return self.ledger.has_letter_unsent(self.now);
        }
        let counted = || recounted(self.law, self.ledger, self.now) > self.ledger.appointment();
        self.ledger.is_in_work()
            && match what {
                What::Breach => self.is_overdue() && !self.ledger.is_breached(),
                _ => !self.is_overdue() && counted(),
            }
    }
}
