//! Who may see which feedback: part of the query.

use super::row::{Feedback, Row, read};
use crate::db::{Db, MultiBackend};
use crate::error::StoreError;
use crate::schema::{dossier_agencies, dossiers, feedback};
use crate::sql_types::Id;
use ::feedback::HOTLINE;
use diesel::dsl::IntoBoxed;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use kernel::{AgencyCode, DossierNumber, FeedbackId, Role, Staff};

/// What someone may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// What is published: anyone, without an account.
    Published,
    /// All that was raised with an agency, and by whom: its hotline.
    RaisedWith(AgencyCode),
    /// All, without who raised it: a supervisor.
    All,
    /// One, and what was said there: whoever holds its secret.
    Own(FeedbackId),
}

impl Seen {
    /// What a member of staff may see beyond what is published; none where that is nothing.
    pub fn by(staff: &Staff) -> Option<Seen> {
        if staff.is(Role::Supervisor) {
            return Some(Seen::All);
        }
        let answers = HOTLINE.into_iter().any(|role| staff.is(role));
        answers.then(|| Seen::RaisedWith(staff.agency.clone()))
    }

    /// Whether who raised it goes with it.
    pub(super) fn sees_people(&self) -> bool {
        match self {
            Seen::RaisedWith(_) | Seen::Own(_) => true,
            Seen::Published | Seen::All => false,
        }
    }
}

/// How one is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ref {
    /// By id.
    Id(FeedbackId),
    /// By number.
    Number(String),
}

pub(super) type Boxed<'a> = IntoBoxed<'a, feedback::table, MultiBackend>;

/// What may be seen, to be narrowed further.
pub(super) fn within<'a>(seen: &Seen) -> Boxed<'a> {
    let all = feedback::table.into_boxed();
    match seen {
        Seen::Published => all.filter(feedback::answered_at.is_not_null()),
        Seen::RaisedWith(agency) => all.filter(feedback::agency.eq(agency.to_string())),
        Seen::All => all.filter(true.into_sql::<Bool>()),
        Seen::Own(id) => all.filter(feedback::id.eq(Id(id.0))),
    }
}

/// The one, if it is there and may be seen.
///
/// # Errors
/// The database.
pub fn find(db: &mut Db, seen: &Seen, reference: &Ref) -> Result<Option<Feedback>, StoreError> {
    let named = match reference {
        Ref::Id(id) => within(seen).filter(feedback::id.eq(Id(id.0))),
        Ref::Number(number) => within(seen).filter(feedback::number.eq(number.clone())),
    };
    let row: Option<Row> = named.select(Row::as_select()).first(db).optional()?;
    Ok(read(db, row.into_iter().collect(), seen.sees_people())?.pop())
}

/// The agencies that have to do with a dossier, the receiving one first; none where there is no such dossier.
///
/// # Errors
/// The database.
pub fn holders(db: &mut Db, number: &DossierNumber) -> Result<Vec<String>, StoreError> {
    let rows: Vec<(String, String)> = dossiers::table
        .inner_join(dossier_agencies::table)
        .filter(dossiers::code.eq(number.to_string()))
        .select((dossiers::agency, dossier_agencies::agency))
        .order(dossier_agencies::agency)
        .load(db)?;
    let receiving = rows.first().map(|(receiving, _)| receiving.clone());
    let others = rows.into_iter().filter(|(receiving, agency)| receiving != agency).map(|(_, agency)| agency);
    Ok(receiving.into_iter().chain(others).collect())
}
