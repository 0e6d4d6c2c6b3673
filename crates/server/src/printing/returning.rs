//! The slip that is signed when a result is handed over.

use super::told::Told;
use super::words::{dossier, fees};
use crate::app::App;
use crate::http::Problem;
use dossier::Event;
use kernel::{LegCode, PersonId};
use letters::{Letter, PaperHandedOver, ResultSlip};
use store::people;
use time::OffsetDateTime;

/// # Errors
/// Not found where nothing was handed over; the database.
pub(super) fn result_slip(app: &App, told: &Told) -> Result<Letter, Problem> {
    let (at, to, papers) = match &told.event {
        Event::Result(result::Event::ResultReturned(returned)) => (returned.at, returned.to, all(told)),
        Event::Result(result::Event::PaperReturned(returned)) => {
            (returned.at, returned.to, of_leg(told, &returned.leg).into_iter().collect())
        }
        _ => return Err(Problem::NotFound),
    };
    slip(app, told, at, to, papers)
}

fn slip(
    app: &App,
    told: &Told,
    at: OffsetDateTime,
    to: PersonId,
    papers: Vec<PaperHandedOver>,
) -> Result<Letter, Problem> {
    let clock = told.state.deadline.clock.as_ref().ok_or(Problem::NotFound)?;
    Ok(Letter::ResultSlip(ResultSlip {
        dossier: dossier(told),
        due: clock.appointment.at.into(),
        returned: at.into(),
        papers,
        fees: fees(told),
        receiver: app.store.read(|db| people::person(db, to))?.map(|person| person.name),
        note: None,
    }))
}

/// The whole's own paper, and those of its members that weren't handed out before.
fn all(told: &Told) -> Vec<PaperHandedOver> {
    let end = &told.state.result;
    let own = end.recorded.as_ref().and_then(|recorded| recorded.paper.as_ref()).map(paper);
    let returned = |leg: &LegCode| end.papers_returned.iter().any(|one| one.leg == *leg);
    let members =
        end.papers.iter().filter(|member| !returned(&member.leg)).map(|member| paper(&member.paper));
    own.into_iter().chain(members).collect()
}

fn of_leg(told: &Told, leg: &LegCode) -> Option<PaperHandedOver> {
    told.state.result.papers.iter().find(|member| member.leg == *leg).map(|member| paper(&member.paper))
}

fn paper(paper: &result::Paper) -> PaperHandedOver {
    PaperHandedOver { name: paper.title.clone(), number: Some(paper.number.clone()), copies: 1 }
}
