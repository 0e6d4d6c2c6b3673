//! Configuration in layers: the defaults that ship with the program, a file, the environment.

use figment::Figment;
use figment::providers::{Env, Format, Toml};
use figment::value::UncasedStr;
use serde::Deserialize;
use std::num::{NonZeroU16, NonZeroU64, NonZeroUsize};
use std::path::Path;

/// Every key with its default and its explanation.
pub const DEFAULTS: &str = include_str!("../../../config/default.toml");

/// The whole configuration. Each key is explained in `config/default.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The HTTP server.
    pub server: Server,
    /// The database.
    pub database: Database,
    /// Keys and tokens.
    pub security: Security,
    /// Rate limits.
    pub limits: Limits,
    /// What is done because time has passed.
    pub worker: Worker,
    /// What people are told by SMS and e-mail.
    pub notices: Notices,
    /// Letters on paper.
    pub letters: Letters,
    /// Files of dossiers.
    pub files: Files,
    /// What people complain of or propose.
    pub feedback: Feedback,
    /// Logging.
    pub log: Log,
}

/// The HTTP server.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    /// Address and port.
    pub listen: String,
    /// Threads; 0: one per core.
    pub workers: usize,
    /// Seconds that requests in flight may still take at the end.
    pub shutdown_seconds: u64,
    /// Whether a proxy in front tells the client's address.
    pub behind_proxy: bool,
    /// The largest body, in bytes.
    pub largest_body: usize,
}

/// The database.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    /// Its address.
    pub url: String,
    /// Connections at most.
    pub connections: u32,
    /// Seconds a request waits for one.
    pub patience_seconds: u64,
    /// Commands one commit to an SQLite file carries at most.
    pub together: usize,
}

/// Keys and tokens.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Security {
    /// The file with the master key.
    pub key_file: String,
    /// Minutes an access token is good.
    pub access_minutes: i64,
    /// Days a refresh token is good.
    pub refresh_days: i64,
    /// Minutes without a page opened after which a session in a browser ends.
    pub page_minutes: i64,
}

/// Rate limits, each a minute from one address.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Sign-ins.
    pub sign_ins_a_minute: u32,
    /// Public look-ups.
    pub look_ups_a_minute: u32,
    /// Online submissions.
    pub submissions_a_minute: u32,
    /// Days after which an online submission is forgotten that was never sent.
    pub draft_days: i64,
}

/// What is done because time has passed.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Worker {
    /// Seconds between two rounds; 0: none in this process.
    pub every_seconds: u64,
}

impl Worker {
    /// Seconds between two rounds; none where no worker is to run.
    pub fn every(&self) -> Option<NonZeroU64> {
        NonZeroU64::new(self.every_seconds)
    }
}

/// What people are told by SMS and e-mail.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notices {
    /// Seconds between two rounds; 0: none in this process.
    pub every_seconds: u64,
    /// Seconds for which a process has a message to itself.
    pub lease_seconds: u64,
    /// Messages that this process sends at a time.
    pub senders: NonZeroUsize,
    /// Seconds that a provider may take.
    pub timeout_seconds: u64,
    /// Where people find the system.
    pub site: String,
    /// When nobody is disturbed from, as hour and minute.
    pub quiet_from: String,
    /// Until when.
    pub quiet_until: String,
    /// Whether SMS are written with diacritics.
    pub diacritics: bool,
    /// The folder of the office's own texts; empty: the built-in ones.
    pub texts: String,
    /// The file of the way `file`.
    pub file: String,
    /// How SMS go out.
    pub sms: SmsBy,
    /// How e-mail goes out.
    pub email: EmailBy,
    /// The mail server.
    pub smtp: SmtpServer,
    /// The SMS gateway.
    pub kannel: Gateway,
    /// The operator's SMPP gateway.
    pub smpp: SmppGateway,
}

impl Notices {
    /// Seconds between two rounds; none where nothing is to be sent by this process.
    pub fn every(&self) -> Option<NonZeroU64> {
        NonZeroU64::new(self.every_seconds)
    }
}

/// How SMS go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SmsBy {
    /// Not at all.
    None,
    /// Into a file, for trials.
    File,
    /// Through a gateway that speaks Kannel's `sendsms`.
    Kannel,
    /// Through an operator's SMPP gateway.
    Smpp,
}

/// How e-mail goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EmailBy {
    /// Not at all.
    None,
    /// Into a file, for trials.
    File,
    /// Through a mail server.
    Smtp,
}

/// The mail server.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmtpServer {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is secured.
    pub security: String,
    /// The user; empty: it asks for none.
    pub username: String,
    /// The file with the password.
    pub password_file: String,
    /// Who sends, as people read it.
    pub from_name: String,
    /// Who sends.
    pub from: String,
}

/// The SMS gateway.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gateway {
    /// Its address, without a query.
    pub url: String,
    /// The user.
    pub username: String,
    /// The file with the password.
    pub password_file: String,
    /// Who sends, as the phone shows it.
    pub from: String,
    /// This server's address as the gateway reaches it; empty: no delivery reports.
    pub reports_to: String,
}

