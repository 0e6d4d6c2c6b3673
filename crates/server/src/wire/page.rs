//! Pages of lists: opaque cursors.

use crate::http::Problem;
use data_encoding::BASE64URL_NOPAD;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T: ToSchema> {
    /// The lines.
    pub items: Vec<T>,
    /// Where the next page begins: hand it in as `after`; none on the last page.
    pub next: Option<String>,
}

/// How many lines a page has: 1 to 200.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "u32")]
pub struct Length(u32);

const LONGEST: u32 = 200;
const USUAL: u32 = 50;

impl Length {
    /// How many lines, where nothing may have been said.
    pub fn or_usual(length: Option<Length>) -> usize {
        length.map_or(USUAL, |Length(lines)| lines) as usize
    }
}

impl TryFrom<u32> for Length {
    type Error = String;
    fn try_from(lines: u32) -> Result<Self, String> {
        if (1..=LONGEST).contains(&lines) {
            Ok(Self(lines))
        } else {
            Err(format!("out of range: 1 to {LONGEST}"))
        }
    }
}

/// A page of what was found: `found` has one line more than `length` where there is more.
pub fn cut<F, T: ToSchema, P: Serialize>(
    found: Vec<F>,
    length: usize,
    place: impl FnOnce(&F) -> P,
    line: impl FnMut(F) -> T,
) -> Page<T> {
    let (items, next) = a_page(found, length, place);
    Page { items: items.into_iter().map(line).collect(), next }
}

/// The same before it is put into lines, with where the next page begins.
pub fn a_page<F, P: Serialize>(
    mut found: Vec<F>,
    length: usize,
    place: impl FnOnce(&F) -> P,
) -> (Vec<F>, Option<String>) {
    let more = found.len() > length;
    found.truncate(length);
    let next = found.last().filter(|_| more).map(|last| cursor(&place(last)));
    (found, next)
}

/// Writes a place in a list so that nobody builds on its shape.
fn cursor(place: &impl Serialize) -> String {
    BASE64URL_NOPAD.encode(&serde_json::to_vec(place).unwrap_or_default())
}

/// Reads a place back.
///
/// # Errors
/// 422 for one that isn't ours.
pub fn place<T: DeserializeOwned>(cursor: Option<&str>) -> Result<Option<T>, Problem> {
    let read = |cursor: &str| serde_json::from_slice(&BASE64URL_NOPAD.decode(cursor.as_bytes()).ok()?).ok();
    let unknown = || {
        Problem::input(
            "?after",
            "unknown",
            "Vị trí trang không hợp lệ; hãy dùng giá trị next của trang trước.",
            "Not a place in this list: use the `next` of the page before.",
        )
    };
    cursor.map(|cursor| read(cursor).ok_or_else(unknown)).transpose()
}
