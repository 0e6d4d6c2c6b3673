//! Pages of lists: opaque cursors.

use data_encoding::BASE64URL_NOPAD;
use serde::Serialize;
use serde::de::DeserializeOwned;
use utoipa::ToSchema;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T: ToSchema> {
    /// The lines.
    pub items: Vec<T>,
    /// Where the next page begins: hand it in as `after`; none on the last page.
    pub next: Option<String>,
}

/// How many lines a page has at most.
pub const LONGEST: u32 = 200;
/// How many it has where nothing is said.
pub const USUAL: u32 = 50;

/// Writes a place in a list so that nobody builds on its shape.
pub fn cursor(place: &impl Serialize) -> String {
    BASE64URL_NOPAD.encode(&serde_json::to_vec(place).unwrap_or_default())
}

/// Reads a place back; none where it isn't one of ours.
pub fn place<T: DeserializeOwned>(cursor: &str) -> Option<T> {
    serde_json::from_slice(&BASE64URL_NOPAD.decode(cursor.as_bytes()).ok()?).ok()
}
