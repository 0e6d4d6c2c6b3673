//! Several at once: nobody's act is lost, none is done twice.

mod keys;
mod numbers;
mod steps;

use std::sync::Barrier;
use std::thread;

/// Runs `act` in as many threads, let loose together; what each answered.
fn together<T: Send>(threads: usize, act: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let barrier = Barrier::new(threads);
    thread::scope(|scope| {
        let (act, barrier) = (&act, &barrier);
        let started: Vec<_> = (0..threads)
            .map(|at| {
                scope.spawn(move || {
                    barrier.wait();
                    act(at)
                })
            })
            .collect();
        started.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}
