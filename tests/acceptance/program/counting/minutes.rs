//! The rules of counting time, one day and one minute after another. Slow and plain on purpose.

use super::questions::Question;
use super::written::{Written, moment, second};
use time::macros::time;
use time::{Date, Duration, PrimitiveDateTime};

impl Written {
    /// When the result of a question is due.
    pub(super) fn due(&self, asked: &Question) -> PrimitiveDateTime {
        let (date, amount) = (asked.accepted.date(), asked.amount);
        match asked.unit {
            "working_days" => self.working_days(date, amount),
            "working_hours" => self.after(asked.accepted, i64::from(amount) * 3_600),
            "same_day" => self.same_day(asked.accepted),
            "calendar_days" | "months" => self.closing_from(nominal_end(asked)),
            other => panic!("{other} is no unit"),
        }
    }

    /// Whether `new` is after the due moment, in a session, and at most a third of the total time later.
    pub(super) fn is_lawful(&self, asked: &Question, due: PrimitiveDateTime, new: PrimitiveDateTime) -> bool {
        let at = second(new);
        new > due
            && (self.works(at) || self.works(at - 1))
            && 3 * self.added(asked, due, new) <= self.total(asked)
    }

    /// The moment at which a third of the total time has been added.
    pub(super) fn end_of_third(&self, asked: &Question, due: PrimitiveDateTime) -> PrimitiveDateTime {
        let third = self.total(asked) / 3;
        if is_elapsed(asked) { due + Duration::seconds(third) } else { self.after(due, third) }
    }

    /// The total processing time in seconds: elapsed ones of calendar units, otherwise worked ones.
    fn total(&self, asked: &Question) -> i64 {
        match asked.unit {
            "working_hours" => i64::from(asked.amount) * 3_600,
            "calendar_days" | "months" => (nominal_end(asked) - asked.accepted.date()).whole_seconds(),
            _ => i64::from(asked.amount) * self.minutes_per_day * 60,
        }
    }

    fn added(&self, asked: &Question, due: PrimitiveDateTime, new: PrimitiveDateTime) -> i64 {
        if is_elapsed(asked) { (new - due).whole_seconds() } else { self.worked(due, new) }
    }

    /// Seconds worked between two moments.
    fn worked(&self, from: PrimitiveDateTime, to: PrimitiveDateTime) -> i64 {
        let (mut at, to, mut seconds) = (second(from), second(to), 0);
        while at < to {
            let next = next_minute(at).min(to);
            if self.works(at) {
                seconds += next - at;
            }
            at = next;
        }
        seconds
    }

    /// The moment so many worked seconds later.
    fn after(&self, from: PrimitiveDateTime, seconds: i64) -> PrimitiveDateTime {
        let (mut at, mut left) = (second(from), seconds);
        loop {
            let next = next_minute(at);
            if self.works(at) {
                if left <= next - at {
                    return moment(at + left);
                }
                left -= next - at;
            }
            at = next;
        }
    }

    fn working_days(&self, accepted: Date, amount: u32) -> PrimitiveDateTime {
        let (mut date, mut counted) = (accepted, 0);
        while counted < amount {
            date = tomorrow(date);
            counted += u32::from(self.closing(date).is_some());
        }
        self.closing_from(date)
    }

    fn same_day(&self, accepted: PrimitiveDateTime) -> PrimitiveDateTime {
        let in_time = |closing| accepted.time() <= time!(15:00) && accepted <= closing;
        match self.closing(accepted.date()) {
            Some(closing) if in_time(closing) => closing,
            _ => self.closing_from(tomorrow(accepted.date())),
        }
    }

    /// The closing of the first day with work that isn't before `date`.
    fn closing_from(&self, mut date: Date) -> PrimitiveDateTime {
        loop {
            if let Some(closing) = self.closing(date) {
                return closing;
            }
            date = tomorrow(date);
        }
    }

    /// The end of a day's last worked minute.
    fn closing(&self, date: Date) -> Option<PrimitiveDateTime> {
        let last = self.minutes(date).iter().rposition(|works| *works)?;
        Some(date.midnight() + Duration::MINUTE * u32::try_from(last + 1).unwrap())
    }
}

fn is_elapsed(asked: &Question) -> bool {
    matches!(asked.unit, "calendar_days" | "months")
}

/// The last day of a time in calendar days or months, before any move off a day off.
fn nominal_end(asked: &Question) -> Date {
    let accepted = asked.accepted.date();
    if asked.unit == "calendar_days" {
        return (0..asked.amount).fold(accepted, |date, _| tomorrow(date));
    }
    let first = (0..asked.amount).fold(accepted.replace_day(1).unwrap(), |first, _| {
        (0..first.month().length(first.year())).fold(first, |date, _| tomorrow(date))
    });
    (1..=accepted.day()).rev().find_map(|day| first.replace_day(day).ok()).unwrap()
}

fn next_minute(second: i64) -> i64 {
    (second / 60 + 1) * 60
}

fn tomorrow(date: Date) -> Date {
    date.next_day().unwrap()
}
