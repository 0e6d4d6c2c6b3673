//! `motcua user add`.

use super::{Outcome, say, setup};
use crate::clock::Clock;
use crate::config::Config;
use crate::office::accounts::{SHORTEST_PASSWORD, Wanted};
use crate::office::{Books, Keeper};
use clap::{Args, Subcommand};
use kernel::{AgencyCode, Role};
use std::io::{self, BufRead};
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum User {
    /// Add an account; its password is read from standard input.
    Add(Add),
}

#[derive(Args)]
pub(super) struct Add {
    /// The name it signs in with.
    username: String,
    /// The person's name.
    #[arg(long)]
    name: String,
    /// The agency's identifier.
    #[arg(long)]
    agency: AgencyCode,
    /// A role; may be given several times.
    #[arg(long = "role", required = true)]
    roles: Vec<Role>,
    /// A field entrusted to a deputy, as the procedures name it; may be given several times.
    #[arg(long = "field")]
    fields: Vec<String>,
    /// What the person is, as it stands under a letter: “Giám đốc”, “Chủ tịch Ủy ban nhân dân phường”.
    #[arg(long, default_value = "")]
    position: String,
    /// The mobile number at which the person is told.
    #[arg(long, default_value = "")]
    phone: String,
    /// The e-mail at which the person is told.
    #[arg(long, default_value = "")]
    email: String,
}

impl User {
    pub(super) fn run(self, config: &Config) -> Outcome {
        let User::Add(add) = self;
        let mut password = String::new();
        io::stdin().lock().read_line(&mut password)?;
        let password = password.trim_end_matches(['\r', '\n']);
        if password.chars().count() < SHORTEST_PASSWORD {
            return Err(format!(
                "a password of at least {SHORTEST_PASSWORD} characters is wanted on standard input"
            )
            .into());
        }
        let (store, clock) = (setup::store(config)?, Clock::system());
        let books = Books { store: &store, clock: &clock };
        let wanted = Wanted {
            name: add.name,
            agency: add.agency,
            roles: add.roles,
            fields: add.fields,
            position: add.position,
            phone: add.phone,
            email: add.email,
        };
        let added = books.add_account(&Keeper::default(), &add.username, password, wanted);
        added.map_err(|problem| problem.in_words())?;
        say(&format!("{} added", add.username));
        Ok(ExitCode::SUCCESS)
    }
}
