//! Procedures: published ones and drafts, what a draft lacks, and a file taken in after a dry run.

mod lacks;
pub(crate) mod list;
pub(crate) mod new;
pub(crate) mod picture;
pub(crate) mod show;
pub(crate) mod tried;

/// Where procedures are found.
const LIST: (&str, &str) = ("/quan-tri/thu-tuc", "Thủ tục");

/// Where a file is handed in and tried out: not below the list, where each procedure has its page.
const NEW: &str = "/quan-tri/nhan-thu-tuc";

/// Where a procedure's page is.
fn address(code: &str) -> String {
    format!("{}/{code}", LIST.0)
}
