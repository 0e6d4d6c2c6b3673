//! What the rules allow between agencies, and at the end.

use super::Asked;
use crate::ground::LEAD;
use crate::judge::ledger::{Ledger, Turn};
use crate::judge::{decides, is_at, members, missing, targets, works_at};
use crate::menu::What;
use kernel::{Actor, Role};
use result::Kind;

impl Asked<'_> {
    /// Whether what is said at the end of a step is what is asked there.
    pub(super) fn says(&self, open: &Turn, decides: Option<bool>, tells: Option<u64>) -> bool {
        let undecided = |leg: &&crate::judge::process::Leg| !self.ledger.decided.contains_key(leg.code);
        let asked = self.law.decided_at(open.step).any(|leg| undecided(&leg));
        let sum = self.law.told_at(open.step).is_some() && self.ledger.told.is_none();
        decides.is_some() == asked && tells.is_some() == sum
    }

    pub(super) fn goes_back(&self, open: &Turn, to: &str) -> bool {
        targets(self.law, self.ledger, open.step).contains(to)
    }

    pub(super) fn between_agencies(&self, what: &What) -> bool {
        match what {
            What::Receive(leg) => {
                let leg = self.law.leg(leg.as_str()).filter(|leg| leg.agency != LEAD);
                leg.is_some_and(|leg| {
                    let open = self.ledger.is_in_work() && self.ledger.lies_in(self.law, leg.code);
                    open && !self.ledger.received.contains(leg.code) && works_at(self.actor, leg.agency)
                })
            }
            What::Consult { step, asked, due } => self.open(step.as_str()).is_some_and(|open| {
                let another = self.law.seat(open.step).is_some_and(|seat| seat.agency() != *asked);
                self.holds(open) && another && *due > self.now
            }),
            What::Answer(number) => self.is_asked(*number),
            What::Unanswered(number) => {
                let one = numbered(self.ledger, *number);
                let silent = one.is_some_and(|one| !one.answered && !one.unanswered && self.now > one.due);
                self.ledger.is_in_hand() && silent && *self.actor == Actor::System
            }
            _ => false,
        }
    }

    fn is_asked(&self, number: u32) -> bool {
        let Some(one) = numbered(self.ledger, number) else { return false };
        let speaks = [Role::Officer, Role::Leader, Role::Deputy, Role::Head];
        let speaks = speaks.into_iter().any(|role| is_at(self.actor, role, one.asked));
        self.ledger.is_in_hand() && !one.answered && speaks
    }

    pub(super) fn at_the_end(&self, what: &What) -> bool {
        match what {
            What::Paper(leg) => members(self.law, self.ledger).into_iter().any(|member| {
                let begun = member.code == leg.as_str() && self.ledger.has_begun(self.law, member.code);
                let there = self.ledger.papers.contains_key(member.code);
                begun && !there && self.ledger.is_in_hand() && decides(self.actor, member.agency)
            }),
            What::HandOut(leg) => members(self.law, self.ledger).into_iter().any(|member| {
                let early = member.code == leg.as_str() && member.paper.is_some_and(|paper| paper.early);
                let there = self.ledger.papers.contains_key(member.code) && self.ledger.is_done(member.code);
                let kept = !self.ledger.papers_out.contains(member.code);
                early && there && kept && self.ledger.is_in_hand() && self.is_clerk()
            }),
            What::Record { kind, paper } => self.may_record(*kind, *paper),
            _ => false,
        }
    }

    /// An officer, a deputy or the head of the lead records, of a bundle a clerk there too; when all steps are done or the
    /// last lies with them, and every member's paper is there and says the same.
    fn may_record(&self, kind: Kind, paper: bool) -> bool {
        let (ledger, bundle) = (self.ledger, self.law.is_bundle());
        let role = decides(self.actor, LEAD) || (bundle && self.is_clerk());
        let granted = ledger.papers.values().any(|kind| *kind == Kind::Granted);
        let says_so = !bundle || granted == (kind == Kind::Granted);
        let papers = missing(self.law, ledger).is_empty() && (paper || bundle);
        role && says_so && papers && ledger.is_in_work() && self.work_is_done()
    }

    fn work_is_done(&self) -> bool {
        match self.ledger.open.as_slice() {
            [] => self.ledger.finished,
            [open] => self.holds(open) && self.is_last(open),
            _ => false,
        }
    }

    /// Whether nothing follows an open step.
    fn is_last(&self, open: &Turn) -> bool {
        let Some(seat) = self.law.seat(open.step) else { return false };
        let others = self.law.legs.iter().filter(|leg| leg.code != seat.leg.code);
        seat.next().is_none() && others.into_iter().all(|leg| self.ledger.is_done_with(leg.code))
    }
}

fn numbered(ledger: &Ledger, number: u32) -> Option<&crate::judge::across::Consultation> {
    ledger.consultations.get(usize::try_from(number).ok()?.checked_sub(1)?)
}
