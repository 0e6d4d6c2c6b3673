//! Many connections, each asking as soon as it is answered.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use super::http::Connection;

/// Answers a second on `connections` connections to `port`, from the first question to the last answer. `question` gives
/// the request of each place in the row, until it gives none; each must be answered with `expected`.
///
/// # Errors
/// Another answer; a connection that breaks.
pub(crate) fn per_second(
    port: u16,
    connections: usize,
    expected: u16,
    question: impl Fn(usize) -> Option<String> + Sync,
) -> Result<f64> {
    let place = AtomicUsize::new(0);
    let next = || question(place.fetch_add(1, Ordering::Relaxed));
    let begun = Instant::now();
    let answered = thread::scope(|scope| {
        let threads: Vec<_> = (0..connections).map(|_| scope.spawn(|| one(port, expected, &next))).collect();
        threads.into_iter().map(|thread| thread.join().expect("no panic")).sum::<Result<usize>>()
    })?;
    Ok(answered as f64 / begun.elapsed().as_secs_f64())
}

/// The same for some time, over and over again the questions of `0..count`, in an order without pattern.
///
/// # Errors
/// As [`per_second`].
pub(crate) fn per_second_for(
    port: u16,
    connections: usize,
    time: Duration,
    count: usize,
    question: impl Fn(usize) -> String + Sync,
) -> Result<f64> {
    /// A prime: steps of it come by every place.
    const STEP: usize = 15_485_863;
    let begun = Instant::now();
    per_second(port, connections, 200, |place| {
        (begun.elapsed() < time).then(|| question(place.wrapping_mul(STEP) % count))
    })
}

fn one(port: u16, expected: u16, next: &(impl Fn() -> Option<String> + Sync)) -> Result<usize> {
    let mut connection = Connection::open(port)?;
    let mut answered = 0;
    while let Some(request) = next() {
        let status = connection.ask(&request)?;
        if status != expected {
            bail!("answered {status} instead of {expected}: {}", connection.answer());
        }
        answered += 1;
    }
    Ok(answered)
}
