use crate::auth::Administrator;
use crate::http::Problem;
use crate::pages::By;
use actix_web::{HttpResponse, get};
use front::{Link, html, task_list};

/// Where an administrator can go.
#[get("/quan-tri")]
pub(crate) async fn home(by: By<Administrator>) -> Result<HttpResponse, Problem> {
    let frame = by.visit.frame("Quản trị");
    Ok(by.visit.show(&frame, &html! {
        h1 { (frame.title) }
        (task_list(&[(Link::new("/quan-tri/tai-khoan", "Tài khoản"), html! {})]))
    }))
}
