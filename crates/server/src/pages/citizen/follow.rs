use super::holder::Holding;
use crate::app::{App, blocking};
use crate::handlers::status;
use crate::http::{Line, Problem, Query};
use crate::pages::Visit;
use crate::pages::dossier::{Deed, Doer, Seen, told};
use crate::pages::words::{moment, sum};
use crate::wire::status::{StatusDetails, StatusOut};
use actix_web::{HttpResponse, get, web};
use dossier::Stage;
use front::{Link, Markup, Moment, Tone, actions, banner, details, html, inset, link, pairs, tag, timeline};
use serde::Deserialize;
use store::query::Ref;

/// What a receipt's QR code has besides the number, and what was done a moment ago.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    ma: Option<Line<64>>,
    xong: Option<String>,
    #[serde(rename = "khong-con")]
    gone: Option<String>,
}

/// A dossier as who asks may follow it.
enum Followed {
    /// By the number alone.
    Public(Box<StatusOut>),
    /// By who holds its secret.
    Whole(Box<Seen>, Box<StatusDetails>),
}

/// Where a dossier is followed: the address in messages and in the QR codes of letters. The number alone shows stage and
/// appointment; the secret, which the browser keeps for this page, all the rest.
#[get("/ho-so/{code}")]
pub(crate) async fn follow(
    app: web::Data<App>,
    visit: Visit,
    holding: Holding,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    if let Some(secret) = &wanted.0.ma {
        let tried = Holding { secret: Some(secret.as_str().to_owned()), ..holding.clone() };
        blocking(app, move |app| tried.dossier(app)).await?;
        return visit.see_with(&format!("/ho-so/{}", holding.named), secret.as_str());
    }
    let lang = visit.lang;
    let followed = blocking(app, move |app| match (&holding.secret, &holding.reference) {
        (None, Ref::Number(number)) => {
            Ok(Followed::Public(Box::new(status::read(app, &number.to_string(), None, lang)?)))
        }
        _ => {
            let id = holding.dossier(app)?;
            let seen = Seen::by(app, Doer::holder(id, &holding.named, lang), &Ref::Id(id))?;
            let whole = status::details(app, id, seen.offset(), lang)?;
            Ok(Followed::Whole(Box::new(seen), Box::new(whole)))
        }
    })
    .await?;
    Ok(match followed {
        Followed::Public(status) => public(&visit, &status),
        Followed::Whole(seen, whole) => page(&visit, &wanted.0, &seen, &whole),
    })
}

fn public(visit: &Visit, status: &StatusOut) -> HttpResponse {
    let frame = visit.frame(format!("{} {}", visit.say("Hồ sơ", "Dossier"), status.code));
    visit.show(&frame, &html! {
        h1 { (frame.title) }
        p.lead { (tag(Tone::Plain, status.stage_text)) }
        p { (status.next) }
        (pairs(&[(visit.say("Hẹn trả", "Due"), html! {
            @if let Some(at) = status.appointment { strong { (moment(at, visit.lang)) } @if status.provisional { " " (tag(Tone::Warn, visit.say("tạm tính", "provisional"))) } }
        })]))
        p { a href="/ho-so" { (visit.say("Nhập mã tra cứu để xem đầy đủ", "Enter the secret to see everything")) } }
    })
}

fn page(visit: &Visit, wanted: &Wanted, seen: &Seen, whole: &StatusDetails) -> HttpResponse {
    let frame = visit.frame(format!("{} {}", visit.say("Hồ sơ", "Dossier"), seen.called()));
    let next = Stage::named(seen.out.stage).map(|stage| crate::wire::status::next(stage).to(visit.lang));
    visit.show(&frame, &html! {
        @if let Some(told) = wanted.xong.as_deref().and_then(|slug| told(slug, visit.lang)) { (banner(Tone::Good, &html! { (told) })) }
        @if wanted.gone.is_some() { (banner(Tone::Warn, &html! { (visit.say("Việc này không còn làm được: hồ sơ đã thay đổi.", "This can't be done any more: the dossier has changed.")) })) }
        h1 { (frame.title) }
        p.lead { (whole.procedure) }
        p { (crate::pages::dossier::show::stage(&seen.out)) }
        p { (next.unwrap_or_default()) }
        (asked(visit, whole))
        (appointment(visit, whole))
        (to_do(visit, seen))
        (doing(visit, seen, whole))
        (letters(visit, seen, whole))
        (files(visit, seen, whole))
        (history(visit, whole))
        p { (visit.say("Chưa hài lòng?", "Not satisfied?")) " " a href="/phan-anh" { (visit.say("Gửi phản ánh, kiến nghị", "Send feedback")) } }
    })
}

