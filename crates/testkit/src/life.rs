//! A dossier's life through the store: submitted, accepted, worked, returned, rated.

pub mod asks;

mod across;
mod in_time;

use crate::province::{COUNTER, actor, applicant, calendars, code, plain};
use calendar::Calendar;
use catalog::{Channel, ONLY_CASE, Version};
use dossier::{Command, Event, Facts};
use intake::{Applicant, Notify, Submit};
use kernel::{Actor, AgencyCode, DossierId, DossierNumber, PersonId, Role};
use result::{Recipient, Score};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use store::log::{self, Append, Loaded, Numbering};
use store::people::{Part, Person};
use store::query::{Ref, Scope};
use store::{Store, StoreError};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

/// When lives begin: a Friday morning.
pub const MORNING: OffsetDateTime = datetime!(2026-11-20 08:15 +7);

/// A new id, greater than every one before.
pub fn new_id() -> Uuid {
    static COUNT: AtomicU64 = AtomicU64::new(1);
    Uuid::from_u128(u128::from(COUNT.fetch_add(1, Ordering::Relaxed)) << 64 | 1)
}

/// One dossier of the province, and the clock beside it.
#[derive(Clone)]
pub struct Life<'a> {
    /// Where it is kept.
    pub store: &'a Store,
    /// Which.
    pub id: DossierId,
    /// The procedure.
    pub version: Arc<Version>,
    /// The agency that receives it.
    pub agency: String,
    /// Who applies.
    pub applicant: Applicant,
    /// The moment of the next act.
    pub now: OffsetDateTime,
    /// The calendars that its time is counted by.
    pub calendars: BTreeMap<AgencyCode, Arc<Calendar>>,
}

impl<'a> Life<'a> {
    /// A dossier of the plain procedure at [`COUNTER`], to be submitted in the [`MORNING`].
    pub fn new(store: &'a Store) -> Self {
        Self {
            store,
            id: DossierId(new_id()),
            version: plain(),
            agency: COUNTER.to_owned(),
            applicant: applicant("Nguyễn Thị Hoa"),
            now: MORNING,
            calendars: calendars(),
        }
    }

    /// A submitted one.
    ///
    /// # Panics
    /// Where that fails; so do all that follow.
    pub fn submitted(store: &'a Store) -> Self {
        let mut life = Self::new(store);
        life.submit();
        life
    }

    /// An accepted one.
    pub fn accepted(store: &'a Store) -> Self {
        let mut life = Self::submitted(store);
        life.accept();
        life
    }

    /// Hands it in, complete.
    pub fn submit(&mut self) {
        let append = self.submission();
        let store = self.store;
        store.write(move |db| log::append(db, &append)).expect("a submission");
        self.later();
    }

    /// Accepts it; its number.
    pub fn accept(&mut self) -> DossierNumber {
        let loaded = self.act(&self.clerk(), intake::Command::Accept);
        loaded.state.intake.accepted.expect("an acceptance").number
    }

    /// Completes a step, as someone with `role` at `agency`.
    pub fn done(&mut self, step: &str, role: Role, agency: &str) {
        let done = routing::Command::Done(routing::Completion::of(code(step)));
        self.act(&actor(role, agency), done);
    }

    /// Sends the head's step back to the officer's.
    pub fn send_back(&mut self) {
        let reason = "Thiếu căn cứ".to_owned();
        let back = routing::Command::SendBack { step: code("ky-duyet"), to: code("tham-dinh"), reason };
        self.act(&self.head(), back);
    }

    /// The head records that it is granted, which completes the last step.
    pub fn grant(&mut self) {
        self.act(&self.head(), asks::grant());
    }

    /// Hands the result to the applicant.
    pub fn hand_over(&mut self) {
        let recipient =
            Recipient { name: self.applicant.name.clone(), identity: self.applicant.identity.clone() };
        let person = PersonId(new_id());
        let hand_over = result::Command::Return { person, to: recipient, channel: Channel::Counter };
        let mut append = self.prepared(&self.clerk(), hand_over);
        append.people = vec![self.person(person, Part::Recipient)];
        let store = self.store;
        store.write(move |db| log::append(db, &append)).expect("a hand-over");
        self.later();
    }

