//! Public look-ups of a dossier's status beside bare routes, in a small and in a large database.

use std::time::Duration;

use anyhow::Result;

use super::Bench;
use super::filled::{Filled, folder_on_disk};
use super::http::get;
use super::load;
use super::motcua::Motcua;
use super::table::{Line, median};
use crate::postgres::{Durability, Private};
use crate::report::say;

const CLIENTS: usize = 32;
const ROUNDS: usize = 5;
/// Database connections, as the server has them by default.
const CONNECTIONS: usize = 8;
const SMALL: usize = 10_000;

/// The figures.
pub(crate) fn lines(bench: &Bench<'_>) -> Result<Vec<Line>> {
    let large = bench.amount(1_000_000, 100_000);
    let folder = folder_on_disk()?;
    let file = |count| Filled::sqlite(bench, folder.path(), count, 0);
    let mut lines = on(bench, "SQLite", &file(SMALL)?, &file(large)?)?;
    let postgres = Private::start(Durability::Durable, bench.signals)?;
    let database = |count| Filled::postgres(bench, &postgres, count, 0);
    lines.extend(on(bench, "PostgreSQL", &database(SMALL)?, &database(large)?)?);
    Ok(lines)
}

/// The rates of one database, a round after the other.
#[derive(Default)]
struct Rates {
    status: Vec<f64>,
    row: Vec<f64>,
    constant: Vec<f64>,
}

/// All servers run all the time; who isn't asked does nothing.
fn on(bench: &Bench<'_>, kind: &str, small: &Filled, large: &Filled) -> Result<Vec<Line>> {
    let servers = [Servers::start(bench, small)?, Servers::start(bench, large)?];
    let mut rates = [Rates::default(), Rates::default()];
    servers.iter().try_for_each(|servers| servers.round(bench, &mut Rates::default()))?;
    for _ in 0..ROUNDS {
        for (servers, rates) in servers.iter().zip(&mut rates) {
            servers.round(bench, rates)?;
        }
    }
    let [small_rates, large_rates] = rates;
    let medians = [(small, small_rates), (large, large_rates)].map(|(filled, rates)| {
        say(&format!(
            "    {kind}, {}: {:.0?}, {:.0?}, {:.0?}",
            filled.accepted.len(),
            rates.status,
            rates.row,
            rates.constant
        ));
        (filled.accepted.len(), median(rates.status), median(rates.row), median(rates.constant))
    });
    Ok(told(kind, medians))
}

fn told(kind: &str, [small, large]: [(usize, f64, f64, f64); 2]) -> Vec<Line> {
    let mut lines = Vec::new();
    for (count, status, row, constant) in [small, large] {
        let what = format!("look-ups/s, {kind}, {count} dossiers");
        lines.push(Line::new(&what, status, "bare route, the same row", row).at_least(0.5));
        lines.push(Line::new(&what, status, "bare route, a constant", constant));
    }
    let what = format!("look-ups/s, {kind}, {} dossiers", large.0);
    lines.push(Line::new(what, large.1, format!("{} dossiers", small.0), small.1).at_least(1.0 / 1.3));
    lines
}

/// The real server and the bare one on the same database.
struct Servers<'a> {
    real: Motcua,
    bare: Motcua,
    numbers: &'a [String],
}

impl<'a> Servers<'a> {
    fn start(bench: &Bench<'_>, filled: &'a Filled) -> Result<Self> {
        let settings = [("MOTCUA_DATABASE__CONNECTIONS", CONNECTIONS.to_string())];
        Ok(Self {
            real: Motcua::serve(bench, &filled.url, &settings)?,
            bare: Motcua::bare_routes(bench, &filled.url, CONNECTIONS)?,
            numbers: &filled.accepted,
        })
    }

    fn round(&self, bench: &Bench<'_>, rates: &mut Rates) -> Result<()> {
        rates.status.push(self.asked(bench, &self.real, |number| format!("/api/v1/status/{number}"))?);
        rates.row.push(self.asked(bench, &self.bare, |number| format!("/row/{number}"))?);
        rates.constant.push(self.asked(bench, &self.bare, |_| "/constant".to_owned())?);
        Ok(())
    }

    fn asked(&self, bench: &Bench<'_>, server: &Motcua, path: impl Fn(&str) -> String + Sync) -> Result<f64> {
        let time = Duration::from_millis(if bench.quick { 1_000 } else { 4_000 });
        let question = |place: usize| get(&path(&self.numbers[place]));
        load::per_second_for(server.port(), CLIENTS, time, self.numbers.len(), question)
    }
}
