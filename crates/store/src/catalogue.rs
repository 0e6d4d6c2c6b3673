//! Agencies, calendars, drafts and published versions.

mod agencies;
mod calendars;
mod drafts;
mod published;
mod versions;

use crate::error::StoreError;
use serde_json::Error as JsonError;

pub use agencies::{add_agency, agency_version, all_agencies, change_agency, put_agency};
pub use calendars::{
    calendar, calendar_versions, newest_calendar, newest_calendars, put_calendar, recount_anew, recounted,
    to_recount,
};
pub use drafts::{all_drafts, draft, drafts, put_draft};
pub use published::{Listed, PublishedAt, published};
pub use versions::{
    Publication, current_version, current_versions, fields, next_number, put_version, version, versions_of,
};

fn number(number: u32) -> Result<i32, StoreError> {
    i32::try_from(number).map_err(|_| StoreError::Stored(format!("version {number} is beyond measure")))
}

fn read<T: serde::de::DeserializeOwned>(body: &str) -> Result<T, StoreError> {
    serde_json::from_str(body).map_err(|why| StoreError::Stored(why.to_string()))
}

fn unwritable(why: &JsonError) -> StoreError {
    StoreError::Stored(why.to_string())
}
