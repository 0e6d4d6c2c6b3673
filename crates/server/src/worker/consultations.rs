//! Consultations that weren't answered in time: whoever asked goes on without (NĐ 118/2025 Đ19.4).

use super::{act_on, done_on_each};
use crate::app::App;
use crate::http::Problem;
use routing::Command;
use store::query::unanswered;

/// Puts every consultation without an answer on record whose time is over; how many.
pub(super) fn record_unanswered(app: &App) -> Result<usize, Problem> {
    let over = app.store.read(|db| unanswered(db, app.clock.now()))?;
    let acts =
        over.into_iter().map(|(id, number)| (id, act_on(app, id, Command::Unanswered { number }.into())));
    Ok(done_on_each(acts))
}
