//! Poppler's programs, asked about a PDF.

use std::fs;
use std::process::{Command, Output};

use tempfile::TempDir;

/// What the program says of the PDF; `arguments` stand before the file, `after` behind it.
pub(crate) fn ask(program: &str, arguments: &[&str], pdf: &[u8], after: &[&str]) -> Vec<u8> {
    let output = run(program, arguments, pdf, after);
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// The same, as text, whatever the program thinks of the PDF.
pub(crate) fn opinion(program: &str, pdf: &[u8]) -> String {
    String::from_utf8(run(program, &[], pdf, &[]).stdout).expect("text")
}

/// The text of a PDF in reading order, without what lies between the letters: lines may break anywhere.
pub(crate) fn letters_of(pdf: &[u8]) -> String {
    let text = ask("pdftotext", &["-raw", "-enc", "UTF-8"], pdf, &["-"]);
    closed_up(&String::from_utf8(text).expect("UTF-8"))
}

/// Without white space, breaking or not, visible or not.
pub(crate) fn closed_up(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{200b}').collect()
}

fn run(program: &str, arguments: &[&str], pdf: &[u8], after: &[&str]) -> Output {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("letter.pdf");
    fs::write(&file, pdf).expect("written");
    let output = Command::new(program).args(arguments).arg(&file).args(after).output();
    output.unwrap_or_else(|why| {
        panic!("{program} doesn't run ({why}): `cargo xtask test` installs it, or install the package poppler-utils")
    })
}
