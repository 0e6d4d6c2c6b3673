//! The one use-case runner: load, decide, append; on a lost race load and decide again.

use crate::app::App;
use crate::facts::{facts, facts_of};
use crate::files::are_its_own;
use crate::http::{Key, Problem, Terms};
use catalog::Version;
use dossier::{Command, Event, Facts, State};
use kernel::{Actor, AgencyCode, CaseCode, DossierId, Rule, Violation};
use std::sync::Arc;
use store::log::{Append, Caller, Decide, Loaded, Numbering};
use store::people::Person;
use store::query::{Ref, Scope};
use store::{StoreError, log};

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
    /// The version it is judged by.
    pub version: Arc<Version>,
}

/// How often a lost race is run again.
const TRIES: usize = 3;

/// Carries an act out: whole, once, or not at all.
///
/// # Errors
/// The rule it breaks; 422 where it names a file that isn't the dossier's; `changed-meanwhile` where the race was lost three times; not found where there is no such
/// dossier to see; a key used before for something else; the database.
pub fn execute(app: &App, act: &Act) -> Result<Done, Problem> {
    let caller = act.terms.key.as_ref().map(|key| caller(&act.actor, &act.on, key));
    for _ in 0..TRIES {
        if let Some(done) = done_before(app, caller.as_ref())? {
            return Ok(done);
        }
        match attempt(app, act, caller.clone()) {
            Err(Failed::Store(StoreError::Raced | StoreError::Repeated)) => {}
            Err(Failed::Store(error)) => return Err(error.into()),
            // Refused, perhaps, because the very same request was carried out a moment ago.
            Err(Failed::Refused(problem)) => return done_before(app, caller.as_ref())?.ok_or(problem),
            Ok(done) => return Ok(done),
        }
    }
    Err(Violation::of(Rule::ChangedMeanwhile).into())
}

enum Failed {
    Store(StoreError),
    Refused(Problem),
}

impl<E: Into<Problem>> From<E> for Failed {
    fn from(refused: E) -> Self {
        Failed::Refused(refused.into())
    }
}

fn attempt(app: &App, act: &Act, caller: Option<Caller>) -> Result<Done, Failed> {
    let (before, version, facts) = gathered(app, act)?;
    if act.terms.if_match.is_some_and(|expected| expected != before.state.version) {
        return Err(Problem::Changed.into());
    }
    are_its_own(app, before.id, &act.command)?;
    let decide = deciding(&before.state, &facts, &act.command);
    let events = decide(1)?.len();
    let append = Append {
        numbering: act.command.draws_a_number().then(|| numbering(&facts)),
        actor: act.actor.clone(),
        at: facts.now(),
        decide,
        people: act.people.clone(),
        caller,
        outgoing: (0..events).map(|_| app.clock.id()).collect(),
        before,
    };
    let (dossier, _) = app.store.write(move |db| log::append(db, &append)).map_err(Failed::Store)?;
    app.metrics.act(&act.command);
    Ok(Done { dossier, version })
}

/// The dossier as it is, the version it is judged by and the facts of this moment.
fn gathered(app: &App, act: &Act) -> Result<(Loaded, Arc<Version>, Facts), Problem> {
    match &act.on {
        Target::New { id, version, case, agency } => {
            let facts = facts(app, &act.actor, version, case, agency)?;
            Ok((Loaded::nothing(*id), version.clone(), facts))
        }
        Target::Known(scope, reference) => {
            let loaded = app.store.read(|db| log::load(db, scope, reference))?.ok_or(Problem::NotFound)?;
            let (version, facts) = facts_of(app, &act.actor, &loaded.state)?;
            Ok((loaded, version, facts))
        }
    }
}

/// Deciding, put off until the number is drawn.
fn deciding(state: &State, facts: &Facts, command: &Command) -> Decide {
    let (state, facts, command) = (state.clone(), facts.clone(), command.clone());
    Arc::new(move |ordinal| -> Result<Vec<Event>, Violation> {
        dossier::decide(&state, &facts.clone().with_ordinal(ordinal), command.clone())
    })
}

fn numbering(facts: &Facts) -> Numbering {
    let day = facts.now().to_offset(facts.calendar().data().utc_offset).date();
    Numbering { agency: facts.agency().clone(), day }
}

/// Whether somebody has carried out this very request on a dossier before.
///
/// # Errors
/// A key used before for something else; the database.
pub(crate) fn done_under(app: &App, actor: &Actor, on: &Target, terms: &Terms) -> Result<bool, Problem> {
    let caller = terms.key.as_ref().map(|key| caller(actor, on, key));
    Ok(done_before(app, caller.as_ref())?.is_some())
}

fn caller(actor: &Actor, on: &Target, key: &Key) -> Caller {
    let caller = match (actor, on) {
        (Actor::Staff(staff), _) => format!("user {}", staff.user),
        (Actor::System, _) => "system".to_owned(),
        (Actor::Applicant, Target::Known(_, reference)) => format!("holder {reference:?}"),
        // Whoever submits online is nobody yet: only the very same request is the same act.
        (Actor::Applicant, Target::New { .. }) => {
            format!("online {}", data_encoding::HEXLOWER.encode(&key.hash))
        }
    };
    Caller { caller, key: key.key.clone(), body_hash: key.hash.clone() }
}

fn done_before(app: &App, caller: Option<&Caller>) -> Result<Option<Done>, Problem> {
    let Some(caller) = caller else { return Ok(None) };
    let repeated = app.store.read(|db| log::repeated(db, &caller.caller, &caller.key, &caller.body_hash))?;
    match repeated {
        None => Ok(None),
        Some((_, false)) => Err(Problem::reused_key()),
        Some((dossier, true)) => {
            let submitted = dossier.state.intake.submitted.as_ref().ok_or(Problem::NotFound)?;
            let version = app.directory.version(&submitted.procedure, submitted.version)?;
            Ok(Some(Done { dossier, version }))
        }
    }
}
