//! Who is told of an occasion.

use super::moment::Moment;
use crate::app::App;
use crate::http::Problem;
use dossier::Event;
use kernel::{AgencyCode, Role, UserId};
use notify::{Addressee, Audience, BadAddress, Wishes};
use std::collections::BTreeSet;
use store::notices::To;
use store::{accounts, people};

/// Everybody of an audience.
pub(super) fn of(app: &App, audience: Audience, moment: &Moment) -> Result<Vec<To>, Problem> {
    let staff = match audience {
        Audience::Applicant => return Ok(vec![To::Applicant]),
        Audience::Holders => holders(app, moment)?,
        Audience::Signatories => signatories(app, &moment.agency, &moment.field)?,
        Audience::Endorsers => {
            match moment.after.deadline.proposal.as_ref().and_then(|one| one.agency.clone()) {
                Some(agency) => signatories(app, &agency, &moment.field)?,
                None => BTreeSet::new(),
            }
        }
        Audience::Proposer => moment.before.deadline.proposal.iter().map(|proposal| proposal.by).collect(),
        Audience::AgenciesToAct => at_all(app, &asked(moment), &[Role::Clerk, Role::Head])?,
        Audience::Consulted => match &moment.consultation {
            Some(consulted) => at_all(app, std::slice::from_ref(&consulted.asked), &[Role::Head])?,
            None => BTreeSet::new(),
        },
        Audience::Asker => moment.consultation.iter().map(|consulted| consulted.by).collect(),
    };
    Ok(staff.into_iter().map(To::Staff).collect())
}

/// The name, the addresses as they are now, and what is wanted. Staff are told on duty, wherever they can be reached.
pub(super) fn addressee(app: &App, to: To, moment: &Moment) -> Result<(Addressee, Vec<BadAddress>), Problem> {
    Ok(match to {
        To::Applicant => {
            let (id, wishes) = (moment.applicant.0, Wishes::from(moment.applicant.1));
            let person = app.store.read(|db| people::person(db, id))?.ok_or(Problem::NotFound)?;
            Addressee::read(&person.name, &person.phone, &person.email, wishes)
        }
        To::Staff(user) => {
            let contact = app.store.read(|db| accounts::contact(db, user))?.unwrap_or_default();
            let wishes = Wishes { sms: true, email: true, each_step: false };
            Addressee::read(&contact.name, &contact.phone, &contact.email, wishes)
        }
    })
}

fn holders(app: &App, moment: &Moment) -> Result<BTreeSet<UserId>, Problem> {
    let holders = dossier::holders(&moment.after);
    let agencies: Vec<AgencyCode> = holders.iter().map(|holder| holder.agency.clone()).collect();
    let officers = holders.iter().filter_map(|holder| holder.officer);
    Ok(at_all(app, &agencies, &[Role::Head])?.into_iter().chain(officers).collect())
}

/// The head, and deputies in the field entrusted to them.
fn signatories(app: &App, agency: &AgencyCode, field: &str) -> Result<BTreeSet<UserId>, Problem> {
    let mut signing = at_all(app, std::slice::from_ref(agency), &[Role::Head])?;
    for deputy in at_all(app, std::slice::from_ref(agency), &[Role::Deputy])? {
        let account = app.store.read(|db| accounts::by_id(db, deputy))?;
        let entrusted = account.is_some_and(|account| account.staff().is_entrusted(field));
        signing.extend(entrusted.then_some(deputy));
    }
    Ok(signing)
}

fn at_all(app: &App, agencies: &[AgencyCode], roles: &[Role]) -> Result<BTreeSet<UserId>, Problem> {
    let mut staff = BTreeSet::new();
    for (agency, role) in agencies.iter().flat_map(|agency| roles.iter().map(move |role| (agency, *role))) {
        let found = app.store.read(|db| accounts::with_role(db, agency, role))?;
        staff.extend(found.into_iter().map(|(user, _)| user));
    }
    Ok(staff)
}

fn asked(moment: &Moment) -> Vec<AgencyCode> {
    match &moment.event {
        Some(Event::Intake(intake::Event::NeedsAsked(asked))) => asked.agencies.clone(),
        _ => Vec::new(),
    }
}
