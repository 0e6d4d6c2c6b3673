use crate::app::{App, blocking};
use crate::auth::Clerk;
use crate::handlers::dossiers::list::{Listing, found};
use crate::handlers::notices::tasks::open;
use crate::http::Problem;
use crate::pages::By;
use crate::pages::dossier::find::rows;
use actix_web::{HttpResponse, get, web};
use calendar::Calendar;
use dossier::Stage;
use front::{Field, Link, Markup, Typed, html, task_list};
use kernel::{CaseCode, ProcedureCode, Staff};
use std::sync::Arc;
use store::query::{Item, received_lately};
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
    submitted: Vec<Item>,
    ready: Vec<Item>,
    due: Vec<Item>,
    tasks: usize,
    calendar: Arc<Calendar>,
    now: OffsetDateTime,
}

/// Today at the counter: what is received most, who waits for an answer, what is to be handed out, what is due.
#[get("/quay")]
pub(crate) async fn today(app: web::Data<App>, by: By<Clerk>) -> Result<HttpResponse, Problem> {
    let staff = by.right.0.clone();
    let today = blocking(app, move |app| read(app, &staff)).await?;
    let frame = by.visit.frame("Quầy tiếp nhận");
    let form = by.visit.form(Typed::default());
    let (calendar, now) = (&*today.calendar, today.now);
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
        (rows("Chờ trả lời về việc tiếp nhận", &today.submitted, calendar, now))
        (rows("Có kết quả, chờ trả", &today.ready, calendar, now))
        (rows("Đến hạn trả trong hôm nay, chưa có kết quả", &today.due, calendar, now))
    }))
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
    let at = |stage| Listing { stage: Some(stage), ..Listing::default() };
    let submitted = found(app, staff, at(Stage::Submitted))?;
    let now = app.clock.now().to_offset(submitted.calendar.data().utc_offset);
    let tomorrow = now.replace_time(Time::MIDNIGHT) + time::Duration::DAY;
    let agency = Some(staff.agency.clone());
    let due = found(app, staff, Listing { agency, due_before: Some(tomorrow), ..Listing::default() })?;
    Ok(Today {
        usual: most_usual(app, staff)?,
        calendar: submitted.calendar,
        submitted: submitted.items,
        ready: found(app, staff, at(Stage::ResultReady))?.items,
        due: due.items,
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
