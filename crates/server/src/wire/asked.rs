//! What is asked of the applicant in writing, and what they bring: as it comes in.

use super::schemas;
use super::submission::{ApplicantIn, HandedIn};
use crate::http::Prose;
use crate::http::object::{object_if_any, objects};
use intake::{FaultKind, Item};
use kernel::ComponentCode;
use serde::Deserialize;
use utoipa::ToSchema;

/// One thing asked of the applicant.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemIn {
    /// The component; none for the applicant's details.
    #[schema(value_type = Option<String>)]
    pub component: Option<ComponentCode>,
    /// What is wrong.
    #[schema(schema_with = schemas::fault)]
    pub fault: FaultKind,
    /// What is to be done: needed for what only a person sees.
    #[serde(default)]
    pub note: Prose<1000>,
}

/// The guidance notice: what the clerk saw besides what the system finds, all of which is in the notice anyway.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GuidanceIn {
    /// What the clerk saw; may be empty.
    #[serde(deserialize_with = "objects::<_, _, 200>")]
    #[schema(max_items = 200)]
    pub items: Vec<ItemIn>,
}

/// What the applicant brings before acceptance.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CompletionIn {
    /// Each component as it is now, in all its forms and copies: it takes the place of what was there of it.
    #[serde(default, deserialize_with = "objects::<_, _, 200>")]
    #[schema(max_items = 200)]
    pub components: Vec<HandedIn>,
    /// The applicant's details anew, all of them.
    #[serde(default, deserialize_with = "object_if_any")]
    pub applicant: Option<ApplicantIn>,
}

/// A supplement request.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SupplementRequestIn {
    /// What for; each item names a component.
    #[serde(deserialize_with = "objects::<_, _, 200>")]
    #[schema(max_items = 200)]
    pub items: Vec<ItemIn>,
}

/// What an agency needs of a supplement that is being gathered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NeedsIn {
    /// What it needs; empty: nothing.
    #[serde(deserialize_with = "objects::<_, _, 200>")]
    #[schema(max_items = 200)]
    pub items: Vec<ItemIn>,
}

/// What the applicant brings of a supplement.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SupplementIn {
    /// Each component as it is now, in all its forms and copies.
    #[serde(deserialize_with = "objects::<_, _, 200>")]
    #[schema(max_items = 200)]
    pub components: Vec<HandedIn>,
}

impl From<ItemIn> for Item {
    fn from(item: ItemIn) -> Self {
        Item { component: item.component, fault: item.fault, note: item.note.into_string() }
    }
}
