//! What has been reported of messages that went out.

use crate::app::App;
use crate::http::Problem;
use notify::{Receipt, ReportState};
use store::notices::{Way, by_provider_reference, delivered};
use time::OffsetDateTime;
use uuid::Uuid;

/// Puts down what has been reported; of how many messages it is the end. What isn't an end, or is of no message of ours, is
/// left; what can't be put down is logged, and holds up no other.
pub(super) fn all(app: &App) -> usize {
    let mut ended = 0;
    for receipt in &app.post.receipts() {
        match one(app, receipt) {
            Ok(is_the_end) => ended += usize::from(is_the_end),
            Err(why) => {
                let (reference, state) = (&receipt.provider_reference, receipt.state);
                tracing::error!(%reference, ?state, %why, "a receipt is lost");
            }
        }
    }
    ended
}

fn one(app: &App, receipt: &Receipt) -> Result<bool, Problem> {
    let reference = &receipt.provider_reference;
    let Some(id) = app.store.read(|db| by_provider_reference(db, Way::Sms, reference))? else {
        tracing::warn!(%reference, "a receipt of no message of ours");
        return Ok(false);
    };
    put_down(app, id, receipt.state, receipt.at)
}

/// Puts down what became of a message, as was reported; whether that was its end. A report that comes twice, or of a message that
/// wasn't sent, changes nothing.
///
/// # Errors
/// The database.
pub fn put_down(
    app: &App,
    message: Uuid,
    state: ReportState,
    at: Option<OffsetDateTime>,
) -> Result<bool, Problem> {
    if !state.is_final() {
        return Ok(false);
    }
    let (at, wont) = (at.unwrap_or_else(|| app.clock.now()), wont(state));
    Ok(app.store.write(move |db| delivered(db, message, at, wont))?)
}

/// Why it won't reach anybody; none where it has.
fn wont(state: ReportState) -> Option<&'static str> {
    match state {
        ReportState::Failed => Some("the operator reports that it can't be delivered"),
        ReportState::Refused => Some("the operator reports that it refuses it"),
        ReportState::Delivered | ReportState::Buffered | ReportState::Taken => None,
    }
}
