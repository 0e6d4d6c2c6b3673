//! Missed appointments, and letters that hadn't gone out when their day began, are put on record.

use super::{act_on, done_on_each};
use crate::app::App;
use crate::http::Problem;
use deadline::Command;
use store::query::{overdue, unsent};

/// Puts every appointment that is over on record; how many.
pub(super) fn record(app: &App) -> Result<usize, Problem> {
    let missed = app.store.read(|db| overdue(db, app.clock.now()))?;
    Ok(done_on_each(missed.into_iter().map(|id| (id, act_on(app, id, Command::Breach.into())))))
}

/// Puts every rescheduling on record whose letter hadn't gone out when the appointed day began; how many.
pub(super) fn record_unsent(app: &App) -> Result<usize, Problem> {
    let unsent = app.store.read(|db| unsent(db, app.clock.now()))?;
    Ok(done_on_each(unsent.into_iter().map(|id| (id, act_on(app, id, Command::Unsent.into())))))
}
