//! A calendar's file, read a second time: which minutes of which days are worked.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::Path;
use time::macros::date;
use time::{Date, Duration, Month, PrimitiveDateTime};
use toml::{Table, Value};

/// The first day that is counted, and the first that isn't any more.
const COVERED: (Date, Date) = (date!(2023 - 01 - 01), date!(2036 - 01 - 01));
const MINUTES_A_DAY: usize = 24 * 60;
const WEEK: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// What stands in the file, and in the one it extends. Clock times are minutes since midnight, at +07:00.
pub(super) struct Written {
    week: [Vec<Range<usize>>; 7],
    off: BTreeSet<Date>,
    exchanged: BTreeMap<Date, usize>,
    /// The nominal working day.
    pub(super) minutes_per_day: i64,
    /// Each minute of the years covered: whether it is worked.
    worked: Vec<bool>,
}

impl Written {
    /// Reads the calendar `code` in `folder`.
    pub(super) fn read(folder: &Path, code: &str) -> Self {
        let file = |code: &str| -> Table {
            fs::read_to_string(folder.join(format!("{code}.toml"))).unwrap().parse().unwrap()
        };
        let own = file(code);
        let extended = own.get("extends").map(|code| file(code.as_str().unwrap())).unwrap_or_default();
        let mut written = Self {
            week: WEEK.map(|day| list(&own["sessions"], day).iter().map(session).collect()),
            off: BTreeSet::new(),
            exchanged: BTreeMap::new(),
            minutes_per_day: own["minutes_per_day"].as_integer().unwrap(),
            worked: Vec::new(),
        };
        written.take_days(&Value::Table(extended));
        written.take_days(&Value::Table(own));
        written.work();
        written
    }

    fn take_days(&mut self, file: &Value) {
        for off in list(file, "days_off") {
            let last = date(&off["to"]);
            let mut day = date(&off["from"]);
            while day <= last {
                self.off.insert(day);
                day = day.next_day().unwrap();
            }
        }
        for worked in list(file, "days_worked") {
            let stands_for = WEEK.iter().position(|day| worked["as"].as_str() == Some(day));
            self.exchanged.insert(date(&worked["on"]), stands_for.unwrap());
        }
    }

    fn work(&mut self) {
        let mut day = COVERED.0;
        while day < COVERED.1 {
            let mut minutes = [false; MINUTES_A_DAY];
            self.sessions(day).iter().for_each(|session| minutes[session.clone()].fill(true));
            self.worked.extend(minutes);
            day = day.next_day().unwrap();
        }
    }

    /// Whether the minute is worked that runs at a second: see [`second`].
    pub(super) fn works(&self, second: i64) -> bool {
        self.worked[usize::try_from(second).unwrap() / 60]
    }

    /// The minutes of a day, from midnight: whether they are worked.
    pub(super) fn minutes(&self, date: Date) -> &[bool] {
        let first = usize::try_from(second(date.midnight())).unwrap() / 60;
        &self.worked[first..first + MINUTES_A_DAY]
    }

    /// Whether a moment lies between two sessions of a day.
    pub(super) fn is_break(&self, at: PrimitiveDateTime) -> bool {
        let (before, after) =
            self.minutes(at.date()).split_at(usize::from(at.hour()) * 60 + usize::from(at.minute()));
        !after[0] && before.contains(&true) && after.contains(&true)
    }

    /// Whether a day is listed as off.
    pub(super) fn is_off(&self, date: Date) -> bool {
        self.off.contains(&date)
    }

    /// Whether a day is worked in exchange for another.
    pub(super) fn is_exchanged(&self, date: Date) -> bool {
        self.exchanged.contains_key(&date)
    }

    /// The days that are listed; each exchanged one four times, as they are few.
    pub(super) fn listed(&self) -> Vec<Date> {
        let exchanged = self.exchanged.keys().flat_map(|day| [*day; 4]);
        self.off.iter().copied().chain(exchanged).collect()
    }

    fn sessions(&self, date: Date) -> &[Range<usize>] {
        let weekday = usize::from(date.weekday().number_days_from_monday());
        match self.exchanged.get(&date) {
            Some(stands_for) => &self.week[*stands_for],
            None if self.off.contains(&date) => &[],
            None => &self.week[weekday],
        }
    }
}

/// A moment as seconds since the first that is covered.
pub(super) fn second(at: PrimitiveDateTime) -> i64 {
    (at - COVERED.0.midnight()).whole_seconds()
}

/// The moment of a second.
pub(super) fn moment(second: i64) -> PrimitiveDateTime {
    COVERED.0.midnight() + Duration::seconds(second)
}

fn list<'a>(table: &'a Value, key: &str) -> &'a [Value] {
    table.get(key).map_or(&[], |list| list.as_array().expect("a list"))
}

/// Reads `07:30-11:30`.
fn session(text: &Value) -> Range<usize> {
    let numbers = text.as_str().unwrap().split(['-', ':']).map(|number| number.parse().unwrap());
    let &[opens, past_opening, closes, past_closing] = numbers.collect::<Vec<usize>>().as_slice() else {
        panic!("{text:?} is no session");
    };
    opens * 60 + past_opening..closes * 60 + past_closing
}

fn date(value: &Value) -> Date {
    let date = value.as_datetime().unwrap().date.unwrap();
    Date::from_calendar_date(date.year.into(), Month::try_from(date.month).unwrap(), date.day).unwrap()
}
