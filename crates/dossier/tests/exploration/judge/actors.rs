//! `right-desk` (3.b¶2): who may bring an event about.

use super::ledger::Turn;
use super::{Deed, Invariant, wrong};
use crate::ground::{FIELD, LEAD};
use deadline::Means;
use dossier::Event;
use intake::Event as Desk;
use kernel::{Actor, Role, UserId};
use routing::Event as Way;
use {deadline::Event as Time, result::Event as End};

pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant { slug: "right-desk", cite: "3.b¶2", broken: desk },
    Invariant { slug: "right-desk: a step", cite: "3.b¶2", broken: step },
    Invariant { slug: "head-approves", cite: "3.b¶3", broken: head },
];

/// Whether this is a member of staff with a role at an agency.
pub(crate) fn is_at(actor: &Actor, role: Role, agency: &str) -> bool {
    matches!(actor, Actor::Staff(staff) if staff.agency.as_str() == agency && staff.roles.contains(&role))
}

/// Whether this is somebody who works on dossiers at an agency.
pub(crate) fn works_at(actor: &Actor, agency: &str) -> bool {
    let at_work = [Role::Clerk, Role::Officer, Role::Leader, Role::Deputy, Role::Head];
    at_work.into_iter().any(|role| is_at(actor, role, agency))
}

/// Whether a letter of apology may bear this name: the head's, or that of the deputy in the field entrusted.
pub(crate) fn is_signatory(actor: &Actor) -> bool {
    signs_for(actor, LEAD)
}

/// Whether this is the head of an agency, or its deputy in the field entrusted.
pub(crate) fn signs_for(actor: &Actor, agency: &str) -> bool {
    let entrusted = matches!(actor, Actor::Staff(staff) if staff.fields.iter().any(|field| field == FIELD));
    is_at(actor, Role::Head, agency) || (is_at(actor, Role::Deputy, agency) && entrusted)
}

/// The account, if it is one.
pub(crate) fn user_of(actor: &Actor) -> Option<UserId> {
    if let Actor::Staff(staff) = actor { Some(staff.user) } else { None }
}

/// The agency of a member of staff.
pub(crate) fn agency_of(actor: &Actor) -> Option<&str> {
    if let Actor::Staff(staff) = actor { Some(staff.agency.as_str()) } else { None }
}

impl Turn {
    /// Whether the step lies with this actor: agency, role and, once it was given, person.
    pub(crate) fn lies_with(&self, law: &super::law::Law, actor: &Actor) -> bool {
        let Some(seat) = law.seat(self.step) else { return false };
        is_at(actor, seat.desk.role, seat.agency())
            && self.officer.is_none_or(|officer| Some(officer) == user_of(actor))
    }

    /// Whether this actor leads the agency with which the step lies.
    pub(crate) fn is_led_by(&self, law: &super::law::Law, actor: &Actor, roles: &[Role]) -> bool {
        law.seat(self.step).is_some_and(|seat| roles.iter().any(|role| is_at(actor, *role, seat.agency())))
    }
}

/// Each kind of event comes from those whose desk it is.
fn desk(deed: &Deed<'_>) -> Option<String> {
    let clerk = is_at(deed.actor, Role::Clerk, LEAD);
    let applicant = *deed.actor == Actor::Applicant;
    let holds = deed.before.open.iter().any(|open| open.lies_with(deed.law, deed.actor));
    let right = match deed.event {
        Event::Intake(Desk::Submitted(submitted)) => match submitted.channel {
            catalog::Channel::Online => applicant,
            catalog::Channel::Counter | catalog::Channel::Post => clerk,
        },
        Event::Intake(
            Desk::Completed(_) | Desk::ContactChanged(_) | Desk::Supplied(_) | Desk::Withdrawn(_),
        ) => applicant || clerk,
        Event::Intake(Desk::Closed(_)) => clerk || *deed.actor == Actor::System,
        Event::Intake(Desk::SupplementRequested(_) | Desk::SupplementRequestedAgain(_)) => {
            if deed.before.gathering.is_some() { clerk } else { holds }
        }
        Event::Intake(Desk::NeedsAsked(_)) => holds,
        // Who may, is asked where agencies are.
        Event::Intake(Desk::NeedsStated(_)) => true,
        Event::Intake(_) => clerk,
        Event::Deadline(Time::PaymentAsked(asked)) => holds || asked.leg.is_some(),
        Event::Deadline(Time::PaymentMade(_)) => clerk,
        Event::Result(End::ResultReturned(_) | End::PaperReturned(_)) => clerk,
        Event::Deadline(Time::RescheduleProposed(_)) => holds || leads(deed),
        Event::Deadline(Time::ApologySent(sent)) => match sent.means {
            Means::Sms | Means::Email => *deed.actor == Actor::System && sent.by.is_none(),
            Means::Other => clerk && sent.by == user_of(deed.actor) && sent.how.is_some(),
        },
        Event::Deadline(Time::AppointmentRecounted(_)) => *deed.actor == Actor::System,
        Event::Result(End::Rated(_)) => applicant,
        Event::Result(End::ResultRecorded(_)) => decides(deed.actor, LEAD) || (clerk && deed.law.is_bundle()),
        Event::Result(End::PaperRecorded(paper)) => {
            deed.law.leg(paper.leg.as_str()).is_some_and(|leg| decides(deed.actor, leg.agency))
        }
        _ => true,
    };
    wrong(!right, "not their desk")
}

