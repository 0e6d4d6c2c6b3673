#![doc = include_str!("../README.md")]

mod appointment;
mod calendar;
mod data;
mod due;
mod error;
mod explain;
mod processing_time;
mod stops;
mod table;
mod third;
mod validate;
mod working_time;

pub mod formats;

#[cfg(test)]
mod sample;

pub use appointment::{Appointment, Precision};
pub use calendar::Calendar;
pub use data::{CalendarData, CalendarUsed, DayWorked, DaysOff, Session};
pub use error::CalendarError;
pub use explain::{Explanation, english as english_moment, vietnamese as vietnamese_moment};
pub use processing_time::{ProcessingTime, Unit};
pub use stops::Stop;
pub use third::Total;
