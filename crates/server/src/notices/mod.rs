//! People are told: what the outbox holds is spread into messages, and those are sent, by any number of processes. The
//! database isn't held while a provider is spoken to.

mod heard;
mod moment;
mod post;
mod readers;
mod send;
mod spread;

pub use post::Post;

use crate::app::App;
use crate::http::Problem;
use crate::worker::at_each;
use actix_web::web;

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

/// Puts down what has been reported; spreads what is to be told and sends what is free, until there is none of either.
///
/// # Errors
/// The database; what can't be told is logged and left.
pub fn round(app: &App) -> Result<Round, Problem> {
    let heard = heard::all(app);
    let spread = spread::all(app)?;
    let done = send::all(app)?;
    Ok(Round { spread, heard, ..done })
}

/// Does a round at each of its times, until it is dropped; never, if the configuration says so.
pub async fn run(app: web::Data<App>) {
    let every = app.config.notices.every();
    at_each(app, every, "notices", round).await;
}
