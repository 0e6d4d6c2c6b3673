//! The portal's shape, as far as it is read.

use serde::Deserialize;
use serde_json::Value;

#[derive(Debug, Deserialize)]
pub(super) struct Published {
    pub(super) code: Option<String>,
    pub(super) name: String,
    pub(super) field: String,
    pub(super) publishing_decision: Option<String>,
    pub(super) applicants: Option<String>,
    pub(super) interlinked: bool,
    pub(super) deadline: Deadline,
    pub(super) channels: Vec<PublishedChannel>,
    #[serde(default)]
    pub(super) stages: Vec<Value>,
    pub(super) components: Vec<PublishedComponent>,
    pub(super) results: Vec<PublishedResult>,
    #[serde(default)]
    pub(super) warnings: Vec<String>,
    pub(super) verified: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct Deadline {
    pub(super) value: Option<u32>,
    pub(super) unit: Option<String>,
    pub(super) basis: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct PublishedChannel {
    pub(super) channel: String,
    pub(super) kenh_thuc_hien: u8,
    pub(super) duration_value: Option<u32>,
    pub(super) duration_unit: Option<String>,
    pub(super) duration_as_published: Option<String>,
    #[serde(default)]
    pub(super) fees: Vec<PublishedFee>,
}

#[derive(Debug, Deserialize)]
pub(super) struct PublishedFee {
    pub(super) as_published: String,
    pub(super) kind: String,
    pub(super) amount: Option<u64>,
    pub(super) currency: Option<String>,
    pub(super) note: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct PublishedComponent {
    pub(super) group: Option<String>,
    pub(super) name: String,
    pub(super) form: Option<String>,
    pub(super) originals: u16,
    pub(super) copies: u16,
}

#[derive(Debug, Deserialize)]
pub(super) struct PublishedResult {
    pub(super) name: String,
    pub(super) code: Option<String>,
}
