//! Messages on their way: one row for each, from the outbox to the person.
//!
//! A row of the outbox says that somebody is to be told of an event. A worker takes such rows upon itself for a while
//! ([`to_spread`]), and each is spread once into a row for each message ([`spread`]); a worker takes messages upon itself for
//! a while ([`claim`]), sends without holding the database, and says what came of it ([`sent`], [`failed`], [`again_at`]), or
//! gives back what it didn't come to ([`give_back`]). What a killed worker had taken is free again when its time is up.

mod claim;
mod followed;
mod outcome;
mod spread;
mod tasks;

pub use claim::{Claim, Claimed, claim, give_back};
pub use followed::{Followed, of_dossier};
pub use outcome::{again_at, by_provider_reference, delivered, failed, sent};
pub use spread::{New, Told, spread, to_spread};
pub use tasks::{Task, settle, task, tasks};

use kernel::UserId;

/// Who is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum To {
    /// Who applies.
    Applicant,
    /// A member of staff.
    Staff(UserId),
}

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// A text message.
    Sms,
    /// A letter by e-mail.
    Email,
    /// There is no address: somebody has to tell them by other means.
    None,
}

impl Way {
    /// The name in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Way::Sms => "sms",
            Way::Email => "email",
            Way::None => "none",
        }
    }

    fn read(text: &str) -> Result<Self, crate::StoreError> {
        let known = [Way::Sms, Way::Email, Way::None].into_iter().find(|way| way.as_str() == text);
        known.ok_or_else(|| crate::StoreError::Stored(format!("way `{text}`")))
    }
}
