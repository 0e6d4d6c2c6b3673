//! The files of dossiers: what each is called, what it is, who added it. The bytes lie apart, under their hash.
//!
//! A file's owner is an id: that of a dossier, or the one that a dossier will have which is still a draft.

use crate::db::Db;
use crate::error::{StoreError, is_twin};
use crate::schema::files;
use crate::sql_types::{Id, Moment, kept};
use diesel::dsl::exists;
use diesel::prelude::*;
use kernel::{DossierId, FileId, UserId};
use time::OffsetDateTime;

/// The SHA-256 of a file's bytes.
pub type Hash = [u8; 32];

/// A file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its id.
    pub id: FileId,
    /// Whose it is: a dossier, or the id that one will have.
    pub dossier: DossierId,
    /// Under which its bytes lie.
    pub sha256: Hash,
    /// What it is called.
    pub name: String,
    /// What it is, as its bytes say.
    pub media_type: String,
    /// How many bytes.
    pub size: i64,
    /// When it was added, in UTC.
    pub at: OffsetDateTime,
    /// Who of staff added it; none: the applicant did.
    pub by: Option<UserId>,
}

impl File {
    /// Whether these are the same bytes under the same name.
    pub fn is_the_same(&self, other: &File) -> bool {
        self.sha256 == other.sha256 && self.name == other.name
    }
}

/// Adds files to a dossier within the caller's transaction, the bytes of each being in their place already; they are all of
/// one dossier. One that is there under the same name is the same file, and stays. None where that would be more than `most` of
/// the applicant's, or of staff's, and nothing is added then.
///
/// # Errors
/// The database; [`StoreError::Raced`] where somebody else adds some at this moment: ask again.
pub fn add(db: &mut Db, new: &[File], most: usize) -> Result<Option<Vec<File>>, StoreError> {
    let Some(first) = new.first() else { return Ok(Some(Vec::new())) };
    let mut all = of_dossier(db, first.dossier)?;
    let before = all.len();
    let added = new.iter().map(|file| among(&mut all, file)).collect();
    if all[before..].iter().any(|file| of_the_same_side(&all, file.by) > most) {
        return Ok(None);
    }
    (before..all.len()).try_for_each(|place| insert(db, &all[place], place))?;
    Ok(Some(added))
}

/// The file among those that are there: the same one, or itself, now the last.
fn among(all: &mut Vec<File>, file: &File) -> File {
    if let Some(same) = all.iter().find(|one| one.is_the_same(file)) {
        return same.clone();
    }
    let file = File { at: kept(file.at).0, ..file.clone() };
    all.push(file.clone());
    file
}

/// How many of these files were added by the applicant, or by staff, as `by` is the one or the other.
pub fn of_the_same_side(files: &[File], by: Option<UserId>) -> usize {
    files.iter().filter(|file| file.by.is_some() == by.is_some()).count()
}

fn insert(db: &mut Db, file: &File, before: usize) -> Result<(), StoreError> {
    let ordinal = i32::try_from(before + 1).map_err(|why| StoreError::Stored(why.to_string()))?;
    let row = (
        files::id.eq(Id(file.id.0)),
        files::dossier_id.eq(Id(file.dossier.0)),
        files::ordinal.eq(ordinal),
        files::sha256.eq(file.sha256.as_slice()),
        files::name.eq(&file.name),
        files::media_type.eq(&file.media_type),
        files::size.eq(file.size),
        files::at.eq(kept(file.at)),
        files::added_by.eq(file.by.map(|user| Id(user.0))),
    );
    let written = diesel::insert_into(files::table).values(row).execute(db);
    written.map_err(|error| if is_twin(&error) { StoreError::Raced } else { error.into() })?;
    Ok(())
}

/// The files of a dossier in the order in which they were added; the caller has been shown to see it.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn of_dossier(db: &mut Db, dossier: DossierId) -> Result<Vec<File>, StoreError> {
    let all = files::table.filter(files::dossier_id.eq(Id(dossier.0)));
    let rows: Vec<Row> = all.order(files::ordinal).select(Row::as_select()).load(db)?;
    rows.into_iter().map(file).collect()
}

/// Whether any dossier or draft names these bytes.
///
/// # Errors
/// The database.
pub fn is_named(db: &mut Db, sha256: &Hash) -> Result<bool, StoreError> {
    let naming = files::table.filter(files::sha256.eq(sha256.as_slice()));
    Ok(diesel::select(exists(naming)).get_result(db)?)
}

/// A file of a dossier that the caller has been shown to see; none for another dossier's.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn of_this_id(db: &mut Db, dossier: DossierId, id: FileId) -> Result<Option<File>, StoreError> {
    let one = files::table.find(Id(id.0)).filter(files::dossier_id.eq(Id(dossier.0)));
    let row: Option<Row> = one.select(Row::as_select()).first(db).optional()?;
    row.map(file).transpose()
}

/// The files after `last`, by id, `limit` at most: whose bytes have to lie in their place.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn after(db: &mut Db, last: FileId, limit: i64) -> Result<Vec<File>, StoreError> {
    let page = files::table.filter(files::id.gt(Id(last.0)));
    let rows: Vec<Row> = page.order(files::id).limit(limit).select(Row::as_select()).load(db)?;
    rows.into_iter().map(file).collect()
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = files)]
struct Row {
    id: Id,
    dossier_id: Id,
    sha256: Vec<u8>,
    name: String,
    media_type: String,
    size: i64,
    at: Moment,
    added_by: Option<Id>,
}

fn file(row: Row) -> Result<File, StoreError> {
    let hash = Hash::try_from(row.sha256.as_slice());
    Ok(File {
        id: FileId(row.id.0),
        dossier: DossierId(row.dossier_id.0),
        sha256: hash.map_err(|_| StoreError::Stored(format!("file {}: its hash", row.id.0)))?,
        name: row.name,
        media_type: row.media_type,
        size: row.size,
        at: row.at.0,
        by: row.added_by.map(|user| UserId(user.0)),
    })
}
