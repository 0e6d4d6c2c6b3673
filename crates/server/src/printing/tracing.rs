//! The process control sheet: a row for each hand-over.

use super::told::Told;
use super::words::dossier;
use crate::app::App;
use crate::http::Problem;
use kernel::UserId;
use letters::{ControlSheet, HandOver, Letter, Outcome};
use routing::{Ended, Opened, Turn};
use std::cmp::Ordering;
use store::accounts;
use time::OffsetDateTime;

/// # Errors
/// Not found before acceptance; the database.
pub(super) fn control_sheet(app: &App, told: &Told) -> Result<Letter, Problem> {
    let accepted = told.state.intake.accepted.as_ref().ok_or(Problem::NotFound)?;
    let clock = told.state.deadline.clock.as_ref().ok_or(Problem::NotFound)?;
    let lead = &told.submitted.agency;
    let agencies = std::iter::once(lead).chain(told.process().coordinators(lead));
    let turns = told.state.routing.turns.iter().map(|turn| handed_over(app, told, turn));
    let open = told.state.routing.open.iter().map(|open| lies(told, &open.opened));
    Ok(Letter::ControlSheet(ControlSheet {
        dossier: dossier(told),
        agencies: agencies.map(|agency| told.name_of(agency)).collect(),
        received: accepted.at.into(),
        due: clock.appointment.at.into(),
        hand_overs: turns.chain(open.map(Ok)).collect::<Result<_, Problem>>()?,
    }))
}

/// The desk of a step, with who sat there.
fn desk(told: &Told, opened: &Opened, name: Option<&str>) -> String {
    let step = crate::wire::steps::name_of(told.process(), &opened.step);
    let of = format!("{step} ({})", told.name_of(&opened.agency));
    name.map_or(of.clone(), |name| format!("{name}, {of}"))
}

fn handed_over(app: &App, told: &Told, turn: &Turn) -> Result<HandOver, Problem> {
    let name = turn.by.map(|by| name_of(app, by)).transpose()?;
    Ok(HandOver {
        from: desk(told, &turn.opened, name.as_deref()),
        to: next(told, turn.at),
        at: turn.at.into(),
        outcome: outcome(turn),
        note: note(turn),
    })
}

fn name_of(app: &App, by: UserId) -> Result<String, Problem> {
    Ok(app.store.read(|db| accounts::signer(db, by))?.unwrap_or_default().name)
}

/// The desks that what was handed over at this moment came to.
fn next(told: &Told, at: OffsetDateTime) -> String {
    let way = &told.state.routing;
    let turns = way.turns.iter().map(|turn| &turn.opened);
    let lies = way.open.iter().chain(&way.resting).map(|open| &open.opened);
    let opened = turns.chain(lies).filter(|opened| opened.at == at);
    opened.map(|opened| desk(told, opened, None)).collect::<Vec<_>>().join("; ")
}

fn outcome(turn: &Turn) -> Outcome {
    match turn.used_minutes.cmp(&turn.opened.given_minutes) {
        Ordering::Less => Outcome::Early,
        Ordering::Equal => Outcome::OnTime,
        Ordering::Greater => Outcome::Late,
    }
}

fn note(turn: &Turn) -> Option<String> {
    let said = match turn.ended {
        Ended::Done => return None,
        Ended::SentBack => "chuyển trả",
        Ended::Paused => "tạm dừng tính thời hạn",
    };
    Some(said.to_owned())
}

/// Where it lies now.
fn lies(told: &Told, opened: &Opened) -> HandOver {
    HandOver {
        from: desk(told, opened, None),
        to: String::new(),
        at: opened.at.into(),
        outcome: Outcome::Pending,
        note: None,
    }
}
