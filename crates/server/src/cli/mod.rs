//! The command line.

pub mod calendar;
mod catalogue;
mod demo;
mod serve;
mod setup;
mod upkeep;
mod user;

use crate::config::{Config, DEFAULTS};
use clap::{Parser, Subcommand};
use std::error::Error;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// One-stop counters: dossiers from the counter to the citizen's hands, by the directive's rules.
#[derive(Parser)]
#[command(name = "motcua", version, arg_required_else_help = true)]
struct Arguments {
    /// A configuration file; see `motcua config` for every key.
    #[arg(long, env = "MOTCUA_CONFIG", global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the API.
    Serve,
    /// Serve a sample province with accounts and a dossier to try.
    Demo(demo::Demo),
    /// Bring the database's tables up to date.
    Migrate,
    /// Replay everything and compare log, chain and query tables.
    Verify,
    /// Make the query tables anew from the log.
    Rebuild,
    /// Accounts.
    #[command(subcommand)]
    User(user::User),
    /// Agencies and procedures.
    #[command(subcommand)]
    Catalog(catalogue::Catalog),
    /// Calendars.
    #[command(subcommand)]
    Calendar(catalogue::Calendars),
    /// Ask a running server whether it is ready.
    Healthcheck,
    /// Print every configuration key with its default and its explanation.
    Config,
}

/// What a command answers.
type Outcome = Result<ExitCode, Box<dyn Error>>;

/// Reads the command line and does what it says. 0: done; 1: something is wrong, said on standard error.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    run(arguments).unwrap_or_else(|why| {
        tell(&mut io::stderr(), &format!("motcua: {why}"));
        ExitCode::FAILURE
    })
}

fn run(arguments: Arguments) -> Outcome {
    let config = || Config::read(arguments.config.as_deref());
    match arguments.command {
        Command::Serve => serve::serve(config()?),
        Command::Demo(demo) => demo.run(config()?),
        Command::Migrate => upkeep::migrate(&config()?),
        Command::Verify => upkeep::verify(&config()?),
        Command::Rebuild => upkeep::rebuild(&config()?),
        Command::User(user) => user.run(&config()?),
        Command::Catalog(catalog) => catalog.run(&config()?),
        Command::Calendar(calendars) => calendars.run(config),
        Command::Healthcheck => serve::healthcheck(&config()?),
        Command::Config => {
            say(DEFAULTS);
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// Says a line on standard output. Nobody listening is no fault.
fn say(line: &str) {
    tell(&mut io::stdout(), line);
}

fn tell(to: &mut impl Write, line: &str) {
    writeln!(to, "{line}").and_then(|()| to.flush()).unwrap_or_default();
}
