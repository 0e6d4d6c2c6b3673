//! What a calendar refuses, and why.

use std::fmt;

use time::{Date, Weekday};

use crate::formats::weekday;
use crate::{Session, Unit};

/// Why a calendar can't be used, or a question to it not be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarError {
    /// A session isn't written as `07:30-11:30`.
    SessionText {
        /// What was written instead.
        text: String,
    },
    /// No weekday has a session: nothing would ever be due.
    NoSession,
    /// The nominal working day is empty, or longer than a day.
    MinutesPerDay {
        /// What was given.
        minutes: u32,
    },
    /// The offset isn't a whole number of minutes.
    OffsetSeconds,
    /// A session opens or closes at a fraction of a minute.
    SessionSeconds {
        /// The weekday it stands under.
        weekday: Weekday,
        /// The session.
        session: Session,
    },
    /// A session closes before, or as soon as, it opens.
    SessionBackwards {
        /// The weekday it stands under.
        weekday: Weekday,
        /// The session.
        session: Session,
    },
    /// A session begins before the one written before it has ended.
    SessionsOverlap {
        /// The weekday they stand under.
        weekday: Weekday,
        /// The session written first.
        first: Session,
        /// The session written next.
        second: Session,
    },
    /// Days off end before they begin.
    DaysOffBackwards {
        /// Their name.
        name: String,
        /// Their first day.
        from: Date,
        /// Their last day.
        to: Date,
    },
    /// A day is both off and worked in exchange.
    OffAndWorked {
        /// The day.
        on: Date,
        /// The name it has among the days off.
        off: String,
        /// The name it has among the days worked.
        worked: String,
    },
    /// A day is named twice among the days worked.
    WorkedTwice {
        /// The day.
        on: Date,
        /// The second name it has.
        name: String,
    },
    /// A day worked in exchange stands in for a weekday that has no session.
    WorkedWithoutSession {
        /// The day.
        on: Date,
        /// The weekday without session.
        as_weekday: Weekday,
        /// The name of the day worked.
        name: String,
    },
    /// A year that no calendar of this system can hold: a slip of the pen.
    Year {
        /// The year.
        year: i32,
    },
    /// The amount of a processing time is none, or beyond all sense.
    Amount {
        /// The amount.
        amount: u32,
        /// Its unit.
        unit: Unit,
    },
    /// The answer, or the question, lies outside the days that the calendar covers.
    OutOfRange {
        /// The first day covered.
        from: Date,
        /// The last day covered.
        to: Date,
    },
    /// Working time can't be added backwards.
    NegativeMinutes {
        /// The minutes asked for.
        minutes: i64,
    },
    /// Nothing lies after the old appointment, in a session and inside the third.
    NoLawfulMoment,
}

impl std::error::Error for CalendarError {}

