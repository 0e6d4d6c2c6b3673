//! An acceptance and its appointment.

use crate::app::App;
use crate::http::Problem;
use calendar::{Precision, ProcessingTime};
use dossier::State;
use intake::Accepted;
use kernel::Lang;
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
    /// The letters that were issued with it.
    pub letters: Vec<String>,
}

/// When a result is due, and why then.
#[derive(Debug, Serialize, ToSchema)]
pub struct AppointmentOut {
    /// When it is due now.
    #[serde(with = "time::serde::rfc3339")]
    at: OffsetDateTime,
    /// When it was due at first; never overwritten.
    #[serde(with = "time::serde::rfc3339")]
    first_at: OffsetDateTime,
    /// Whether the whole day counts (`day`) or the very moment (`moment`).
    #[schema(value_type = String)]
    precision: Precision,
    /// Whether a day counted lies in a year whose days off aren't announced yet.
    provisional: bool,
    /// The processing time that counts, in words.
    time: String,
    /// How it was counted.
    explained: Vec<String>,
}

/// In how much detail a date explains itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// In full, for staff.
    Full,
    /// In plain words, for the applicant.
    Plain,
}

impl AppointmentOut {
    /// The appointment of an accepted dossier.
    ///
    /// # Errors
    /// The database, where the calendar must be read.
    pub fn of(app: &App, accepted: &Accepted, detail: Detail, lang: Lang) -> Result<Self, Problem> {
        Ok(Self {
            at: accepted.appointment.at,
            first_at: accepted.appointment.at,
            precision: accepted.appointment.precision,
            provisional: accepted.appointment.provisional,
            time: in_words(accepted.time, lang),
            explained: explained(app, accepted, detail, lang)?,
        })
    }
}

impl AcceptanceOut {
    /// What the receipt shows.
    ///
    /// # Errors
    /// Not found before acceptance; the database.
    pub fn of(app: &App, id: kernel::DossierId, state: &State, lang: Lang) -> Result<Self, Problem> {
        let accepted = state.intake.accepted.as_ref().ok_or(Problem::NotFound)?;
        Ok(Self {
            code: accepted.number.to_string(),
            secret: app.keys.secret_of(id),
            accepted_at: accepted.at.to_offset(accepted.appointment.at.offset()),
            appointment: AppointmentOut::of(app, accepted, Detail::Full, lang)?,
            letters: Vec::new(),
        })
    }
}

/// A processing time in words.
pub fn in_words(time: ProcessingTime, lang: Lang) -> String {
    match lang {
        Lang::Vi => time.vietnamese(),
        Lang::En => time.english(),
    }
}

fn explained(app: &App, accepted: &Accepted, detail: Detail, lang: Lang) -> Result<Vec<String>, Problem> {
    let calendar = app.directory.calendar(&accepted.calendar.code, accepted.calendar.version)?;
    let explanation =
        calendar.explain(accepted.at, accepted.time).map_err(|why| Problem::Fault(why.to_string()))?;
    Ok(match (detail, lang) {
        (Detail::Full, Lang::Vi) => explanation.vietnamese(),
        (Detail::Full, Lang::En) => explanation.english(),
        (Detail::Plain, Lang::Vi) => vec![explanation.plain_vietnamese()],
        (Detail::Plain, Lang::En) => vec![explanation.plain_english()],
    })
}
