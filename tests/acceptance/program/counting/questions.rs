//! Random questions, the same in every run.

use super::written::Written;
use serde_json::{Value, json};
use time::format_description::well_known::Rfc3339;
use time::macros::{date, offset, time};
use time::{Date, Duration, PrimitiveDateTime, Time, UtcOffset};

const UNITS: [&str; 5] = ["working_days", "working_hours", "calendar_days", "months", "same_day"];
const HOME: UtcOffset = offset!(+7);
const OFFSETS: [UtcOffset; 4] = [HOME, HOME, UtcOffset::UTC, offset!(-8)];

/// Clock times at which something begins or ends, in one calendar or another, and the middle of the day.
const EDGES: [Time; 11] = [
    time!(00:00),
    time!(07:30),
    time!(11:30),
    time!(12:00),
    time!(12:30),
    time!(13:00),
    time!(15:00),
    time!(16:30),
    time!(17:00),
    time!(17:30),
    time!(23:59),
];

/// A question. Moments are local ones, at +07:00.
pub(super) struct Question {
    pub(super) accepted: PrimitiveDateTime,
    pub(super) amount: u32,
    pub(super) unit: &'static str,
    new: Option<PrimitiveDateTime>,
    offset: UtcOffset,
}

impl Question {
    /// As it is put to the command.
    pub(super) fn line(&self) -> String {
        let text = |at: PrimitiveDateTime| written_at(at, self.offset);
        let time = json!({ "amount": self.amount, "unit": self.unit });
        json!({ "accepted": text(self.accepted), "time": time, "new": self.new.map(text) }).to_string()
    }

    /// The answer that the slow count gives.
    pub(super) fn counted(&self, written: &Written) -> Value {
        let due = written.due(self);
        match self.new {
            None => json!({ "due": written_at(due, HOME) }),
            Some(new) => {
                let lawful = written.is_lawful(self, due, new);
                json!({ "due": written_at(due, HOME), "lawful_third": lawful })
            }
        }
    }
}

fn written_at(local: PrimitiveDateTime, offset: UtcOffset) -> String {
    local.assume_offset(HOME).to_offset(offset).format(&Rfc3339).unwrap()
}

/// Questions without an end. Half of the moments are anywhere in 2024 to 2027, half near the days that the calendar
/// lists and at the edges of the clock.
pub(super) struct Questions<'a> {
    written: &'a Written,
    listed: Vec<Date>,
    state: u64,
}

impl<'a> Questions<'a> {
    /// The questions of a seed, which isn't 0.
    pub(super) fn new(written: &'a Written, seed: u64) -> Self {
        Self { written, listed: written.listed(), state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) }
    }

    /// A number from 0 below `limit` (xorshift).
    fn below(&mut self, limit: i64) -> i64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        i64::try_from(self.state >> 33).unwrap() % limit
    }

    fn one_of<T: Copy>(&mut self, list: &[T]) -> T {
        let place = self.below(i64::try_from(list.len()).unwrap());
        list[usize::try_from(place).unwrap()]
    }

    fn accepted(&mut self) -> PrimitiveDateTime {
        let date = if self.below(2) == 0 {
            date!(2024 - 01 - 01) + Duration::days(self.below(1_461))
        } else {
            let listed = self.listed.clone();
            self.one_of(&listed) + Duration::days(self.below(3) - 1)
        };
        let clock = if self.below(2) == 0 {
            Time::MIDNIGHT + Duration::minutes(self.below(1_440))
        } else {
            self.one_of(&EDGES)
        };
        date.with_time(clock) + Duration::seconds(self.few_seconds())
    }

    /// A new appointment near the end of the third, or anywhere in the three weeks after it was due.
    fn new_appointment(&mut self, asked: &Question) -> PrimitiveDateTime {
        let due = self.written.due(asked);
        if self.below(2) == 0 {
            return due + Duration::minutes(self.below(30_000));
        }
        let minutes = Duration::minutes(self.below(5) - 2);
        self.written.end_of_third(asked, due) + minutes + Duration::seconds(self.few_seconds())
    }

    /// Mostly none.
    fn few_seconds(&mut self) -> i64 {
        let seconds = [0, 0, 0, 0, 1, self.below(60)];
        self.one_of(&seconds)
    }
}

impl Iterator for Questions<'_> {
    type Item = Question;

    fn next(&mut self) -> Option<Question> {
        let unit = self.one_of(&UNITS);
        let amount = if unit == "same_day" { 1 } else { u32::try_from(1 + self.below(60)).unwrap() };
        let (accepted, offset) = (self.accepted(), self.one_of(&OFFSETS));
        let mut question = Question { accepted, amount, unit, new: None, offset };
        if self.below(2) == 0 {
            question.new = Some(self.new_appointment(&question));
        }
        Some(question)
    }
}
