//! The letters that were issued: each under its number, printed once, the same for ever. The bytes lie apart.

use crate::db::Db;
use crate::error::{StoreError, is_twin};
use crate::schema::{issued_letters, letter_numbers};
use crate::sql_types::{Id, Moment, kept};
use diesel::prelude::*;
use kernel::{AgencyCode, DossierId};
use time::OffsetDateTime;
use uuid::Uuid;

/// The SHA-256 of a letter's bytes.
pub type Hash = [u8; 32];

/// A letter that is to be issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct New {
    /// Its id.
    pub id: Uuid,
    /// Of which dossier.
    pub dossier: DossierId,
    /// The place of the event that it tells of in the dossier's log; of a control sheet, of the last one it shows.
    pub seq: i64,
    /// Which form, by its name.
    pub kind: &'static str,
    /// Whose letter it is.
    pub agency: AgencyCode,
    /// The year of its number, in the agency's own zone.
    pub year: i32,
    /// What stands behind the ordinal in its number, such as `PXL-SXD`.
    pub sign: String,
    /// By which anyone finds out that it is genuine.
    pub code: String,
    /// When it was issued.
    pub at: OffsetDateTime,
}

/// A letter that was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// Its id.
    pub id: Uuid,
    /// Of which dossier.
    pub dossier: DossierId,
    /// The place of the event that it tells of.
    pub seq: i64,
    /// Which form, by its name.
    pub kind: String,
    /// Whose letter it is, by the agency's identifier.
    pub agency: String,
    /// Its number and sign.
    pub number: String,
    /// By which anyone finds out that it is genuine.
    pub code: String,
    /// When it was issued, in UTC.
    pub at: OffsetDateTime,
    /// Once it is printed: the hash of its bytes, and whether they bear a digital signature.
    pub printed: Option<(Hash, bool)>,
}

/// Issues a letter within the caller's transaction: draws its number, one row locked until the commit, so without a gap.
/// One that was issued before stays as it is, and is the answer.
///
/// # Errors
/// The database; [`StoreError::Raced`] where somebody else issues it at this moment: ask again.
pub fn issue(db: &mut Db, new: &New) -> Result<Issued, StoreError> {
    if let Some(issued) = issued(db, new.dossier, new.seq, new.kind)? {
        return Ok(issued);
    }
    let ordinal = draw(db, &new.agency, new.year, new.kind)?;
    let row = (
        issued_letters::id.eq(Id(new.id)),
        issued_letters::dossier_id.eq(Id(new.dossier.0)),
        issued_letters::seq.eq(new.seq),
        issued_letters::kind.eq(new.kind),
        issued_letters::agency.eq(new.agency.to_string()),
        issued_letters::year.eq(new.year),
        issued_letters::ordinal.eq(ordinal),
        // NĐ 30/2020: numbers under 10 with a leading zero.
        issued_letters::number.eq(format!("{ordinal:02}/{}", new.sign)),
        issued_letters::code.eq(&new.code),
        issued_letters::issued_at.eq(kept(new.at)),
    );
    let written = diesel::insert_into(issued_letters::table).values(row).execute(db);
    written.map_err(|error| if is_twin(&error) { StoreError::Raced } else { error.into() })?;
    issued(db, new.dossier, new.seq, new.kind)?.ok_or(StoreError::Raced)
}

/// The next ordinal of an agency's papers of this kind in this year.
pub(crate) fn draw(db: &mut Db, agency: &AgencyCode, year: i32, kind: &str) -> Result<i32, StoreError> {
    let first = (
        letter_numbers::agency.eq(agency.to_string()),
        letter_numbers::year.eq(year),
        letter_numbers::kind.eq(kind),
        letter_numbers::last.eq(1),
    );
    let drawn = diesel::insert_into(letter_numbers::table)
        .values(first)
        .on_conflict((letter_numbers::agency, letter_numbers::year, letter_numbers::kind))
        .do_update()
        .set(letter_numbers::last.eq(letter_numbers::last + 1));
    Ok(match db {
        Db::Pg(connection) => drawn.returning(letter_numbers::last).get_result(connection)?,
        Db::Sqlite(connection) => drawn.returning(letter_numbers::last).get_result(connection)?,
    })
}