    /// The applicant rates it.
    pub fn rate(&mut self, score: u8) {
        let score = Score::try_from(score).expect("1 to 5");
        self.act(&Actor::Applicant, result::Command::Rate { score, comment: String::new() });
    }

    /// A whole life of the plain procedure, from acceptance to rating, with a step sent back on the way.
    pub fn to_the_end(&mut self) {
        self.accept();
        let agency = self.agency.clone();
        self.done("tham-dinh", Role::Officer, &agency);
        self.send_back();
        self.done("tham-dinh", Role::Officer, &agency);
        self.grant();
        self.hand_over();
        self.rate(5);
    }

    /// As it is now.
    pub fn loaded(&self) -> Loaded {
        let reference = Ref::Id(self.id);
        let loaded = self.store.read(|db| log::load(db, &Scope::All, &reference));
        loaded.expect("the database answers").unwrap_or(Loaded::nothing(self.id))
    }

    /// A command ready to be appended, decided on the dossier as it is now.
    pub fn prepared(&self, by: &Actor, command: impl Into<Command>) -> Append {
        let (command, before) = (command.into(), self.loaded());
        let facts = self.facts(by);
        let agency = code(&self.agency);
        let numbering = command.draws_a_number().then(|| Numbering { agency, day: facts.now().date() });
        let state = before.state.clone();
        let at = facts.now();
        let decide =
            move |ordinal| dossier::decide(&state, &facts.clone().with_ordinal(ordinal), command.clone());
        Append {
            before,
            actor: by.clone(),
            at,
            numbering,
            decide: Arc::new(decide),
            people: Vec::new(),
            caller: None,
            outgoing: vec![new_id(), new_id(), new_id()],
        }
    }

    /// Appends what a command decides.
    ///
    /// # Errors
    /// What the store answers.
    pub fn try_act(
        &self,
        by: &Actor,
        command: impl Into<Command>,
    ) -> Result<(Loaded, Vec<Event>), StoreError> {
        let append = self.prepared(by, command);
        self.store.write(move |db| log::append(db, &append))
    }

    /// The clerk at its counter.
    pub fn clerk(&self) -> Actor {
        actor(Role::Clerk, &self.agency)
    }

    /// Its submission, ready to be appended.
    pub fn submission(&self) -> Append {
        let person = PersonId(new_id());
        let submit = Submit {
            agency: code(&self.agency),
            case: code(ONLY_CASE),
            channel: Channel::Counter,
            person,
            applicant: self.applicant.clone(),
            request: "Khai sinh".to_owned(),
            components: asks::the_form(),
            notify: Notify::default(),
        };
        let mut append = self.prepared(&self.clerk(), intake::Command::Submit(Box::new(submit)));
        append.people = vec![self.person(person, Part::Applicant)];
        append
    }

    fn act(&mut self, by: &Actor, command: impl Into<Command>) -> Loaded {
        let (loaded, _) = self.try_act(by, command).expect("a lawful act");
        self.later();
        loaded
    }

    fn later(&mut self) {
        self.now += Duration::hours(1);
    }

    fn facts(&self, by: &Actor) -> Facts {
        let (version, case, agency) = (Arc::clone(&self.version), code(ONLY_CASE), code(&self.agency));
        Facts::new(by.clone(), self.now, version, case, agency, self.calendars.clone())
            .expect("calendars cover the moment")
    }

    fn person(&self, id: PersonId, part: Part) -> Person {
        let applicant = &self.applicant;
        Person {
            id,
            part,
            kind: (part == Part::Applicant).then(|| applicant.kind.as_str().to_owned()),
            name: applicant.name.clone(),
            identity: applicant.identity.clone(),
            phone: applicant.phone.clone(),
            email: applicant.email.clone(),
            address: applicant.address.clone(),
            request: "Khai sinh".to_owned(),
        }
    }
}
