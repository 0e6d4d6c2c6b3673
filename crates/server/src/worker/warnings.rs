//! Officers and heads are warned ahead of an appointment.

use super::done_on_each;
use crate::app::App;
use crate::directory::Newest;
use crate::http::Problem;
use calendar::Calendar;
use deadline::{Warning, warning};
use kernel::AgencyCode;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::log;
use store::outbox::claim_warning;
use store::query::{Due, Ref, Scope, to_warn};
use time::{OffsetDateTime, Time};

/// A calendar with the agencies that work by it.
type Group = (Arc<Calendar>, Vec<AgencyCode>);

/// Gives every warning that it is time for, each once; how many.
pub(super) fn give(app: &App) -> Result<usize, Problem> {
    let newest = app.directory.newest()?;
    let groups = by_calendar(&newest)?;
    let each = groups.iter().flat_map(|group| Warning::ALL.map(|warning| given_in(app, group, warning)));
    each.sum()
}

/// Gives a warning to the agencies of one calendar; how often.
fn given_in(app: &App, (calendar, agencies): &Group, warning: Warning) -> Result<usize, Problem> {
    let now = app.clock.now();
    let before = end_of_what_is_due(warning, calendar, now)?;
    let ahead = app.store.read(|db| to_warn(db, agencies, warning, now, before))?;
    let each = ahead.into_iter().map(|due| (due.dossier, is_given(app, calendar, warning, due)));
    Ok(done_on_each(each))
}

/// The agencies that work by each calendar.
fn by_calendar(newest: &Newest) -> Result<Vec<Group>, Problem> {
    let mut groups: BTreeMap<&str, Vec<AgencyCode>> = BTreeMap::new();
    for agency in newest.agencies.iter() {
        groups.entry(&agency.calendar).or_default().push(agency.code.clone());
    }
    let with_calendar = |agencies: Vec<AgencyCode>| Ok((newest.calendar_of(&agencies[0])?, agencies));
    groups.into_values().map(with_calendar).collect()
}

fn end_of_what_is_due(
    warning: Warning,
    calendar: &Calendar,
    now: OffsetDateTime,
) -> Result<OffsetDateTime, Problem> {
    let last = warning.appointed_until(calendar, now).map_err(|why| Problem::Away(why.to_string()))?;
    let next = last.next_day().unwrap_or(last);
    Ok(next.with_time(Time::MIDNIGHT).assume_offset(calendar.data().utc_offset))
}

/// Claims one warning and gives it, unless it lay behind already when the appointment was given: then it is claimed, so
/// that nobody looks at it again, and nobody is told.
fn is_given(app: &App, calendar: &Calendar, warning: Warning, due: Due) -> Result<bool, Problem> {
    let on = Ref::Id(due.dossier);
    let Some(loaded) = app.store.read(|db| log::load(db, &Scope::All, &on))? else { return Ok(false) };
    let now = app.clock.now();
    let is_due = warning::due(&loaded.state.deadline, calendar, now).contains(&warning);
    let notice = is_due.then(|| app.clock.id());
    let claimed = app.store.write(move |db| claim_warning(db, &due, warning, notice, now))?;
    Ok(claimed && is_due)
}
