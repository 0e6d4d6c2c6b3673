use crate::app::{App, blocking};
use crate::auth::{AtWork, Reader};
use crate::handlers::letters::{get as letter, list as letters};
use crate::handlers::pictures::{self, of_dossier};
use crate::handlers::reference;
use crate::http::{Problem, Query};
use crate::pages::By;
use crate::pages::words::moment;
use actix_web::{HttpResponse, get, web};
use front::{Link, Row, html, table};
use kernel::Lang;
use store::query::{Scope, find};

/// The letters of a dossier.
#[get("/lam-viec/ho-so/{ref}/giay")]
pub(crate) async fn list(
    app: web::Data<App>,
    by: By<AtWork>,
    named: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let (on, staff) = (reference(&named)?, by.right.0.clone());
    let (id, out) = blocking(app, move |app| {
        let id = app.store.read(|db| find(db, &Scope::of(&staff), &on))?.ok_or(Problem::NotFound)?;
        Ok((id, letters::read(app, id, Some(&staff), Lang::Vi)?))
    })
    .await?;
    let address = super::address(id.0);
    let rows: Vec<Row> = out
        .items
        .iter()
        .map(|item| {
            let to = format!("{address}/giay/{}.pdf?seq={}", item.kind, item.seq);
            Row::of([
                html! { a href=(to) { (item.title) } },
                html! { (item.number.as_deref().unwrap_or("chưa cấp số")) },
                html! { (moment(item.at, Lang::Vi)) },
            ])
        })
        .collect();
    let mut frame = by.visit.frame("Giấy tờ phát hành");
    frame.back = Some(Link::new(address, "Hồ sơ"));
    let table =
        table("Giấy tờ của hồ sơ", &["Giấy tờ", "Số", "Ngày"], &rows, "Chưa có giấy tờ nào được phát hành.");
    Ok(by.visit.show(&frame, &html! { h1 { (frame.title) } (table) }))
}

/// A letter, as PDF.
#[get("/lam-viec/ho-so/{ref}/giay/{kind}.pdf")]
pub(crate) async fn get(
    app: web::Data<App>,
    by: By<AtWork>,
    address: web::Path<(String, String)>,
    wanted: Query<letter::Wanted>,
) -> Result<HttpResponse, Problem> {
    let (named, kind) = address.into_inner();
    let (on, staff) = (reference(&named)?, by.right.0.clone());
    let kind = crate::printing::named(&kind).ok_or(Problem::NotFound)?;
    let printed = blocking(app, move |app| {
        let id = app.store.read(|db| find(db, &Scope::of(&staff), &on))?.ok_or(Problem::NotFound)?;
        letter::read(app, id, Some(&staff), kind, wanted.0.seq)
    });
    Ok(letter::pdf(kind, printed.await?))
}

/// Where a dossier stands in its process, as a picture.
#[get("/lam-viec/ho-so/{ref}/quy-trinh.svg")]
pub(crate) async fn picture(
    app: web::Data<App>,
    by: By<Reader>,
    named: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let (on, right) = (reference(&named)?, by.right.clone());
    let picture = blocking(app, move |app| of_dossier::read(app, &right, &on, None, Lang::Vi)).await?;
    Ok(pictures::svg(picture))
}
