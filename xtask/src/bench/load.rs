//! Many connections, each asking as soon as it is answered.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use rustix::buffer::spare_capacity;
use rustix::event::epoll::{self, CreateFlags, EventData, EventFlags};

use super::http::Connection;

/// Two threads for all connections: one each would take more from the server's cores in switching than in asking.
const THREADS: usize = 2;

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
        let several = |nth| connections / THREADS + usize::from(nth < connections % THREADS);
        let threads: Vec<_> = (0..THREADS)
            .map(|nth| scope.spawn(move || asking(port, several(nth), expected, &next)))
            .collect();
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

/// Asks on so many connections until there is no question left; how many were answered.
fn asking(
    port: u16,
    connections: usize,
    expected: u16,
    next: &(impl Fn() -> Option<String> + Sync),
) -> Result<usize> {
    let opened = (0..connections).map(|_| Connection::open(port));
    let mut connections: Vec<Connection> = opened.collect::<Result<_>>()?;
    let (epoll, mut out, mut answered) = (epoll::create(CreateFlags::CLOEXEC)?, 0, 0);
    for (place, connection) in connections.iter_mut().enumerate() {
        let data = EventData::new_u64(place as u64);
        epoll::add(&epoll, connection.waited_for()?, data, EventFlags::IN)?;
        out += usize::from(asked(connection, next)?);
    }
    let mut events = Vec::with_capacity(connections.len());
    while out > 0 {
        events.clear();
        epoll::wait(&epoll, spare_capacity(&mut events), None)?;
        for event in &events {
            let connection = &mut connections[event.data.u64() as usize];
            let Some(status) = connection.answered()? else { continue };
            ensure!(status == expected, "answered {status} instead of {expected}: {}", connection.answer());
            answered += 1;
            out -= usize::from(!asked(connection, next)?);
        }
    }
    Ok(answered)
}

/// Whether there was a question to ask.
fn asked(connection: &mut Connection, next: &impl Fn() -> Option<String>) -> Result<bool> {
    let Some(request) = next() else { return Ok(false) };
    connection.send(&request)?;
    Ok(true)
}
