use super::drafting::address;
use crate::app::{App, blocking};
use crate::http::{Line, Problem, Query};
use crate::pages::{Sent, Visit, faults};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use catalog::{Channel, Version};
use front::{Choice, Field, Form, Link, Typed, button, html};
use kernel::{AgencyCode, CaseCode, DossierId, ProcedureCode};
use serde::Deserialize;
use std::sync::Arc;
use store::StoreError;
use store::drafts::{Draft, begin};
use store::query::{Ref, Scope, find};

/// Which case.
#[derive(Debug, Deserialize)]
pub(crate) struct Chosen {
    #[serde(rename = "truong-hop")]
    case: Option<Line<64>>,
}

/// Where it is to be received, and as which case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BeginIn {
    case: CaseCode,
    agency: AgencyCode,
}

/// A published procedure that can be submitted online, with the names of those who receive it.
type Offered = (Arc<Version>, Vec<(AgencyCode, String)>);

/// Where submitting online begins: which case, and which agency is to receive it.
#[get("/nop/thu-tuc/{procedure}")]
pub(crate) async fn ask(
    app: web::Data<App>,
    visit: Visit,
    procedure: web::Path<String>,
    chosen: Query<Chosen>,
) -> Result<HttpResponse, Problem> {
    let offered = blocking(app, move |app| offered(app, &procedure)).await?;
    let typed = Typed::default().with("/case", chosen.0.case.map(Line::into_string).unwrap_or_default());
    Ok(page(&visit, StatusCode::OK, &offered, &visit.form_for_new(typed, None)))
}

/// Begins a draft, which this browser holds from now on.
#[post("/nop/thu-tuc/{procedure}")]
pub(crate) async fn start(
    app: web::Data<App>,
    request: HttpRequest,
    visit: Visit,
    procedure: web::Path<String>,
    sent: Sent,
) -> Result<HttpResponse, Problem> {
    app.limits.submission.count(&request)?;
    let id = DossierId(sent.future.ok_or(Problem::Unsealed)?);
    let asked = sent.read::<BeginIn>();
    let (offered, begun) = blocking(app.clone(), move |app| {
        let offered = offered(app, &procedure)?;
        let begun = asked.and_then(|asked| begun(app, &offered.0, id, asked));
        Ok((offered, begun))
    })
    .await?;
    match begun {
        Ok(()) => visit.see_with(&address(id), &app.keys.secret_of(id)),
        Err(problem @ Problem::Input(_)) => {
            let form =
                Form { faults: faults(&problem, visit.lang), ..visit.form_for_new(sent.typed, sent.future) };
            Ok(page(&visit, StatusCode::UNPROCESSABLE_ENTITY, &offered, &form))
        }
        Err(problem) => Err(problem),
    }
}

fn offered(app: &App, procedure: &str) -> Result<Offered, Problem> {
    let procedure: ProcedureCode = procedure.parse().map_err(|_| Problem::NotFound)?;
    let version = app.directory.current(&procedure)?.ok_or(Problem::NotFound)?;
    let mut channels = version.content().channels.iter();
    channels.find(|offer| offer.channel == Channel::Online).ok_or(Problem::NotFound)?;
    let newest = app.directory.newest()?;
    let named = |code: &AgencyCode| Some((code.clone(), newest.agency(code)?.name.clone()));
    let receiving = version.content().received_by.iter().filter_map(named).collect();
    Ok((version, receiving))
}

/// Begun twice it is begun once.
fn begun(app: &App, version: &Version, id: DossierId, asked: BeginIn) -> Result<(), Problem> {
    let BeginIn { case, agency } = asked;
    if version.case(&case).is_none() {
        return Err(Problem::input("/case", "unknown", "Hãy chọn trường hợp.", "Choose a case."));
    }
    if !version.is_received_by(&agency) {
        return Err(Problem::input(
            "/agency",
            "unknown",
            "Hãy chọn nơi tiếp nhận.",
            "Choose who is to receive it.",
        ));
    }
    if app.store.read(|db| store::drafts::draft(db, id))?.is_some() {
        return Ok(());
    }
    // What was sent is a dossier, and no draft any more.
    if app.store.read(|db| find(db, &Scope::All, &Ref::Id(id)))?.is_some() {
        return Err(Problem::Changed);
    }
    let at = app.clock.now();
    let procedure = version.code().clone();
    let draft = Draft { id, procedure, case, agency, body: "[]".to_owned(), at, changed_at: at };
    match app.store.write(move |db| begin(db, &draft)) {
        // By another press of the same button.
        Err(StoreError::Repeated) => Ok(()),
        begun => Ok(begun?),
    }
}

fn page(visit: &Visit, status: StatusCode, offered: &Offered, form: &Form) -> HttpResponse {
    let (version, receiving) = offered;
    let mut frame = visit.frame(visit.say("Nộp hồ sơ trực tuyến", "Submit online"));
    frame.back = Some(Link::new(format!("/thu-tuc/{}", version.code()), version.name()));
    let cases: Vec<Choice> =
        version.content().cases.iter().map(|case| Choice::new(case.code.to_string(), &case.name)).collect();
    let each = receiving.iter().map(|(code, name)| Choice::new(code.to_string(), name));
    // Nobody is sent to the first of a list unasked.
    let agencies: Vec<Choice> = match receiving.len() {
        1 => each.collect(),
        _ => std::iter::once(Choice::new("", "…")).chain(each).collect(),
    };
    let fields = html! {
        (Field::new(form, "/case", visit.say("Trường hợp của bạn", "Your case")).radios(&cases))
        (Field::new(form, "/agency", visit.say("Nơi tiếp nhận", "Who is to receive it")).select(&agencies))
        (button(visit.say("Bắt đầu", "Begin")))
    };
    let address = format!("/nop/thu-tuc/{}", version.code());
    visit.show_form(status, &frame, form, &html! { h1 { (frame.title) }
        p.lead { (version.name()) }
        p.hint { (visit.say("Hồ sơ được lưu sau mỗi mục; có thể làm tiếp trong 30 ngày.", "It is saved after each part; you may go on for 30 days.")) }
        (form.to(&address, &fields))
    })
}
