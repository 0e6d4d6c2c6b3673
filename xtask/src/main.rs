#![doc = include_str!("../README.md")]

mod cli;
mod test;

mod api_fuzz;
mod bench;
mod browser;
mod bucket;
mod clamd;
mod files;
mod letters;
mod mail;
mod postgres;
mod simulate;
mod smpp;
mod sms;

mod debian;
mod failures;
mod free_port;
mod group;
mod report;
mod run;
mod signals;
mod venv;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::{Chore, Cli};
use crate::signals::Signals;

fn main() -> ExitCode {
    match chore(Cli::parse().chore) {
        Ok(code) => code,
        Err(error) => {
            report::say(&format!("FAILED: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn chore(chore: Chore) -> anyhow::Result<ExitCode> {
    let signals = Signals::listen()?;
    match chore {
        Chore::Test(wish) => Ok(test::run(&wish, &signals)),
        Chore::ApiFuzz(wish) => api_fuzz::run(wish.at.as_deref(), &signals).map(|()| ExitCode::SUCCESS),
        Chore::Bench(wish) => bench::run(&wish, &signals),
        Chore::Simulate(wish) => simulate::run(&wish, &signals),
        Chore::Postgres(wish) => postgres::beside(&wish, &signals),
        Chore::Mail(wish) => mail::beside(&wish, &signals),
        Chore::Browser(wish) => browser::beside(&wish, &signals),
        Chore::Files(wish) => files::beside(&wish, &signals),
    }
}
