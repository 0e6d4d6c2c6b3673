//! Where files lie, and who looks at them first.

use crate::config::{Files as Wanted, KeepIn, S3Bucket};
use crate::http::Problem;
use crate::keys::Keys;
use files::{Bucket, BucketSettings, Clamd, Files, Folder, Hash, Keeper, Scanned};
use std::fs;
use std::path::Path;
use std::time::Duration;
use ureq::Agent;

/// Where files lie, and who looks at them first.
pub struct Shelf {
    files: Files,
    clamd: Option<Clamd>,
}

impl Shelf {
    /// The shelf of this configuration; calls nobody yet.
    ///
    /// # Errors
    /// What is wrong with the configuration, in words.
    pub fn of(wanted: &Wanted, keys: &Keys) -> Result<Self, String> {
        let patience = Duration::from_secs(wanted.timeout_seconds);
        let keeper = match wanted.keep {
            KeepIn::Folder => Keeper::Folder(Folder::new(Path::new(&wanted.folder))),
            KeepIn::Bucket => Keeper::Bucket(Box::new(bucket(&wanted.bucket, patience)?)),
        };
        let clamd = (!wanted.clamd.is_empty()).then(|| Clamd::new(&wanted.clamd, patience));
        Ok(Self { files: Files::new(keeper, keys.files()), clamd })
    }

    /// What is known against these bytes, by clamd's own name; nothing where nobody is asked.
    ///
    /// # Errors
    /// Away, where clamd can't say.
    pub(super) fn known_against(&self, bytes: &[u8]) -> Result<Option<String>, Problem> {
        let Some(clamd) = &self.clamd else { return Ok(None) };
        match clamd.scan(bytes) {
            Ok(Scanned::Clean) => Ok(None),
            Ok(Scanned::Found(name)) => Ok(Some(name)),
            Err(why) => Err(Problem::Away(format!("clamd: {why}"))),
        }
    }

    /// Puts bytes away for good.
    ///
    /// # Errors
    /// Away, where the disk or the bucket can't take them.
    pub fn put(&self, bytes: &[u8]) -> Result<Hash, Problem> {
        self.files.put(bytes).map_err(|why| Problem::Away(why.to_string()))
    }

    /// Whether there are bytes of this hash.
    ///
    /// # Errors
    /// Away, where the disk or the bucket can't say.
    pub(super) fn has(&self, hash: &Hash) -> Result<bool, Problem> {
        self.files.has(hash).map_err(|why| Problem::Away(why.to_string()))
    }

    /// Takes the bytes of this hash away.
    ///
    /// # Errors
    /// Away, where the disk or the bucket doesn't.
    pub fn remove(&self, hash: &Hash) -> Result<(), Problem> {
        self.files.remove(hash).map_err(|why| Problem::Away(why.to_string()))
    }

    /// The bytes of this hash; none where they are gone or damaged.
    ///
    /// # Errors
    /// Away, where the disk or the bucket can't say.
    pub fn get(&self, hash: &Hash) -> Result<Option<Vec<u8>>, Problem> {
        self.files.get(hash).map_err(|why| Problem::Away(why.to_string()))
    }
}

fn bucket(wanted: &S3Bucket, patience: Duration) -> Result<Bucket, String> {
    let file = &wanted.secret_key_file;
    let key =
        fs::read_to_string(file).map_err(|why| format!("files.bucket.secret_key_file: {file}: {why}"))?;
    let settings = BucketSettings {
        endpoint: wanted.endpoint.clone(),
        region: wanted.region.clone(),
        name: wanted.name.clone(),
        access_key: wanted.access_key.clone(),
        secret_key: key.trim_end_matches(['\r', '\n']).to_owned(),
    };
    let agent = agent(wanted.endpoint.starts_with("https:"), patience);
    Bucket::new(settings, agent).map_err(|why| format!("files.bucket.endpoint: {why}"))
}

/// Asks no proxy and follows nobody elsewhere: the address is signed.
fn agent(is_https: bool, patience: Duration) -> Agent {
    let config = Agent::config_builder()
        .proxy(None)
        .max_redirects(0)
        .http_status_as_error(false)
        .timeout_global(Some(patience));
    let config = if is_https { config.tls_config(notify::tls::as_the_system_trusts()) } else { config };
    config.build().into()
}
