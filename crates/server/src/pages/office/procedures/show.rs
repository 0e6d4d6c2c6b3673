use super::LIST;
use super::lacks::lacks;
use crate::app::{App, blocking};
use crate::auth::Administrator;
use crate::http::Problem;
use crate::import::Judged;
use crate::office::procedures::draft;
use crate::pages::By;
use crate::pages::office::history::{SHOWN, history};
use crate::pages::office::{below, offset};
use crate::pages::words::moment;
use actix_web::{HttpResponse, get, web};
use catalog::Version;
use front::{Markup, Tone, html, pairs, tag, warning};
use kernel::{Lang, ProcedureCode, Staff};
use std::sync::Arc;
use store::catalogue;
use store::office::{Done, Subject, about};
use time::{OffsetDateTime, UtcOffset};

/// A procedure with what has been done about it.
struct Seen {
    current: Option<Arc<Version>>,
    versions: Vec<(u32, OffsetDateTime)>,
    draft: Option<Judged>,
    done: Vec<Done>,
    offset: UtcOffset,
}

/// A procedure: what is published, and what its draft lacks.
#[get("/quan-tri/thu-tuc/{code}")]
pub(crate) async fn show(
    app: web::Data<App>,
    by: By<Administrator>,
    code: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let code: ProcedureCode = code.parse().map_err(|_| Problem::NotFound)?;
    let staff = by.right.0.clone();
    let (seen, code) = blocking(app, move |app| Ok((read(app, &staff, &code)?, code))).await?;
    let drafted = seen.draft.as_ref().map(|one| one.draft.name.clone());
    let published = seen.current.as_ref().map(|version| version.name().to_owned());
    let name = published.or(drafted).ok_or(Problem::NotFound)?;
    let frame = below(&by.visit, name, LIST);
    Ok(by.visit.show(
        &frame,
        &html! {
            h1 { (frame.title) }
            p.faint.number { (code) }
            @if let Some(judged) = &seen.draft { (draft_told(judged)) }
            @if let Some(version) = &seen.current { (published_told(version, &seen)) }
            (history(&seen.done, seen.offset, &UNDO))
        },
    ))
}

fn read(app: &App, staff: &Staff, code: &ProcedureCode) -> Result<Seen, Problem> {
    Ok(Seen {
        current: app.directory.current(code)?,
        versions: app.store.read(|db| catalogue::versions_of(db, code))?,
        draft: draft(app, code)?,
        done: app.store.read(|db| about(db, Subject::Procedure, code.as_str(), SHOWN))?,
        offset: offset(app, staff)?,
    })
}

fn draft_told(judged: &Judged) -> Markup {
    let draft = &judged.draft;
    html! {
        h2 { "Bản nháp" }
        @match &judged.verdict {
            Err(all) => {
                (warning(Lang::Vi, &html! { p { "Chưa công bố được, vì còn thiếu " (all.len()) " điều. Sửa tệp danh mục rồi nhận lại." } }))
                (lacks(all))
            }
            Ok(_) => p { (tag(Tone::Good, "đủ điều kiện công bố")) " Nhận lại tệp để công bố." },
        }
        (pairs(&[
            ("Lĩnh vực", html! { (draft.field) }),
            ("Thời hạn giải quyết", html! { @if let Some(time) = draft.time { (time.vietnamese()) } }),
            ("Cơ quan tiếp nhận", html! { @for agency in &draft.received_by { p.number { (agency) } } }),
        ]))
        @if draft.process.is_some() && !draft.received_by.is_empty() {
            img.picture src=(format!("{}/{}/ban-nhap.svg", LIST.0, draft.code)) alt="Quy trình trong bản nháp";
        }
    }
}

fn published_told(version: &Version, seen: &Seen) -> Markup {
    let code = version.code();
    html! {
        h2 { "Đang công bố: phiên bản " (version.number) }
        (pairs(&[
            ("Lĩnh vực", html! { (version.field()) }),
            ("Thời hạn giải quyết", html! { (version.time().vietnamese()) }),
            ("Trang công khai", html! { a href=(format!("/thu-tuc/{code}")) { "Xem như người dân" } }),
            ("Các phiên bản", html! { @for (number, at) in &seen.versions { p { "Phiên bản " (number) " – " (moment(at.to_offset(seen.offset), Lang::Vi)) } } }),
        ]))
        img.picture src=(format!("/api/v1/procedures/{code}/picture.svg")) alt="Quy trình đang công bố";
    }
}

const UNDO: [&str; 2] = [
    "Công bố nhầm: sửa tệp danh mục cho đúng rồi nhận lại thành phiên bản mới. Hồ sơ đã nộp vẫn theo phiên bản lúc nộp.",
    "Bản nháp nhầm: nhận lại tệp đúng; bản nháp cũ được thay, phiên bản đang công bố không bị ảnh hưởng.",
];
