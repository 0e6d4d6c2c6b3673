//! What is asked of an applicant, or refused.

use super::told::Told;
use super::words::{dossier, missing, officer, party};
use crate::app::App;
use crate::http::Problem;
use catalog::AfterSupplement;
use dossier::Event;
use intake::{Gathering, Item};
use kernel::AgencyCode;
use letters::{Guidance, Letter, Refusal, Supplement, SupplementItem};

/// # Errors
/// Not found where the letter tells of something else; the database.
pub(super) fn guidance(app: &App, told: &Told) -> Result<Letter, Problem> {
    let Event::Intake(intake::Event::Guided(guided) | intake::Event::GuidedAgain(guided)) = &told.event
    else {
        return Err(Problem::NotFound);
    };
    let of = dossier(told);
    Ok(Letter::Guidance(Guidance {
        applicant: party(&told.applicant),
        procedure: of.procedure,
        code: of.code,
        request: of.request,
        missing: guided.items.iter().map(|item| missing(told, item)).collect(),
        note: guided.exception.as_ref().map(|law| format!("Hướng dẫn lần hai theo {law}.")),
        officer: officer(app, told.by)?,
    }))
}

/// # Errors
/// As [`guidance`].
pub(super) fn supplement(app: &App, told: &Told) -> Result<Letter, Problem> {
    let Event::Intake(
        intake::Event::SupplementRequested(requested) | intake::Event::SupplementRequestedAgain(requested),
    ) = &told.event
    else {
        return Err(Problem::NotFound);
    };
    let gathered = told.state.intake.gathered.last();
    let item = |item: &Item| SupplementItem {
        missing: missing(told, item),
        agency: gathered.and_then(|gathered| asking(gathered, item)).map(|agency| told.name_of(agency)),
    };
    Ok(Letter::Supplement(Supplement {
        dossier: dossier(told),
        items: requested.items.iter().map(item).collect(),
        until: told.local(requested.due.at).date().into(),
        afterwards: afterwards(told),
        officer: officer(app, told.by)?,
    }))
}

/// The agency that needs an item: the first that named it.
fn asking<'a>(gathered: &'a Gathering, item: &Item) -> Option<&'a AgencyCode> {
    let opening = std::iter::once((&gathered.asked.agency, &gathered.asked.items));
    let others = gathered.stated.iter().map(|stated| (&stated.agency, &stated.items));
    opening.chain(others).find(|(_, items)| items.contains(item)).map(|(agency, _)| agency)
}

fn afterwards(told: &Told) -> String {
    let time = told.version.time_of(&told.submitted.case).vietnamese();
    match told.version.field_law().after_supplement {
        AfterSupplement::Afresh => format!("tính lại từ đầu, {time} kể từ khi nhận đủ giấy tờ bổ sung"),
        AfterSupplement::Resumed => {
            "tính tiếp phần thời hạn còn lại kể từ khi nhận đủ giấy tờ bổ sung".to_owned()
        }
    }
}

/// # Errors
/// As [`guidance`].
pub(super) fn refusal(app: &App, told: &Told) -> Result<Letter, Problem> {
    let Event::Intake(intake::Event::Refused(refused)) = &told.event else { return Err(Problem::NotFound) };
    let ground = told.version.ground(&refused.ground);
    let of = dossier(told);
    Ok(Letter::Refusal(Refusal {
        applicant: party(&told.applicant),
        procedure: of.procedure,
        code: of.code,
        request: of.request,
        ground: ground.map(|ground| ground.text.clone()).unwrap_or_default(),
        citation: ground.map(|ground| ground.citation.clone()).unwrap_or_default(),
        explanation: refused.explanation.clone(),
        advice: None,
        officer: officer(app, told.by)?,
    }))
}
