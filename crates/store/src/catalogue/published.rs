//! The list of published procedures.

use crate::db::Db;
use crate::error::StoreError;
use crate::schema::procedure_versions;
use crate::sql_types::Moment;
use crate::text::{folded, holding};
use diesel::prelude::*;

/// A procedure in a list.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Listed {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its field.
    pub field: String,
    /// When its current version was published, in UTC.
    pub published_at: PublishedAt,
}

/// When a version was published, in UTC.
pub type PublishedAt = Moment;

/// The published procedures whose name or code has `q` in it (diacritics don't matter), of `field`, after the code
/// `after`.
///
/// # Errors
/// The database.
pub fn published(
    db: &mut Db,
    q: Option<&str>,
    field: Option<&str>,
    after: Option<&str>,
    limit: i64,
) -> Result<Vec<Listed>, StoreError> {
    let mut versions = procedure_versions::table.into_boxed().filter(procedure_versions::current);
    if let Some(q) = q {
        let name = procedure_versions::name_folded.like(holding(&folded(q))).escape('!');
        let code = procedure_versions::procedure.like(holding(q)).escape('!');
        versions = versions.filter(name.or(code));
    }
    if let Some(field) = field {
        versions = versions.filter(procedure_versions::field.eq(field.to_owned()));
    }
    if let Some(after) = after {
        versions = versions.filter(procedure_versions::procedure.gt(after.to_owned()));
    }
    let columns = (
        procedure_versions::procedure,
        procedure_versions::name,
        procedure_versions::field,
        procedure_versions::at,
    );
    Ok(versions.order(procedure_versions::procedure).limit(limit).select(columns).load(db)?)
}
