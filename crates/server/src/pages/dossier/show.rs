use super::deed::{Deed, told};
use super::fields::proposal;
use super::seen::{Doer, Seen};
use crate::app::{App, blocking};
use crate::auth::Reader;
use crate::handlers::reference;
use crate::http::{Problem, Query};
use crate::pages::By;
use crate::pages::words::{channel, form, moment, prose, sum, time_left, working};
use crate::wire::dossier::{ApplicantOut, DossierOut, HandedOut};
use crate::wire::files::FileOut;
use actix_web::{HttpResponse, get, web};
use dossier::{Act, Stage};
use front::{
    Link, Markup, Row, Tone, actions, banner, confirmation, details, html, inset, pairs, table, tag,
};
use kernel::{Lang, Staff};
use serde::Deserialize;

/// What was done a moment ago.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    xong: Option<String>,
    #[serde(rename = "khong-con")]
    gone: Option<String>,
}

/// A dossier, with what may be done to it now.
#[get("/lam-viec/ho-so/{ref}")]
pub(crate) async fn show(
    app: web::Data<App>,
    by: By<Reader>,
    named: web::Path<String>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let on = reference(&named)?;
    let staff = by.right.0.clone();
    let doer = Doer::staff(&staff, &named);
    let seen = blocking(app, move |app| Seen::by(app, doer, &on)).await?;
    if wanted.0.xong.as_deref() == Some("acceptance") && seen.out.code.is_some() {
        return Ok(accepted(&by, &seen));
    }
    let frame = by.visit.frame(format!("Hồ sơ {}", seen.called()));
    Ok(by.visit.show(
        &frame,
        &html! {
            (just_done(&wanted.0))
            h1 { (frame.title) " " (stage(&seen.out)) }
            p.lead { (seen.out.procedure.name) }
            div.columns {
                div {
                    (in_time(&seen))
                    (to_do(&seen))
                    (waiting_proposal(&seen))
                    (asked(&seen))
                    (way(&seen))
                    (result(&seen))
                }
                div { (person(&seen)) (components(&seen)) (papers(&seen)) }
            }
        },
    ))
}

/// What the clerk tells the applicant right after the acceptance, and prints.
fn accepted(by: &By<Reader>, seen: &Seen) -> HttpResponse {
    let frame = by.visit.frame("Đã tiếp nhận hồ sơ");
    let dossier = super::address(seen.out.id);
    let appointment = seen.out.appointment.as_ref();
    by.visit.show(&frame, &html! {
        (confirmation("Đã tiếp nhận hồ sơ", &html! { p { "Mã hồ sơ" br; strong.big.number { (seen.called()) } } }))
        @if let Some(appointment) = appointment {
            p.lead { "Hẹn trả kết quả: " strong { (moment(appointment.at, Lang::Vi)) } }
        }
        (actions(&[
            Link::new(format!("{dossier}/giay/receipt.pdf"), "In giấy tiếp nhận hồ sơ và hẹn trả kết quả"),
            Link::new("/quay", "Tiếp người kế tiếp"),
            Link::new(dossier, "Mở hồ sơ"),
        ]))
        @if let Some(appointment) = appointment {
            (details("Vì sao hẹn ngày này?", &html! { ul { @for line in &appointment.explained { li { (line) } } } }))
        }
    })
}

fn just_done(wanted: &Wanted) -> Markup {
    html! {
        @if let Some(told) = wanted.xong.as_deref().and_then(|slug| told(slug, Lang::Vi)) { (banner(Tone::Good, &html! { (told) })) }
        @if wanted.gone.is_some() { (banner(Tone::Warn, &html! { "Việc này không còn làm được: hồ sơ đã thay đổi." })) }
    }
}

pub(crate) fn stage(out: &DossierOut) -> Markup {
    let tone = match out.stage {
        "returned" | "result_ready" => Tone::Good,
        "guided" | "awaiting_supplement" | "awaiting_payment" => Tone::Warn,
        "refused" | "withdrawn" | "closed" => Tone::Bad,
        _ => Tone::Plain,
    };
    tag(tone, out.stage_text)
}

fn in_time(seen: &Seen) -> Markup {
    let Some(appointment) = &seen.out.appointment else { return html! {} };
    let (calendar, now) = (seen.facts.calendar(), seen.facts.now());
    let clock = seen.state.deadline.clock.as_ref();
    let is_over = clock.is_some_and(|clock| calendar.missed(&clock.appointment, now));
    let stage = Stage::named(seen.out.stage).unwrap_or(Stage::Submitted);
    html! {
        (pairs(&[
            ("Hẹn trả", html! {
                strong { (moment(appointment.at, Lang::Vi)) } " "
                (time_left(stage, calendar, now, appointment.at, is_over))
                @if appointment.provisional { " " (tag(Tone::Warn, "tạm tính")) }
                @if appointment.rescheduled { " " (tag(Tone::Warn, "đã hẹn lại")) }
            }),
            ("Hẹn lần đầu", html! { @if appointment.rescheduled { (moment(appointment.first_at, Lang::Vi)) } }),
            ("Thời hạn", html! { (appointment.time) }),
            ("Trễ hạn", html! {
                @for breach in &seen.out.lateness.breaches {
                    p { (tag(Tone::Bad, if breach.second { "trễ cả lần hẹn thứ hai" } else { "trễ hạn" })) " ghi nhận " (moment(seen.local(breach.at), Lang::Vi)) }
                    ul { @for holder in &breach.holders { li { (seen.agency(&holder.agency)) " – " (seen.name(holder.officer)) } } }
                }
            }),
        ]))
        (details("Vì sao hẹn ngày này?", &html! { ul { @for line in &appointment.explained { li { (line) } } } }))
    }
}

