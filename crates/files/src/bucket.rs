//! An S3-compatible bucket: what is put there is there whole, or not at all.

use crate::kept::Unkept;
use rusty_s3::{Bucket as Address, Credentials, S3Action, UrlStyle};
use std::time::Duration;
use ureq::Agent;
use ureq::http::StatusCode;
use url::Url;

/// Where a bucket is, and who we are there.
#[derive(Debug, Clone)]
pub struct BucketSettings {
    /// The address of the service, such as `https://s3.example.vn`; the bucket's name follows it.
    pub endpoint: String,
    /// Its region.
    pub region: String,
    /// The bucket's name.
    pub name: String,
    /// The id of our key.
    pub access_key: String,
    /// Our key.
    pub secret_key: String,
}

/// A bucket. Connections are kept for the next file.
pub struct Bucket {
    address: Address,
    credentials: Credentials,
    agent: Agent,
}

/// How long an address is good that we sign for ourselves.
const GOOD_FOR: Duration = Duration::from_secs(300);
/// More of an object isn't read, in bytes.
const LONGEST: u64 = 1 << 30;

impl Bucket {
    /// The bucket of these settings, spoken to through `agent`, which says how long is waited; calls nobody yet.
    ///
    /// # Errors
    /// What is wrong with the address, in words.
    pub fn new(settings: BucketSettings, agent: Agent) -> Result<Self, String> {
        let wrong = |why: String| format!("{}: {why}", settings.endpoint);
        let endpoint: Url =
            settings.endpoint.parse().map_err(|why: url::ParseError| wrong(why.to_string()))?;
        let address = Address::new(endpoint, UrlStyle::Path, settings.name.clone(), settings.region.clone());
        let address = address.map_err(|why| wrong(why.to_string()))?;
        let credentials = Credentials::new(settings.access_key, settings.secret_key);
        Ok(Self { address, credentials, agent })
    }

    pub(crate) fn put(&self, name: &str, bytes: &[u8]) -> Result<(), Unkept> {
        let address = self.address.put_object(Some(&self.credentials), name).sign(GOOD_FOR);
        let answer = self.agent.put(address.as_str()).send(bytes).map_err(silent)?;
        if answer.status().is_success() { Ok(()) } else { Err(refused(answer.status())) }
    }

    pub(crate) fn has(&self, name: &str) -> Result<bool, Unkept> {
        let address = self.address.head_object(Some(&self.credentials), name).sign(GOOD_FOR);
        match self.agent.head(address.as_str()).call().map_err(silent)?.status() {
            StatusCode::OK => Ok(true),
            StatusCode::NOT_FOUND => Ok(false),
            status => Err(refused(status)),
        }
    }

    pub(crate) fn remove(&self, name: &str) -> Result<(), Unkept> {
        let address = self.address.delete_object(Some(&self.credentials), name).sign(GOOD_FOR);
        let status = self.agent.delete(address.as_str()).call().map_err(silent)?.status();
        if status.is_success() || status == StatusCode::NOT_FOUND { Ok(()) } else { Err(refused(status)) }
    }

    pub(crate) fn get(&self, name: &str) -> Result<Option<Vec<u8>>, Unkept> {
        let address = self.address.get_object(Some(&self.credentials), name).sign(GOOD_FOR);
        let mut answer = self.agent.get(address.as_str()).call().map_err(silent)?;
        match answer.status() {
            StatusCode::OK => {
                answer.body_mut().with_config().limit(LONGEST).read_to_vec().map(Some).map_err(silent)
            }
            StatusCode::NOT_FOUND if !names_no_bucket(&mut answer) => Ok(None),
            status => Err(refused(status)),
        }
    }
}

/// A bucket that isn't there is our fault, and not that of the file.
fn names_no_bucket(answer: &mut ureq::http::Response<ureq::Body>) -> bool {
    answer.body_mut().read_to_string().is_ok_and(|words| words.contains("NoSuchBucket"))
}

fn refused(status: StatusCode) -> Unkept {
    Unkept::Bucket(format!("it answers {status}"))
}

/// The address, which is signed, isn't told.
fn silent(why: ureq::Error) -> Unkept {
    Unkept::Bucket(match why {
        ureq::Error::BadUri(_) => "its address isn't one".to_owned(),
        why => why.to_string(),
    })
}
