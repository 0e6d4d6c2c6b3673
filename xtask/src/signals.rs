//! Ctrl-C and SIGTERM are noted rather than obeyed at once, so that what was started is stopped first.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, Result};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

/// Which signals have come since the start.
pub(crate) struct Signals {
    interrupt: Arc<AtomicBool>,
    end: Arc<AtomicBool>,
}

impl Signals {
    /// Begins to listen, for the rest of this process's life.
    pub(crate) fn listen() -> Result<Self> {
        Ok(Self { interrupt: flag(&[SIGINT])?, end: flag(&[SIGTERM, SIGHUP])? })
    }

    /// SIGTERM or SIGHUP came: everything must end.
    pub(crate) fn end(&self) -> bool {
        self.end.load(Ordering::Relaxed)
    }

    /// Any of them came, Ctrl-C included.
    pub(crate) fn any(&self) -> bool {
        self.end() || self.interrupt.load(Ordering::Relaxed)
    }
}

fn flag(signals: &[i32]) -> Result<Arc<AtomicBool>> {
    let flag = Arc::new(AtomicBool::new(false));
    for &signal in signals {
        signal_hook::flag::register(signal, Arc::clone(&flag)).context("cannot listen for signals")?;
    }
    Ok(flag)
}
