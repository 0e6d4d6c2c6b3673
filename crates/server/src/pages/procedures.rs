use super::words::{channel, sum};
use super::{Visit, onward};
use crate::app::{App, blocking};
use crate::handlers::catalogue::procedures::{Wanted as Listed, page as listed};
use crate::http::{Line, Problem, Query};
use crate::wire::catalogue::{CaseOut, ComponentOut, FeeOut, ProcedureOut};
use actix_web::{HttpResponse, get, web};
use catalog::Channel;
use front::{Choice, Field, Link, Markup, Row, Typed, html, inset, pairs, table};
use kernel::ProcedureCode;
use serde::Deserialize;

/// Which case.
#[derive(Debug, Deserialize)]
pub(crate) struct Chosen {
    #[serde(rename = "truong-hop")]
    case: Option<Line<64>>,
}

/// The published procedures, found by a part of their name, with or without diacritics.
#[get("/thu-tuc")]
pub(crate) async fn list(
    app: web::Data<App>,
    visit: Visit,
    wanted: Query<Listed>,
) -> Result<HttpResponse, Problem> {
    let q = wanted.0.q.as_ref().map(|q| q.as_str().to_owned()).unwrap_or_default();
    let found = blocking(app, move |app| listed(app, &wanted.0)).await?;
    let frame = visit.frame(visit.say("Thủ tục hành chính", "Procedures"));
    let form = visit.form(Typed::default().with("q", q));
    Ok(visit.show(&frame, &html! {
        h1 { (frame.title) }
        form method="get" action="/thu-tuc" role="search" {
            div.row {
                (Field::new(&form, "q", visit.say("Tên hoặc mã thủ tục", "Name or code")).max(200).line())
                button type="submit" { (visit.say("Tìm", "Search")) }
            }
        }
        @if found.items.is_empty() {
            p.nothing { (visit.say("Không tìm thấy thủ tục nào. Hãy thử từ khác.", "Nothing was found. Try another word.")) }
        }
        ul.cards {
            @for line in &found.items {
                li { h2 { a href=(format!("/thu-tuc/{}", line.code)) { (line.name) } } p.faint { (line.field) " · " span.number { (line.code) } } }
            }
        }
        @if let Some(next) = &found.next { p { a href=(onward("/thu-tuc", &form.typed, next)) { (visit.say("Trang sau", "Next page")) } } }
    }))
}

/// A procedure in plain words: what to bring, how long, how much, by case.
#[get("/thu-tuc/{code}")]
pub(crate) async fn procedure(
    app: web::Data<App>,
    visit: Visit,
    code: web::Path<String>,
    chosen: Query<Chosen>,
) -> Result<HttpResponse, Problem> {
    let code: ProcedureCode = code.parse().map_err(|_| Problem::NotFound)?;
    let version = blocking(app, move |app| app.directory.current(&code)?.ok_or(Problem::NotFound)).await?;
    let out = ProcedureOut::of(&version, visit.lang);
    let wanted = chosen.0.case.map(Line::into_string);
    let case = out.cases.iter().find(|case| Some(&case.code) == wanted.as_ref());
    let case = case.or(out.cases.first().filter(|_| out.cases.len() == 1));
    let mut frame = visit.frame(out.name.clone());
    frame.back = Some(Link::new("/thu-tuc", visit.say("Thủ tục hành chính", "Procedures")));
    Ok(visit.show(
        &frame,
        &html! {
            h1 { (out.name) }
            p.faint { (out.field) " · " span.number { (out.code) } }
            (cases(&visit, &out, case))
            @if let Some(case) = case { (told(&visit, &out, case)) }
        },
    ))
}

fn cases(visit: &Visit, out: &ProcedureOut, chosen: Option<&CaseOut>) -> Markup {
    let typed = chosen.map_or_else(Typed::default, |case| Typed::default().with("truong-hop", &case.code));
    let choices: Vec<Choice> = out.cases.iter().map(|case| Choice::new(&case.code, &case.name)).collect();
    html! {
        @if out.cases.len() > 1 {
            form method="get" {
                (Field::new(&visit.form(typed), "truong-hop", visit.say("Trường hợp của bạn", "Your case")).radios(&choices))
                button type="submit" { (visit.say("Xem", "Show")) }
            }
        }
    }
}

fn told(visit: &Visit, out: &ProcedureOut, case: &CaseOut) -> Markup {
    let needed: Vec<&ComponentOut> =
        out.components.iter().filter(|one| one.cases.is_empty() || one.cases.contains(&case.code)).collect();
    let is_online = out.channels.iter().any(|offer| offer.channel == Channel::Online);
    html! {
        (pairs(&[
            (visit.say("Thời hạn giải quyết", "How long"), html! { strong { (case.time.text) } }),
            (visit.say("Kết quả", "What you get"), html! { @for result in &out.results { p { (result) } } }),
            (visit.say("Ai được nộp", "Who may apply"), html! { (out.applicants.as_deref().unwrap_or_default()) }),
        ]))
        h2 { (visit.say("Giấy tờ cần nộp", "What to bring")) }
        ol { @for component in &needed { li { (brought(visit, component)) } } }
        h2 { (visit.say("Nộp ở đâu, phí bao nhiêu", "Where, and how much")) }
        (table(visit.say("Cách nộp và phí", "Ways and fees"), &[visit.say("Cách nộp", "How"), visit.say("Phí, lệ phí", "Fees")], &fees(visit, out), ""))
        @if is_online {
            p { a.action.main href=(format!("/nop/thu-tuc/{}?truong-hop={}", out.code, case.code)) { (visit.say("Nộp trực tuyến", "Submit online")) } }
        }
        @if !out.grounds.is_empty() {
            h2 { (visit.say("Khi nào hồ sơ bị từ chối", "When it is refused")) }
            ul { @for ground in &out.grounds { li { (ground.text) " (" (ground.citation) ")" } } }
        }
        h2 { (visit.say("Quy trình giải quyết", "How it is worked")) }
        (inset(&html! { ol { @for step in &out.steps { li { (step.name) " – " (step.share.text) } } } }))
    }
}

fn brought(visit: &Visit, component: &ComponentOut) -> Markup {
    let ways = component
        .any_of
        .iter()
        .map(|way| format!("{} × {}", super::words::form(way.form, visit.lang), way.count));
    let ways = ways.collect::<Vec<_>>().join(visit.say(" hoặc ", " or "));
    html! {
        (component.name) br; span.faint { (ways) }
        @if let Some(condition) = &component.only_if { br; span.hint { (visit.say("Chỉ khi: ", "Only if: ")) (condition) } }
        @if let Some(template) = &component.template { br; span.hint { (visit.say("Mẫu: ", "Form: ")) (template) } }
    }
}

fn fees(visit: &Visit, out: &ProcedureOut) -> Vec<Row> {
    let each = out.channels.iter().map(|offer| {
        let fees = html! {
            @if offer.fees.is_empty() { (visit.say("Không công bố phí", "No fee is published")) }
            @for fee in &offer.fees { p { (self::fee(visit, fee)) } }
        };
        Row::of([html! { (channel(offer.channel).to(visit.lang)) }, fees])
    });
    each.collect()
}

fn fee(visit: &Visit, fee: &FeeOut) -> String {
    let name = fee.name.as_ref().map(|name| format!("{name}: ")).unwrap_or_default();
    let told = match (fee.kind, fee.amount, &fee.text) {
        ("free", ..) => visit.say("không thu", "free").to_owned(),
        (_, Some(amount), _) => sum(amount, visit.lang),
        (_, None, Some(text)) => text.clone(),
        (_, None, None) => String::new(),
    };
    name + &told
}
