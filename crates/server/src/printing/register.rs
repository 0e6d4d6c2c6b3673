//! The register of a counter. It is printed when it is asked for, bears no number and isn't kept.

use super::words::given;
use crate::app::App;
use crate::http::Problem;
use kernel::AgencyCode;
use letters::{Entry, Frame, Letter, Paper, Register};
use store::query::{Line, register};
use time::{Date, OffsetDateTime};

/// How many dossiers a register holds at most.
pub const MOST: usize = 2_000;

/// The register of what an agency accepted on these days, both included, as PDF; none where there were too many.
///
/// # Errors
/// Not found for an agency that isn't there; the database.
pub fn of_days(app: &App, agency: &AgencyCode, from: Date, until: Date) -> Result<Option<Vec<u8>>, Problem> {
    let newest = app.directory.newest()?;
    let of = newest.agency(agency).ok_or(Problem::NotFound)?;
    let offset = newest.calendar_of(agency)?.data().utc_offset;
    let more = i64::try_from(MOST + 1).unwrap_or(i64::MAX);
    let lines = app.store.read(|db| register(db, agency, from, until, more))?;
    if lines.len() > MOST {
        return Ok(None);
    }
    let local = |moment: OffsetDateTime| moment.to_offset(offset);
    let letter = Letter::Register(Register {
        period: period(from, until),
        entries: (1..).zip(&lines).map(|(ordinal, line)| entry(ordinal, line, local)).collect(),
    });
    let now = local(app.clock.now());
    let frame = Frame {
        paper: Paper::A4,
        superior: newest.agencies.above(agency).next().map(|above| above.name.clone()),
        agency: of.name.clone(),
        counter: of.counter.clone(),
        number: None,
        place: newest.agencies.place_of(agency).unwrap_or_default().to_owned(),
        date: now.date().into(),
        verification: None,
        status_link: None,
        signature: None,
    };
    app.office.press(&letter, &frame, now).map(Some)
}

fn period(from: Date, until: Date) -> String {
    let day = |day: Date| format!("{:02}/{:02}/{}", day.day(), u8::from(day.month()), day.year());
    if from == until {
        format!("Ngày {}", day(from))
    } else {
        format!("Từ ngày {} đến ngày {}", day(from), day(until))
    }
}

fn entry(ordinal: u32, line: &Line, local: impl Fn(OffsetDateTime) -> OffsetDateTime) -> Entry {
    Entry {
        ordinal,
        number: line.code.clone(),
        content: line.request.clone(),
        owner: line.owner.clone(),
        address: given(&line.address),
        phone: given(&line.phone),
        received: local(line.accepted_at).into(),
        appointed: line.appointment.map(|at| local(at).into()),
        returned: line.returned_at.map(|at| local(at).into()),
        handed_over_by: line.handed_over_by.clone(),
        received_by: line.received_by.clone(),
        officer: line.officer.clone(),
        note: match line.channel.as_str() {
            "online" => Some("nộp trực tuyến".to_owned()),
            "post" => Some("nộp qua bưu chính".to_owned()),
            _ => None,
        },
    }
}
