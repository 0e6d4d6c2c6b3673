//! What is done because time has passed, by no person: missed appointments and letters that hadn't
//! gone out are put on record, what wasn't supplemented is
//! closed, so are consultations without an answer, warnings are given, and appointments are counted anew by a calendar that has changed.
//!
//! Every act is a command like any other, carried out whole or not at all. Any number of workers may run, in as many
//! processes: what one has done the others find done.

mod breaches;
mod closings;
mod consultations;
mod drafts;
pub mod recounts;
mod warnings;

use crate::app::{App, blocking};
use crate::execute::{Act, Target, execute_and_wait};
use crate::http::{Problem, Terms};
use actix_web::{rt, web};
use dossier::Command;
use kernel::{Actor, DossierId, Rule};
use std::fmt::Debug;
use std::num::NonZeroU64;
use std::time::Duration;
use store::query::{Ref, Scope};

/// How much one round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Round {
    /// Missed appointments put on record.
    pub breaches: usize,
    /// Letters of apology found unsent when their day began.
    pub unsent: usize,
    /// Dossiers closed.
    pub closings: usize,
    /// Consultations found unanswered.
    pub unanswered: usize,
    /// Warnings given.
    pub warnings: usize,
    /// Appointments counted anew.
    pub recounts: usize,
    /// Online submissions forgotten that were never sent.
    pub forgotten: usize,
}

/// Does everything that is due now.
///
/// A dossier that can't be acted on is logged and left for the next round; the others go on, and so does each kind of work
/// whatever became of another.
///
/// # Errors
/// The database; a calendar that doesn't reach this day.
pub fn round(app: &App) -> Result<Round, Problem> {
    let (recounts, breaches) = (recounts::outstanding(app), breaches::record(app));
    let (closings, warnings) = (closings::close(app), warnings::give(app));
    let (unsent, unanswered) = (breaches::record_unsent(app), consultations::record_unanswered(app));
    let forgotten = drafts::forget(app);
    Ok(Round {
        breaches: breaches?,
        unsent: unsent?,
        closings: closings?,
        unanswered: unanswered?,
        warnings: warnings?,
        recounts: recounts?,
        forgotten: forgotten?,
    })
}

/// Does a round at each of its times, until it is dropped; never, if the configuration says so.
pub async fn run(app: web::Data<App>) {
    let every = app.config.worker.every();
    at_each(app, every, "worker", round).await;
}

/// Does such a round every so many seconds, until it is dropped; never, where none are given.
pub(crate) async fn at_each<R>(
    app: web::Data<App>,
    seconds: Option<NonZeroU64>,
    named: &'static str,
    round: fn(&App) -> Result<R, Problem>,
) where
    R: Debug + Default + PartialEq + Send + 'static,
{
    let Some(seconds) = seconds else { return };
    let mut times = rt::time::interval(Duration::from_secs(seconds.get()));
    loop {
        times.tick().await;
        match blocking(app.clone(), round).await {
            Ok(done) if done == R::default() => {}
            Ok(done) => tracing::info!(?done, named),
            Err(why) => tracing::error!(%why, named),
        }
    }
}

/// On how many dossiers something was done. What failed for one is logged, and the others go on.
fn done_on_each(work: impl Iterator<Item = (DossierId, Result<bool, Problem>)>) -> usize {
    let done = work.filter(|(dossier, done)| match done {
        Ok(done) => *done,
        Err(why) => {
            tracing::error!(%dossier, %why, "worker");
            false
        }
    });
    done.count()
}

/// The system's own act on a dossier; whether it was still called for.
pub(crate) fn act_on(app: &App, id: DossierId, command: Command) -> Result<bool, Problem> {
    let on = Target::Known(Scope::All, Ref::Id(id));
    match execute_and_wait(app, &Act::new(Actor::System, on, command, Terms::default())) {
        Ok(_) => Ok(true),
        Err(Problem::Broken(broken)) if matches!(broken.rule, Rule::StageOrder | Rule::ChangedMeanwhile) => {
            Ok(false)
        }
        Err(why) => Err(why),
    }
}
