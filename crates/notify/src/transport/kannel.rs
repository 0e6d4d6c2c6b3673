//! SMS over HTTP, in the shape of Kannel's `sendsms`, which many gateways speak.

mod answer;
mod report;
mod request;
mod settings;

pub use report::{BadReport, Report, ReportState};
pub use settings::KannelSettings;

use super::{Failure, Outgoing, Sent, Transport};
use std::fmt;
use ureq::Agent;

/// SMS over HTTP. Connections are kept for the next message.
pub struct Kannel {
    settings: KannelSettings,
    agent: Agent,
}

impl fmt::Debug for Kannel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Kannel").field("settings", &self.settings).finish_non_exhaustive()
    }
}

impl Kannel {
    /// Prepares to send; connects to nobody yet.
    pub fn new(settings: KannelSettings) -> Self {
        let agent = settings.agent();
        Self { settings, agent }
    }
}

impl Transport for Kannel {
    fn send(&self, outgoing: &Outgoing) -> Result<Sent, Failure> {
        let address = format!("{}?{}", self.settings.url, request::query(outgoing, &self.settings));
        let mut answered = self.agent.get(&address).call().map_err(|error| answer::broken(&error))?;
        let retry_after = answer::retry_after(answered.headers());
        let status = answered.status().as_u16();
        let words = answered.body_mut().with_config().limit(answer::LONGEST).read_to_string();
        answer::read(status, words.unwrap_or_default().trim(), retry_after)
    }
}
