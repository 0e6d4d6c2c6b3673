//! What can be typed after `cargo xtask`.

use clap::{Args, Parser, Subcommand, ValueEnum};

/// The workspace's own chores.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) chore: Chore,
}

#[derive(Subcommand)]
pub(crate) enum Chore {
    /// Runs every test on SQLite and on a private PostgreSQL, then api-fuzz.
    Test(TestWish),
    /// Sends the demo server generated requests over its whole OpenAPI, without a token and in each role.
    ApiFuzz(ApiFuzzWish),
    /// Measures how fast we are, beside limits measured in the same run, and writes docs/PERFORMANCE.md.
    Bench(BenchWish),
    /// Plays a year of the sample province through, prints what came of it and replays its log.
    Simulate(SimulateWish),
    /// Runs a command beside a private PostgreSQL.
    Postgres(PostgresWish),
    /// Runs a command beside private SMTP servers and private SMS gateways.
    Mail(MailWish),
    /// Runs a command beside a private Chromium.
    Browser(BrowserWish),
    /// Runs a command beside a private S3 service and a private clamd.
    Files(FilesWish),
}

#[derive(Args)]
pub(crate) struct TestWish {
    /// Test on this database alone.
    #[arg(long)]
    pub(crate) only: Option<Database>,
    /// Passed on to the test programs: names to run, or flags such as --nocapture.
    #[arg(last = true)]
    pub(crate) filter: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Database {
    Sqlite,
    Postgres,
}

#[derive(Args)]
pub(crate) struct ApiFuzzWish {
    /// A server that already runs the demo, such as http://127.0.0.1:8080; without it one is built and started.
    #[arg(long)]
    pub(crate) at: Option<String>,
}

#[derive(Args)]
pub(crate) struct BenchWish {
    /// Smaller databases and shorter rounds: a first look, no figures to keep.
    #[arg(long)]
    pub(crate) quick: bool,
    /// The figures to measure; all by default.
    pub(crate) figures: Vec<Figure>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum Figure {
    /// Due dates a second.
    DueDates,
    /// Acceptances a second over HTTP on PostgreSQL.
    Acceptance,
    /// The same on SQLite, what has queued up committed together.
    Together,
    /// Status look-ups a second, in a small and in a large database.
    LookUps,
    /// Memory, idle and under load.
    Memory,
    /// Notices a second, sent by four processes.
    Notices,
    /// How long a letter takes.
    Letters,
    /// How long the server takes for a page.
    Pages,
}

impl Figure {
    /// As it is typed, and marked in docs/PERFORMANCE.md.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::DueDates => "due-dates",
            Self::Acceptance => "acceptance",
            Self::Together => "together",
            Self::LookUps => "look-ups",
            Self::Memory => "memory",
            Self::Notices => "notices",
            Self::Letters => "letters",
            Self::Pages => "pages",
        }
    }
}

#[derive(Args)]
pub(crate) struct SimulateWish {
    /// A small year: a first look.
    #[arg(long)]
    pub(crate) quick: bool,
    /// How many dossiers are handed in.
    #[arg(long)]
    pub(crate) dossiers: Option<u32>,
    /// The seed: the same one gives the same year.
    #[arg(long)]
    pub(crate) seed: Option<u64>,
}

#[derive(Args)]
pub(crate) struct PostgresWish {
    /// Keep fsync on, as a benchmark needs it.
    #[arg(long)]
    pub(crate) durable: bool,
    /// The command and its arguments.
    #[arg(last = true, required = true)]
    pub(crate) command: Vec<String>,
}

#[derive(Args)]
pub(crate) struct MailWish {
    /// The command and its arguments.
    #[arg(last = true, required = true)]
    pub(crate) command: Vec<String>,
}

#[derive(Args)]
pub(crate) struct BrowserWish {
    /// The command and its arguments.
    #[arg(last = true, required = true)]
    pub(crate) command: Vec<String>,
}

#[derive(Args)]
pub(crate) struct FilesWish {
    /// The command and its arguments.
    #[arg(last = true, required = true)]
    pub(crate) command: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::{Chore, Cli, Database, Figure};
    use clap::{Parser, ValueEnum};

    fn parse(words: &[&str]) -> Chore {
        Cli::try_parse_from(words).expect("a lawful command line").chore
    }

    #[test]
    fn test_takes_a_database_and_a_filter() {
        let Chore::Test(wish) = parse(&["xtask", "test", "--only", "sqlite", "--", "once", "--nocapture"])
        else {
            panic!("another chore");
        };
        assert_eq!(wish.only, Some(Database::Sqlite));
        assert_eq!(wish.filter, ["once", "--nocapture"]);
    }

    #[test]
    fn the_command_beside_postgres_keeps_its_own_flags() {
        let Chore::Postgres(wish) = parse(&["xtask", "postgres", "--durable", "--", "psql", "--durable"])
        else {
            panic!("another chore");
        };
        assert!(wish.durable);
        assert_eq!(wish.command, ["psql", "--durable"]);
    }

    #[test]
    fn every_figure_is_asked_for_by_its_own_name() {
        for figure in Figure::value_variants() {
            let Chore::Bench(wish) = parse(&["xtask", "bench", "--quick", figure.name()]) else {
                panic!("another chore");
            };
            assert_eq!((wish.quick, wish.figures.as_slice()), (true, &[*figure][..]));
        }
    }

    #[test]
    fn simulate_takes_a_seed_and_a_size() {
        let Chore::Simulate(wish) = parse(&["xtask", "simulate", "--seed", "7", "--dossiers", "500"]) else {
            panic!("another chore");
        };
        assert_eq!((wish.quick, wish.seed, wish.dossiers), (false, Some(7), Some(500)));
    }

    #[test]
    fn postgres_without_a_command_is_refused() {
        assert!(Cli::try_parse_from(["xtask", "postgres"]).is_err());
    }
}
