use crate::app::{App, blocking};
use crate::auth::Reader;
use crate::facts::facts_of;
use crate::handlers::reference;
use crate::http::Problem;
use crate::wire::log::{EntryOut, LogOut, concerns};
use crate::wire::told::ToldOut;
use actix_web::{HttpResponse, get, web};
use store::log;
use store::notices::of_dossier;

/// The log of a dossier: what became true, when, by whom. A coordinating agency reads nothing of what was done at the desks
/// of others.
///
/// # Errors
/// 401, 403; 404.
#[utoipa::path(tag = "dossiers", security(("bearer" = [])),
    params(("ref" = String, Path, description = "id or number")),
    responses((status = 200, body = LogOut)))]
#[get("/dossiers/{ref}/events")]
pub(crate) async fn events(
    app: web::Data<App>,
    by: Reader,
    named: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let reference = reference(&named)?;
    let log = blocking(app, move |app| {
        let loaded = app.store.read(|db| log::load(db, &by.scope(), &reference))?.ok_or(Problem::NotFound)?;
        let (version, facts) = facts_of(app, &by.actor(), &loaded.state)?;
        let submitted = loaded.state.intake.submitted.as_ref().ok_or(Problem::NotFound)?;
        let process = version.process_of(&submitted.case);
        let agency = by.scope().coordinating(&submitted.agency);
        let is_seen = |entry: &&log::Entry| {
            agency.as_ref().is_none_or(|agency| concerns(entry, process, &submitted.agency, agency))
        };
        let offset = facts.calendar().data().utc_offset;
        let entries = app.store.read(|db| log::entries(db, loaded.id))?;
        let followed = app.store.read(|db| of_dossier(db, loaded.id))?;
        let told = |entry: &log::Entry| match agency {
            Some(_) => ToldOut::applicant(&followed, entry.seq, offset),
            None => ToldOut::all(&followed, entry.seq, offset),
        };
        let seen = entries.iter().filter(is_seen);
        Ok(LogOut { items: seen.map(|entry| EntryOut::of(entry, offset, told(entry))).collect() })
    });
    Ok(HttpResponse::Ok().json(log.await?))
}
