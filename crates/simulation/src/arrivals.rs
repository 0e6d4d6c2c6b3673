//! When dossiers come in: by the sessions of the counters, online at any hour.

use crate::chance::Chance;
use crate::demand::{Choice, added_up};
use crate::error::SimulationError;
use crate::habits::{BY_POST, ONLINE};
use calendar::Calendar;
use catalog::Channel;
use std::collections::BTreeMap;
use time::{Date, Duration, OffsetDateTime, Time, Weekday};

/// A dossier that comes in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Arrival {
    /// When.
    pub(crate) at: OffsetDateTime,
    /// Which of the choices.
    pub(crate) choice: usize,
    /// How.
    pub(crate) channel: Channel,
}

/// All arrivals of a year, in order.
pub(crate) fn arrivals(
    choices: &[Choice],
    year: i32,
    count: u32,
    chance: &mut Chance,
) -> Result<Vec<Arrival>, SimulationError> {
    let weights = added_up(choices);
    let mut days: BTreeMap<String, Days> = BTreeMap::new();
    let mut all = Vec::with_capacity(count as usize);
    for _ in 0..count {
        let choice = chance.weighted(&weights);
        let counter = calendar_of(&choices[choice]);
        let code = counter.data().code.clone();
        let days = days.entry(code).or_insert_with(|| Days::of(counter, year));
        let channel = channel(&choices[choice], chance);
        let at = match channel {
            Channel::Online => days.online(chance),
            Channel::Counter | Channel::Post => days.at_the_counter(counter, chance)?,
        };
        all.push(Arrival { at, choice, channel });
    }
    all.sort_by_key(|arrival| arrival.at);
    Ok(all)
}

fn calendar_of(choice: &Choice) -> &Calendar {
    choice.calendars.get(&choice.agency).expect("a counter works by a calendar")
}

fn channel(choice: &Choice, chance: &mut Chance) -> Channel {
    if choice.is_offered(Channel::Online) && chance.happens(ONLINE) {
        Channel::Online
    } else if choice.is_offered(Channel::Post) && chance.happens(BY_POST) {
        Channel::Post
    } else {
        Channel::Counter
    }
}

/// The days of a year by one calendar, each as full as it is likely to be.
struct Days {
    all: Vec<Date>,
    counter: Vec<u64>,
    online: Vec<u64>,
    offset: time::UtcOffset,
}

impl Days {
    fn of(calendar: &Calendar, year: i32) -> Self {
        let first = Date::from_ordinal_date(year, 1).expect("a year of the calendar");
        let is_this_year = |day: &Date| day.year() == year;
        let all: Vec<Date> =
            std::iter::successors(Some(first), |day| day.next_day()).take_while(is_this_year).collect();
        let mut closed = 0;
        let mut counter = Vec::new();
        let mut online = Vec::new();
        for day in &all {
            let minutes = minutes_open(calendar, *day);
            closed = if minutes == 0 { closed + 1 } else { closed };
            counter.push(minutes * crowd(*day, closed));
            online.push(if minutes == 0 { 45 } else { 100 });
            closed = if minutes == 0 { closed } else { 0 };
        }
        let offset = calendar.data().utc_offset;
        Self { all, counter: summed(counter), online: summed(online), offset }
    }

    /// Earlier in the day rather than later, and not in the last minutes of it.
    fn at_the_counter(
        &self,
        calendar: &Calendar,
        chance: &mut Chance,
    ) -> Result<OffsetDateTime, SimulationError> {
        let day = self.all[chance.weighted(&self.counter)];
        let opens = calendar.opening(day)?.expect("people come on days that are worked");
        let last = i64::try_from(minutes_open(calendar, day)).unwrap_or(1) * 94 / 100;
        let (one, other) = (chance.between(1..=last), chance.between(1..=last));
        let minute = if chance.happens(500) { one.min(other) } else { one };
        let at = calendar.after_working_minutes(opens, minute)?;
        Ok(at + Duration::seconds(chance.between(0..=59)))
    }

    /// At any hour, mostly of the day or the evening.
    fn online(&self, chance: &mut Chance) -> OffsetDateTime {
        let day = self.all[chance.weighted(&self.online)];
        let hours = if chance.happens(600) { 8..=17 } else { 0..=23 };
        let hour = u8::try_from(chance.between(hours)).unwrap_or(12);
        let (minute, second) = (chance.between(0..=59), chance.between(0..=59));
        let time = Time::from_hms(hour, u8::try_from(minute).unwrap_or(0), u8::try_from(second).unwrap_or(0));
        day.with_time(time.unwrap_or(Time::MIDNIGHT)).assume_offset(self.offset)
    }
}

fn minutes_open(calendar: &Calendar, day: Date) -> u64 {
    let (Ok(Some(opens)), Ok(Some(closes))) = (calendar.opening(day), calendar.closing(day)) else {
        return 0;
    };
    let minutes = calendar.working_minutes(opens, closes).unwrap_or(0);
    u64::try_from(minutes).unwrap_or(0)
}

/// Mondays, the day after many days closed, and the last month are fuller than others.
fn crowd(day: Date, closed_before: u32) -> u64 {
    let monday = if day.weekday() == Weekday::Monday { 25 } else { 0 };
    let pent_up = if closed_before > 3 { 60 } else { 0 };
    let month = [0, 0, 10, 5, 0, 5, 15, 20, 15, 0, 0, 10][usize::from(u8::from(day.month())) - 1];
    100 + monday + pent_up + month
}

fn summed(weights: Vec<u64>) -> Vec<u64> {
    let mut sum = 0;
    let add = |weight| {
        sum += weight;
        sum
    };
    weights.into_iter().map(add).collect()
}
