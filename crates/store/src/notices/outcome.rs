//! What came of a message. Only whoever holds the claim on it may say so: one who was too slow, and whose claim somebody
//! else has now, changes nothing.

use super::Way;
use crate::db::{Db, each};
use crate::error::StoreError;
use crate::schema::notices;
use crate::sql_types::{Id, kept};
use crate::statements::Update;
use diesel::prelude::*;
use time::OffsetDateTime;
use uuid::Uuid;

/// The other side has taken it over. Whether it was still the claim's.
///
/// # Errors
/// The database.
pub fn sent(
    db: &mut Db,
    id: Uuid,
    claim: Uuid,
    at: OffsetDateTime,
    provider_reference: Option<&str>,
) -> Result<bool, StoreError> {
    let changes = (
        notices::state.eq("sent"),
        notices::claimed_by.eq(None::<Id>),
        notices::sent_at.eq(Some(kept(at))),
        notices::provider_reference.eq(provider_reference.map(str::to_owned)),
        notices::why.eq(None::<String>),
    );
    let claimed = notices::id.eq(Id(id)).and(notices::claimed_by.eq(Some(Id(claim))));
    let update = Update::new("notices", changes, claimed);
    Ok(each!(db, connection => update.execute(connection))? == 1)
}

/// It wasn't sent, and is tried again at `next`. Whether it was still the claim's.
///
/// # Errors
/// The database.
pub fn again_at(
    db: &mut Db,
    id: Uuid,
    claim: Uuid,
    next: OffsetDateTime,
    why: &str,
) -> Result<bool, StoreError> {
    let changes = (
        notices::state.eq("waiting"),
        notices::claimed_by.eq(None::<Id>),
        notices::available_at.eq(kept(next)),
        notices::why.eq(Some(why)),
    );
    let claimed = notices::table.find(Id(id)).filter(notices::claimed_by.eq(Some(Id(claim))));
    Ok(diesel::update(claimed).set(changes).execute(db)? == 1)
}

/// It won't be sent this way. Whether it was still the claim's.
///
/// # Errors
/// The database.
pub fn failed(db: &mut Db, id: Uuid, claim: Uuid, why: &str) -> Result<bool, StoreError> {
    let changes =
        (notices::state.eq("failed"), notices::claimed_by.eq(None::<Id>), notices::why.eq(Some(why)));
    let claimed = notices::table.find(Id(id)).filter(notices::claimed_by.eq(Some(Id(claim))));
    Ok(diesel::update(claimed).set(changes).execute(db)? == 1)
}

/// The message that went out this way and that the other side calls so, if nothing has been reported of it yet; of several
/// the last.
///
/// # Errors
/// The database.
pub fn by_provider_reference(db: &mut Db, way: Way, reference: &str) -> Result<Option<Uuid>, StoreError> {
    let found: Option<Id> = notices::table
        .filter(notices::state.eq("sent"))
        .filter(notices::channel.eq(way.as_str()))
        .filter(notices::provider_reference.eq(reference))
        .order((notices::sent_at.desc(), notices::id.desc()))
        .select(notices::id)
        .first(db)
        .optional()?;
    Ok(found.map(|Id(id)| id))
}

/// The other side reports that it has reached the person, or (with the reason) that it won't. A report that comes twice,
/// or of a message that wasn't sent, changes nothing.
///
/// # Errors
/// The database.
pub fn delivered(db: &mut Db, id: Uuid, at: OffsetDateTime, wont: Option<&str>) -> Result<bool, StoreError> {
    let was_sent = notices::table.find(Id(id)).filter(notices::state.eq("sent"));
    let changed = match wont {
        None => diesel::update(was_sent)
            .set((notices::state.eq("delivered"), notices::delivered_at.eq(Some(kept(at)))))
            .execute(db)?,
        Some(why) => diesel::update(was_sent)
            .set((notices::state.eq("failed"), notices::why.eq(Some(why))))
            .execute(db)?,
    };
    Ok(changed == 1)
}