/// Whether this actor decides about results at an agency.
pub(crate) fn decides(actor: &Actor, agency: &str) -> bool {
    [Role::Officer, Role::Deputy, Role::Head].iter().any(|role| is_at(actor, *role, agency))
}

/// Whether the actor leads where the dossier lies; where no step lies open, an officer of the lead speaks for it too.
fn leads(deed: &Deed<'_>) -> bool {
    if deed.before.open.is_empty() {
        return [Role::Leader, Role::Officer].iter().any(|role| is_at(deed.actor, *role, LEAD));
    }
    deed.before.open.iter().any(|open| open.is_led_by(deed.law, deed.actor, &[Role::Leader]))
}

/// A step is completed or sent back by whom it lies with, and given by who leads there, or taken.
fn step(deed: &Deed<'_>) -> Option<String> {
    let Event::Routing(event) = deed.event else { return None };
    let (step, given) = match event {
        Way::StepDone(done) => (&done.step, None),
        Way::StepSentBack(back) => (&back.step, None),
        Way::StepAssigned(assigned) => (&assigned.step, Some(assigned.officer)),
        _ => return None,
    };
    let Some(open) = deed.before.open(step.as_str()) else {
        return Some(format!("{step} doesn't lie open"));
    };
    let mine = open.lies_with(deed.law, deed.actor);
    let gives = open.is_led_by(deed.law, deed.actor, &[Role::Leader, Role::Head]);
    let right = match given {
        None => mine,
        Some(officer) => gives || (mine && user_of(deed.actor) == Some(officer)),
    };
    wrong(!right, format!("{step} lies with somebody else")).or_else(|| {
        wrong(given.is_some_and(|officer| !has_its_role(deed, open, officer)), "given to who can't do it")
    })
}

/// Whether an account has the role of a step at its agency.
fn has_its_role(deed: &Deed<'_>, open: &Turn, officer: UserId) -> bool {
    let everybody = crate::people::everybody();
    let officer = everybody.iter().find(|person| user_of(&person.actor) == Some(officer));
    officer.is_some_and(|person| Turn { officer: None, ..open.clone() }.lies_with(deed.law, &person.actor))
}

/// Letters of apology and what becomes of a proposal are the head's, or the entrusted deputy's, never the proposer's nor
/// whose name stands under it already. The agency that holds it up may reject it instead of standing by it.
fn head(deed: &Deed<'_>) -> Option<String> {
    let Event::Deadline(event) = deed.event else { return None };
    let (by, decides) = match event {
        Time::RescheduleApproved(approved) => (approved.by, true),
        Time::RescheduleRejected(rejected) => (rejected.by, true),
        Time::LateApologised(apologised) => (apologised.by, false),
        _ => return None,
    };
    let proposal = deed.before.proposal.as_ref();
    let holding =
        proposal.and_then(|proposal| proposal.agency.as_ref()).filter(|_| deed.before.endorsed.is_none());
    let rejects = matches!(event, Time::RescheduleRejected(_));
    let for_the_holding = holding.is_some_and(|agency| rejects && signs_for(deed.actor, agency.as_str()));
    let own = proposal.is_some_and(|proposal| proposal.by == by) || deed.before.endorsed == Some(by);
    let signs = (is_signatory(deed.actor) || for_the_holding) && user_of(deed.actor) == Some(by);
    wrong(!signs, "not the head, nor a deputy entrusted")
        .or_else(|| wrong(decides && own, "who proposed or endorsed it decides about it"))
}
