//! Identifiers that are UUIDs: one type each, so that one can't stand in for another.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

uuid_id!(
    /// One dossier, from submission on; before acceptance it has no number, only this.
    DossierId
);
uuid_id!(
    /// What somebody complained of or proposed.
    FeedbackId
);
uuid_id!(
    /// One person's details in the store; events name this, never the details.
    PersonId
);
uuid_id!(
    /// One file of a dossier; its bytes and its name are kept apart.
    FileId
);
uuid_id!(
    /// One staff account.
    UserId
);
