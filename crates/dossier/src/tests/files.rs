//! Files: what acts and events name, and until when a dossier takes them.

use super::life::{FRIDAY, Life, clerk, refusal, withdrawal};
use super::sample::{Sample, code};
use crate::{Command, Event, Stage, State, takes_files};
use catalog::Form;
use intake::Handed;
use kernel::{FileId, Rule};
use result::{Kind, Paper};
use std::fs;
use time::macros::date;
use uuid::Uuid;

const SCAN: FileId = FileId(Uuid::from_u128(5));

fn scan() -> Handed {
    Handed {
        component: code("don"),
        form: Form::Original,
        copies: 1,
        file: Some(SCAN),
        paper_only_reason: None,
    }
}

fn paper() -> Paper {
    Paper {
        number: "15/GP".to_owned(),
        date: date!(2026 - 11 - 20),
        title: "Giấy phép".to_owned(),
        file: Some(SCAN),
    }
}

#[test]
fn an_event_names_the_scans_and_the_paper_in_it() {
    let golden = |name: &str| {
        let path = format!("{}/tests/golden/{name}.v1.file.json", env!("CARGO_MANIFEST_DIR"));
        let stored = fs::read_to_string(path).expect("a golden file");
        Event::read(name, 1, &stored).expect("an event").files()
    };
    let stored = FileId(Uuid::from_u128(0x0193_f5a0_7c00_7000_8000_0000_0000_000f));
    for kind in ["submitted", "completed", "supplied", "paper_recorded", "result_recorded"] {
        assert_eq!(golden(kind), [stored], "{kind}");
    }
}

#[test]
fn a_command_says_what_is_handed_in_and_which_paper_is_recorded() {
    let supply: Command = intake::Command::Supply { components: vec![scan()] }.into();
    assert_eq!((supply.components(), supply.paper()), ([scan()].as_slice(), None));
    let record =
        result::Command::Record { result: Kind::Granted, paper: Some(paper()), reasons: String::new() };
    let record: Command = record.into();
    assert_eq!((record.components(), record.paper()), ([].as_slice(), Some(&paper())));
}

#[test]
fn four_stages_are_an_end() {
    let ends: Vec<Stage> = Stage::ALL.into_iter().filter(|stage| stage.is_an_end()).collect();
    assert_eq!(ends, [Stage::Returned, Stage::Refused, Stage::Withdrawn, Stage::Closed]);
}

#[test]
fn a_dossier_takes_files_until_it_is_over() {
    assert_eq!(takes_files(&State::default()), Ok(()), "before it is submitted");
    for over in [refusal(), withdrawal()] {
        let life = Life::submitted(Sample::one_leg());
        assert_eq!(takes_files(&life.state), Ok(()));
        let life = life.then(&clerk(), FRIDAY, over);
        assert_eq!(takes_files(&life.state).expect_err("refused").rule, Rule::StageOrder);
    }
}
