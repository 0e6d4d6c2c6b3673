//! `motcua user add`.

use super::{Outcome, say, setup};
use crate::auth;
use crate::clock::Clock;
use crate::config::Config;
use clap::{Args, Subcommand};
use kernel::{AgencyCode, Role, UserId};
use std::io::{self, BufRead};
use std::process::ExitCode;
use store::accounts::{self, Account};

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

/// The shortest password taken.
const SHORTEST: usize = 10;

impl User {
    pub(super) fn run(self, config: &Config) -> Outcome {
        let User::Add(add) = self;
        let mut password = String::new();
        io::stdin().lock().read_line(&mut password)?;
        let password = password.trim_end_matches(['\r', '\n']);
        if password.chars().count() < SHORTEST {
            return Err(
                format!("a password of at least {SHORTEST} characters is wanted on standard input").into()
            );
        }
        let clock = Clock::system();
        let account = Account {
            id: UserId(clock.id()),
            username: add.username,
            password_hash: auth::hash(password)?,
            name: add.name,
            agency: add.agency,
            roles: add.roles,
            fields: add.fields,
            active: true,
        };
        let said = format!("{} added", account.username);
        let (phone, email, position) = (add.phone, add.email, add.position);
        setup::store(config)?.write(move |db| {
            accounts::add(db, &account, clock.now())?;
            accounts::appoint(db, account.id, &position)?;
            accounts::reach(db, account.id, &phone, &email)
        })?;
        say(&said);
        Ok(ExitCode::SUCCESS)
    }
}
