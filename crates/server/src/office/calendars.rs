//! Calendars: a new version from a file, after a dry run; the open appointments that it touches are counted anew.

use super::{Books, Keeper, Plan};
use crate::app::App;
use crate::http::{InputError, Problem};
use crate::worker::recounts::{Touched, followed, touched};
use calendar::{Calendar, CalendarData};
use catalog::calendar_file::{self, CalendarFileError};
use store::catalogue::{newest_calendar, newest_calendars, put_calendar};
use store::office::{Change, Subject};
use store::{Store, StoreError};

/// What a calendar would bring.
#[derive(Debug, Clone)]
pub struct Tried {
    /// The calendar, under the version it would have.
    pub data: CalendarData,
    /// The one that is in use; none where it is new.
    pub newest: Option<CalendarData>,
    /// The open appointments that would change.
    pub touched: Vec<Touched>,
}

impl Tried {
    /// The version that is in use; 0 where there is none.
    pub fn base(&self) -> u32 {
        self.newest.as_ref().map_or(0, |newest| newest.version)
    }

    /// Whether it says the same as the one in use.
    pub fn is_same(&self) -> bool {
        let in_use =
            |newest: &CalendarData| CalendarData { version: newest.version, ..self.data.clone() } == *newest;
        self.newest.as_ref().is_some_and(in_use)
    }
}

/// Reads a calendar's file; those it extends are the ones in use.
///
/// # Errors
/// 422 with what is wrong; the database.
pub fn read(store: &Store, file: &str) -> Result<CalendarData, Problem> {
    let in_use = store.read(newest_calendars)?;
    let other = |code: &str| in_use.iter().find(|data| data.code == code).map(calendar_file::text);
    let data =
        calendar_file::read(file, 1, &other).map_err(|why| unfit(why.vietnamese(), why.to_string()))?;
    Calendar::new(data.clone()).map_err(|why| unfit(why.vietnamese(), why.to_string()))?;
    if !calendar_file::is_code(&data.code) {
        let why = CalendarFileError::Code { code: data.code };
        return Err(unfit(why.vietnamese(), why.to_string()));
    }
    Ok(data)
}

/// What a calendar would change: the dry run. Nothing is kept.
///
/// # Errors
/// [`Problem::Uncounted`] for one that can't count what is open; the database.
pub fn tried(app: &App, data: CalendarData) -> Result<Tried, Problem> {
    let newest = app.store.read(|db| newest_calendar(db, &data.code))?;
    let version = newest.as_ref().map_or(1, |newest| newest.version + 1);
    let touched = touched(app, data.clone())?;
    Ok(Tried { data: CalendarData { version, ..data }, newest, touched })
}

/// Takes a calendar in, where it says something new, and counts anew what it touches. Its version, and what was counted. A
/// calendar that can't count every open appointment isn't taken in.
///
/// # Errors
/// As [`tried`]; [`Problem::Changed`] where another version is in use than the keeper has seen.
pub fn take_in(app: &App, by: &Keeper, data: CalendarData) -> Result<(u32, Vec<Touched>), Problem> {
    let tried = tried(app, data)?;
    if by.done_before(&app.store)?.is_some() || tried.is_same() {
        return Ok((tried.base(), Vec::new()));
    }
    by.expects(tried.base().into())?;
    let (version, changes) = (tried.data.version, changes(&tried));
    let plan = Plan { subject: Subject::Calendar, about: tried.data.code.clone(), deed: "taken-in", changes };
    let kept = tried.data.clone();
    let books = Books::of(app);
    let at = books.clock.now();
    books.carry_out(by, plan, move |db| match put_calendar(db, &kept, at)? {
        put if put == version => Ok(()),
        _ => Err(StoreError::Raced),
    })?;
    Ok((version, followed(app, tried.data)?))
}

fn changes(tried: &Tried) -> Vec<Change> {
    let from = tried.newest.as_ref().map(|newest| newest.version.to_string()).unwrap_or_default();
    let touched = tried.touched.len().to_string();
    let of = |what: &str, from: String, to: String| Change { what: what.to_owned(), from, to };
    vec![of("version", from, tried.data.version.to_string()), of("touched", String::new(), touched)]
}

fn unfit(vi: String, en: String) -> Problem {
    Problem::Input(vec![InputError { pointer: "/text".to_owned(), code: "unfit", vi, en }])
}
