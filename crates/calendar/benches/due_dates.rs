//! How many due dates a second one core gives, for each unit: random moments of acceptance from 2024 to 2026,
//! random amounts from 1 to 60. Prints `due_dates_per_second <unit> <figure>`.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use calendar::{Calendar, CalendarData, CalendarError, DayWorked, DaysOff, ProcessingTime, Session, Unit};
use time::macros::{date, datetime, offset};
use time::{Duration, OffsetDateTime, Weekday};

const QUESTIONS: usize = 1 << 16;
const ROUNDS: usize = 200;

const UNITS: [(&str, Unit); 5] = [
    ("working_days", Unit::WorkingDays),
    ("working_hours", Unit::WorkingHours),
    ("calendar_days", Unit::CalendarDays),
    ("months", Unit::Months),
    ("same_day", Unit::SameDay),
];

fn main() -> Result<(), Box<dyn Error>> {
    let calendar = sample()?;
    for (name, unit) in UNITS {
        let questions = questions(unit)?;
        let begun = Instant::now();
        for _ in 0..ROUNDS {
            for (accepted, time) in &questions {
                black_box(calendar.due(black_box(*accepted), black_box(*time))?);
            }
        }
        let rate = (QUESTIONS * ROUNDS) as f64 / begun.elapsed().as_secs_f64();
        println!("due_dates_per_second {name} {rate:.0}");
    }
    Ok(())
}

fn questions(unit: Unit) -> Result<Vec<(OffsetDateTime, ProcessingTime)>, CalendarError> {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let mut question = || {
        let seconds = i64::from(random.below(3 * 365 * 24 * 60 * 60));
        let amount = if unit == Unit::SameDay { 1 } else { 1 + random.below(60) };
        let accepted = datetime!(2024-01-01 00:00 +7) + Duration::seconds(seconds);
        Ok((accepted, ProcessingTime::new(amount, unit)?))
    };
    (0..QUESTIONS).map(|_| question()).collect()
}

fn sample() -> Result<Calendar, CalendarError> {
    let day: Vec<Session> = vec!["07:30-11:30".parse()?, "13:30-17:30".parse()?];
    let off = |from, to| DaysOff { from, to, name: "nghỉ".to_owned() };
    let worked = |on| DayWorked { on, as_weekday: Weekday::Monday, name: "làm bù".to_owned() };
    Calendar::new(CalendarData {
        code: "bench".to_owned(),
        name: "Bench".to_owned(),
        version: 1,
        utc_offset: offset!(+7),
        minutes_per_day: 480,
        sessions: [day.clone(), day.clone(), day.clone(), day.clone(), day, vec![], vec![]],
        days_off: vec![
            off(date!(2024 - 02 - 08), date!(2024 - 02 - 14)),
            off(date!(2025 - 01 - 27), date!(2025 - 01 - 31)),
            off(date!(2026 - 02 - 16), date!(2026 - 02 - 20)),
            off(date!(2027 - 02 - 04), date!(2027 - 02 - 10)),
        ],
        days_worked: vec![worked(date!(2024 - 05 - 04)), worked(date!(2026 - 08 - 22))],
        provisional: vec![2027],
    })
}

/// A small generator (xorshift), so that every run asks the same questions.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as u32 % limit
    }
}
