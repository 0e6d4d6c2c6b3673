//! What wasn't supplemented in its days is closed (NĐ 118/2025 Đ19.5).

use super::{act_on, done_on_each};
use crate::app::App;
use crate::http::Problem;
use intake::Command;
use store::query::to_close;

/// Closes every dossier whose days are over; how many.
pub(super) fn close(app: &App) -> Result<usize, Problem> {
    let over = app.store.read(|db| to_close(db, app.clock.now()))?;
    Ok(done_on_each(over.into_iter().map(|id| (id, act_on(app, id, Command::Close.into())))))
}
