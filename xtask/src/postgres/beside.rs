//! `cargo xtask postgres`: a command beside a private server.

use std::env;
use std::ffi::OsString;
use std::process::{Command, ExitCode};

use anyhow::Result;

use super::{Durability, Private};
use crate::cli::PostgresWish;
use crate::run;
use crate::signals::Signals;

/// Runs the command; the exit code is the command's own.
pub(crate) fn beside(wish: &PostgresWish, signals: &Signals) -> Result<ExitCode> {
    let durability = if wish.durable { Durability::Durable } else { Durability::Fleeting };
    let server = Private::start(durability, signals)?;
    run::to_its_code(&mut command(&wish.command, &server)?, signals)
}

fn command(words: &[String], server: &Private) -> Result<Command> {
    let mut command = run::of_words(words)?;
    command
        .env("MOTCUA_TEST_POSTGRES", server.url())
        .env("DATABASE_URL", format!("{}/postgres", server.url()))
        .env("PGHOST", "127.0.0.1")
        .env("PGPORT", server.port().to_string())
        .env("PGUSER", "postgres")
        .env("PATH", path_with_programs(server)?);
    Ok(command)
}

fn path_with_programs(server: &Private) -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let first = server.programs_dir().to_owned();
    Ok(env::join_paths(std::iter::once(first).chain(env::split_paths(&path)))?)
}
