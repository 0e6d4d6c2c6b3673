//! Missed appointments are put on record.

use super::{act_on, done_on_each};
use crate::app::App;
use crate::http::Problem;
use deadline::Command;
use store::query::overdue;

/// Puts every appointment that is over on record; how many.
pub(super) fn record(app: &App) -> Result<usize, Problem> {
    let missed = app.store.read(|db| overdue(db, app.clock.now()))?;
    Ok(done_on_each(missed.into_iter().map(|id| (id, act_on(app, id, Command::Breach.into())))))
}
