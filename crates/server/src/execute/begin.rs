//! The first half of an act: everything up to what is to be appended.

use super::before::{caller, done_before};
use super::{Act, Done, Judged, Target};
use crate::app::App;
use crate::facts::{facts, facts_of};
use crate::files::are_its_own;
use crate::http::Problem;
use catalog::Version;
use dossier::{Command, Event, Facts, State};
use kernel::Violation;
use std::sync::Arc;
use store::log;
use store::log::{Append, Caller, Decide, Loaded, Numbering};

/// How an act begins.
pub(super) enum Begun<T> {
    /// The very same request was carried out before.
    Before(Box<Done>),
    /// It is lawful as things stand, and goes on from here.
    Decided(T, Judged),
}

/// Loads and decides; what is to be appended.
///
/// # Errors
/// As [`super::execute`], but for what shows only when it is appended.
pub(super) fn begin(app: &App, act: &Act) -> Result<Begun<Append>, Problem> {
    let caller = act.terms.key.as_ref().map(|key| caller(&act.actor, &act.on, key));
    if let Some(done) = done_before(app, caller.as_ref())? {
        return Ok(Begun::Before(Box::new(done)));
    }
    match decided(app, act, caller.clone()) {
        Ok((append, by)) => Ok(Begun::Decided(append, by)),
        // Refused, perhaps, because the very same request was carried out a moment ago.
        Err(refused) => match done_before(app, caller.as_ref())? {
            Some(done) => Ok(Begun::Before(Box::new(done))),
            None => Err(refused),
        },
    }
}

fn decided(app: &App, act: &Act, caller: Option<Caller>) -> Result<(Append, Judged), Problem> {
    let (before, version, facts) = gathered(app, act)?;
    if act.terms.if_match.is_some_and(|expected| expected != before.state.version) {
        return Err(Problem::Changed);
    }
    are_its_own(app, before.id, &act.command)?;
    let counted_by = app.directory.counted_by(&before.state)?;
    let calendar = counted_by.unwrap_or_else(|| facts.calendar().clone());
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
    Ok((append, Judged { version, calendar: Some(calendar) }))
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