/// Keeps what a letter was printed as, and gives what it is: if somebody was quicker, what they printed.
///
/// # Errors
/// The database; a letter that wasn't issued.
pub fn printed(db: &mut Db, id: Uuid, sha256: &Hash, signed: bool) -> Result<(Hash, bool), StoreError> {
    let unprinted = issued_letters::table.find(Id(id)).filter(issued_letters::sha256.is_null());
    let changes =
        (issued_letters::sha256.eq(Some(sha256.as_slice())), issued_letters::signed.eq(Some(signed)));
    diesel::update(unprinted).set(changes).execute(db)?;
    let row: Option<Row> =
        issued_letters::table.find(Id(id)).select(Row::as_select()).first(db).optional()?;
    let printed = row.map(letter).transpose()?.and_then(|letter| letter.printed);
    printed.ok_or_else(|| StoreError::Stored("a letter that wasn't issued".to_owned()))
}

/// The letter of this kind that tells of this event, if it was issued.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn issued(db: &mut Db, dossier: DossierId, seq: i64, kind: &str) -> Result<Option<Issued>, StoreError> {
    let one = issued_letters::table
        .filter(issued_letters::dossier_id.eq(Id(dossier.0)))
        .filter(issued_letters::seq.eq(seq))
        .filter(issued_letters::kind.eq(kind));
    let row: Option<Row> = one.select(Row::as_select()).first(db).optional()?;
    row.map(letter).transpose()
}

/// The letters of a dossier that were issued, in the order of what they tell of; the caller has been shown to see it.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn issued_of(db: &mut Db, dossier: DossierId) -> Result<Vec<Issued>, StoreError> {
    let all = issued_letters::table.filter(issued_letters::dossier_id.eq(Id(dossier.0)));
    let rows: Vec<Row> =
        all.order((issued_letters::seq, issued_letters::kind)).select(Row::as_select()).load(db)?;
    rows.into_iter().map(letter).collect()
}

/// The letter with this code.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn by_code(db: &mut Db, code: &str) -> Result<Option<Issued>, StoreError> {
    let row: Option<Row> = issued_letters::table
        .filter(issued_letters::code.eq(code))
        .select(Row::as_select())
        .first(db)
        .optional()?;
    row.map(letter).transpose()
}

/// The hashes of the letters after `last`, by id, `limit` at most: what has to lie where the bytes do.
///
/// # Errors
/// The database; a row that can't be read back.
pub fn printed_after(db: &mut Db, last: Uuid, limit: i64) -> Result<Vec<Issued>, StoreError> {
    let page = issued_letters::table.filter(issued_letters::id.gt(Id(last)));
    let rows: Vec<Row> = page.order(issued_letters::id).limit(limit).select(Row::as_select()).load(db)?;
    rows.into_iter().map(letter).collect()
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = issued_letters)]
struct Row {
    id: Id,
    dossier_id: Id,
    seq: i64,
    kind: String,
    agency: String,
    number: String,
    code: String,
    issued_at: Moment,
    sha256: Option<Vec<u8>>,
    signed: Option<bool>,
}

fn letter(row: Row) -> Result<Issued, StoreError> {
    let hash = row.sha256.map(|bytes| Hash::try_from(bytes.as_slice())).transpose();
    let hash = hash.map_err(|_| StoreError::Stored(format!("letter {}: its hash", row.number)))?;
    Ok(Issued {
        id: row.id.0,
        dossier: DossierId(row.dossier_id.0),
        seq: row.seq,
        kind: row.kind,
        agency: row.agency,
        number: row.number,
        code: row.code,
        at: row.issued_at.0,
        printed: hash.zip(row.signed),
    })
}
