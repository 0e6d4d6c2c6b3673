//! The administrators' pages: accounts, agencies, calendars, procedures. What they do is done in `crate::office`.

pub(crate) mod accounts;
pub(crate) mod agencies;
mod answered;
pub(crate) mod calendars;
mod file;
mod history;
pub(crate) mod home;
pub(crate) mod procedures;

use super::Visit;
use crate::app::App;
use crate::http::Problem;
use front::{Frame, Link};
use kernel::Staff;
use time::UtcOffset;

/// The frame of a page below the first.
fn below(visit: &Visit, title: impl Into<String>, back: (&str, &str)) -> Frame {
    Frame { back: Some(Link::new(back.0, back.1)), ..visit.frame(title) }
}

/// The first page, to go back to.
const HOME: (&str, &str) = ("/quan-tri", "Quản trị");

/// The zone in which moments are told to somebody.
fn offset(app: &App, staff: &Staff) -> Result<UtcOffset, Problem> {
    Ok(app.directory.newest()?.calendar_of(&staff.agency)?.data().utc_offset)
}
