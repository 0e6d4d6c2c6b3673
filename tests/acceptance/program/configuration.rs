//! A wrong configuration is refused by name, before anything is touched.

use super::{motcua, said};
use std::fs;

fn migrate(prepare: impl FnOnce(&mut std::process::Command)) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut command = motcua(folder.path(), &["migrate"]);
    prepare(&mut command);
    let outcome = said(command);
    assert!(
        !folder.path().join("var").exists() || outcome.0 == Some(0),
        "it touched the disk: {}",
        outcome.1
    );
    outcome
}

#[test]
fn a_sound_configuration_is_taken() {
    assert_eq!(migrate(|_| ()), (Some(0), "up to date\n".to_owned()));
}

#[test]
fn a_wrong_key_in_the_environment_is_refused_by_name() {
    let (code, words) = migrate(|command| {
        command.env("MOTCUA_DATABASE__CONECTIONS", "3");
    });
    assert_eq!(code, Some(1));
    assert!(words.to_lowercase().contains("conections"), "{words}");
}

#[test]
fn a_wrong_key_in_a_file_is_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("motcua.toml");
    fs::write(&file, "[server]\nlissten = \"127.0.0.1:1\"\n").unwrap();
    let (code, words) = migrate(|command| {
        command.arg("--config").arg(&file);
    });
    assert_eq!(code, Some(1));
    assert!(words.contains("lissten"), "{words}");
}

#[test]
fn an_address_that_is_none_is_refused_without_repeating_it() {
    let (code, words) = migrate(|command| {
        command.env("DATABASE_URL", "mysql://root:geheim@db/x");
    });
    assert_eq!(code, Some(1));
    assert!(words.contains("DATABASE_URL") && !words.contains("geheim"), "{words}");
}
