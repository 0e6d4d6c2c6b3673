//! Delivery reports.

use thiserror::Error;
use time::OffsetDateTime;
use uuid::Uuid;

/// What became of an SMS, as the operator reports it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Report {
    /// The notice's id.
    pub reference: Uuid,
    /// What became of it.
    pub state: ReportState,
    /// When, in UTC, by the gateway's clock; none where it didn't say.
    pub at: Option<OffsetDateTime>,
}

/// What became of an SMS. One of several parts has a report for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReportState {
    /// It is on the phone.
    Delivered,
    /// It will never be.
    Failed,
    /// The phone is off: the operator tries again.
    Buffered,
    /// The operator has taken it over.
    Taken,
    /// The operator refused it.
    Refused,
}

/// A query that isn't a report of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BadReport {
    /// No notice's id.
    #[error("`reference` is no UUID")]
    Reference,
    /// No state we know.
    #[error("`state` is none of 1, 2, 4, 8, 16")]
    State,
    /// No moment.
    #[error("`at` is no moment in seconds since 1970")]
    At,
}

impl Report {
    /// Reads the query with which the gateway calls back: `reference=…&state=1&at=1795662000`. Other keys are left alone.
    ///
    /// # Errors
    /// [`BadReport`], for one that we didn't ask for.
    pub fn read(query: &str) -> Result<Self, BadReport> {
        let value = |key: &str| {
            form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == key).map(|(_, value)| value)
        };
        let reference = value("reference").and_then(|id| Uuid::try_parse(&id).ok());
        let state = value("state").and_then(|code| ReportState::of(&code));
        Ok(Self {
            reference: reference.ok_or(BadReport::Reference)?,
            state: state.ok_or(BadReport::State)?,
            at: value("at").filter(|at| !at.is_empty()).map(|at| moment(&at)).transpose()?,
        })
    }
}

impl ReportState {
    /// Kannel's `%d`.
    fn of(code: &str) -> Option<Self> {
        match code {
            "1" => Some(ReportState::Delivered),
            "2" => Some(ReportState::Failed),
            "4" => Some(ReportState::Buffered),
            "8" => Some(ReportState::Taken),
            "16" => Some(ReportState::Refused),
            _ => None,
        }
    }

    /// Whether nothing more is to be heard of it.
    pub fn is_final(self) -> bool {
        match self {
            ReportState::Delivered | ReportState::Failed | ReportState::Refused => true,
            ReportState::Buffered | ReportState::Taken => false,
        }
    }
}

fn moment(seconds: &str) -> Result<OffsetDateTime, BadReport> {
    let seconds = seconds.parse().map_err(|_| BadReport::At)?;
    OffsetDateTime::from_unix_timestamp(seconds).map_err(|_| BadReport::At)
}

#[cfg(test)]
mod tests {
    use super::{BadReport, Report, ReportState};
    use proptest::prelude::*;
    use time::macros::datetime;
    use uuid::Uuid;

    const REFERENCE: &str = "reference=00000000-0000-0000-0000-000000000007";

    #[test]
    fn a_report_says_of_which_notice_what_and_when() {
        let report = Report::read(&format!("key=k&{REFERENCE}&state=1&at=1795654800")).expect("a report");
        let at = Some(datetime!(2026-11-26 01:00 UTC));
        assert_eq!(report, Report { reference: Uuid::from_u128(7), state: ReportState::Delivered, at });
    }

    #[test]
    fn each_state_has_its_number() {
        use ReportState::{Buffered, Delivered, Failed, Refused, Taken};
        for (code, state) in [(1, Delivered), (2, Failed), (4, Buffered), (8, Taken), (16, Refused)] {
            let report = Report::read(&format!("{REFERENCE}&state={code}"));
            assert_eq!(report, Ok(Report { reference: Uuid::from_u128(7), state, at: None }));
        }
    }

    #[test]
    fn what_we_did_not_ask_for_is_refused() {
        let read = |query: &str| Report::read(query).expect_err("no report");
        assert_eq!(read("state=1"), BadReport::Reference);
        assert_eq!(read("reference=7&state=1"), BadReport::Reference);
        assert_eq!(read(&format!("{REFERENCE}&state=3")), BadReport::State);
        assert_eq!(read(&format!("{REFERENCE}&state=1&at=soon")), BadReport::At);
        assert_eq!(read(&format!("{REFERENCE}&state=1&at={}", i64::MAX)), BadReport::At);
    }

    proptest! {
        #[test]
        fn no_query_makes_it_panic(query in any::<String>()) {
            let _ = Report::read(&query);
        }
    }
}
