use super::holder::Held;
use crate::app::{App, blocking};
use crate::handlers::letters::get as letter;
use crate::handlers::pictures::{self, followed};
use crate::http::{Problem, Query};
use crate::pages::Visit;
use crate::printing::named;
use actix_web::{HttpResponse, get, web};

/// A letter of one's own, as PDF.
#[get("/ho-so/{code}/giay/{kind}.pdf")]
pub(crate) async fn get(
    app: web::Data<App>,
    held: Held,
    address: web::Path<(String, String)>,
    wanted: Query<letter::Wanted>,
) -> Result<HttpResponse, Problem> {
    let kind = named(&address.1).ok_or(Problem::NotFound)?;
    let printed = blocking(app, move |app| letter::read(app, held.id, None, kind, wanted.0.seq));
    Ok(letter::pdf(kind, printed.await?))
}

/// Where one's own dossier stands in its process, as a picture for a phone.
#[get("/ho-so/{code}/quy-trinh.svg")]
pub(crate) async fn picture(app: web::Data<App>, visit: Visit, held: Held) -> Result<HttpResponse, Problem> {
    let lang = visit.lang;
    let picture = blocking(app, move |app| followed::read(app, held.id, Some(pictures::Way::Down), lang));
    Ok(pictures::svg(picture.await?))
}
