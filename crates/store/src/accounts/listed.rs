//! Accounts found by name.

use crate::db::Db;
use crate::error::StoreError;
use crate::schema::{user_roles, users};
use crate::sql_types::Id;
use crate::text::folded;
use diesel::prelude::*;
use kernel::{AgencyCode, Role, UserId};
use uuid::Uuid;

/// An account in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: UserId,
    /// The name it signs in with.
    pub username: String,
    /// The person's name.
    pub name: String,
    /// Its agency.
    pub agency: String,
    /// Whether it may sign in.
    pub active: bool,
    /// Its roles.
    pub roles: Vec<Role>,
}

/// What to look for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    /// A part of the name, diacritics don't matter, or of the name it signs in with.
    pub q: Option<String>,
    /// The agency.
    pub agency: Option<AgencyCode>,
    /// The account that the page before ended with.
    pub after: Option<(String, Uuid)>,
}

impl Listed {
    /// Its place in the list: the name without diacritics, then the id.
    pub fn place(&self) -> (String, Uuid) {
        (folded(&self.name), self.id.0)
    }
}

/// The accounts that are looked for, by name, at most `limit`. A province has some thousands: their names are compared
/// here, since neither database knows what is a diacritic.
///
/// # Errors
/// The database.
pub fn listed(db: &mut Db, sought: &Sought, limit: usize) -> Result<Vec<Listed>, StoreError> {
    let mut found = users::table.into_boxed();
    if let Some(agency) = &sought.agency {
        found = found.filter(users::agency.eq(agency.to_string()));
    }
    let columns = (users::id, users::username, users::name, users::agency, users::active);
    let rows: Vec<(Id, String, String, String, bool)> = found.select(columns).load(db)?;
    let accounts = rows.into_iter().map(|(id, username, name, agency, active)| Listed {
        id: UserId(id.0),
        username,
        name,
        agency,
        active,
        roles: Vec::new(),
    });
    let q = sought.q.as_deref().map(folded);
    let is_sought = |one: &Listed| q.as_ref().is_none_or(|q| holds(one, q));
    let mut found: Vec<((String, Uuid), Listed)> =
        accounts.filter(is_sought).map(|one| (one.place(), one)).collect();
    found.sort_by(|one, other| one.0.cmp(&other.0));
    let later =
        found.into_iter().filter(|(place, _)| sought.after.as_ref().is_none_or(|after| place > after));
    with_roles(db, later.map(|(_, one)| one).take(limit).collect())
}

fn with_roles(db: &mut Db, mut found: Vec<Listed>) -> Result<Vec<Listed>, StoreError> {
    let ids: Vec<Id> = found.iter().map(|one| Id(one.id.0)).collect();
    let roles: Vec<(Id, String)> = user_roles::table
        .filter(user_roles::user_id.eq_any(ids))
        .order(user_roles::role)
        .select((user_roles::user_id, user_roles::role))
        .load(db)?;
    for (id, role) in roles {
        let role = role.parse().map_err(StoreError::Stored)?;
        found.iter_mut().filter(|one| one.id.0 == id.0).for_each(|one| one.roles.push(role));
    }
    Ok(found)
}

fn holds(one: &Listed, q: &str) -> bool {
    folded(&one.name).contains(q) || one.username.contains(q)
}