/// What is asked of the applicant stands first: everything waits for it.
fn asked(visit: &Visit, whole: &StatusDetails) -> Markup {
    html! {
        @if !whole.asked.is_empty() {
            (banner(Tone::Warn, &html! {
                p { strong { (visit.say("Bạn cần bổ sung:", "You are asked to bring:")) } }
                ul { @for item in &whole.asked { li { (item.name.as_deref().unwrap_or(visit.say("Thông tin của bạn", "Your details"))) ": " (item.detail) @if !item.note.is_empty() { " – " (item.note) } } } }
            }))
        }
        @if let Some(payment) = &whole.payment {
            (banner(Tone::Warn, &html! { p { (visit.say("Cần nộp", "To be paid")) ": " strong { (sum(payment.amount, visit.lang)) } " – " (payment.purpose) } }))
        }
    }
}

fn appointment(visit: &Visit, whole: &StatusDetails) -> Markup {
    let Some(appointment) = &whole.appointment else { return html! {} };
    html! {
        (pairs(&[
            (visit.say("Hẹn trả kết quả", "The result is due"), html! {
                strong { (moment(appointment.at, visit.lang)) }
                @if appointment.provisional { " " (tag(Tone::Warn, visit.say("tạm tính", "provisional"))) }
            }),
            (visit.say("Hẹn lần đầu", "First appointment"), html! { @if appointment.rescheduled { (moment(appointment.first_at, visit.lang)) } }),
            (visit.say("Nơi trả", "Where"), html! { (whole.agency) }),
        ]))
        (details(visit.say("Vì sao hẹn ngày này?", "Why this day?"), &html! { @for line in &appointment.explained { p { (line) } } }))
        @for apology in &whole.apologies { (inset(&html! { div.letter { (apology.apology) } })) }
    }
}

fn to_do(visit: &Visit, seen: &Seen) -> Markup {
    let links = |is_rare: bool| -> Vec<Link> {
        let acts = seen.may.iter().filter(|act| Deed::is_rare(act) == is_rare);
        acts.map(|act| Deed::of(act, seen).link(&seen.by.page)).collect()
    };
    let rare = links(true);
    html! {
        (actions(&links(false)))
        @if !rare.is_empty() {
            h2 { (visit.say("Bạn có thể", "You can")) }
            ul { @for one in &rare { li { (link(one)) } } }
        }
    }
}

fn doing(visit: &Visit, seen: &Seen, whole: &StatusDetails) -> Markup {
    html! {
        @if !whole.doing.is_empty() {
            h2 { (visit.say("Đang làm", "Being done now")) }
            ul { @for doing in &whole.doing { li { (doing) } } }
        }
        @if !whole.legs.is_empty() {
            h2 { (visit.say("Các cơ quan cùng giải quyết", "The agencies that work on it")) }
            img.picture src=(format!("{}/quy-trinh.svg", seen.by.page)) alt=(visit.say("Quy trình; nội dung có trong danh sách dưới đây", "The process; the list below says the same"));
            ul { @for leg in &whole.legs { li { (leg.name) " – " (leg.agency) ": " strong { (leg.standing_text) } } } }
        }
    }
}

fn letters(visit: &Visit, seen: &Seen, whole: &StatusDetails) -> Markup {
    html! {
        @if !whole.letters.is_empty() {
            h2 { (visit.say("Giấy tờ của bạn", "Your papers")) }
            ul { @for letter in &whole.letters { li {
                a href=(format!("{}/giay/{}.pdf?seq={}", seen.by.page, letter.kind, letter.seq)) { (letter.title) } " (PDF), " (moment(letter.at, visit.lang))
            } } }
        }
    }
}

fn files(visit: &Visit, seen: &Seen, whole: &StatusDetails) -> Markup {
    html! {
        @if !whole.files.is_empty() {
            h2 { (visit.say("Tệp của hồ sơ", "Files")) }
            ul { @for file in &whole.files { li { (crate::pages::dossier::show::file_link(&seen.by.page, file)) } } }
        }
    }
}

fn history(visit: &Visit, whole: &StatusDetails) -> Markup {
    let moments: Vec<Moment> = whole
        .history
        .iter()
        .map(|entry| Moment {
            when: moment(entry.at, visit.lang),
            what: html! { (entry.what) },
            is_ahead: false,
        })
        .collect();
    html! { h2 { (visit.say("Quá trình giải quyết", "What has happened")) } (timeline(&moments)) }
}
