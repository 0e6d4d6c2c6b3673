//! What stands around a letter: letterhead, number, signature, QR code, where it is checked.

use super::told::Told;
use super::words::title;
use crate::app::App;
use crate::http::Problem;
use dossier::Event;
use kernel::{Role, UserId};
use letters::{Frame, Kind, Paper, Seal, Signature, Verification};
use store::accounts;
use store::letters::Issued;

/// # Errors
/// The database.
pub(super) fn of(
    app: &App,
    kind: Kind,
    told: &Told,
    issued: &Issued,
    is_signed: bool,
) -> Result<Frame, Problem> {
    let agency = told.agency()?;
    let above = told.newest.agencies.above(&agency.code).next();
    Ok(Frame {
        paper: if kind == Kind::Receipt { app.office.receipt_paper } else { Paper::A4 },
        superior: above.map(|agency| agency.name.clone()),
        agency: agency.name.clone(),
        counter: agency.counter.clone().filter(|_| !is_of_the_head(kind)),
        number: Some(issued.number.clone()),
        place: told.newest.agencies.place_of(&agency.code).unwrap_or_default().to_owned(),
        date: told.local(told.at).date().into(),
        verification: Some(Verification {
            code: issued.code.clone(),
            link: format!("{}/kiem-tra/{}", app.config.notices.site, issued.code),
        }),
        status_link: status_link(app, kind, told),
        signature: signature(app, kind, told, is_signed)?,
    })
}

/// What the head of the agency puts their name to; the counter issues the rest.
fn is_of_the_head(kind: Kind) -> bool {
    matches!(kind, Kind::Apology | Kind::BelatedApology)
}

/// The receipt's opens the dossier with its secret; the others' lead to what its number alone shows.
fn status_link(app: &App, kind: Kind, told: &Told) -> Option<String> {
    let page = format!("{}/ho-so/{}", app.config.notices.site, told.number());
    match (kind, &told.state.intake.accepted) {
        (_, None) => None,
        (Kind::Receipt, Some(_)) => Some(format!("{page}?ma={}", app.keys.secret_of(told.dossier))),
        (_, Some(_)) => Some(page),
    }
}

fn signature(app: &App, kind: Kind, told: &Told, is_signed: bool) -> Result<Option<Signature>, Problem> {
    let (by, role, capacity, seal) = match &told.event {
        _ if kind == Kind::ControlSheet => return Ok(None),
        Event::Deadline(deadline::Event::RescheduleApproved(approved)) => {
            (approved.by, approved.role, in_whose_place(app, told, approved.role)?, seal(told, is_signed))
        }
        Event::Deadline(deadline::Event::LateApologised(apologised)) => (
            apologised.by,
            apologised.role,
            in_whose_place(app, told, apologised.role)?,
            seal(told, is_signed),
        ),
        _ => match told.by {
            Some(by) => (by, role_of(app, by)?, None, Seal::ByHand),
            None => return Ok(None),
        },
    };
    let signer = app.store.read(|db| accounts::signer(db, by))?.unwrap_or_default();
    let position = if signer.position.is_empty() { title(role).to_owned() } else { signer.position };
    Ok(Some(Signature { capacity, position, name: signer.name, seal }))
}

fn seal(told: &Told, is_signed: bool) -> Seal {
    if is_signed { Seal::Digital(told.at.into()) } else { Seal::Approved(told.at.into()) }
}

fn role_of(app: &App, user: UserId) -> Result<Role, Problem> {
    let account = app.store.read(|db| accounts::by_id(db, user))?;
    let roles = account.map(|account| account.roles).unwrap_or_default();
    Ok(if roles.contains(&Role::Clerk) { Role::Clerk } else { roles.first().copied().unwrap_or(Role::Clerk) })
}

/// A deputy signs in the head's place (NĐ 30/2020: KT.).
fn in_whose_place(app: &App, told: &Told, role: Role) -> Result<Option<String>, Problem> {
    if role != Role::Deputy {
        return Ok(None);
    }
    let agency = &told.submitted.agency;
    let heads = app.store.read(|db| accounts::with_role(db, agency, Role::Head))?;
    let head = match heads.first() {
        Some((head, _)) => app.store.read(|db| accounts::signer(db, *head))?,
        None => None,
    };
    let position = head.map(|head| head.position).filter(|position| !position.is_empty());
    Ok(Some(format!("KT. {}", position.unwrap_or_else(|| title(Role::Head).to_owned()))))
}
