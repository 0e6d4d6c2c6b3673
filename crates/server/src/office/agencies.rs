//! Agencies: added and changed, as a tree.

mod check;
mod differences;

use super::{Books, Keeper, Plan, sound};
use crate::app::App;
use crate::http::Problem;
use crate::worker::recounts::{Touched, followed, touched_of};
use catalog::{Agency, AgencyTree};
use differences::differences;
use kernel::AgencyCode;
use store::catalogue;
use store::office::Subject;

/// An agency as it is kept, with its version.
///
/// # Errors
/// Not found; the database.
pub fn kept(app: &App, code: &AgencyCode) -> Result<(Agency, i64), Problem> {
    let all = app.store.read(catalogue::all_agencies)?;
    let agency = all.into_iter().find(|agency| agency.code == *code).ok_or(Problem::NotFound)?;
    let version = app.store.read(|db| catalogue::agency_version(db, code))?.ok_or(Problem::NotFound)?;
    Ok((agency, version))
}

/// Takes agencies in, those above before those below: those that aren't there are added, the others changed where they are to be
/// otherwise. What was counted anew by another calendar.
///
/// # Errors
/// As [`add`] and [`change`]; those before it are taken in by then.
pub fn take_in(app: &App, by: &Keeper, agencies: Vec<Agency>) -> Result<Vec<Touched>, Problem> {
    let known = app.store.read(catalogue::all_agencies)?;
    let is_known = |agency: &Agency| known.iter().any(|known| known.code == agency.code);
    let mut touched = Vec::new();
    for agency in from_above(agencies, &known) {
        if is_known(&agency) {
            touched.extend(change(app, by, agency)?);
        } else {
            add(app, by, agency)?;
        }
    }
    Ok(touched)
}

/// Those above before those below; as they are, where that is no tree: then taking them in says why.
fn from_above(mut agencies: Vec<Agency>, known: &[Agency]) -> Vec<Agency> {
    let is_new = |known: &&Agency| agencies.iter().all(|agency| agency.code != known.code);
    let others: Vec<Agency> = known.iter().filter(is_new).cloned().collect();
    if let Ok(tree) = AgencyTree::new(others.into_iter().chain(agencies.iter().cloned()).collect()) {
        agencies.sort_by_key(|agency| tree.above(&agency.code).count());
    }
    agencies
}

/// Adds an agency.
///
/// # Errors
/// 422 with the fields; the database.
pub fn add(app: &App, by: &Keeper, agency: Agency) -> Result<(), Problem> {
    if by.done_before(&app.store)?.is_some() {
        return Ok(());
    }
    sound(check::of_new(app, &agency)?)?;
    let plan = plan(&agency, None);
    Books::of(app).carry_out(by, plan, move |db| catalogue::add_agency(db, &agency))?;
    app.directory.forget();
    Ok(())
}

/// Changes what is kept of an agency. Where it works by another calendar from now on, its open appointments are counted
/// anew: those that were.
///
/// # Errors
/// 422 with the fields, for a calendar that can't count what is open too; [`Problem::Changed`]; not found; the database.
pub fn change(app: &App, by: &Keeper, agency: Agency) -> Result<Vec<Touched>, Problem> {
    if by.done_before(&app.store)?.is_some() {
        return Ok(Vec::new());
    }
    let (known, version) = kept(app, &agency.code)?;
    by.expects(version)?;
    sound(check::of_change(app, &known, &agency)?)?;
    if known == agency {
        return Ok(Vec::new());
    }
    let (moves, calendar) = (known.calendar != agency.calendar, agency.calendar.clone());
    if moves {
        would_count(app, &agency)?;
    }
    let (plan, to) = (plan(&agency, Some(&known)), agency);
    Books::of(app).carry_out(by, plan, move |db| {
        catalogue::change_agency(db, &to, version)?;
        if moves { catalogue::recount_anew(db, &to.calendar) } else { Ok(()) }
    })?;
    app.directory.forget();
    let newest = app.store.read(|db| catalogue::newest_calendar(db, &calendar))?;
    newest.filter(|_| moves).map_or(Ok(Vec::new()), |data| followed(app, data))
}

/// That the calendar which an agency is to work by can count what is open there.
fn would_count(app: &App, agency: &Agency) -> Result<(), Problem> {
    let Some(data) = app.store.read(|db| catalogue::newest_calendar(db, &agency.calendar))? else {
        return Ok(());
    };
    match touched_of(app, std::slice::from_ref(&agency.code), data) {
        Err(why @ Problem::Uncounted(..)) => Err(check::cannot_count(&why)),
        counted => counted.map(drop),
    }
}

fn plan(agency: &Agency, from: Option<&Agency>) -> Plan {
    let deed = if from.is_some() { "changed" } else { "added" };
    let changes = differences(from, agency);
    Plan { subject: Subject::Agency, about: agency.code.to_string(), deed, changes }
}
