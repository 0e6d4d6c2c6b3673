//! Following a dossier, for anyone.

use crate::app::{App, blocking};
use crate::auth::Holder;
use crate::http::{Line, Problem, Query, language};
use crate::wire::status::{StatusDetails, StatusOut};
use actix_web::{HttpRequest, HttpResponse, get, web};
use kernel::{AgencyCode, DossierId, DossierNumber, Lang};
use serde::Deserialize;
use store::log;
use store::query::{PublicStatus, Ref, Scope, status as looked_up};
use time::UtcOffset;
use utoipa::IntoParams;
use uuid::Uuid;

/// How to look it up.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    /// The secret on the receipt; may also come as the header `Dossier-Secret`.
    #[param(value_type = Option<String>, max_length = 64)]
    secret: Option<Line<64>>,
}

/// A dossier by its number: stage, appointment, what happens next; with its secret also steps, letters and history. A
/// wrong secret and a number that isn't there answer alike.
///
/// # Errors
/// 404; 429.
#[utoipa::path(tag = "status", params(("code" = String, Path, description = "the dossier's number"), Wanted),
    responses((status = 200, body = StatusOut)))]
#[get("/status/{code}")]
pub(crate) async fn status(
    app: web::Data<App>,
    request: HttpRequest,
    code: web::Path<String>,
    wanted: Query<Wanted>,
    holder: Holder,
) -> Result<HttpResponse, Problem> {
    app.limits.look_up.count(&request)?;
    let lang = language::of(request.headers());
    let secret = wanted.0.secret.map(Line::into_string).or(holder.0);
    let answer = blocking(app, move |app| read(app, &code, secret.as_deref(), lang)).await?;
    Ok(HttpResponse::Ok().json(answer))
}

/// What may be known by the number, and by its secret where one is given. Whatever is wrong, the same question is asked of
/// the database and the same secret reckoned.
///
/// # Errors
/// Not found, also for a wrong secret; the database.
pub(crate) fn read(app: &App, code: &str, secret: Option<&str>, lang: Lang) -> Result<StatusOut, Problem> {
    let number: DossierNumber = code.parse().map_err(|_| Problem::NotFound)?;
    let found = app.store.read(|db| looked_up(db, &number.to_string()))?;
    let known = found.as_ref().map_or(DossierId(Uuid::nil()), |found| found.id);
    let good = secret.is_none_or(|secret| app.keys.is_secret_of(known, secret));
    let found = found.filter(|_| good).ok_or(Problem::NotFound)?;
    let offset = offset_of(app, &found)?;
    let public = StatusOut::of(code, &found, offset, lang);
    if secret.is_none() { Ok(public) } else { Ok(public.with(details(app, found.id, offset, lang)?)) }
}

fn offset_of(app: &App, found: &PublicStatus) -> Result<UtcOffset, Problem> {
    let agency: AgencyCode =
        found.agency.parse().map_err(|why: kernel::BadCode| Problem::Fault(why.to_string()))?;
    Ok(app.directory.newest()?.calendar_of(&agency)?.data().utc_offset)
}

/// What the holder of the secret may know.
///
/// # Errors
/// Not found; the database.
pub(crate) fn details(
    app: &App,
    id: DossierId,
    offset: UtcOffset,
    lang: Lang,
) -> Result<StatusDetails, Problem> {
    let holder = Scope::Holder(id);
    let loaded = app.store.read(|db| log::load(db, &holder, &Ref::Id(id)))?.ok_or(Problem::NotFound)?;
    let entries = app.store.read(|db| log::entries(db, id))?;
    let submitted = loaded.state.intake.submitted.as_ref().ok_or(Problem::NotFound)?;
    let version = app.directory.version(&submitted.procedure, submitted.version)?;
    StatusDetails::of(app, id, &loaded.state, &version, &entries, offset, lang)
}
