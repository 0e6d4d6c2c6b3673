use crate::app::{App, blocking};
use crate::auth::Clerk;
use crate::handlers::dossiers::list::{Found, Listing, found_in};
use crate::handlers::notices::tasks::open;
use crate::http::Problem;
use crate::pages::By;
use crate::pages::dossier::find::rows;
use actix_web::{HttpResponse, get, web};
use dossier::Stage;
use front::{Field, Link, Markup, Typed, html, task_list};
use kernel::{CaseCode, ProcedureCode, Staff};
use store::query::{Order, received_lately};
use time::{OffsetDateTime, Time};

/// A procedure's case as it is received here often.
struct Usual {
    procedure: String,
    case: String,
    name: String,
}

/// Everything on the page.
struct Today {
    usual: Vec<Usual>,
    submitted: Found,
    ready: Found,
    due: Found,
    tasks: usize,
    now: OffsetDateTime,
}

/// Today at the counter: what is received most, who waits for an answer, what is to be handed out, what is due.
#[get("/quay")]
pub(crate) async fn today(app: web::Data<App>, by: By<Clerk>) -> Result<HttpResponse, Problem> {
    let staff = by.right.0.clone();
    let today = blocking(app, move |app| read(app, &staff)).await?;
    let frame = by.visit.frame("Quầy tiếp nhận");
    let form = by.visit.form(Typed::default());
    Ok(by.visit.show(&frame, &html! {
        h1 { (frame.title) }
        div.columns {
            div {
                h2 { "Nhận hồ sơ" }
                (usual(&today.usual))
                form method="get" action="/quay/nhan" role="search" {
                    div.row { (Field::new(&form, "q", "Thủ tục khác").max(200).line()) button type="submit" { "Tìm thủ tục" } }
                }
            }
            div {
                h2 { "Tìm hồ sơ" }
                form method="get" action="/lam-viec/ho-so" role="search" {
                    div.row { (Field::new(&form, "q", "Mã, họ tên, điện thoại, số định danh").max(200).line()) button type="submit" { "Tìm hồ sơ" } }
                }
                @if today.tasks > 0 {
                    (task_list(&[(Link::new("/quay/viec", "Báo tin cho người nộp bằng cách khác"), html! { (today.tasks) " việc" })]))
                }
            }
        }
        (queue("Chờ trả lời về việc tiếp nhận, chờ lâu nhất trước", &today.submitted, "stage=submitted", today.now))
        (queue("Có kết quả, chờ trả, chờ lâu nhất trước", &today.ready, "stage=result_ready", today.now))
        (queue("Đến hạn trả trong hôm nay, chưa có kết quả", &today.due, "stage=in_progress", today.now))
    }))
}

/// A queue, with where the rest of it is found.
fn queue(title: &str, found: &Found, search: &str, now: OffsetDateTime) -> Markup {
    html! {
        (rows(title, &found.items, &found.calendar, now))
        @if found.next.is_some() { p { "Chỉ hiện " (found.items.len()) " hồ sơ. " a href=(format!("/lam-viec/ho-so?{search}")) { "Xem tất cả" } } }
    }
}

fn usual(usual: &[Usual]) -> Markup {
    html! {
        @if usual.is_empty() { p.nothing { "Chưa nhận hồ sơ nào; hãy tìm thủ tục bên dưới." } }
        ul {
            @for one in usual {
                li { a href=(super::receive::address(&one.procedure, &one.case)) { (one.name) } }
            }
        }
    }
}

fn read(app: &App, staff: &Staff) -> Result<Today, Problem> {
    let agency = || Some(staff.agency.clone());
    let at = |stage| Listing { stage: Some(stage), agency: agency(), ..Listing::default() };
    let submitted = found_in(app, staff, at(Stage::Submitted), Order::Oldest)?;
    let now = app.clock.now().to_offset(submitted.calendar.data().utc_offset);
    let midnight = now.replace_time(Time::MIDNIGHT);
    let tomorrow = Some(midnight + time::Duration::DAY);
    let due =
        Listing { agency: agency(), due_from: Some(midnight), due_before: tomorrow, ..Listing::default() };
    Ok(Today {
        usual: most_usual(app, staff)?,
        submitted,
        ready: found_in(app, staff, at(Stage::ResultReady), Order::Oldest)?,
        due: found_in(app, staff, due, Order::DueFirst)?,
        tasks: open(app, staff)?.len(),
        now,
    })
}

/// How many are shown: as many as are taken in at a glance.
const SHOWN: usize = 8;

/// What was received here most, of late.
fn most_usual(app: &App, staff: &Staff) -> Result<Vec<Usual>, Problem> {
    let lately = app.store.read(|db| received_lately(db, &staff.agency))?;
    let mut counted: Vec<((String, String), usize)> = Vec::new();
    for case in lately {
        match counted.iter_mut().find(|(known, _)| *known == case) {
            Some((_, count)) => *count += 1,
            None => counted.push((case, 1)),
        }
    }
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let named = counted.into_iter().map(|((procedure, case), _)| named(app, procedure, case));
    let named: Result<Vec<Option<Usual>>, Problem> = named.take(SHOWN).collect();
    Ok(named?.into_iter().flatten().collect())
}

/// None where it isn't published any more.
fn named(app: &App, procedure: String, case: String) -> Result<Option<Usual>, Problem> {
    let (Ok(code), Ok(chosen)) = (procedure.parse::<ProcedureCode>(), case.parse::<CaseCode>()) else {
        return Ok(None);
    };
    let Some(version) = app.directory.current(&code)? else { return Ok(None) };
    let Some(known) = version.case(&chosen) else { return Ok(None) };
    let name = match version.content().cases.len() {
        1 => version.name().to_owned(),
        _ => format!("{} – {}", version.name(), known.name),
    };
    Ok(Some(Usual { procedure, case, name }))
}
