//! Calendars: versions, years, days off; a new version after a dry run.

mod differences;
pub(crate) mod list;
pub(crate) mod new;
pub(crate) mod show;
pub(crate) mod tried;
mod words;

/// Where calendars are found.
const LIST: (&str, &str) = ("/quan-tri/lich", "Lịch làm việc");

/// Where a file is handed in and tried out: not below the list, where each calendar has its page.
const NEW: &str = "/quan-tri/nhan-lich";

/// Where a calendar's page is.
fn address(code: &str) -> String {
    format!("{}/{code}", LIST.0)
}
