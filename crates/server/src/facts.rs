//! The facts of this moment: the pinned version, the calendars of the agencies concerned, who asks.

use crate::app::App;
use crate::http::Problem;
use calendar::Calendar;
use catalog::Version;
use dossier::{Facts, NotCovered, State};
use kernel::{Actor, AgencyCode, CaseCode};
use std::sync::Arc;

/// The facts for `actor` acting now on a dossier that was submitted.
///
/// # Errors
/// The database; a calendar that doesn't reach this day.
pub fn facts_of(app: &App, actor: &Actor, state: &State) -> Result<(Arc<Version>, Facts), Problem> {
    let submitted = state.intake.submitted.as_ref().ok_or(Problem::NotFound)?;
    let version = app.directory.version(&submitted.procedure, submitted.version)?;
    let facts = facts(app, actor, &version, &submitted.case, &submitted.agency)?;
    let facts = facts.since(submitted.at).map_err(|why| Problem::Away(why.to_string()))?;
    Ok((version, facts))
}

/// The facts for the system itself acting now on a dossier that was submitted, if `agencies` worked by `calendar`.
///
/// # Errors
/// The database; a calendar that can't count this dossier.
pub fn facts_by(
    app: &App,
    state: &State,
    agencies: &[AgencyCode],
    calendar: &Arc<Calendar>,
) -> Result<Facts, Problem> {
    let submitted = state.intake.submitted.as_ref().ok_or(Problem::NotFound)?;
    let version = app.directory.version(&submitted.procedure, submitted.version)?;
    let mut calendars =
        app.directory.calendars_for(&submitted.agency, version.process_of(&submitted.case))?;
    for (_, other) in calendars.iter_mut().filter(|(agency, _)| agencies.contains(agency)) {
        *other = calendar.clone();
    }
    let (case, agency) = (submitted.case.clone(), submitted.agency.clone());
    let facts = Facts::new(Actor::System, app.clock.now(), version, case, agency, calendars);
    facts.and_then(|facts| facts.since(submitted.at)).map_err(uncounted)
}

fn uncounted(why: NotCovered) -> Problem {
    match why {
        NotCovered::OutOfRange(calendar, why) => Problem::Uncounted(calendar, why),
        NotCovered::NoCalendar(_) => Problem::Away(why.to_string()),
    }
}

/// The facts for `actor` acting now on a dossier of `agency`, judged by `version` and `case`.
///
/// # Errors
/// As [`facts_of`].
pub(crate) fn facts(
    app: &App,
    actor: &Actor,
    version: &Arc<Version>,
    case: &CaseCode,
    agency: &AgencyCode,
) -> Result<Facts, Problem> {
    let calendars = app.directory.calendars_for(agency, version.process_of(case))?;
    let (actor, case, agency) = (actor.clone(), case.clone(), agency.clone());
    Facts::new(actor, app.clock.now(), version.clone(), case, agency, calendars)
        .map_err(|why| Problem::Away(why.to_string()))
}
