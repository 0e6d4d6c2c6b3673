//! What is asked of the applicant, what they bring, and what is said when it will be late.

use super::{Life, asks};
use crate::province::actor;
use kernel::{Actor, Role};
use time::OffsetDateTime;

impl Life<'_> {
    /// The clerk guides the applicant.
    pub fn guide(&mut self) {
        self.act(&self.clerk(), asks::guidance());
    }

    /// The applicant brings what the notice asks for.
    pub fn complete(&mut self) {
        self.act(&Actor::Applicant, asks::completion());
    }

    /// The officer asks for a supplement.
    pub fn ask_supplement(&mut self) {
        self.act(&self.officer(), asks::supplement());
    }

    /// The applicant brings all of it.
    pub fn supply(&mut self) {
        self.act(&Actor::Applicant, asks::supply());
    }

    /// The system closes what wasn't brought.
    pub fn close(&mut self) {
        self.act(&Actor::System, asks::closing());
    }

    /// The officer asks for a payment.
    pub fn ask_payment(&mut self) {
        self.act(&self.officer(), asks::payment());
    }

    /// The clerk confirms it.
    pub fn pay(&mut self) {
        self.act(&self.clerk(), asks::paid());
    }

    /// The officer proposes a rescheduling to this moment.
    pub fn propose(&mut self, to: OffsetDateTime) {
        self.act(&self.officer(), asks::proposal(to));
    }

    /// The head approves it.
    pub fn approve(&mut self) {
        self.act(&self.head(), asks::approval());
    }

    /// Its letter is handed to a provider.
    pub fn send_letter(&mut self) {
        self.act(&Actor::System, asks::letter_sent());
    }

    /// The system puts on record that it hadn't gone out when its day began.
    pub fn letter_unsent(&mut self) {
        self.act(&Actor::System, asks::letter_unsent());
    }

    /// The applicant wants to be told of each step.
    pub fn change_contact(&mut self) {
        self.act(&Actor::Applicant, asks::contact());
    }

    /// The head rejects it.
    pub fn reject(&mut self) {
        self.act(&self.head(), asks::rejection());
    }

    /// The system puts the missed appointment on record.
    pub fn breach(&mut self) {
        self.act(&Actor::System, asks::breach());
    }

    /// The system counts the appointment by a calendar that has changed.
    pub fn recount(&mut self) {
        self.act(&Actor::System, asks::recount());
    }

    /// The head apologises belatedly; the result may be expected then.
    pub fn apologise(&mut self, expected: OffsetDateTime) {
        self.act(&self.head(), asks::apology(expected));
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
