//! The one use-case runner: load, decide, append; on a lost race load and decide again. A request awaits it; the worker, and
//! a page that does several things in one go, wait for it on their thread.

mod before;
mod begin;

pub(crate) use before::done_under;

use crate::app::{App, blocking};
use crate::http::{Problem, Terms};
use actix_web::web;
use begin::{Begun, begin};
use calendar::Calendar;
use catalog::Version;
use dossier::{Command, Event};
use kernel::{Actor, AgencyCode, CaseCode, DossierId, Rule, Violation};
use std::sync::Arc;
use store::log::Loaded;
use store::people::Person;
use store::query::{Ref, Scope};
use store::{StoreError, log};
use tokio::sync::oneshot;

/// An act somebody asks for.
#[derive(Debug, Clone)]
pub struct Act {
    /// Who.
    pub actor: Actor,
    /// On which dossier.
    pub on: Target,
    /// What.
    pub command: Command,
    /// Details to keep apart from the log.
    pub people: Vec<Person>,
    /// On which terms.
    pub terms: Terms,
}

impl Act {
    /// `actor` asks for `command` on a dossier; nothing is to be kept apart from the log.
    pub fn new(actor: Actor, on: Target, command: impl Into<Command>, terms: Terms) -> Self {
        Self { actor, on, command: command.into(), people: Vec::new(), terms }
    }

    /// The same act with a person's details, to be kept apart from the log.
    #[must_use]
    pub fn with(mut self, person: Person) -> Self {
        self.people.push(person);
        self
    }
}

/// The dossier an act is on.
#[derive(Debug, Clone)]
pub enum Target {
    /// A new one.
    New {
        /// Its id.
        id: DossierId,
        /// The version it will be judged by.
        version: Arc<Version>,
        /// Its case.
        case: CaseCode,
        /// Its receiving agency.
        agency: AgencyCode,
    },
    /// One that is there, if the scope may see it.
    Known(Scope, Ref),
}

/// What came of an act.
pub struct Done {
    /// The dossier as it was right after.
    pub dossier: Loaded,
    /// By what it is judged.
    pub by: Judged,
}

/// By what a dossier is judged.
pub struct Judged {
    /// The version of its procedure.
    pub version: Arc<Version>,
    /// The calendar that its first appointment is counted by; none before acceptance, unless it is about to be counted.
    pub calendar: Option<Arc<Calendar>>,
}

/// How often a lost race is run again.
const TRIES: usize = 3;

/// Carries an act out: whole, once, or not at all. While it waits to be committed to an SQLite file it keeps no thread.
///
/// # Errors
/// The rule it breaks; 422 where it names a file that isn't the dossier's; `changed-meanwhile` where the race was lost three times; not found where there is no such
/// dossier to see; a key used before for something else; the database.
pub async fn execute(app: web::Data<App>, act: Act) -> Result<Done, Problem> {
    let act = Arc::new(act);
    for _ in 0..TRIES {
        let (reply, answer) = oneshot::channel();
        let tried = act.clone();
        let begun = blocking(app.clone(), move |app| match begin(app, &tried)? {
            Begun::Before(done) => Ok(Begun::Before(done)),
            Begun::Decided(append, by) => {
                // Fails where the request is gone: its client has gone away, and nobody is left to be told.
                let reply = |answer| reply.send(answer).unwrap_or_default();
                app.store.write_then(move |db| log::append(db, &append), reply);
                Ok(Begun::Decided((), by))
            }
        });
        let by = match begun.await? {
            Begun::Before(done) => return Ok(*done),
            Begun::Decided((), by) => by,
        };
        let answer = answer.await.map_err(|_| Problem::Fault("the act came to no end".to_owned()))?;
        if let Some(done) = ended(&app, &act, by, answer)? {
            return Ok(done);
        }
    }
    Err(Violation::of(Rule::ChangedMeanwhile).into())
}

/// As [`execute`], for those who are on a thread that may wait, and have more to do on it.
///
/// # Errors
/// As [`execute`].
pub fn execute_and_wait(app: &App, act: &Act) -> Result<Done, Problem> {
    for _ in 0..TRIES {
        let (append, by) = match begin(app, act)? {
            Begun::Before(done) => return Ok(*done),
            Begun::Decided(append, by) => (append, by),
        };
        let answer = app.store.write(move |db| log::append(db, &append));
        if let Some(done) = ended(app, act, by, answer)? {
            return Ok(done);
        }
    }
    Err(Violation::of(Rule::ChangedMeanwhile).into())
}

/// What came of it; none where it has to be tried again.
fn ended(
    app: &App,
    act: &Act,
    by: Judged,
    answer: Result<(Loaded, Vec<Event>), StoreError>,
) -> Result<Option<Done>, Problem> {
    match answer {
        Ok((dossier, _)) => {
            app.metrics.act(&act.command);
            Ok(Some(Done { dossier, by }))
        }
        Err(StoreError::Raced | StoreError::Repeated) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
