use super::By;
use super::words::{left_tag, moment, role};
use crate::app::{App, blocking};
use crate::auth::Overseer;
use crate::http::Problem;
use crate::wire::steps::name_of;
use actix_web::{HttpResponse, get, web};
use calendar::Calendar;
use front::{Link, Row, html, link, table};
use kernel::{CaseCode, Lang, ProcedureCode, Role, StepCode};
use std::sync::Arc;
use store::query::{HeldLate, held_late};
use time::OffsetDateTime;

/// A line of the page: what is held, with what the step is called.
struct Held {
    late: HeldLate,
    step: String,
}

/// Who holds what longer than the time it was given, at one's own agency, the longest late first.
#[get("/tre-han")]
pub(crate) async fn overview(app: web::Data<App>, by: By<Overseer>) -> Result<HttpResponse, Problem> {
    let agency = by.right.0.agency.clone();
    let (lines, calendar, now) = blocking(app, move |app| {
        let now = app.clock.now();
        let late = app.store.read(|db| held_late(db, &agency, now))?;
        let lines = late.into_iter().map(|late| named(app, late)).collect::<Result<Vec<_>, _>>()?;
        Ok((lines, app.directory.newest()?.calendar_of(&agency)?, now))
    })
    .await?;
    let rows: Vec<Row> = lines.iter().map(|held| row(held, &calendar, now)).collect();
    let frame = by.visit.frame("Trễ hạn");
    let heads = ["Hồ sơ", "Bước", "Người giữ", "Hạn của bước", "Hẹn trả"];
    let table =
        table("Ai đang giữ hồ sơ quá thời gian được giao", &heads, &rows, "Không có bước nào quá hạn.");
    Ok(by.visit.show(&frame, &html! { h1 { (frame.title) } (table) }))
}

fn named(app: &App, late: HeldLate) -> Result<Held, Problem> {
    let unsound = |why: kernel::BadCode| Problem::Fault(why.to_string());
    let procedure: ProcedureCode = late.procedure.parse().map_err(unsound)?;
    let (case, step): (CaseCode, StepCode) =
        (late.case.parse().map_err(unsound)?, late.step.parse().map_err(unsound)?);
    let version = app.directory.version(&procedure, u32::try_from(late.version).unwrap_or(1))?;
    let step = name_of(version.process_of(&case), &step);
    Ok(Held { late, step })
}

fn row(held: &Held, calendar: &Arc<Calendar>, now: OffsetDateTime) -> Row {
    let Held { late, step } = held;
    let local = |at: OffsetDateTime| at.to_offset(calendar.data().utc_offset);
    let dossier = Link::new(super::dossier::address(late.dossier.0), late.code.clone().unwrap_or_default());
    let role = late.role.parse::<Role>().map_or("", role);
    Row::of([
        html! { span.number { (link(&dossier)) } },
        html! { (step) },
        html! { (late.officer.as_deref().unwrap_or("chưa ai nhận")) br; span.faint { (role) } },
        html! { (moment(local(late.due), Lang::Vi)) " " (left_tag(late.due - now, Lang::Vi)) },
        html! { @if let Some(at) = late.appointment { (moment(local(at), Lang::Vi)) } },
    ])
    .pressing(late.appointment.is_some_and(|at| at < now))
}
