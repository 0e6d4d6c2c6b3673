//! Accounts of staff: added, changed, deactivated and activated, given another password.

mod check;
mod differences;

use super::{Books, Keeper, Plan};
use crate::auth;
use crate::http::Problem;
use check::faults;
use differences::differences;
use kernel::{AgencyCode, Role, UserId};
use store::accounts::{self, Account, Contact, Kept};
use store::office::{Change, Subject};
use store::{Db, StoreError, sessions};

pub use check::SHORTEST_PASSWORD;

/// What an account is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The person's name.
    pub name: String,
    /// Its agency.
    pub agency: AgencyCode,
    /// Its roles there.
    pub roles: Vec<Role>,
    /// The fields entrusted to it, as a deputy.
    pub fields: Vec<String>,
    /// What the person is, as it stands under a letter; empty: what the role is called.
    pub position: String,
    /// The phone; empty: none.
    pub phone: String,
    /// The e-mail; empty: none.
    pub email: String,
}

impl Books<'_> {
    /// Adds an account that signs in as `username`; its id.
    ///
    /// # Errors
    /// 422 with the fields; the database.
    pub fn add_account(
        self,
        by: &Keeper,
        username: &str,
        password: &str,
        wanted: Wanted,
    ) -> Result<UserId, Problem> {
        if let Some(before) = by.done_before(self.store)? {
            return id_of(&before);
        }
        let mut found = check::of_name(self.store, username)?;
        found.extend(check::of_password(password));
        found.extend(faults(self.store, &wanted)?);
        super::sound(found)?;
        let id = UserId(self.clock.id());
        let hash = auth::hash(password)?;
        let contact = contact(&wanted);
        let Wanted { name, agency, roles, fields, .. } = wanted;
        let (username, name) = (username.to_owned(), name.trim().to_owned());
        let account =
            Account { id, username, password_hash: hash, name, agency, roles, fields, active: true };
        let kept = Kept { account, contact, version: 1 };
        let changes = differences(None, &kept);
        let at = self.clock.now();
        self.carry_out(by, plan(id, "added", changes), move |db| put(db, &kept, at))?;
        // Of two that were sent at once one was carried out.
        by.done_before(self.store)?.map_or(Ok(id), |done| id_of(&done))
    }

    /// Changes what an account is.
    ///
    /// # Errors
    /// 422 with the fields, where administrators would demote themselves too; [`Problem::Changed`]; not found; the
    /// database.
    pub fn change_account(self, by: &Keeper, id: UserId, wanted: Wanted) -> Result<(), Problem> {
        if by.done_before(self.store)?.is_some() {
            return Ok(());
        }
        let known = self.account(id)?;
        by.expects(known.version)?;
        let mut found = faults(self.store, &wanted)?;
        found.extend(check::of_self(by, id, &wanted.roles));
        super::sound(found)?;
        let contact = contact(&wanted);
        let to = Kept { account: becoming(&known.account, wanted), contact, version: known.version };
        let changes = differences(Some(&known), &to);
        if changes.is_empty() {
            return Ok(());
        }
        self.carry_out(by, plan(id, "changed", changes), move |db| accounts::change(db, &to))
    }

    /// Lets an account sign in no more; its sessions end.
    ///
    /// # Errors
    /// 422 where administrators would shut themselves out; [`Problem::Changed`]; not found; the database.
    pub fn deactivate_account(self, by: &Keeper, id: UserId) -> Result<(), Problem> {
        if by.user == Some(id) {
            return Err(check::shut_out());
        }
        let at = self.clock.now();
        self.turn(by, id, false, move |db| sessions::end_all(db, id, at))
    }

    /// Lets an account sign in again.
    ///
    /// # Errors
    /// [`Problem::Changed`]; not found; the database.
    pub fn activate_account(self, by: &Keeper, id: UserId) -> Result<(), Problem> {
        self.turn(by, id, true, |_| Ok(()))
    }

    /// Gives an account another password; its sessions end.
    ///
    /// # Errors
    /// 422 for one that is too short; [`Problem::Changed`]; not found; the database.
    pub fn set_password(self, by: &Keeper, id: UserId, password: &str) -> Result<(), Problem> {
        if by.done_before(self.store)?.is_some() {
            return Ok(());
        }
        super::sound(check::of_password(password).into_iter().collect())?;
        let known = self.account(id)?;
        by.expects(known.version)?;
        let (hash, at) = (auth::hash(password)?, self.clock.now());
        self.carry_out(by, plan(id, "password", Vec::new()), move |db| {
            accounts::set_password(db, id, known.version, &hash)?;
            sessions::end_all(db, id, at)
        })
    }

    /// The account with this id.
    ///
    /// # Errors
    /// Not found; the database.
    pub fn account(self, id: UserId) -> Result<Kept, Problem> {
        self.store.read(|db| accounts::kept(db, id))?.ok_or(Problem::NotFound)
    }

    fn turn<F>(self, by: &Keeper, id: UserId, active: bool, mut also: F) -> Result<(), Problem>
    where
        F: FnMut(&mut Db) -> Result<(), StoreError> + Send + 'static,
    {
        if by.done_before(self.store)?.is_some() {
            return Ok(());
        }
        let known = self.account(id)?;
        by.expects(known.version)?;
        if known.account.active == active {
            return Ok(());
        }
        let deed = if active { "activated" } else { "deactivated" };
        self.carry_out(by, plan(id, deed, Vec::new()), move |db| {
            accounts::set_active(db, id, known.version, active)?;
            also(db)
        })
    }
}

fn plan(id: UserId, deed: &'static str, changes: Vec<Change>) -> Plan {
    Plan { subject: Subject::Account, about: id.0.to_string(), deed, changes }
}

fn id_of(about: &str) -> Result<UserId, Problem> {
    about.parse().map(UserId).map_err(|_| Problem::Fault(format!("the office log names account {about}")))
}

fn put(db: &mut Db, kept: &Kept, at: time::OffsetDateTime) -> Result<(), StoreError> {
    // Somebody else may have taken the name a moment ago.
    let is_taken = |why: &StoreError| why.constraint().is_some_and(|broken| broken.contains("username"));
    let raced = |why| if is_taken(&why) { StoreError::Raced } else { why };
    accounts::add(db, &kept.account, at).map_err(raced)?;
    accounts::appoint(db, kept.account.id, &kept.contact.position)?;
    accounts::reach(db, kept.account.id, &kept.contact.phone, &kept.contact.email).map(drop)
}

fn becoming(from: &Account, wanted: Wanted) -> Account {
    let Wanted { name, agency, roles, fields, .. } = wanted;
    Account { name: name.trim().to_owned(), agency, roles, fields, ..from.clone() }
}

fn contact(wanted: &Wanted) -> Contact {
    let said = |text: &str| text.trim().to_owned();
    Contact {
        name: said(&wanted.name),
        phone: said(&wanted.phone),
        email: said(&wanted.email),
        position: said(&wanted.position),
    }
}
