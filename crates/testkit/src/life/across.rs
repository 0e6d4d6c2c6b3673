//! What several agencies do to a dossier.

use super::{Life, asks, new_id};
use crate::province::{COORDINATOR, actor, bundle, code, taxed};
use dossier::Command;
use kernel::{PersonId, Role};
use result::Recipient;
use routing::Completion;
use store::Store;
use store::log::{self, Loaded};
use store::people::Part;

impl<'a> Life<'a> {
    /// A bundle with the lead's part done: police and insurance work side by side.
    pub fn side_by_side(store: &'a Store) -> Self {
        let mut life = Self { version: bundle(), ..Self::new(store) };
        life.submit();
        life.accept();
        life.by(Role::Officer, &life.agency.clone(), asks::done("dang-ky"));
        life
    }

    /// A dossier whose last leg waits for a payment, whose sum was told.
    pub fn told_to_pay(store: &'a Store) -> Self {
        let mut life = Self { version: taxed(), ..Self::new(store) };
        life.submit();
        life.accept();
        life.by(Role::Officer, &life.agency.clone(), asks::done("nhan-ho-so"));
        let told = Completion { payment: Some(1_500_000), ..Completion::of(code("tinh-thue")) };
        life.by(Role::Officer, COORDINATOR, routing::Command::Done(told));
        life
    }

    /// Someone with `role` at `agency` does something lawful.
    pub fn by(&mut self, role: Role, agency: &str, command: impl Into<Command>) -> Loaded {
        self.act(&actor(role, agency), command)
    }

    /// The clerk hands out the paper of a leg by itself.
    ///
    /// # Panics
    /// Where that isn't lawful.
    pub fn hand_out(&mut self, leg: &str) {
        let (name, identity) = (self.applicant.name.clone(), self.applicant.identity.clone());
        let person = PersonId(new_id());
        let mut append =
            self.prepared(&self.clerk(), asks::hand_out(leg, person, Recipient { name, identity }));
        append.people = vec![self.person(person, Part::Recipient)];
        self.store.write(move |db| log::append(db, &append)).expect("a paper handed out");
        self.later();
    }
}
