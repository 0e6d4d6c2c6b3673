//! Appointments are counted anew by a calendar that has changed (domain: Counting time).

use super::act_on;
use crate::app::App;
use crate::facts::facts_by;
use crate::http::Problem;
use calendar::{Calendar, CalendarData};
use deadline::Command;
use dossier::Event;
use kernel::{AgencyCode, DossierId};
use std::sync::Arc;
use store::query::{Ref, Scope, open_of};
use store::{catalogue, log};
use time::OffsetDateTime;

/// An open appointment that a calendar touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    /// Whose.
    pub dossier: DossierId,
    /// The dossier's number.
    pub code: String,
    /// The appointment as it is.
    pub from: OffsetDateTime,
    /// The appointment as it would be.
    pub to: OffsetDateTime,
}

/// The open appointments that this calendar, in place of the one by its code, would change: the dry run.
///
/// # Errors
/// A calendar that contradicts itself or doesn't reach far enough; the database.
pub fn touched(app: &App, data: CalendarData) -> Result<Vec<Touched>, Problem> {
    let agencies: Vec<AgencyCode> = {
        let newest = app.directory.newest()?;
        let theirs = newest.agencies.iter().filter(|agency| agency.calendar == data.code);
        theirs.map(|agency| agency.code.clone()).collect()
    };
    touched_of(app, &agencies, data)
}

/// The open appointments of `agencies` that would change if they worked by this calendar.
///
/// # Errors
/// As [`touched`].
pub fn touched_of(app: &App, agencies: &[AgencyCode], data: CalendarData) -> Result<Vec<Touched>, Problem> {
    let code = data.code.clone();
    let calendar = Calendar::new(data).map_err(|why| Problem::Uncounted(code, why))?;
    let calendar = Arc::new(calendar);
    let open = app.store.read(|db| open_of(db, agencies, app.clock.now()))?;
    let touched = open.into_iter().map(|id| counted(app, id, agencies, &calendar));
    touched.filter_map(Result::transpose).collect()
}

/// Counts anew what calendars touch whose change nobody has followed to its end yet; how many appointments.
pub(crate) fn outstanding(app: &App) -> Result<usize, Problem> {
    let changed = app.store.read(catalogue::to_recount)?;
    changed.into_iter().map(|calendar| Ok(followed(app, calendar)?.len())).sum()
}

/// Counts anew what a calendar that has been taken in touches. It is followed to its end once nothing failed.
pub(crate) fn followed(app: &App, calendar: CalendarData) -> Result<Vec<Touched>, Problem> {
    let (code, version, at) = (calendar.code.clone(), calendar.version, app.clock.now());
    app.directory.forget();
    let touched = touched(app, calendar)?;
    for one in &touched {
        act_on(app, one.dossier, Command::Recount.into())?;
    }
    app.store.write(move |db| catalogue::recounted(db, &code, version, at))?;
    Ok(touched)
}

fn counted(
    app: &App,
    id: DossierId,
    agencies: &[AgencyCode],
    calendar: &Arc<Calendar>,
) -> Result<Option<Touched>, Problem> {
    let Some(loaded) = app.store.read(|db| log::load(db, &Scope::All, &Ref::Id(id)))? else {
        return Ok(None);
    };
    let facts = facts_by(app, &loaded.state, agencies, calendar)?;
    let Ok(decided) = dossier::decide(&loaded.state, &facts, Command::Recount.into()) else {
        return Ok(None);
    };
    let number = loaded.state.intake.accepted.map(|accepted| accepted.number.to_string()).unwrap_or_default();
    Ok(decided.iter().find_map(|event| match event {
        Event::Deadline(deadline::Event::AppointmentRecounted(recounted)) => {
            Some(Touched { dossier: id, code: number.clone(), from: recounted.from, to: recounted.to.at })
        }
        _ => None,
    }))
}
