//! The chain: each row of a dossier's log covers the one before, so that tampering shows.

use crate::schema::events;
use crate::sql_types::{Id, Moment};
use diesel::prelude::*;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A row of the log.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = events, treat_none_as_default_value = false)]
pub(crate) struct EventRow {
    pub(crate) dossier_id: Id,
    pub(crate) seq: i64,
    pub(crate) kind: String,
    pub(crate) version: i32,
    pub(crate) at: Moment,
    pub(crate) actor: String,
    pub(crate) user_id: Option<Id>,
    pub(crate) payload: String,
    pub(crate) prev_hash: Vec<u8>,
    pub(crate) hash: Vec<u8>,
}

/// What a dossier's first row covers.
pub(crate) const GENESIS: [u8; 32] = [0; 32];

impl EventRow {
    /// The hash this row must bear: of every other column, each with its length before it.
    pub(crate) fn expected_hash(&self) -> Vec<u8> {
        let mut hash = Sha256::new();
        let at = self.at.0.unix_timestamp_nanos() / 1_000;
        let user = self.user_id.map_or(Uuid::nil(), |id| id.0);
        let columns: [&[u8]; 9] = [
            self.dossier_id.0.as_bytes(),
            &self.seq.to_be_bytes(),
            self.kind.as_bytes(),
            &self.version.to_be_bytes(),
            &at.to_be_bytes(),
            self.actor.as_bytes(),
            user.as_bytes(),
            self.payload.as_bytes(),
            &self.prev_hash,
        ];
        for column in columns {
            hash.update((column.len() as u64).to_be_bytes());
            hash.update(column);
        }
        hash.finalize().to_vec()
    }

    /// The same row bearing its hash.
    pub(crate) fn sealed(mut self) -> Self {
        self.hash = self.expected_hash();
        self
    }
}
