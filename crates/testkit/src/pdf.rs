//! PDFs, as poppler's programs read them: `cargo xtask test` installs them.

use std::fs;
use std::process::Command;

/// The text of a PDF in reading order, without what lies between the letters: lines may break anywhere.
///
/// # Panics
/// Where it is no PDF, or `pdftotext` isn't there.
#[track_caller]
pub fn letters_of(pdf: &[u8]) -> String {
    closed_up(&asked("pdftotext", &["-raw", "-enc", "UTF-8"], pdf, &["-"]))
}

/// What `pdfsig` says of a PDF's signatures.
///
/// # Panics
/// Where it isn't there.
#[track_caller]
pub fn signatures_of(pdf: &[u8]) -> String {
    asked("pdfsig", &[], pdf, &[])
}

/// A text without its gaps, breaking or not, visible or not.
pub fn closed_up(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{200b}').collect()
}

#[track_caller]
fn asked(program: &str, before: &[&str], pdf: &[u8], after: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("letter.pdf");
    fs::write(&file, pdf).expect("written");
    let output = Command::new(program).args(before).arg(&file).args(after).output();
    let output = output.unwrap_or_else(|why| panic!("{program} ({why}): install the package poppler-utils"));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
