//! Who may see which dossiers: part of the query, not a filter after it.

use crate::db::{Db, MultiBackend, each};
use crate::error::StoreError;
use crate::schema::{dossier_agencies, dossiers};
use crate::sql_types::Id;
use diesel::dsl::{InnerJoin, IntoBoxed};
use diesel::prelude::*;
use diesel::sql_types::Bool;
use kernel::{AgencyCode, DossierId, DossierNumber, Role, Staff};

/// Which dossiers someone may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Those an agency received, and those that lie or lay on one of its desks.
    Agency(AgencyCode),
    /// All: a supervisor reads across agencies.
    All,
    /// One: whoever holds its secret.
    Holder(DossierId),
    /// None: an administrator has no business with dossiers.
    Nothing,
}

impl Scope {
    /// What a member of staff may see.
    pub fn of(staff: &Staff) -> Scope {
        if staff.is(Role::Supervisor) {
            Scope::All
        } else if staff.is_at_work() {
            Scope::Agency(staff.agency.clone())
        } else {
            Scope::Nothing
        }
    }

    /// The agency whose own desks alone it sees of a dossier that `receiving` took in: a coordinating one; none for the others.
    pub fn coordinating(&self, receiving: &AgencyCode) -> Option<AgencyCode> {
        match self {
            Scope::Agency(agency) if agency != receiving => Some(agency.clone()),
            Scope::Agency(_) | Scope::All | Scope::Holder(_) | Scope::Nothing => None,
        }
    }

    /// Whether personal data goes with it: a supervisor counts, and needs nobody's name.
    pub fn sees_people(&self) -> bool {
        match self {
            Scope::Agency(_) | Scope::Holder(_) => true,
            Scope::All | Scope::Nothing => false,
        }
    }
}

/// How a dossier is named: by id or, once accepted, by number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ref {
    /// By id.
    Id(DossierId),
    /// By number.
    Number(DossierNumber),
}

/// Dossiers, each beside the one of its agencies through which it is seen.
pub(crate) type Boxed<'a> = IntoBoxed<'a, InnerJoin<dossiers::table, dossier_agencies::table>, MultiBackend>;

/// The dossiers a scope may see, each once, to be narrowed further.
pub(crate) fn within<'a>(scope: &Scope) -> Boxed<'a> {
    let seen = dossiers::table.inner_join(dossier_agencies::table).into_boxed();
    let by_the_receiving = dossier_agencies::agency.eq(dossiers::agency);
    match scope {
        Scope::Agency(agency) => seen.filter(dossier_agencies::agency.eq(agency.to_string())),
        Scope::All => seen.filter(by_the_receiving),
        Scope::Holder(id) => seen.filter(by_the_receiving).filter(dossiers::id.eq(Id(id.0))),
        Scope::Nothing => seen.filter(false.into_sql::<Bool>()),
    }
}

/// The dossier, if it is there and `scope` may see it.
///
/// # Errors
/// The database.
pub fn find(db: &mut Db, scope: &Scope, reference: &Ref) -> Result<Option<DossierId>, StoreError> {
    let seen = match reference {
        Ref::Id(id) if let Scope::Agency(agency) = scope => return seen_by(db, agency, *id),
        Ref::Id(id) => within(scope).filter(dossiers::id.eq(Id(id.0))),
        Ref::Number(number) => within(scope).filter(dossiers::code.eq(number.to_string())),
    };
    let id: Option<Id> = seen.select(dossiers::id).first(db).optional()?;
    Ok(id.map(|id| DossierId(id.0)))
}

/// What nearly every act begins with: one row by its key, in a statement that isn't written anew each time.
fn seen_by(db: &mut Db, agency: &AgencyCode, id: DossierId) -> Result<Option<DossierId>, StoreError> {
    let row = dossier_agencies::table.find((agency.as_str(), Id(id.0))).select(dossier_agencies::dossier_id);
    let found: Option<Id> = each!(db, connection => row.get_result(connection)).optional()?;
    Ok(found.map(|id| DossierId(id.0)))
}
