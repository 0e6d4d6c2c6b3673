//! Acceptances over HTTP on an SQLite file: what has queued up committed together, beside a commit for each.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::Instant;

use anyhow::Result;

use super::Bench;
use super::accepting::Accepting;
use super::filled::{Filled, folder_on_disk};
use super::motcua::Motcua;
use super::table::{Line, median};
use crate::report::say;

const CLIENTS: usize = 32;
const ROUNDS: usize = 5;
/// Until the memory of caches and allocator is there: a server runs for months.
const WARM_UP: usize = 2_000;

/// The figures.
pub(crate) fn lines(bench: &Bench<'_>) -> Result<Vec<Line>> {
    let each = bench.amount(8_000, 2_000);
    let folder = folder_on_disk()?;
    let filled = Filled::sqlite(bench, folder.path(), 10_000, ROUNDS * 2 * (WARM_UP + each))?;
    let each_its_own = [("MOTCUA_DATABASE__TOGETHER", "1".to_owned())];
    let mut accepting = Accepting::sign_in(&Motcua::serve(bench, &filled.url, &[])?, &filled)?;
    let (mut together, mut alone) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        for (settings, rates) in [(&[][..], &mut together), (&each_its_own, &mut alone)] {
            let server = Motcua::serve(bench, &filled.url, settings)?;
            accepting.per_second(&server, WARM_UP, CLIENTS)?;
            rates.push(accepting.per_second(&server, each, CLIENTS)?);
        }
    }
    say(&format!("    {together:.0?} beside {alone:.0?}"));
    let what = format!("acceptances/s over HTTP, SQLite, {CLIENTS} clients");
    let alone = median(alone);
    let disk = syncs_per_second(folder.path())?;
    Ok(vec![
        Line::new(what, median(together), "one commit each", alone).at_least(3.0),
        Line::new("one commit each", alone, "what the disk alone can sync (fdatasync of 16 KiB)", disk),
    ])
}

/// How often a second the disk takes 16 KiB more of a file for good: the limit of one commit each.
fn syncs_per_second(folder: &Path) -> Result<f64> {
    const SYNCS: usize = 1_000;
    let mut file = File::create(folder.join("syncs"))?;
    let begun = Instant::now();
    for _ in 0..SYNCS {
        file.write_all(&[1; 16_384])?;
        file.sync_data()?;
    }
    Ok(SYNCS as f64 / begun.elapsed().as_secs_f64())
}
