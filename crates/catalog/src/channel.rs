//! Channels of submission and their fees.

use serde::{Deserialize, Serialize};

/// How a dossier comes in (or a result goes out).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// At the counter (trực tiếp).
    Counter,
    /// Online (trực tuyến).
    Online,
    /// By public post (dịch vụ bưu chính).
    Post,
}

impl Channel {
    /// The channel's name in the API and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Channel::Counter => "counter",
            Channel::Online => "online",
            Channel::Post => "post",
        }
    }

    /// The national portal's code (`KenhThucHien`).
    pub fn national_code(self) -> u8 {
        match self {
            Channel::Counter => 1,
            Channel::Online => 2,
            Channel::Post => 3,
        }
    }
}

/// A channel a procedure is offered on, with what it costs there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// The channel.
    pub channel: Channel,
    /// What it costs; empty: nothing was published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fees: Vec<Fee>,
}

/// One fee, as published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// What it is for, in Vietnamese; none for the plain fee.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How much.
    pub amount: Amount,
}

/// How much a fee is. "Free (as the provincial council decides)" isn't free.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Amount {
    /// Nothing to pay.
    Free,
    /// So many đồng.
    Dong(u64),
    /// The provincial People's Council sets it; the text as published.
    SetByCouncil(String),
    /// Not one sum: the text as published.
    AsPublished(String),
}
