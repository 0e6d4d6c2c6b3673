//! Clerks accepting what waits.

use std::collections::HashMap;

use anyhow::{Context, Result};

use super::filled::{Filled, Submitted};
use super::http::post;
use super::load;
use super::motcua::Motcua;

/// The dossiers that wait, and the clerks' tokens by agency.
pub(crate) struct Accepting<'a> {
    waiting: &'a [Submitted],
    used: usize,
    tokens: HashMap<&'a str, String>,
}

impl<'a> Accepting<'a> {
    /// Signs every clerk in. The tokens are good at each server with the same key.
    pub(crate) fn sign_in(server: &Motcua, filled: &'a Filled) -> Result<Self> {
        let clerks = filled.clerks.iter();
        let tokens = clerks.map(|clerk| Ok((clerk.agency.as_str(), server.token(clerk)?)));
        Ok(Self { waiting: &filled.submitted, used: 0, tokens: tokens.collect::<Result<_>>()? })
    }

    /// The next `count` that wait, by their places.
    ///
    /// # Errors
    /// Fewer wait.
    pub(crate) fn take(&mut self, count: usize) -> Result<std::ops::Range<usize>> {
        let taken = self.used..self.used + count;
        self.waiting.get(taken.clone()).context("fewer dossiers wait")?;
        self.used = taken.end;
        Ok(taken)
    }

    /// Accepts the next `count` on so many connections; acceptances a second.
    pub(crate) fn per_second(&mut self, server: &Motcua, count: usize, connections: usize) -> Result<f64> {
        let taken = self.take(count)?;
        let requests = self.waiting[taken].iter().map(|dossier| self.request(dossier));
        let requests: Vec<String> = requests.collect();
        load::per_second(server.port(), connections, 201, |place| requests.get(place).cloned())
    }

    fn request(&self, dossier: &Submitted) -> String {
        post(&format!("/api/v1/dossiers/{}/acceptance", dossier.id), &self.tokens[dossier.agency.as_str()])
    }
}
