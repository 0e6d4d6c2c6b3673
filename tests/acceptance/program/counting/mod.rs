//! `motcua calendar check`, asked 2,000 random questions, against a slow count by day and minute that shares nothing
//! with the product but the calendar's file.

mod minutes;
mod questions;
mod written;

use super::{motcua, said};
use crate::tidy::root;
use questions::{Question, Questions};
use serde_json::Value;
use std::fs::{self, File};
use std::path::Path;
use written::Written;

/// A commune on an island: hours of its own, an evening, a Saturday, a festival made up for on a Sunday.
const COMMUNE: &str = r#"
code = "xa-dao"
name = "UBND xã đảo"
extends = "viet-nam"
utc_offset = "+07:00"
minutes_per_day = 420

[sessions]
mon = ["07:00-11:00", "13:00-16:00"]
tue = ["07:00-11:00", "13:00-16:00"]
wed = ["08:00-12:00"]
thu = ["07:15-11:00", "13:00-16:00", "18:00-20:00"]
fri = ["07:00-11:00", "14:00-16:30"]
sat = ["07:30-11:30"]
sun = []

[[days_off]]
from = 2025-03-13
to = 2025-03-15
name = "Lễ hội của đảo"

[[days_worked]]
on = 2025-03-16
as = "thu"
name = "Làm bù cho ngày 13/3"
"#;

/// Each calendar and the seed of its 500 questions.
const ASKED: [(&str, u64); 4] = [("viet-nam", 1), ("khanh-hoa", 2), ("khanh-hoa-saturday", 3), ("xa-dao", 4)];

#[test]
fn two_thousand_random_questions_agree_with_a_slow_count_by_day_and_minute() {
    let folder = folder();
    for (code, seed) in ASKED {
        let written = Written::read(folder.path(), code);
        let questions: Vec<Question> = Questions::new(&written, seed).take(500).collect();
        let answers = answers(folder.path(), code, &questions);
        assert_eq!(answers.len(), questions.len(), "{code}");
        for (question, answer) in questions.iter().zip(answers) {
            assert_eq!(answer, question.counted(&written), "{code} is asked {}", question.line());
        }
    }
}

#[test]
fn the_questions_are_of_days_off_exchanged_days_breaks_nights_and_both_answers() {
    let folder = folder();
    for (code, seed) in ASKED {
        let written = Written::read(folder.path(), code);
        let questions: Vec<Question> = Questions::new(&written, seed).take(500).collect();
        let lawful: Vec<Value> =
            questions.iter().map(|asked| asked.counted(&written)["lawful_third"].clone()).collect();
        let of = |kind: &dyn Fn(&Question) -> bool| questions.iter().filter(|asked| kind(asked)).count();
        let counts = [
            of(&|asked| written.is_off(asked.accepted.date())),
            of(&|asked| written.is_exchanged(asked.accepted.date())),
            of(&|asked| written.is_break(asked.accepted)),
            of(&|asked| !(6..20).contains(&asked.accepted.hour())),
            lawful.iter().filter(|lawful| **lawful == true).count(),
            lawful.iter().filter(|lawful| **lawful == false).count(),
        ];
        assert!(counts.iter().all(|count| *count >= 15), "{code}: {counts:?}");
    }
}

/// The project's own calendars and the commune's, side by side.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(root().join("config/calendars")).unwrap() {
        let file = entry.unwrap();
        fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    fs::write(folder.path().join("xa-dao.toml"), COMMUNE).unwrap();
    folder
}

fn answers(folder: &Path, code: &str, questions: &[Question]) -> Vec<Value> {
    let lines: Vec<String> = questions.iter().map(Question::line).collect();
    let asked = folder.join(format!("{code}.jsonl"));
    fs::write(&asked, lines.join("\n")).unwrap();
    let mut command = motcua(folder, &["calendar", "check", &format!("{code}.toml")]);
    command.stdin(File::open(asked).unwrap());
    let (exit, answers) = said(command);
    assert_eq!(exit, Some(0), "{answers}");
    answers.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}