fn to_do(seen: &Seen) -> Markup {
    let (rare, likely): (Vec<&Act>, Vec<&Act>) = seen.may.iter().partition(|act| Deed::is_rare(act));
    let links = |acts: Vec<&Act>| -> Vec<Link> {
        acts.into_iter().map(|act| Deed::of(act, seen).link(&seen.by.page)).collect()
    };
    let rare = links(rare);
    html! {
        h2 { "Việc làm được bây giờ" }
        @if seen.may.is_empty() { p.nothing { "Không có việc nào chờ bạn ở hồ sơ này." } }
        (actions(&links(likely)))
        @if !rare.is_empty() {
            (details("Việc khác", &html! { ul { @for link in &rare { li { (front::link(link)) } } } }))
        }
    }
}

fn waiting_proposal(seen: &Seen) -> Markup {
    html! {
        @if seen.out.lateness.proposal.is_some() {
            h2 { "Đề nghị hẹn lại đang chờ duyệt" }
            (inset(&proposal(seen)))
        }
        @if let Some(given) = &seen.out.lateness.rescheduled {
            h2 { "Đã hẹn lại" }
            (pairs(&[
                ("Người duyệt", html! { (seen.name(Some(given.by))) ", " (moment(seen.local(given.at), Lang::Vi)) }),
                ("Lý do", prose(&given.reason)),
                ("Phiếu xin lỗi", match &given.sent {
                    Some(sent) => html! { "đã gửi " (moment(seen.local(sent.at), Lang::Vi)) },
                    None => tag(Tone::Bad, "chưa gửi được"),
                }),
            ]))
        }
    }
}

fn asked(seen: &Seen) -> Markup {
    html! {
        @for notice in seen.out.asked.guidance.iter().chain(&seen.out.asked.supplements) {
            h2 { @if notice.due.is_some() { "Đã yêu cầu bổ sung" } @else { "Đã hướng dẫn hoàn thiện" } }
            p.faint {
                (seen.name(Some(notice.by))) ", " (moment(seen.local(notice.at), Lang::Vi))
                @if let Some(due) = notice.due { ". Bổ sung trước " (moment(seen.local(due), Lang::Vi)) }
            }
            ul {
                @for item in &notice.items {
                    li { (item.name.as_deref().unwrap_or("Thông tin người nộp")) ": " (item.detail) @if !item.note.is_empty() { " – " (item.note) } }
                }
            }
        }
        @if let Some(payment) = &seen.out.payment {
            (inset(&html! { p { "Chờ nộp " strong { (sum(payment.amount, Lang::Vi)) } ": " (payment.purpose) } }))
        }
    }
}

fn way(seen: &Seen) -> Markup {
    let steps = seen.out.steps.iter().map(|step| {
        let standing = match step.ended {
            None => html! { (tag(Tone::Plain, "đang xử lý")) " hạn " (moment(step.due, Lang::Vi)) },
            Some("done") => html! { (tag(Tone::Good, "xong")) " " (step.ended_at.map(|at| moment(at, Lang::Vi)).unwrap_or_default()) },
            Some("sent_back") => tag(Tone::Warn, "chuyển lại"),
            Some(_) => tag(Tone::Plain, "tạm dừng"),
        };
        let used = step.used_minutes.map(|used| format!("{} / ", working(used))).unwrap_or_default();
        let is_late = step.used_minutes.is_some_and(|used| used > step.given_minutes);
        Row::of([
            html! { (step.name) },
            html! { (seen.agency(&step.agency)) @if step.officer.is_some() { br; (seen.name(step.officer)) } },
            standing,
            html! { (used) (working(step.given_minutes)) },
        ])
        .pressing(is_late || (step.ended.is_none() && step.due < seen.facts.now()))
    });
    html! {
        @if seen.out.legs.len() > 1 {
            h2 { "Quy trình liên thông" }
            img.picture src=(format!("{}/quy-trinh.svg", super::address(seen.out.id))) alt="Quy trình liên thông; nội dung có trong bảng các bước bên dưới";
        }
        @if !seen.out.steps.is_empty() {
            (table("Các bước", &["Bước", "Nơi giải quyết", "Tình trạng", "Thời gian đã dùng / được giao"], &steps.collect::<Vec<_>>(), ""))
        }
        @for consultation in &seen.out.consultations {
            h3 { "Lấy ý kiến số " (consultation.number) ": " (seen.agency(&consultation.asked)) }
            (prose(&consultation.question))
            @match &consultation.reply {
                Some(reply) => (inset(&prose(reply))),
                None => p.faint { "Chờ trả lời trước " (moment(seen.local(consultation.due), Lang::Vi)) @if consultation.unanswered { " " (tag(Tone::Bad, "quá hạn")) } },
            }
        }
    }
}

