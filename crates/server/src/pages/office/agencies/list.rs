use super::LIST;
use crate::app::{App, blocking};
use crate::auth::Administrator;
use crate::http::Problem;
use crate::pages::By;
use crate::pages::office::{HOME, below};
use actix_web::{HttpResponse, get, web};
use catalog::{Agency, AgencyTree};
use front::{Link, Markup, actions, html};
use kernel::AgencyCode;

/// The agencies as a tree.
#[get("/quan-tri/co-quan")]
pub(crate) async fn list(app: web::Data<App>, by: By<Administrator>) -> Result<HttpResponse, Problem> {
    let newest = blocking(app, |app| app.directory.newest()).await?;
    let frame = below(&by.visit, LIST.1, HOME);
    Ok(by.visit.show(
        &frame,
        &html! {
            h1 { (frame.title) }
            (actions(&[Link::new(format!("{}/moi", LIST.0), "Thêm cơ quan")]))
            (branch(&newest.agencies, None))
        },
    ))
}

/// The agencies right below one, or those at the top, each with what is below it.
fn branch(tree: &AgencyTree, above: Option<&AgencyCode>) -> Markup {
    let below: Vec<&Agency> = tree.iter().filter(|agency| agency.parent.as_ref() == above).collect();
    html! {
        @if !below.is_empty() {
            ul {
                @for agency in below {
                    li {
                        a href=(super::address(&agency.code)) { (agency.name) } " " span.faint.number { (agency.code) }
                        @if agency.counter.is_none() { " " span.faint { "– không có bộ phận một cửa" } }
                        (branch(tree, Some(&agency.code)))
                    }
                }
            }
        }
    }
}
