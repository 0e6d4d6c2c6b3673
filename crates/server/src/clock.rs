//! The only place that reads the clock and draws ids. Everything else is handed both.

use parking_lot::Mutex;
use std::sync::Arc;
use time::OffsetDateTime;
use uuid::{ContextV7, Timestamp, Uuid};

/// Tells the time and draws ids. Cheap to clone.
#[derive(Clone)]
pub struct Clock(Arc<Source>);

enum Source {
    System,
    Set { now: Mutex<OffsetDateTime>, context: Mutex<ContextV7> },
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self(Arc::new(Source::System))
    }

    /// A clock that stands until it is set: for trials and tests.
    pub fn set_to(now: OffsetDateTime) -> Self {
        Self(Arc::new(Source::Set { now: Mutex::new(now), context: Mutex::new(ContextV7::new()) }))
    }

    /// Sets a standing clock; the machine's own can't be set.
    pub fn set(&self, moment: OffsetDateTime) {
        if let Source::Set { now, .. } = &*self.0 {
            *now.lock() = moment;
        }
    }

    /// The moment, to the microsecond: what every database keeps.
    pub fn now(&self) -> OffsetDateTime {
        let now = match &*self.0 {
            Source::System => system_now(),
            Source::Set { now, .. } => *now.lock(),
        };
        now.replace_nanosecond(now.nanosecond() / 1_000 * 1_000).unwrap_or(now)
    }

    /// A new id, later ones sorting behind earlier ones.
    pub fn id(&self) -> Uuid {
        match &*self.0 {
            Source::System => system_id(),
            Source::Set { now, context } => {
                let now = *now.lock();
                let seconds = u64::try_from(now.unix_timestamp()).unwrap_or(0);
                Uuid::new_v7(Timestamp::from_unix(&*context.lock(), seconds, now.nanosecond()))
            }
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the clock that everything else is handed")]
fn system_now() -> OffsetDateTime {
    OffsetDateTime::now_utc()
}

#[expect(clippy::disallowed_methods, reason = "this is where ids are drawn")]
fn system_id() -> Uuid {
    Uuid::now_v7()
}
