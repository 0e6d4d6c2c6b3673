use super::By;
use super::words::{left, moment, prose};
use crate::app::{App, blocking};
use crate::auth::Approver;
use crate::handlers::appointments::approvals::queue;
use crate::http::Problem;
use crate::wire::approvals::ApprovalOut;
use actix_web::{HttpResponse, get, web};
use front::{Link, Markup, Tone, actions, html, pairs, tag};
use kernel::Lang;
use time::Duration;
use uuid::Uuid;

/// What waits for my name, most urgent first, with the time left to send lawfully, and the letter as it will be.
#[get("/duyet")]
pub(crate) async fn approvals(app: web::Data<App>, by: By<Approver>) -> Result<HttpResponse, Problem> {
    let (right, me) = (by.right.clone(), by.right.0.user.0);
    let items = blocking(app, move |app| queue(app, &right)).await?;
    let frame = by.visit.frame("Chờ duyệt");
    Ok(by.visit.show(
        &frame,
        &html! {
            h1 { (frame.title) }
            @if items.is_empty() { p.nothing { "Không có đề nghị nào chờ bạn." } }
            ul.cards { @for item in &items { li.pressing[item.left_minutes < 24 * 60] { (card(item, me)) } } }
            p { a href="/tre-han" { "Ai đang giữ hồ sơ quá hạn" } " · " a href="/lam-viec/ho-so?late=true" { "Hồ sơ trễ hạn của cơ quan" } }
        },
    ))
}

fn card(item: &ApprovalOut, me: Uuid) -> Markup {
    let remaining = Duration::minutes(item.left_minutes);
    let tone = if item.left_minutes < 24 * 60 { Tone::Bad } else { Tone::Warn };
    let (proposal, dossier) = (&item.proposal, super::dossier::address(item.id));
    let asks_approval = item.asked_for == "approval";
    let deed = if asks_approval {
        Link::new(format!("{dossier}/approval"), "Xem và duyệt")
    } else {
        Link::new(format!("{dossier}/endorsement"), "Xem và xác nhận lý do")
    };
    let mut deeds = vec![deed];
    // Nobody turns down what they proposed themselves.
    if proposal.by != me {
        deeds.push(Link::new(format!("{dossier}/rejection"), "Không đồng ý"));
    }
    deeds.push(Link::new(dossier, "Mở hồ sơ"));
    html! {
        h2 { span.number { (item.code.as_deref().unwrap_or_default()) } " " (tag(tone, &left(remaining, Lang::Vi))) }
        p { (item.procedure) }
        (pairs(&[
            ("Từ", html! { (moment(proposal.appointment, Lang::Vi)) }),
            ("Đến", html! { strong { (moment(proposal.new_appointment, Lang::Vi)) } }),
            ("Lý do", prose(&proposal.reason)),
            ("Duyệt trước", html! { (moment(item.asked_before, Lang::Vi)) }),
        ]))
        (actions(&deeds))
    }
}
