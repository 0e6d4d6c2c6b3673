//! The sentences in English.

use time::OffsetDateTime;

use super::{Explanation, day_month_year as day};
use crate::{DayWorked, DaysOff, Unit};

pub(super) fn full(told: &Explanation) -> Vec<String> {
    let mut lines = vec![
        format!("Accepted at {}.", moment(told.accepted)),
        format!("Processing time: {}.", told.time.english()),
    ];
    lines.extend(counted(told));
    lines.extend(days_off(told));
    lines.extend(days_worked(told));
    lines.extend(moved(told));
    lines.push(format!("Due by {}.", moment(told.appointment.at)));
    lines.extend(provisional(told));
    lines.push(format!("Counted by the calendar “{}”, version {}.", told.calendar, told.version));
    lines
}

pub(super) fn plain(told: &Explanation) -> String {
    let mut text = format!("Your result is due by {}", moment(told.appointment.at));
    text.push_str(&match told.time.unit() {
        Unit::WorkingDays => plain_time(told, "without the day you applied, week-ends and holidays"),
        Unit::WorkingHours => plain_time(told, "counting working hours only"),
        Unit::CalendarDays | Unit::Months => plain_time(told, "without the day you applied"),
        Unit::SameDay if told.moved_from.is_some() => ", the next working day.".to_owned(),
        Unit::SameDay => ", the day you applied.".to_owned(),
    });
    if !told.provisional_years.is_empty() {
        text.push_str(&format!(" The days off of {} aren't announced yet, so this date ", told.years()));
        text.push_str("is provisional; you will be told if it changes.");
    }
    text
}

fn plain_time(told: &Explanation, counted: &str) -> String {
    format!(" ({}, {counted}).", told.time.english())
}

fn counted(told: &Explanation) -> Vec<String> {
    let (first, last, days) = (day(told.first_day), day(told.last_day()), told.days_counted);
    let after_acceptance = format!(
        "The day of acceptance isn't counted (Civil Code 2015, art. 147); the first day counted is {first}."
    );
    match told.time.unit() {
        Unit::WorkingDays => {
            vec![after_acceptance, format!("Working days counted: {days}, from {first} to {last}.")]
        }
        Unit::CalendarDays | Unit::Months => {
            let every = format!("Days counted, days off included: {days}, from {first} to {last}.");
            vec![after_acceptance, every]
        }
        Unit::WorkingHours if told.counted_from == told.accepted => {
            vec![format!("Counted from acceptance, inside working sessions; working days used: {days}.")]
        }
        Unit::WorkingHours => {
            let from = moment(told.counted_from);
            vec![format!(
                "Accepted while closed, so counted from the next opening, {from}, inside working sessions; \
                 working days used: {days}."
            )]
        }
        Unit::SameDay => Vec::new(),
    }
}

fn days_off(told: &Explanation) -> Option<String> {
    let mut skipped: Vec<String> = told.days_off.iter().map(named_days_off).collect();
    if told.weekly_rest > 0 {
        skipped.push(format!("weekly days of rest: {}", told.weekly_rest));
    }
    (!skipped.is_empty()).then(|| format!("Days off skipped: {}.", skipped.join("; ")))
}

fn days_worked(told: &Explanation) -> Option<String> {
    let met: Vec<String> = told.days_worked.iter().map(named_day_worked).collect();
    (!met.is_empty()).then(|| format!("Days worked in exchange: {}.", met.join("; ")))
}

fn moved(told: &Explanation) -> Option<String> {
    let last = day(told.moved_from?);
    Some(match told.time.unit() {
        Unit::SameDay if told.came_in_late() => {
            "Accepted after 15:00, so due the next working day (Decree 118/2025, art. 18).".to_owned()
        }
        Unit::SameDay => format!("{last} is a day off or was already closed, so due the next working day."),
        Unit::WorkingDays | Unit::WorkingHours | Unit::CalendarDays | Unit::Months => format!(
            "The last day, {last}, is a day off, so the time ends with the next working day \
             (Civil Code 2015, art. 148)."
        ),
    })
}

fn provisional(told: &Explanation) -> Option<String> {
    let text = format!("The days off of {} aren't announced yet: the date is provisional.", told.years());
    (!told.provisional_years.is_empty()).then_some(text)
}

fn named_days_off(off: &DaysOff) -> String {
    if off.from == off.to {
        return format!("{} ({})", day(off.from), off.name);
    }
    format!("{} to {} ({})", day(off.from), day(off.to), off.name)
}

fn named_day_worked(worked: &DayWorked) -> String {
    format!("{} ({})", day(worked.on), worked.name)
}

pub(super) fn moment(at: OffsetDateTime) -> String {
    format!("{:02}:{:02} on {}", at.hour(), at.minute(), day(at.date()))
}
