//! Online submissions that were never sent are forgotten, with their scans.

use crate::app::App;
use crate::http::Problem;
use store::drafts;
use store::files::{Hash, is_named};
use time::Duration;

/// Forgets drafts in which nobody has written for the configured days; how many.
pub(super) fn forget(app: &App) -> Result<usize, Problem> {
    let before = app.clock.now() - Duration::days(app.config.limits.draft_days);
    let forgotten = app.store.write(move |db| drafts::forget(db, before))?;
    forgotten.files.iter().try_for_each(|hash| let_go(app, hash))?;
    Ok(forgotten.drafts)
}

/// Takes bytes away that nothing names any more. They come back if somebody named them meanwhile: whoever adds a file looks
/// afterwards whether its bytes are there ([`crate::files::Taking::done`]), so that one of the two sees the other.
fn let_go(app: &App, hash: &Hash) -> Result<(), Problem> {
    if app.store.read(|db| is_named(db, hash))? {
        return Ok(());
    }
    let Some(bytes) = app.shelf.get(hash)? else { return Ok(()) };
    app.shelf.remove(hash)?;
    if app.store.read(|db| is_named(db, hash))? {
        app.shelf.put(&bytes)?;
    }
    Ok(())
}
