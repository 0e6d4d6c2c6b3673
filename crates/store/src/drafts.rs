//! Online submissions that aren't sent yet: saved as they are written, under the id that the dossier will have. They hold
//! personal data, and go once they are sent or forgotten.

use crate::db::Db;
use crate::error::{StoreError, is_twin};
use crate::files::{Hash, of_dossier};
use crate::schema::{drafts, events, files};
use crate::sql_types::{Id, Moment, kept};
use diesel::dsl::exists;
use diesel::prelude::*;
use kernel::{AgencyCode, CaseCode, DossierId, ProcedureCode};
use time::OffsetDateTime;

/// An online submission that isn't sent yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The id that the dossier will have.
    pub id: DossierId,
    /// The procedure.
    pub procedure: ProcedureCode,
    /// The case.
    pub case: CaseCode,
    /// The agency that is to receive it.
    pub agency: AgencyCode,
    /// What was written so far, as whoever writes it puts it.
    pub body: String,
    /// When it was begun.
    pub at: OffsetDateTime,
    /// When it was last written.
    pub changed_at: OffsetDateTime,
}

/// Begins a draft.
///
/// # Errors
/// [`StoreError::Repeated`] for one that was begun before; the database: an agency that isn't there.
pub fn begin(db: &mut Db, draft: &Draft) -> Result<(), StoreError> {
    let row = (
        drafts::id.eq(Id(draft.id.0)),
        drafts::procedure.eq(draft.procedure.as_str()),
        drafts::case_code.eq(draft.case.as_str()),
        drafts::agency.eq(draft.agency.as_str()),
        drafts::body.eq(&draft.body),
        drafts::at.eq(kept(draft.at)),
        drafts::changed_at.eq(kept(draft.changed_at)),
    );
    let written = diesel::insert_into(drafts::table).values(row).execute(db);
    written.map(drop).map_err(|error| if is_twin(&error) { StoreError::Repeated } else { error.into() })
}

/// Saves what was written. Whether there still is such a draft.
///
/// # Errors
/// The database.
pub fn save(db: &mut Db, id: DossierId, body: &str, at: OffsetDateTime) -> Result<bool, StoreError> {
    let changes = (drafts::body.eq(body), drafts::changed_at.eq(kept(at)));
    Ok(diesel::update(drafts::table.find(Id(id.0))).set(changes).execute(db)? == 1)
}

/// The draft under this id; the caller has been shown to hold its secret.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn draft(db: &mut Db, id: DossierId) -> Result<Option<Draft>, StoreError> {
    type Row = (String, String, String, String, Moment, Moment);
    let columns =
        (drafts::procedure, drafts::case_code, drafts::agency, drafts::body, drafts::at, drafts::changed_at);
    let row: Option<Row> = drafts::table.find(Id(id.0)).select(columns).first(db).optional()?;
    let Some((procedure, case, agency, body, at, changed_at)) = row else { return Ok(None) };
    let unsound = |why: kernel::BadCode| StoreError::Stored(why.to_string());
    Ok(Some(Draft {
        id,
        procedure: procedure.parse().map_err(unsound)?,
        case: case.parse().map_err(unsound)?,
        agency: agency.parse().map_err(unsound)?,
        body,
        at: at.0,
        changed_at: changed_at.0,
    }))
}

/// The draft goes: it was sent, or whoever wrote it doesn't want it any more.
///
/// # Errors
/// The database.
pub fn end(db: &mut Db, id: DossierId) -> Result<(), StoreError> {
    diesel::delete(drafts::table.find(Id(id.0))).execute(db)?;
    Ok(())
}

/// What was forgotten.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// How many drafts.
    pub drafts: usize,
    /// The hashes of the files that went with them; others may still name the same bytes.
    pub files: Vec<Hash>,
}

/// Drafts that nobody has written in since `before` go, with the files that were added to them; of one that was sent only the
/// draft, the files being the dossier's.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn forget(db: &mut Db, before: OffsetDateTime) -> Result<Forgotten, StoreError> {
    let old = drafts::table.filter(drafts::changed_at.lt(kept(before)));
    let ids: Vec<Id> = old.select(drafts::id).limit(AT_ONCE).load(db)?;
    let mut forgotten = Forgotten { drafts: ids.len(), files: Vec::new() };
    for id in &ids {
        let sent: bool =
            diesel::select(exists(events::table.filter(events::dossier_id.eq(*id)))).get_result(db)?;
        if !sent {
            forgotten.files.extend(of_dossier(db, DossierId(id.0))?.into_iter().map(|file| file.sha256));
            diesel::delete(files::table.filter(files::dossier_id.eq(*id))).execute(db)?;
        }
        diesel::delete(drafts::table.find(*id)).execute(db)?;
    }
    Ok(forgotten)
}

/// So many go in one transaction.
const AT_ONCE: i64 = 100;