fn result(seen: &Seen) -> Markup {
    let Some(result) = &seen.out.result else { return html! {} };
    html! {
        h2 { "Kết quả" }
        (pairs(&[
            ("Kết quả", match result.kind { result::Kind::Granted => tag(Tone::Good, "đồng ý"), result::Kind::Denied => tag(Tone::Bad, "không đồng ý") }),
            ("Văn bản", html! { @if let Some(paper) = &result.paper { (paper.title) ", số " (paper.number) } }),
            ("Lý do", prose(&result.reasons)),
            ("Đã trả", html! { @if let Some(at) = seen.out.returned_at { (moment(at, Lang::Vi)) } }),
            ("Đánh giá", html! { @if let Some(rating) = seen.out.rating { (rating) " / 5" } }),
        ]))
    }
}

fn person(seen: &Seen) -> Markup {
    html! {
        @if let Some(applicant) = &seen.out.applicant {
            h2 { "Người nộp" }
            (applicant_pairs(applicant))
        }
        (pairs(&[
            ("Nơi nhận", html! { (seen.agency(&seen.out.agency)) }),
            ("Cách nộp", html! { (channel(seen.out.channel).vi) }),
            ("Nộp lúc", html! { (moment(seen.out.submitted_at, Lang::Vi)) }),
            ("Tiếp nhận lúc", html! { @if let Some(at) = seen.out.accepted_at { (moment(at, Lang::Vi)) } }),
        ]))
    }
}

fn applicant_pairs(applicant: &ApplicantOut) -> Markup {
    pairs(&[
        ("Họ tên", html! { strong { (applicant.name) } }),
        ("Số định danh", html! { (applicant.identity) }),
        (
            "Điện thoại",
            html! { @if !applicant.phone.is_empty() { a href=(format!("tel:{}", applicant.phone)) { (applicant.phone) } } },
        ),
        ("Thư điện tử", html! { (applicant.email) }),
        ("Địa chỉ", html! { (applicant.address) }),
        ("Nội dung đề nghị", prose(&applicant.request)),
    ])
}

/// What was handed in, with its scans, and what the system finds missing or wrong.
pub(super) fn components(seen: &Seen) -> Markup {
    let rows: Vec<Row> = seen.out.components.iter().map(|handed| component(seen, handed)).collect();
    let named: Vec<_> = seen.out.components.iter().filter_map(|handed| handed.file).collect();
    let others: Vec<&FileOut> = seen.out.files.iter().filter(|file| !named.contains(&file.id)).collect();
    html! {
        h2 { "Thành phần hồ sơ" }
        (table("Giấy tờ đã nộp", &["Giấy tờ", "Hình thức", "Bản điện tử"], &rows, "Chưa nộp giấy tờ nào."))
        @if !others.is_empty() {
            h3 { "Tệp khác" }
            ul { @for file in others { li { (file_link(&seen.by.page, file)) } } }
        }
        @if !seen.out.faults.is_empty() && seen.out.accepted_at.is_none() {
            (banner(Tone::Warn, &html! {
                p { "Hệ thống tìm thấy:" }
                ul { @for fault in &seen.out.faults { li { (super::fields::component_name(seen, fault.component.as_deref())) ": " (fault.detail) } } }
            }))
        }
    }
}

fn component(seen: &Seen, handed: &HandedOut) -> Row {
    let scan = handed.file.and_then(|id| seen.out.files.iter().find(|file| file.id == id));
    let kept = match (scan, &handed.paper_only_reason) {
        (Some(file), _) => file_link(&seen.by.page, file),
        (None, _) if handed.file.is_some() => html! { "có (bạn không được xem)" },
        (None, Some(reason)) => html! { "chỉ bản giấy: " (reason) },
        (None, None) => tag(Tone::Warn, "chưa có"),
    };
    let way = html! { (form(handed.form, Lang::Vi)) " × " (handed.copies) };
    Row::of([html! { (handed.name) }, way, kept])
}

/// A file as a link, with what it is and how large.
pub(crate) fn file_link(page: &str, file: &FileOut) -> Markup {
    let kilobytes = (file.size + 1023) / 1024;
    html! { a href=(format!("{page}/tep/{}", file.id)) { (file.name) } " (" (kilobytes) " KB)" }
}

fn papers(seen: &Seen) -> Markup {
    html! {
        @if seen.by.actor.staff().is_some_and(Staff::is_at_work) {
            h2 { "Giấy tờ phát hành" }
            p { a href=(format!("{}/giay", super::address(seen.out.id))) { "Giấy tiếp nhận, phiếu hướng dẫn, phiếu xin lỗi của hồ sơ này" } }
        }
    }
}
