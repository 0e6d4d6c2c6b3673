//! What wasn't supplemented in its days is closed (NĐ 118/2025 Đ19.5).

use super::act_on_each;
use crate::app::App;
use crate::http::Problem;
use intake::Command;
use store::query::to_close;

/// Closes every dossier whose days are over; how many.
pub(super) fn close(app: &App) -> Result<usize, Problem> {
    let over = app.store.read(|db| to_close(db, app.clock.now()))?;
    Ok(act_on_each(app, &over, || Command::Close.into()))
}
