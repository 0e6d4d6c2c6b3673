//! When a result is due, and why then.

use super::schemas;
use crate::http::Problem;
use calendar::{Calendar, Precision, ProcessingTime};
use deadline::Cause;
use dossier::State;
use intake::Accepted;
use kernel::{Actor, Lang};
use serde::Serialize;
use time::{OffsetDateTime, UtcOffset};
use utoipa::ToSchema;

/// When a result is due, and why then.
#[derive(Debug, Serialize, ToSchema)]
pub struct AppointmentOut {
    /// When it is due now.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) at: OffsetDateTime,
    /// When it was due at first; never overwritten.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) first_at: OffsetDateTime,
    /// Whether the whole day counts (`day`) or the very moment (`moment`).
    #[schema(value_type = String)]
    pub(crate) precision: Precision,
    /// Whether a day counted lies in a year whose days off aren't announced yet.
    pub(crate) provisional: bool,
    /// Whether the dossier was rescheduled, once and with an apology.
    pub(crate) rescheduled: bool,
    /// The processing time that counts, in words.
    pub(crate) time: String,
    /// How it was counted, and what has changed it since.
    pub(crate) explained: Vec<String>,
    /// When the clock stood.
    pub(crate) stops: Vec<StopOut>,
}

/// A time for which the clock stood.
#[derive(Debug, Serialize, ToSchema)]
pub struct StopOut {
    /// For what.
    #[schema(schema_with = schemas::cause)]
    pub(crate) cause: &'static str,
    /// Since when.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) from: OffsetDateTime,
    /// Until when; none while it stands.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) to: Option<OffsetDateTime>,
}

/// In how much detail a date explains itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// In full, for staff.
    Full,
    /// In plain words, for the applicant.
    Plain,
}

impl Detail {
    /// Staff read all of it.
    pub fn for_reader(reader: &Actor) -> Self {
        if reader.staff().is_some() { Detail::Full } else { Detail::Plain }
    }
}

impl AppointmentOut {
    /// The present appointment, explained by the calendar that the first one was counted by; none before acceptance.
    ///
    /// # Errors
    /// A calendar that doesn't reach it.
    pub fn of(
        calendar: Option<&Calendar>,
        state: &State,
        detail: Detail,
        lang: Lang,
    ) -> Result<Option<Self>, Problem> {
        let (Some(accepted), Some(clock), Some(calendar)) =
            (&state.intake.accepted, &state.deadline.clock, calendar)
        else {
            return Ok(None);
        };
        let mut explained = counted(calendar, accepted, detail, lang)?;
        explained.extend(deadline::told::changes(&state.deadline, lang));
        Ok(Some(Self {
            at: clock.appointment.at,
            first_at: clock.first.at,
            precision: clock.appointment.precision,
            provisional: clock.appointment.provisional,
            rescheduled: state.deadline.rescheduled.is_some(),
            time: in_words(accepted.time, lang),
            explained,
            stops: stops(&state.deadline, clock.first.at.offset()),
        }))
    }
}

/// A processing time in words.
pub fn in_words(time: ProcessingTime, lang: Lang) -> String {
    match lang {
        Lang::Vi => time.vietnamese(),
        Lang::En => time.english(),
    }
}

/// How the first appointment was counted.
fn counted(
    calendar: &Calendar,
    accepted: &Accepted,
    detail: Detail,
    lang: Lang,
) -> Result<Vec<String>, Problem> {
    let explanation =
        calendar.explain(accepted.at, accepted.time).map_err(|why| Problem::Fault(why.to_string()))?;
    Ok(match (detail, lang) {
        (Detail::Full, Lang::Vi) => explanation.vietnamese(),
        (Detail::Full, Lang::En) => explanation.english(),
        (Detail::Plain, Lang::Vi) => vec![explanation.plain_vietnamese()],
        (Detail::Plain, Lang::En) => vec![explanation.plain_english()],
    })
}

fn stops(state: &deadline::State, offset: UtcOffset) -> Vec<StopOut> {
    let stop = |cause: Cause, from: OffsetDateTime, to: Option<OffsetDateTime>| StopOut {
        cause: cause.as_str(),
        from: from.to_offset(offset),
        to: to.map(|to| to.to_offset(offset)),
    };
    let ended = state.stops().map(|(waiting, until)| stop(waiting.cause, waiting.since, Some(until)));
    ended.chain(state.waiting.map(|waiting| stop(waiting.cause, waiting.since, None))).collect()
}
