//! The commands of an operator.

use super::{motcua, said};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

fn config(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the top").join("config").join(path)
}

fn run(folder: &Path, arguments: &[&str]) -> String {
    let (code, words) = said(motcua(folder, arguments));
    assert_eq!(code, Some(0), "{arguments:?}: {words}");
    words
}

/// Takes the sample province's agencies in, with the calendars that they work by.
fn agencies(folder: &Path) -> String {
    let file = |path: &str| config(path).display().to_string();
    for calendar in ["khanh-hoa", "khanh-hoa-saturday"] {
        run(folder, &["calendar", "import", &file(&format!("calendars/{calendar}.toml"))]);
    }
    run(folder, &["catalog", "import", &file("province/agencies.toml")])
}

#[test]
fn an_agency_needs_a_calendar_that_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let agencies = config("province/agencies.toml").display().to_string();
    let (code, words) = said(motcua(folder.path(), &["catalog", "import", &agencies]));
    assert_eq!(code, Some(1), "{words}");
    assert!(words.contains("calendar"), "{words}");
}

#[test]
fn a_catalogue_is_imported_piece_by_piece_and_a_second_time_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    assert!(agencies(folder.path()).contains("agencies"));
    let procedures = config("province/procedures/thuy-san.toml").display().to_string();
    let first = run(folder.path(), &["catalog", "import", &procedures]);
    assert!(first.contains("published, version 1") && first.contains("0 left drafts"), "{first}");
    let second = run(folder.path(), &["catalog", "import", &procedures]);
    assert!(second.contains("unchanged, version 1"), "{second}");
}

#[test]
fn a_dry_run_of_a_calendar_tells_what_it_would_touch_and_takes_nothing_in() {
    let folder = tempfile::tempdir().unwrap();
    let file = config("calendars/khanh-hoa.toml").display().to_string();
    let dry = run(folder.path(), &["calendar", "import", &file, "--dry-run"]);
    assert_eq!(dry.trim(), "calendar khanh-hoa would touch 0 appointments");
    let taken = run(folder.path(), &["calendar", "import", &file]);
    assert_eq!(taken.trim(), "calendar khanh-hoa, version 1; 0 appointments counted anew");
}

#[test]
fn what_a_procedure_lacks_is_told_and_it_is_left_a_draft() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.toml");
    fs::write(&file, "[[procedures]]\ncode = \"9.000001\"\nname = \"Thử\"\nfield = \"Thử\"\n").unwrap();
    let words = run(folder.path(), &["catalog", "import", &file.display().to_string()]);
    for lack in ["LEFT A DRAFT", "no usable processing time", "simplification-first", "no process"] {
        assert!(words.contains(lack), "{lack}: {words}");
    }
}

#[test]
fn a_file_that_is_no_catalogue_is_refused_with_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("broken.toml");
    fs::write(&file, "[[procedures]]\ncolour = \"red\"\n").unwrap();
    let (code, words) = said(motcua(folder.path(), &["catalog", "import", &file.display().to_string()]));
    assert_eq!(code, Some(1));
    assert!(words.contains("broken.toml") && words.contains("colour"), "{words}");
}

#[test]
fn a_calendar_answers_questions_line_by_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = config("calendars/khanh-hoa.toml").display().to_string();
    let mut command = motcua(folder.path(), &["calendar", "check", &file]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let questions = concat!(
        r#"{"accepted": "2026-11-20T09:00:00+07:00", "time": {"amount": 2, "unit": "working_days"}}"#,
        "\nnonsense\n",
        r#"{"accepted": "2026-11-16T08:00:00+07:00", "time": {"amount": 3, "unit": "working_days"}, "new": "2026-11-20T17:30:00+07:00"}"#,
        "\n",
    );
    child.stdin.take().unwrap().write_all(questions.as_bytes()).unwrap();
    let answers = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    let answers: Vec<&str> = answers.lines().collect();
    assert_eq!(answers[0], r#"{"due":"2026-11-25T17:30:00+07:00"}"#);
    assert!(answers[1].contains("\"line\":2"), "{}", answers[1]);
    assert_eq!(answers[2], r#"{"due":"2026-11-19T17:30:00+07:00","lawful_third":true}"#);
}

#[test]
fn an_account_is_added_and_its_short_password_refused() {
    let folder = tempfile::tempdir().unwrap();
    agencies(folder.path());
    let add = |password: &str| {
        let arguments =
            ["user", "add", "lan", "--name", "Trần Thị Lan", "--agency", "H32.10", "--role", "clerk"];
        let mut command = motcua(folder.path(), &arguments);
        let mut child = command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(format!("{password}\n").as_bytes()).unwrap();
        child.wait_with_output().unwrap().status.code()
    };
    assert_eq!(add("ngan"), Some(1));
    assert_eq!(add("một mật khẩu dài"), Some(0));
    assert_eq!(add("một mật khẩu dài"), Some(1), "the name is taken");
}
