//! Notices sent by several processes, from the outbox to a gateway, beside what the database takes of that alone.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::Bench;
use super::filled::{Filled, folder_on_disk, sql};
use super::gateway::Gateway;
use super::motcua::{Motcua, work_folder};
use super::table::Line;
use crate::postgres::{Durability, Private};
use crate::report::say;
use crate::run;

const PROCESSES: usize = 4;
/// In each process, as it is by default.
const SENDERS: usize = 4;
/// After the last message has come: its outcome is put down, and what would come twice has time to.
const AFTERWARDS: Duration = Duration::from_secs(3);

/// The figures.
pub(crate) fn lines(bench: &Bench<'_>) -> Result<Vec<Line>> {
    let count = bench.amount(100_000, 10_000);
    let folder = folder_on_disk()?;
    let file = Filled::sqlite(bench, folder.path(), count, 0)?;
    let mut lines = vec![on(bench, "SQLite", &file, &copied_file(&file, folder.path())?)?];
    let postgres = Private::start(Durability::Durable, bench.signals)?;
    let database = Filled::postgres(bench, &postgres, count, 0)?;
    lines.push(on(bench, "PostgreSQL", &database, &copied_database(&postgres, &database)?)?);
    Ok(lines)
}

/// An acceptance of each dossier is to be told, by SMS. `copy`: the same once more, for the statements alone.
fn on(bench: &Bench<'_>, kind: &str, filled: &Filled, copy: &str) -> Result<Line> {
    let count = filled.accepted.len();
    let ours = sent_per_second(bench, &filled.url, count)?;
    let (done, time) = statements_alone(bench, copy)?;
    ensure!(done == count, "the statements alone came to {done} of {count} notices");
    let theirs = count as f64 / time.as_secs_f64();
    say(&format!("    {kind}: {count} notices, none twice, none missing: {ours:.0} beside {theirs:.0}"));
    let what = format!("notices/s, {kind}, {count} by {PROCESSES} processes with {SENDERS} senders each");
    Ok(Line::new(what, ours, "the statements that write alone", theirs))
}

/// From the start of the processes to the last message, which each number gets once.
fn sent_per_second(bench: &Bench<'_>, url: &str, count: usize) -> Result<f64> {
    let gateway = Gateway::start()?;
    let settings = settings(&gateway)?;
    let begun = Instant::now();
    let servers = (0..PROCESSES).map(|_| Motcua::serve(bench, url, &settings));
    let servers: Vec<Motcua> = servers.collect::<Result<_>>()?;
    gateway.wait_for(count, bench.signals)?;
    let rate = count as f64 / begun.elapsed().as_secs_f64();
    thread::sleep(AFTERWARDS);
    drop(servers);
    gateway.has_one_for_each_of(count)?;
    let (left, _) = statements_alone(bench, url)?;
    ensure!(left == 0, "{left} notices came and aren't put down as sent");
    Ok(rate)
}

fn settings(gateway: &Gateway) -> Result<[(&'static str, String); 7]> {
    let password = work_folder()?.join("sms-password");
    fs::write(&password, "sms-secret\n")?;
    Ok([
        ("MOTCUA_NOTICES__EVERY_SECONDS", "1".to_owned()),
        ("MOTCUA_NOTICES__SENDERS", SENDERS.to_string()),
        ("MOTCUA_NOTICES__QUIET_FROM", "00:00".to_owned()),
        ("MOTCUA_NOTICES__QUIET_UNTIL", "00:00".to_owned()),
        ("MOTCUA_NOTICES__SMS", "kannel".to_owned()),
        ("MOTCUA_NOTICES__KANNEL__URL", gateway.url()),
        ("MOTCUA_NOTICES__KANNEL__PASSWORD_FILE", password.display().to_string()),
    ])
}

/// The statements that spread, claim and put down, on as many connections of as many processes, with nothing read, made or
/// sent between them: how many notices they came to, and in what time.
fn statements_alone(bench: &Bench<'_>, url: &str) -> Result<(usize, Duration)> {
    let one = || -> Result<usize> {
        let mut drain = Command::new(&bench.programs.drain);
        Ok(run::quietly(drain.arg(url).arg(SENDERS.to_string()))?.trim().parse()?)
    };
    let begun = Instant::now();
    let done = thread::scope(|scope| {
        let processes: Vec<_> = (0..PROCESSES).map(|_| scope.spawn(one)).collect();
        processes.into_iter().map(|process| process.join().expect("no panic")).sum::<Result<usize>>()
    })?;
    Ok((done, begun.elapsed()))
}

/// A copy of the file, with what may stand in its log still.
fn copied_file(filled: &Filled, folder: &Path) -> Result<String> {
    let (file, copy) = (filled.url.strip_prefix("sqlite://").context("a file")?, folder.join("copy.db"));
    let copy = copy.display();
    for part in ["", "-wal"] {
        let from = format!("{file}{part}");
        if Path::new(&from).exists() {
            fs::copy(from, format!("{copy}{part}"))?;
        }
    }
    Ok(format!("sqlite://{copy}"))
}

/// A copy of the database.
fn copied_database(server: &Private, filled: &Filled) -> Result<String> {
    let (at, name) = filled.url.rsplit_once('/').context("a database")?;
    sql(server, "postgres", &format!("create database copy template {name}"))?;
    sql(server, "copy", "vacuum analyze")?;
    sql(server, "copy", "checkpoint")?;
    Ok(format!("{at}/copy"))
}
