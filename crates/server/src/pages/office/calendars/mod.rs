//! Calendars: versions, years, days off; a new version after a dry run.

mod differences;
pub(crate) mod list;
pub(crate) mod new;
pub(crate) mod show;
pub(crate) mod tried;
mod words;

/// Where calendars are found.
const LIST: (&str, &str) = ("/quan-tri/lich", "Lịch làm việc");

/// Where a calendar's page is.
fn address(code: &str) -> String {
    let code: String = form_urlencoded::byte_serialize(code.as_bytes()).collect();
    format!("{}/{code}", LIST.0)
}
