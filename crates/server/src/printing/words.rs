//! What several letters speak of.

use super::told::Told;
use crate::app::App;
use crate::http::Problem;
use catalog::{Agency, Amount};
use kernel::{Lang, Role, UserId};
use letters::{Dossier, Fee, Kind, Missing, Officer, Party};
use store::accounts;
use store::people::Person;

/// The dossier that a letter is about.
pub(super) fn dossier(told: &Told) -> Dossier {
    Dossier {
        number: told.number(),
        procedure: told.version.name().to_owned(),
        code: told.submitted.procedure.to_string(),
        field: told.version.field().to_owned(),
        owner: party(&told.applicant),
        request: told.applicant.request.clone(),
    }
}

/// A person, as they gave themselves.
pub(super) fn party(person: &Person) -> Party {
    Party {
        name: person.name.clone(),
        identity: given(&person.identity),
        address: person.address.clone(),
        phone: given(&person.phone),
        email: given(&person.email),
    }
}

/// What was said; none where nothing was.
pub(super) fn given(text: &str) -> Option<String> {
    Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// Whom to ask: who acted.
pub(super) fn officer(app: &App, by: Option<UserId>) -> Result<Officer, Problem> {
    let signer = match by {
        Some(user) => app.store.read(|db| accounts::signer(db, user))?,
        None => None,
    };
    let contact = signer.unwrap_or_default();
    Ok(Officer { name: contact.name, phone: given(&contact.phone) })
}

/// One thing that is missing or wrong.
pub(super) fn missing(told: &Told, item: &intake::Item) -> Missing {
    let listed = item.component.as_ref().and_then(|one| told.version.component_of(&told.submitted.case, one));
    let component = listed.map_or_else(|| "Thông tin của người nộp".to_owned(), |one| one.name.clone());
    let fault = item.fault.said().to(Lang::Vi);
    let reason = match item.note.trim() {
        "" => fault.to_owned(),
        note => format!("{fault}: {note}"),
    };
    Missing { component, quantity: 0, reason }
}

/// What the procedure costs by the channel that the dossier came in by.
pub(super) fn fees(told: &Told) -> Vec<Fee> {
    let offers = told.version.content().channels.iter();
    let here = offers.filter(|offer| offer.channel == told.submitted.channel);
    here.flat_map(|offer| &offer.fees).map(fee).collect()
}

fn fee(fee: &catalog::Fee) -> Fee {
    let (amount, note) = match &fee.amount {
        Amount::Free => (None, Some("không thu".to_owned())),
        Amount::Dong(sum) => (Some(*sum), None),
        Amount::SetByCouncil(text) | Amount::AsPublished(text) => (None, Some(text.clone())),
    };
    Fee { name: fee.name.clone().unwrap_or_else(|| "Phí, lệ phí".to_owned()), amount, note }
}

/// Where the result is to be had.
pub(super) fn counter(agency: &Agency) -> String {
    let counter = agency.counter.clone().unwrap_or_else(|| agency.name.clone());
    let address = agency.address.iter().cloned();
    std::iter::once(counter).chain(address).collect::<Vec<_>>().join(", ")
}

/// What stands behind the ordinal in a letter's number (NĐ 30/2020: kind, then agency).
pub(super) fn sign(kind: Kind, agency: &Agency) -> String {
    let kind = match kind {
        Kind::Receipt => "TNHS",
        Kind::Guidance => "PHD",
        Kind::Supplement => "PBS",
        Kind::Refusal => "PTC",
        Kind::Apology => "PXL",
        Kind::BelatedApology => "PXLTH",
        Kind::ControlSheet => "PKS",
        Kind::ResultSlip => "PTKQ",
        Kind::Register => "STD",
    };
    match &agency.sign {
        Some(agency) => format!("{kind}-{agency}"),
        None => kind.to_owned(),
    }
}

/// What a role is called under a letter.
pub(crate) fn title(role: Role) -> &'static str {
    match role {
        Role::Clerk => "Công chức Bộ phận một cửa",
        Role::Officer => "Công chức thụ lý",
        Role::Leader => "Lãnh đạo bộ phận chuyên môn",
        Role::Head => "Thủ trưởng cơ quan",
        Role::Deputy => "Phó thủ trưởng cơ quan",
        Role::Supervisor => "Công chức giám sát",
        Role::Administrator => "Quản trị hệ thống",
    }
}
