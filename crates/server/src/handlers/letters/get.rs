use super::readable;
use crate::app::{App, blocking};
use crate::auth::Entitled;
use crate::handlers::reference;
use crate::http::{Problem, Query};
use crate::printing::{Printed, named as form, print};
use actix_web::http::header::{ContentDisposition, DispositionParam, DispositionType, ETAG, EntityTag};
use actix_web::{HttpResponse, get, web};
use kernel::{DossierId, Staff};
use letters::Kind;
use serde::Deserialize;
use store::log;
use utoipa::IntoParams;

/// Which of several of one form.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    /// The place in the log of the event that the letter tells of, as the list of letters has it; the last, where none is
    /// named.
    #[param(minimum = 1)]
    pub(crate) seq: Option<i64>,
}

/// A letter as PDF: `receipt`, `guidance`, `supplement`, `refusal`, `apology`, `belated-apology`, `control-sheet` or
/// `result-slip`. The first time it is issued under a number of its own, later the same bytes come back. For who works on the
/// dossier, and for the holder of its secret; the receipt, which bears the secret, for the counter and for the holder.
///
/// # Errors
/// 401 without sign-in or secret; 403; 404, also for a letter that the dossier hasn't or that isn't yours to read; 429 without
/// sign-in.
#[utoipa::path(tag = "letters", security(("bearer" = []), ("secret" = [])),
    params(
        ("ref" = String, Path, description = "id or number"),
        ("kind" = String, Path, description = "which form"),
        Wanted,
    ),
    responses((status = 200, body = Vec<u8>, content_type = "application/pdf")))]
#[get("/dossiers/{ref}/letters/{kind}.pdf")]
pub(crate) async fn get(
    app: web::Data<App>,
    by: Entitled,
    address: web::Path<(String, String)>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let (named, kind) = address.into_inner();
    let reference = reference(&named)?;
    let kind = form(&kind).ok_or(Problem::NotFound)?;
    let printed = blocking(app, move |app| {
        let (dossier, staff) = by.dossier(app, &reference)?;
        read(app, dossier, staff, kind, wanted.0.seq)
    });
    let printed = printed.await?;
    Ok(pdf(kind, printed))
}

/// A letter of a dossier, if `staff`, or the holder of its secret, may read it.
///
/// # Errors
/// Not found; what keeps it from being printed.
pub(crate) fn read(
    app: &App,
    dossier: DossierId,
    staff: Option<&Staff>,
    kind: Kind,
    seq: Option<i64>,
) -> Result<Printed, Problem> {
    let entries = app.store.read(|db| log::entries(db, dossier))?;
    let mut letters = readable(&entries, dossier, staff)?.into_iter();
    let is_wanted = |seq: Option<i64>, at: i64| seq.is_none_or(|seq| seq == at);
    let which = letters.rfind(|which| which.kind == kind && is_wanted(seq, which.seq));
    print(app, &which.ok_or(Problem::NotFound)?)
}

/// Shown in the browser.
/// The letter as it is sent.
pub(crate) fn pdf(kind: Kind, printed: Printed) -> HttpResponse {
    let hash = printed.letter.printed.map(|(hash, _)| hash).unwrap_or_default();
    let name = DispositionParam::Filename(format!("{kind}.pdf"));
    HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header(ContentDisposition { disposition: DispositionType::Inline, parameters: vec![name] })
        .insert_header((ETAG, EntityTag::new_strong(data_encoding::HEXLOWER.encode(&hash))))
        .body(printed.pdf)
}