impl fmt::Display for CalendarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SessionText { text } => write!(f, "“{text}” is no session: write it as 07:30-11:30"),
            Self::NoSession => write!(f, "sessions: no weekday has a session, so nothing could ever be due"),
            Self::MinutesPerDay { minutes } => {
                write!(f, "minutes_per_day: {minutes} is not between 1 and 1440")
            }
            Self::OffsetSeconds => write!(f, "utc_offset: give whole minutes, such as +07:00"),
            Self::SessionSeconds { weekday: day, session } => {
                write!(f, "sessions.{}: {session} must open and close on a whole minute", weekday::key(*day))
            }
            Self::SessionBackwards { weekday: day, session } => {
                write!(f, "sessions.{}: {session} closes before it has opened", weekday::key(*day))
            }
            Self::SessionsOverlap { weekday: day, first, second } => {
                let key = weekday::key(*day);
                write!(f, "sessions.{key}: {second} begins before {first} is over; list them in order")
            }
            Self::DaysOffBackwards { name, from, to } => {
                write!(f, "days_off: “{name}” ends on {to}, before it begins on {from}")
            }
            Self::OffAndWorked { on, off, worked } => {
                write!(f, "{on} stands both in days_off (“{off}”) and in days_worked (“{worked}”)")
            }
            Self::WorkedTwice { on, name } => {
                write!(f, "days_worked: {on} is named a second time (“{name}”)")
            }
            Self::WorkedWithoutSession { on, as_weekday, name } => {
                let key = weekday::key(*as_weekday);
                write!(f, "days_worked: {on} (“{name}”) is worked as {key}, which has no session")
            }
            Self::Year { year } => write!(f, "the year {year} is not between 1990 and 2100"),
            Self::Amount { amount, unit } => {
                write!(f, "{amount} is no amount for {unit:?}: give 1 to {}", unit.largest_amount())
            }
            Self::OutOfRange { from, to } => {
                write!(
                    f,
                    "the calendar covers {from} to {to} only; add the years that are missing to its file"
                )
            }
            Self::NegativeMinutes { minutes } => write!(f, "{minutes} working minutes can't be added"),
            Self::NoLawfulMoment => {
                write!(f, "no working session begins inside the third after the old appointment")
            }
        }
    }
}

impl CalendarError {
    /// What is refused, in Vietnamese, for whoever keeps the calendar.
    #[must_use]
    pub fn vietnamese(&self) -> String {
        match self {
            Self::SessionText { text } => {
                format!("“{text}” không phải một buổi làm việc: hãy viết như 07:30-11:30")
            }
            Self::NoSession => "sessions: không ngày nào có buổi làm việc".to_owned(),
            Self::MinutesPerDay { minutes } => {
                format!("minutes_per_day: {minutes} không nằm trong khoảng 1 đến 1440")
            }
            Self::OffsetSeconds => "utc_offset: chỉ nhận phút chẵn, như +07:00".to_owned(),
            Self::SessionSeconds { weekday: day, session } => {
                format!(
                    "sessions.{}: buổi {session} phải bắt đầu và kết thúc ở phút chẵn",
                    weekday::key(*day)
                )
            }
            Self::SessionBackwards { weekday: day, session } => {
                format!("sessions.{}: buổi {session} kết thúc trước khi bắt đầu", weekday::key(*day))
            }
            Self::SessionsOverlap { weekday: day, first, second } => {
                let key = weekday::key(*day);
                format!(
                    "sessions.{key}: buổi {second} bắt đầu khi buổi {first} chưa hết; hãy viết theo thứ tự"
                )
            }
            Self::DaysOffBackwards { name, from, to } => {
                format!("days_off: “{name}” kết thúc ngày {to}, trước khi bắt đầu ngày {from}")
            }
            Self::OffAndWorked { on, off, worked } => {
                format!("ngày {on} vừa nghỉ (“{off}”) vừa làm bù (“{worked}”)")
            }
            Self::WorkedTwice { on, name } => format!("days_worked: ngày {on} được nêu hai lần (“{name}”)"),
            Self::WorkedWithoutSession { on, as_weekday, name } => {
                let key = weekday::key(*as_weekday);
                format!("days_worked: ngày {on} (“{name}”) làm như {key}, mà {key} không có buổi làm việc")
            }
            Self::Year { year } => format!("năm {year} không nằm trong khoảng 1990 đến 2100"),
            Self::Amount { amount, unit } => {
                format!(
                    "{amount} không phải thời hạn hợp lệ cho {unit:?}: nhận 1 đến {}",
                    unit.largest_amount()
                )
            }
            Self::OutOfRange { from, to } => {
                format!("lịch chỉ có từ {from} đến {to}; hãy bổ sung các năm còn thiếu")
            }
            Self::NegativeMinutes { minutes } => format!("không cộng được {minutes} phút làm việc"),
            Self::NoLawfulMoment => {
                "không còn buổi làm việc nào trong một phần ba thời hạn sau ngày hẹn cũ".to_owned()
            }
        }
    }
}
