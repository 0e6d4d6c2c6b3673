//! Simulates a year of the sample province in a real database, prints what came of it, and replays the log.

use clap::Parser;
use simulation::{Outcome, Province, Settings, SimulationError, THREADS, Tables, Year};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use store::{Address, Kind, Store, log};
use time::macros::datetime;

/// Simulates a year of the sample province.
#[derive(Parser)]
struct Wish {
    /// How many dossiers are handed in.
    #[arg(long, default_value_t = 200_000)]
    dossiers: u32,
    /// A small year of 5,000 dossiers.
    #[arg(long)]
    quick: bool,
    /// The seed: the same one gives the same year.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The SQLite file, made anew; `DATABASE_URL` is another place, and must be empty.
    #[arg(long, default_value = "target/simulation/year.db")]
    file: PathBuf,
    /// The folder with calendars and province.
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../../config"))]
    config: PathBuf,
}

fn main() -> ExitCode {
    match simulate(&Wish::parse()) {
        Ok(code) => code,
        Err(why) => {
            say(&format!("FAILED: {why}"));
            ExitCode::FAILURE
        }
    }
}

fn simulate(wish: &Wish) -> Result<ExitCode, SimulationError> {
    let dossiers = if wish.quick { 5_000 } else { wish.dossiers };
    let settings = Settings { seed: wish.seed, dossiers, ..Settings::default() };
    let province = Province::read(&wish.config)?;
    let (store, place) = open(&wish.file)?;
    province.put(&store, datetime!(2025-12-31 12:00 +7))?;
    say(&format!("{dossiers} dossiers in {}, seed {}, into {place}", settings.year, settings.seed));
    let begun = Instant::now();
    let outcome = Year::begin(settings, &province, &store)?.run()?;
    let took = begun.elapsed();
    say(&Tables { account: &outcome.account, people: &outcome.people }.to_string());
    throughput(&outcome, took);
    if store.kind() == Kind::Sqlite {
        say(&format!("  database: {} MB", megabytes(&wish.file)));
    }
    replay(&store)
}

fn open(file: &Path) -> Result<(Store, String), SimulationError> {
    let (url, place) = match std::env::var("DATABASE_URL") {
        Ok(url) => (url, "DATABASE_URL".to_owned()),
        Err(_) => {
            take_away(file)?;
            (format!("sqlite://{}", file.display()), file.display().to_string())
        }
    };
    let (address, patience) = (Address::read(&url)?, Duration::from_secs(600));
    let (connections, together) = (u32::from(THREADS), usize::from(THREADS));
    Ok((Store::open(&store::Settings { address, connections, patience, together })?, place))
}

/// The file of an earlier run, with what SQLite keeps beside it.
fn take_away(file: &Path) -> Result<(), SimulationError> {
    for path in beside(file).into_iter().filter(|path| path.exists()) {
        fs::remove_file(&path).map_err(|why| SimulationError::File(path, why))?;
    }
    Ok(())
}

fn beside(file: &Path) -> [PathBuf; 3] {
    let with = |end: &str| PathBuf::from(format!("{}{end}", file.display()));
    [file.to_owned(), with("-wal"), with("-shm")]
}

fn megabytes(file: &Path) -> u64 {
    let size = |path: &PathBuf| fs::metadata(path).map_or(0, |found| found.len());
    beside(file).iter().map(size).sum::<u64>() / 1_000_000
}

fn throughput(outcome: &Outcome, took: Duration) {
    let (dossiers, events) = (outcome.account.handed_in(), outcome.account.events_in_all());
    let each = |count: u64| u128::from(count) * 1_000 / took.as_millis().max(1);
    say("\nThroughput");
    say(&format!("  {:.1} s, {} dossiers/s, {} events/s", took.as_secs_f32(), each(dossiers), each(events)));
}

/// As `motcua verify` does.
fn replay(store: &Store) -> Result<ExitCode, SimulationError> {
    let (begun, mut findings) = (Instant::now(), 0_u64);
    let dossiers = store.read(|db| {
        log::verify(db, &mut |finding| {
            findings += 1;
            say(&finding.to_string());
        })
    })?;
    let took = begun.elapsed().as_secs_f32();
    let clean = if findings == 0 { "clean" } else { "NOT CLEAN" };
    say(&format!("\nReplayed: {dossiers} dossiers, {findings} findings, {clean} ({took:.1} s)"));
    Ok(if findings == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

#[expect(clippy::print_stdout, reason = "the one place where the simulation talks to who called it")]
fn say(line: &str) {
    println!("{line}");
}
