//! What people complain of or propose, and what they are answered, in public (3.a¶2).

pub(crate) mod answer;
pub(crate) mod get;
pub(crate) mod list;
pub(crate) mod raise;

use crate::app::App;
use crate::http::Problem;
use crate::wire::feedback::FeedbackOut;
use kernel::FeedbackId;
use store::feedback::{Feedback, Ref};
use uuid::Uuid;

/// Reads how feedback is named in an address: by id or by number.
fn reference(text: &str) -> Ref {
    Uuid::try_parse(text).map_or_else(|_| Ref::Number(text.to_owned()), |id| Ref::Id(FeedbackId(id)))
}

/// As it is shown, in its agency's own time.
fn shown(app: &App, feedback: Feedback) -> Result<FeedbackOut, Problem> {
    let newest = app.directory.newest()?;
    let offset = newest.calendar_of(&feedback.state.agency)?.data().utc_offset;
    let name = newest.agency(&feedback.state.agency).map(|agency| agency.name.clone());
    Ok(FeedbackOut::of(feedback, name.unwrap_or_default(), app.clock.now(), offset))
}