/// The operator's SMPP gateway.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmppGateway {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// The user.
    pub system_id: String,
    /// The file with the password.
    pub password_file: String,
    /// What the operator calls this kind of system.
    pub system_type: String,
    /// Who sends, as the phone shows it.
    pub from: String,
    /// Silent seconds after which it is asked whether it is still there.
    pub enquire_seconds: u64,
    /// How many hours its clock is ahead of UTC.
    pub clock_hours: i8,
}

/// What people complain of or propose.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feedback {
    /// Working days within which it is answered.
    pub answer_within_working_days: NonZeroU16,
}

/// Letters on paper.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letters {
    /// The folder of the office's own templates; empty: the built-in ones.
    pub templates: String,
    /// Where fonts lie.
    pub fonts: String,
    /// Where the bytes of issued letters lie.
    pub files: String,
    /// The folder of signing keys; empty: none.
    pub keys: String,
    /// The paper of receipts.
    pub receipt_paper: ReceiptPaper,
}

/// The paper of receipts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReceiptPaper {
    /// 210 × 297 mm.
    A4,
    /// 148 × 210 mm.
    A5,
}

/// Files of dossiers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Files {
    /// Where their bytes are kept.
    pub keep: KeepIn,
    /// The folder.
    pub folder: String,
    /// The largest file, in bytes.
    pub largest: usize,
    /// How many of the applicant's, and how many of staff's, in one dossier.
    pub most: usize,
    /// Where clamd listens; empty: files aren't scanned.
    pub clamd: String,
    /// Seconds that clamd or the bucket may take.
    pub timeout_seconds: u64,
    /// The bucket.
    pub bucket: S3Bucket,
}

/// Where the bytes of files are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KeepIn {
    /// In a folder.
    Folder,
    /// In a bucket.
    Bucket,
}

/// An S3-compatible bucket.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct S3Bucket {
    /// The address of the service.
    pub endpoint: String,
    /// Its region.
    pub region: String,
    /// The bucket's name.
    pub name: String,
    /// The id of our key.
    pub access_key: String,
    /// The file with the key.
    pub secret_key_file: String,
}

/// Logging.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    /// The filter.
    pub level: String,
    /// For machines or for people.
    pub format: LogFormat,
}

/// How a log line is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// A JSON object a line.
    Json,
    /// Text.
    Text,
}

/// Variables with our prefix that aren't configuration: where the file is, and what tests are told.
fn is_key(name: &UncasedStr) -> bool {
    name != "CONFIG" && !name.starts_with("TEST_")
}

impl Config {
    /// Reads the layers: defaults, `file`, `MOTCUA_…` variables, `DATABASE_URL`.
    ///
    /// # Errors
    /// A key that isn't known, by name, or a value of the wrong kind, with where it stands.
    pub fn read(file: Option<&Path>) -> Result<Config, Box<figment::Error>> {
        let mut layers = Figment::from(Toml::string(DEFAULTS));
        if let Some(file) = file {
            layers = layers.merge(Toml::file_exact(file));
        }
        let variables = Env::prefixed("MOTCUA_").filter(is_key).split("__");
        let address = Env::raw().only(&["DATABASE_URL"]).map(|_| "database.url".into());
        layers.merge(variables).merge(address).extract().map_err(Box::new)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::result_large_err, reason = "the error type is the test jail's own")]

    use super::*;
    use figment::Jail;

    #[test]
    fn the_defaults_are_a_whole_configuration() {
        Jail::expect_with(|jail| {
            jail.clear_env();
            let config = Config::read(None).map_err(|why| *why)?;
            assert_eq!(config.database.url, "sqlite://var/motcua.db");
            Ok(())
        });
    }

    #[test]
    fn a_later_layer_wins() {
        Jail::expect_with(|jail| {
            jail.create_file("my.toml", "[server]\nlisten = \"0.0.0.0:1\"\nworkers = 3\n")?;
            jail.set_env("MOTCUA_SERVER__LISTEN", "0.0.0.0:2");
            jail.set_env("DATABASE_URL", "postgres://db/x");
            let config = Config::read(Some(Path::new("my.toml"))).map_err(|why| *why)?;
            assert_eq!((config.server.listen.as_str(), config.server.workers), ("0.0.0.0:2", 3));
            assert_eq!(config.database.url, "postgres://db/x");
            Ok(())
        });
    }

    #[test]
    fn a_wrong_key_is_refused_by_name() {
        Jail::expect_with(|jail| {
            jail.set_env("MOTCUA_SERVER__LISTEM", "0.0.0.0:2");
            let why = Config::read(None).expect_err("a wrong key").to_string();
            assert!(why.contains("listem"), "{why}");
            Ok(())
        });
    }

    #[test]
    fn a_value_of_the_wrong_kind_is_refused_with_its_key() {
        Jail::expect_with(|jail| {
            jail.set_env("MOTCUA_SERVER__WORKERS", "many");
            let why = Config::read(None).expect_err("a wrong value").to_string();
            assert!(why.to_lowercase().contains("server.workers"), "{why}");
            Ok(())
        });
    }
}
