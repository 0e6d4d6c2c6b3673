//! The built program as an operator runs it: started, stopped, killed, misconfigured.

mod commands;
mod configuration;
mod counting;
mod files;
mod killed_while_telling;
mod killing;
mod letters;
mod logs;
mod running;
mod stopping;
mod working;

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The built `motcua`, which lies beside the folder of the test programs.
fn program() -> PathBuf {
    let test = env::current_exe().expect("this test is a program");
    let built = test.parent().and_then(Path::parent).expect("it lies in target/…/deps").join("motcua");
    assert!(built.is_file(), "{} isn't there: run `cargo xtask test`, which builds it", built.display());
    built
}

/// `motcua` in `folder`, with none of our variables around.
fn motcua(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(program());
    let ours = env::vars()
        .map(|(name, _)| name)
        .filter(|name| name.starts_with("MOTCUA_") || name == "DATABASE_URL");
    ours.for_each(|name| {
        command.env_remove(name);
    });
    command.args(arguments).current_dir(folder);
    command
}

/// What `motcua` says when it is run to its end.
fn said(mut command: Command) -> (Option<i32>, String) {
    let Output { status, stdout, stderr } = command.output().expect("motcua starts");
    (status.code(), format!("{}{}", String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr)))
}
