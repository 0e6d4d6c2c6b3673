//! People are told: what the outbox holds is spread into messages, and those are sent, by any number of processes, each with
//! several senders. The database isn't held while a provider is spoken to.

mod by_hand;
mod heard;
mod moment;
mod post;
mod readers;
mod send;
mod spread;

pub use by_hand::{ByHand, by_hand};
pub use heard::put_down;
pub use post::Post;

use crate::app::App;
use crate::http::Problem;
use crate::worker::at_each;
use actix_web::{rt, web};

/// How much one round did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Round {
    /// Rows of the outbox spread into messages.
    pub spread: usize,
    /// Messages taken over by the other side.
    pub sent: usize,
    /// Attempts that failed and are made again.
    pub again: usize,
    /// Messages given up.
    pub failed: usize,
    /// Messages whose end the other side has reported.
    pub heard: usize,
}

/// What one sender does: puts down what has been reported, spreads what is to be told and sends what is free, until there is
/// nothing left or it is to stop.
///
/// # Errors
/// The database; what can't be told is logged and left.
pub fn round(app: &App) -> Result<Round, Problem> {
    let heard = heard::all(app);
    let spread = spread::all(app)?;
    let done = send::all(app)?;
    Ok(Round { spread, heard, ..done })
}

/// Starts the senders: each does a round at each of its times, until it is aborted; never, if the configuration says so. Each
/// goes by itself: one that waits for a slow provider keeps no other from what comes meanwhile.
pub fn start(app: &web::Data<App>) -> Vec<rt::task::JoinHandle<()>> {
    let (every, senders) = (app.config.notices.every(), app.config.notices.senders.get());
    (0..senders).map(|_| rt::spawn(at_each(app.clone(), every, "notices", round))).collect()
}
