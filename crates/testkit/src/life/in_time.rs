//! What is asked of the applicant, what they bring, and what is said when it will be late.

use super::Life;
use crate::province::{actor, code};
use catalog::Form;
use deadline::{Command as Time, Proposal};
use intake::{Command as Desk, Complete, FaultKind, Handed, Item};
use kernel::{Actor, Role};
use time::OffsetDateTime;

/// The one component of the procedures here, as it is to be handed in.
pub(super) fn the_form() -> Vec<Handed> {
    let paper_only_reason = Some("sổ đóng tập".to_owned());
    vec![Handed { component: code("to-khai"), form: Form::Original, copies: 1, paper_only_reason }]
}

/// What is wrong with it, as a person sees it.
pub fn unsigned() -> Vec<Item> {
    let note = "Tờ khai chưa ký".to_owned();
    vec![Item { component: Some(code("to-khai")), fault: FaultKind::NotValid, note }]
}

impl Life<'_> {
    /// The clerk guides the applicant.
    pub fn guide(&mut self) {
        self.act(&self.clerk(), Desk::Guide { items: unsigned() });
    }

    /// The applicant brings what the notice asks for.
    pub fn complete(&mut self) {
        let brought = Complete { components: the_form(), applicant: None };
        self.act(&Actor::Applicant, Desk::Complete(Box::new(brought)));
    }

    /// The officer asks for a supplement.
    pub fn ask_supplement(&mut self) {
        self.act(&self.officer(), Desk::RequestSupplement { items: unsigned() });
    }

    /// The applicant brings all of it.
    pub fn supply(&mut self) {
        self.act(&Actor::Applicant, Desk::Supply { components: the_form() });
    }

    /// The system closes what wasn't brought.
    pub fn close(&mut self) {
        self.act(&Actor::System, Desk::Close);
    }

    /// The officer asks for a payment.
    pub fn ask_payment(&mut self) {
        self.act(&self.officer(), Time::AskPayment { amount: 50_000, purpose: "Lệ phí".to_owned() });
    }

    /// The clerk confirms it.
    pub fn pay(&mut self) {
        self.act(&self.clerk(), Time::ConfirmPayment { receipt: "0001".to_owned() });
    }

    /// The officer proposes a rescheduling to this moment.
    pub fn propose(&mut self, to: OffsetDateTime) {
        let (reason, apology) = ("Thiếu người".to_owned(), "Cơ quan xin lỗi.".to_owned());
        self.act(&self.officer(), Time::Propose(Proposal { reason, to, apology }));
    }

    /// The head approves it.
    pub fn approve(&mut self) {
        self.act(&self.head(), Time::Approve);
    }

    /// The head rejects it.
    pub fn reject(&mut self) {
        self.act(&self.head(), Time::Reject { reason: "Làm thêm giờ được.".to_owned() });
    }

    /// The system puts the missed appointment on record.
    pub fn breach(&mut self) {
        self.act(&Actor::System, Time::Breach);
    }

    /// The system counts the appointment by a calendar that has changed.
    pub fn recount(&mut self) {
        self.act(&Actor::System, Time::Recount);
    }

    /// The head apologises belatedly; the result may be expected then.
    pub fn apologise(&mut self, expected: OffsetDateTime) {
        let (reason, apology) = ("Thiếu người".to_owned(), "Cơ quan xin lỗi.".to_owned());
        self.act(&self.head(), Time::Apologise { reason, apology, expected });
    }

    /// When it is due.
    ///
    /// # Panics
    /// Before acceptance.
    pub fn appointment(&self) -> OffsetDateTime {
        self.loaded().state.deadline.clock.expect("an acceptance").appointment.at
    }

    /// The latest moment it may lawfully be rescheduled to.
    ///
    /// # Panics
    /// Before acceptance.
    pub fn latest_lawful(&self) -> OffsetDateTime {
        let clock = self.loaded().state.deadline.clock.expect("an acceptance");
        let facts = self.facts(&Actor::System);
        let latest = facts.calendar().latest_lawful(clock.start, clock.time, clock.appointment.at);
        latest.expect("a session inside the third")
    }

    /// An officer at its agency.
    pub fn officer(&self) -> Actor {
        actor(Role::Officer, &self.agency)
    }

    /// The head of its agency.
    pub fn head(&self) -> Actor {
        actor(Role::Head, &self.agency)
    }
}
