//! What administrators keep: accounts, agencies, calendars, procedures. Whatever is done is written down with who did it,
//! in the same transaction, and once: pages and command line come here.

pub mod accounts;
pub mod agencies;
pub mod calendars;
pub mod procedures;

use crate::app::App;
use crate::clock::Clock;
use crate::http::{InputError, Problem, Terms};
use kernel::{Said, Staff, UserId};
use store::office::{Change, Deed, Subject, under, write_down};
use store::{Db, Store, StoreError};

/// Where the office's things are kept, and the time.
#[derive(Clone, Copy)]
pub struct Books<'a> {
    /// The database.
    pub store: &'a Store,
    /// Time and ids.
    pub clock: &'a Clock,
}

/// Whoever keeps them, and on which terms. By default: whoever has the command line.
#[derive(Debug, Clone, Default)]
pub struct Keeper {
    /// The account that acts.
    pub user: Option<UserId>,
    /// On which terms.
    pub terms: Terms,
}

/// What is to be done, as it is written down.
struct Plan {
    subject: Subject,
    about: String,
    deed: &'static str,
    changes: Vec<Change>,
}

impl<'a> Books<'a> {
    /// The books of a server.
    pub fn of(app: &'a App) -> Self {
        Self { store: &app.store, clock: &app.clock }
    }

    /// Does `work` and writes it down, both or neither, once under the keeper's key. Of two who change the same thing at
    /// once the second is told.
    fn carry_out<F>(self, by: &Keeper, plan: Plan, work: F) -> Result<(), Problem>
    where
        F: FnMut(&mut Db) -> Result<(), StoreError> + Send + 'static,
    {
        self.carry_out_all(by, vec![plan], work)
    }

    /// The same for several things at once: all of them or none. The first bears the keeper's key.
    fn carry_out_all<F>(self, by: &Keeper, plans: Vec<Plan>, mut work: F) -> Result<(), Problem>
    where
        F: FnMut(&mut Db) -> Result<(), StoreError> + Send + 'static,
    {
        let mut deeds: Vec<Deed> = plans.into_iter().map(|plan| by.deed(self, plan)).collect();
        deeds.iter_mut().skip(1).for_each(|deed| deed.key = None);
        let done = self.store.write(move |db| {
            deeds.iter().try_for_each(|deed| write_down(db, deed))?;
            work(db)
        });
        match done {
            Err(StoreError::Raced) => Err(Problem::Changed),
            Err(StoreError::Repeated) => by.done_before(self.store).map(drop),
            done => Ok(done?),
        }
    }
}

impl Keeper {
    /// A member of staff, on these terms.
    pub fn of(staff: &Staff, terms: &Terms) -> Self {
        Self { user: Some(staff.user), terms: terms.clone() }
    }

    /// What this very request was about, if it has been carried out before.
    ///
    /// # Errors
    /// A key used before for something else; the database.
    pub fn done_before(&self, store: &Store) -> Result<Option<String>, Problem> {
        let (Some(user), Some(key)) = (self.user, &self.terms.key) else { return Ok(None) };
        match store.read(|db| under(db, user, &key.key))? {
            None => Ok(None),
            Some(done) if done.body_hash == key.hash => Ok(Some(done.about)),
            Some(_) => Err(Problem::reused_key()),
        }
    }

    /// That what was shown is still so.
    fn expects(&self, version: i64) -> Result<(), Problem> {
        if self.terms.if_match.is_some_and(|shown| shown != version) { Err(Problem::Changed) } else { Ok(()) }
    }

    fn deed(&self, books: Books<'_>, plan: Plan) -> Deed {
        let Plan { subject, about, deed, changes } = plan;
        let key = self.user.and(self.terms.key.as_ref()).map(|key| (key.key.clone(), key.hash.clone()));
        let (id, at) = (books.clock.id(), books.clock.now());
        Deed { id, at, by: self.user, subject, about, deed: deed.to_owned(), changes, key }
    }
}

/// A fault at a field.
fn fault(pointer: &str, code: &'static str, vi: &'static str, en: &'static str) -> InputError {
    InputError::new(pointer, code, Said { vi, en })
}

/// Nothing, or everything that is wrong.
fn sound(faults: Vec<InputError>) -> Result<(), Problem> {
    if faults.is_empty() { Ok(()) } else { Err(Problem::Input(faults)) }
}
