//! Personal data, apart from the log: events name an id, the details stand here.

use crate::db::Db;
use crate::error::StoreError;
use crate::schema::{dossier_agencies, people};
use crate::sql_types::Id;
use diesel::prelude::*;
use intake::Applicant;
use kernel::{AgencyCode, DossierId, PersonId};
use result::Recipient;

pub use crate::text::folded;

/// What a person is to a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Who applies.
    Applicant,
    /// Who got the result.
    Recipient,
}

impl Part {
    fn as_str(self) -> &'static str {
        match self {
            Part::Applicant => "applicant",
            Part::Recipient => "recipient",
        }
    }
}

/// A person's details.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Under which id.
    pub id: PersonId,
    /// What they are to the dossier.
    pub part: Part,
    /// What kind of applicant; none for a recipient.
    pub kind: Option<String>,
    /// Full name.
    pub name: String,
    /// Identity number.
    pub identity: String,
    /// Phone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Address.
    pub address: String,
    /// What they ask for.
    pub request: String,
}

impl Person {
    /// Who applies, with what they ask for.
    pub fn applicant(id: PersonId, applicant: &Applicant, request: &str) -> Self {
        Self {
            id,
            part: Part::Applicant,
            kind: Some(applicant.kind.as_str().to_owned()),
            name: applicant.name.clone(),
            identity: applicant.identity.clone(),
            phone: applicant.phone.clone(),
            email: applicant.email.clone(),
            address: applicant.address.clone(),
            request: request.to_owned(),
        }
    }

    /// Who got the result.
    pub fn recipient(id: PersonId, recipient: &Recipient) -> Self {
        Self {
            id,
            part: Part::Recipient,
            kind: None,
            name: recipient.name.clone(),
            identity: recipient.identity.clone(),
            phone: String::new(),
            email: String::new(),
            address: String::new(),
            request: String::new(),
        }
    }
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = people, treat_none_as_default_value = false)]
struct PersonRow {
    id: Id,
    dossier_id: Id,
    part: String,
    kind: Option<String>,
    name: String,
    name_folded: String,
    identity: String,
    phone: String,
    email: String,
    address: String,
    request: String,
}

/// Keeps a person's details, within the caller's transaction.
pub(crate) fn keep(db: &mut Db, dossier: DossierId, person: &Person) -> Result<(), StoreError> {
    let row = PersonRow {
        id: Id(person.id.0),
        dossier_id: Id(dossier.0),
        part: person.part.as_str().to_owned(),
        kind: person.kind.clone(),
        name: person.name.clone(),
        name_folded: folded(&person.name),
        identity: person.identity.clone(),
        phone: person.phone.clone(),
        email: person.email.clone(),
        address: person.address.clone(),
        request: person.request.clone(),
    };
    diesel::insert_into(people::table).values(&row).execute(db)?;
    Ok(())
}

/// A person's details; the caller has been shown to see the dossier.
///
/// # Errors
/// The database.
pub fn person(db: &mut Db, id: PersonId) -> Result<Option<Person>, StoreError> {
    let row = people::table.find(Id(id.0)).select(PersonRow::as_select()).first(db).optional()?;
    Ok(row.map(Person::from))
}

/// Whoever applied with this identity number last, on a dossier that `agency` may see: so that nobody tells a counter twice
/// who they are. What they told other agencies stays there.
///
/// # Errors
/// The database.
pub fn last_by_identity(
    db: &mut Db,
    agency: &AgencyCode,
    identity: &str,
) -> Result<Option<Person>, StoreError> {
    let seen = dossier_agencies::table.filter(dossier_agencies::agency.eq(agency.to_string()));
    let row = people::table
        .filter(people::identity.eq(identity))
        .filter(people::part.eq(Part::Applicant.as_str()))
        .filter(people::dossier_id.eq_any(seen.select(dossier_agencies::dossier_id)))
        .order(people::id.desc())
        .select(PersonRow::as_select())
        .first(db)
        .optional()?;
    Ok(row.map(Person::from))
}

impl From<PersonRow> for Person {
    fn from(row: PersonRow) -> Self {
        Self {
            id: PersonId(row.id.0),
            part: if row.part == Part::Applicant.as_str() { Part::Applicant } else { Part::Recipient },
            kind: row.kind,
            name: row.name,
            identity: row.identity,
            phone: row.phone,
            email: row.email,
            address: row.address,
            request: row.request,
        }
    }
}
