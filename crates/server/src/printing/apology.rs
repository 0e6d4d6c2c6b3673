//! Apologies, in time and belated: with the text that was approved.

use super::told::Told;
use super::words::{counter, dossier, given};
use crate::app::App;
use crate::http::Problem;
use dossier::Event;
use letters::{Apology, BelatedApology, Kind, Letter};
use store::letters::issued;

/// # Errors
/// Not found where the letter tells of something else; the database.
pub(super) fn apology(app: &App, told: &Told) -> Result<Letter, Problem> {
    let Event::Deadline(deadline::Event::RescheduleApproved(approved)) = &told.event else {
        return Err(Problem::NotFound);
    };
    let accepted = told.state.intake.accepted.as_ref().ok_or(Problem::NotFound)?;
    Ok(Letter::Apology(Apology {
        dossier: dossier(told),
        received: accepted.at.into(),
        receipt: receipt_of(app, told)?,
        old: approved.from.into(),
        cause: approved.caused_by.as_ref().map(|agency| told.name_of(agency)),
        reason: approved.reason.clone(),
        text: given(&approved.apology),
        new: approved.to.at.into(),
        return_place: Some(counter(told.agency()?)),
    }))
}

/// The receipt's number, where it was issued.
fn receipt_of(app: &App, told: &Told) -> Result<Option<String>, Problem> {
    let Some(seq) = told.accepted_seq else { return Ok(None) };
    let receipt = app.store.read(|db| issued(db, told.dossier, seq, Kind::Receipt.slug()))?;
    Ok(receipt.map(|receipt| receipt.number))
}

/// # Errors
/// As [`apology`].
pub(super) fn belated(_: &App, told: &Told) -> Result<Letter, Problem> {
    let Event::Deadline(deadline::Event::LateApologised(apologised)) = &told.event else {
        return Err(Problem::NotFound);
    };
    let accepted = told.state.intake.accepted.as_ref().ok_or(Problem::NotFound)?;
    let missed = told.state.deadline.breaches.last().map(|breach| breach.appointment);
    Ok(Letter::BelatedApology(BelatedApology {
        dossier: dossier(told),
        received: accepted.at.into(),
        missed: missed.unwrap_or(accepted.appointment.at).into(),
        cause: None,
        reason: apologised.reason.clone(),
        text: given(&apologised.apology),
        expected: apologised.expected.into(),
    }))
}
