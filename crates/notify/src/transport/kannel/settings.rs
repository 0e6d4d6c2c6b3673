//! Where SMS are handed over, and how.

use crate::transport::{Secret, tls};
use std::time::Duration;
use ureq::Agent;

/// Where SMS are handed over, and how.
#[derive(Debug, Clone)]
pub struct KannelSettings {
    /// The gateway's address without a query: `http://127.0.0.1:13013/cgi-bin/sendsms`.
    pub url: String,
    /// Its user.
    pub username: String,
    /// Its password.
    pub password: Secret,
    /// Who sends, as the phone shows it: a brand name or a number.
    pub from: String,
    /// Where delivery reports come back to, without a query; none: they aren't asked for.
    pub reports_to: Option<String>,
    /// How long the gateway may take to take the connection.
    pub connect_timeout: Duration,
    /// How long it may take in all.
    pub timeout: Duration,
}

/// More connections than this aren't kept for the next message.
const KEPT: usize = 16;

impl KannelSettings {
    /// Trusts the system's certificates; asks no proxy and follows nobody elsewhere, since the password stands in the
    /// address.
    pub(super) fn agent(&self) -> Agent {
        let config = Agent::config_builder()
            .proxy(None)
            .max_redirects(0)
            .max_idle_connections(KEPT)
            .max_idle_connections_per_host(KEPT)
            .http_status_as_error(false)
            .timeout_connect(Some(self.connect_timeout))
            .timeout_global(Some(self.timeout));
        let is_https = self.url.starts_with("https:");
        let config = if is_https { config.tls_config(tls::as_the_system_trusts()) } else { config };
        config.build().into()
    }
}
