//! Fills a database for `cargo xtask bench`: `fill URL ACCEPTED SUBMITTED`. Every row is what the deciders and the store
//! make of a submission and an acceptance; only many dossiers go into one transaction. Prints what the load needs, a
//! line each: `clerk AGENCY USERNAME PASSWORD`, `accepted NUMBER`, `submitted ID AGENCY`.

mod dossiers;
mod place;

use dossiers::{Kind, Maker};
use place::Place;
use std::error::Error;
use std::io::{self, BufWriter, Write};
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use store::{Address, Settings, Store, StoreError};

/// Dossiers in one transaction.
const TOGETHER: usize = 500;
/// Connections that fill at a time. The agencies are dealt out to them, so that none waits for another's numbers.
const THREADS: u32 = 4;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let [url, accepted, submitted] = words.as_slice() else {
        return Err("fill URL ACCEPTED SUBMITTED".into());
    };
    let store = open(url)?;
    let maker = Arc::new(Maker(Place::take_in(&store)?));
    let accepted = all(&store, &maker, Kind::Accepted, accepted.parse()?)?;
    let submitted = all(&store, &maker, Kind::Submitted, submitted.parse()?)?;
    let clerks = maker.0.clerks.iter();
    let clerks = clerks.map(|clerk| format!("clerk {} {} {}", clerk.agency, clerk.username, place::PASSWORD));
    let mut out = BufWriter::new(io::stdout().lock());
    clerks.chain(accepted).chain(submitted).try_for_each(|line| writeln!(out, "{line}"))?;
    Ok(out.flush()?)
}

fn open(url: &str) -> Result<Store, StoreError> {
    let patience = Duration::from_secs(600);
    Store::open(&Settings { address: Address::read(url)?, connections: THREADS, patience, together: 1 })
}

/// Makes dossiers 0 to `count`; a line of each, in order.
fn all(store: &Store, maker: &Arc<Maker>, kind: Kind, count: u32) -> Result<Vec<String>, StoreError> {
    let share =
        |first: u32| some(store, maker, kind, &(first..count).step_by(THREADS as usize).collect::<Vec<_>>());
    let mut lines = thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS).map(|first| scope.spawn(move || share(first))).collect();
        let shares = threads.into_iter().map(|thread| thread.join().expect("no panic"));
        Ok::<_, StoreError>(shares.collect::<Result<Vec<_>, _>>()?.concat())
    })?;
    lines.sort_unstable();
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}

fn some(
    store: &Store,
    maker: &Arc<Maker>,
    kind: Kind,
    which: &[u32],
) -> Result<Vec<(u32, String)>, StoreError> {
    let mut lines = Vec::with_capacity(which.len());
    for which in which.chunks(TOGETHER) {
        let (maker, which) = (maker.clone(), which.to_vec());
        let written = store.write(move |db| {
            which.iter().map(|n| Ok((*n, maker.write(db, kind, *n)?))).collect::<Result<Vec<_>, StoreError>>()
        });
        lines.extend(written?);
    }
    Ok(lines)
}
