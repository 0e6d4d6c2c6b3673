//! An acceptance.

use super::appointment::{AppointmentOut, Detail};
use super::letters::LetterOut;
use crate::execute::Done;
use crate::http::Problem;
use crate::keys::Keys;
use crate::printing::Which;
use dossier::State;
use kernel::{DossierId, Lang};
use letters::Kind;
use serde::Serialize;
use time::OffsetDateTime;
use utoipa::ToSchema;

/// An accepted dossier, as its receipt shows it.
#[derive(Debug, Serialize, ToSchema)]
pub struct AcceptanceOut {
    /// The dossier's number.
    pub code: String,
    /// The secret on the receipt: with it the applicant follows the dossier.
    pub secret: String,
    /// When it was accepted.
    #[serde(with = "time::serde::rfc3339")]
    pub accepted_at: OffsetDateTime,
    /// When the result is due.
    pub appointment: AppointmentOut,
    /// The letters that come with it.
    pub letters: Vec<LetterOut>,
}

/// The receipt tells of the acceptance, which the work's beginning came right after.
fn receipt(id: DossierId, state: &State, accepted: &intake::Accepted, lang: Lang) -> Vec<LetterOut> {
    let which = Which { dossier: id, kind: Kind::Receipt, seq: state.version - 1 };
    vec![LetterOut::of(&which, accepted.at, None, lang)]
}

impl AcceptanceOut {
    /// What the receipt shows.
    ///
    /// # Errors
    /// Not found before acceptance; as [`AppointmentOut::of`].
    pub fn of(keys: &Keys, done: &Done, lang: Lang) -> Result<Self, Problem> {
        let (id, state) = (done.dossier.id, &done.dossier.state);
        let accepted = state.intake.accepted.as_ref().ok_or(Problem::NotFound)?;
        let appointment = AppointmentOut::of(done.by.calendar.as_deref(), state, Detail::Full, lang)?;
        Ok(Self {
            code: accepted.number.to_string(),
            secret: keys.secret_of(id),
            accepted_at: accepted.at.to_offset(accepted.appointment.at.offset()),
            appointment: appointment.ok_or(Problem::NotFound)?,
            letters: receipt(id, state, accepted, lang),
        })
    }
}
