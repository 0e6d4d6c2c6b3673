//! Online submissions that were never sent are forgotten.

use crate::app::App;
use crate::http::Problem;
use store::drafts;
use time::Duration;

/// Forgets drafts in which nobody has written for the configured days; how many.
pub(super) fn forget(app: &App) -> Result<usize, Problem> {
    let before = app.clock.now() - Duration::days(app.config.limits.draft_days);
    Ok(app.store.write(move |db| drafts::forget(db, before))?)
}
