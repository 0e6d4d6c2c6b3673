//! The judge's own arithmetic of working time, session by session. Slow, and nothing of it is the program's.

use super::law::Span;
use crate::ground::{SECOND, THIRD};
use time::macros::{offset, time};
use time::{Date, Duration, OffsetDateTime, Time, Weekday};

/// When somebody works on a working day.
type Sessions = &'static [(Time, Time)];

const LEADS: Sessions = &[(time!(07:30), time!(11:30)), (time!(13:30), time!(17:30))];
const SECONDS: Sessions = &[(time!(08:00), time!(12:00)), (time!(13:30), time!(17:00))];
const THIRDS: Sessions = &[(time!(07:30), time!(11:30))];

/// A working day's nominal seconds.
const DAY: i64 = 8 * 3600;

/// Which days are off, and when somebody works on the others.
pub(crate) struct Almanac {
    pub(crate) off: Vec<Date>,
    pub(crate) sessions: Sessions,
}

/// When an agency works.
pub(crate) fn hours_of(agency: &str) -> Sessions {
    match agency {
        SECOND => SECONDS,
        THIRD => THIRDS,
        _ => LEADS,
    }
}

impl Almanac {
    /// Whether anybody works on a day.
    pub(crate) fn works(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !self.off.contains(&day)
    }

    /// The day itself, or the next one on which somebody works.
    fn working_from(&self, mut day: Date) -> Date {
        while !self.works(day) {
            day = tomorrow(day);
        }
        day
    }

    /// The sessions from a day on.
    fn sessions_from(&self, from: Date) -> impl Iterator<Item = (OffsetDateTime, OffsetDateTime)> {
        let days =
            std::iter::successors(Some(from), |day| Some(tomorrow(*day))).filter(|day| self.works(*day));
        let of = |day: Date| {
            self.sessions.iter().map(move |(opens, closes)| (moment(day, *opens), moment(day, *closes)))
        };
        days.flat_map(of)
    }

    /// The working seconds between two moments; none where the second comes first.
    pub(crate) fn between(&self, from: OffsetDateTime, to: OffsetDateTime) -> i64 {
        let sessions = self.sessions_from(from.date()).take_while(|(opens, _)| *opens < to);
        let inside = sessions.map(|(opens, closes)| closes.min(to) - opens.max(from));
        inside.filter(|inside| inside.is_positive()).map(Duration::whole_seconds).sum()
    }

    /// So many working seconds after a moment; at a closing rather than the next opening.
    pub(crate) fn after(&self, from: OffsetDateTime, seconds: i64) -> OffsetDateTime {
        let mut left = Duration::seconds(seconds);
        for (opens, closes) in self.sessions_from(from.date()) {
            let since = opens.max(from);
            if left.is_positive() && closes - since >= left {
                return since + left;
            }
            left -= (closes - since).max(Duration::ZERO);
            if !left.is_positive() {
                break;
            }
        }
        from
    }

    /// Whether a moment lies in a session, its ends included.
    pub(crate) fn is_open(&self, at: OffsetDateTime) -> bool {
        self.sessions_from(at.date()).take_while(|(opens, _)| *opens <= at).any(|(_, closes)| at <= closes)
    }

    /// When something is due that was accepted at a moment.
    pub(crate) fn due(&self, from: OffsetDateTime, span: Span) -> OffsetDateTime {
        match span {
            Span::Days(days) => self.closing(self.nth_after(from.date(), days)),
            Span::Hours(hours) => self.after(from, i64::from(hours) * 3600),
        }
    }

    /// When something is due in so many days of the calendar.
    pub(crate) fn due_in_calendar_days(&self, from: OffsetDateTime, days: i64) -> OffsetDateTime {
        self.closing(self.working_from(from.date() + Duration::days(days)))
    }

    /// The closing of the day on which somebody works, from a day on.
    pub(crate) fn closing_from(&self, day: Date) -> OffsetDateTime {
        self.closing(self.working_from(day))
    }

    /// When it is due after the clock stood: as much working time later; days at the closing of the day reached. The day
    /// on which days begin to count isn't counted, so that nothing stands on it.
    pub(crate) fn due_after(
        &self,
        start: OffsetDateTime,
        span: Span,
        stops: &[(OffsetDateTime, OffsetDateTime)],
    ) -> OffsetDateTime {
        let first = self.due(start, span);
        let counted = if let Span::Days(_) = span { midnight(tomorrow(start.date())) } else { start };
        let (mut due, mut stood) = (first, 0);
        for (from, to) in
            stops.iter().map(|(from, to)| (*from.max(&counted), *to)).filter(|(from, to)| from < to)
        {
            if from < due {
                stood += self.between(from, to);
                due = self.later(first, span, stood);
            }
        }
        due
    }

    fn later(&self, due: OffsetDateTime, span: Span, stood: i64) -> OffsetDateTime {
        let reached = self.after(due, stood);
        if let Span::Days(_) = span { self.closing(reached.date()) } else { reached }
    }

    fn closing(&self, day: Date) -> OffsetDateTime {
        moment(day, self.sessions[self.sessions.len() - 1].1)
    }

    fn nth_after(&self, mut day: Date, n: u32) -> Date {
        for _ in 0..n {
            day = self.working_from(tomorrow(day));
        }
        day
    }
}

/// The total processing time in working seconds.
pub(crate) fn total(span: Span) -> i64 {
    match span {
        Span::Days(days) => i64::from(days) * DAY,
        Span::Hours(hours) => i64::from(hours) * 3600,
    }
}

/// Whether an appointment is missed: counted in days when its day is over, in hours when its moment has passed.
pub(crate) fn is_missed(span: Span, appointment: OffsetDateTime, now: OffsetDateTime) -> bool {
    match span {
        Span::Days(_) => is_day_over(appointment, now),
        Span::Hours(_) => now > appointment,
    }
}

/// Whether a moment's day is over.
pub(crate) fn is_day_over(of: OffsetDateTime, now: OffsetDateTime) -> bool {
    now >= midnight(tomorrow(of.date()))
}

/// The beginning of a day.
pub(crate) fn midnight(day: Date) -> OffsetDateTime {
    moment(day, Time::MIDNIGHT)
}

/// The next day.
pub(crate) fn tomorrow(day: Date) -> Date {
    day + Duration::DAY
}

fn moment(day: Date, time: Time) -> OffsetDateTime {
    day.with_time(time).assume_offset(offset!(+7))
}
