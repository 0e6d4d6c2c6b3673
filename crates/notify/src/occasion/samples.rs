//! Made-up occasions, one of each kind and more where a text has two ways: every text is tried with them.

use super::{Dossier, Occasion, What};
use deadline::Warning;

const OLD: &str = "17:00 ngày 30/11/2026";
const NEW: &str = "17:00 ngày 02/12/2026";
const WARD: &str = "UBND phường Nha Trang";
const REASON: &str = "phải đo đạc lại thửa đất";
const APOLOGY: &str = "Cơ quan chân thành xin lỗi ông/bà vì sự chậm trễ này.";

/// One of each kind, and more where it can be told in two ways.
pub fn samples() -> Vec<Occasion> {
    let parts = [
        at_the_desk(),
        on_the_way(),
        rescheduled(),
        at_the_end(),
        among_staff(),
        consultations(),
        warnings(),
    ];
    let all = parts.into_iter().flatten();
    all.map(|what| Occasion { dossier: dossier(&what), what }).collect()
}

fn dossier(what: &What) -> Dossier {
    let is_accepted = !matches!(what, What::Refused { .. } | What::Guided { .. });
    Dossier {
        number: if is_accepted { "H32.17-261123-0001".into() } else { String::new() },
        procedure: "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất".into(),
        agency: WARD.into(),
        hotline: "0258 3822 222".into(),
        link: "https://motcua.khanhhoa.gov.vn/tra-cuu/H32.17-261123-0001".into(),
    }
}

fn items() -> Vec<String> {
    let items = [
        "Bản đồ địa chính: Giấy tờ mờ, không đọc được (đề nghị nộp lại bản rõ)",
        "Tờ khai: Chưa nộp thành phần này",
    ];
    items.map(Into::into).to_vec()
}

fn holders() -> Vec<String> {
    vec!["Chi nhánh Văn phòng đăng ký đất đai: Thẩm tra hồ sơ".into()]
}

fn at_the_desk() -> Vec<What> {
    let accepted = |is_provisional| What::Accepted { appointment: OLD.into(), is_provisional };
    let guided = |is_again| What::Guided { items: items(), is_again };
    let due = "17:00 ngày 15/12/2026";
    let requested = |is_again| What::SupplementRequested { items: items(), due: due.into(), is_again };
    let refused = What::Refused {
        refusal_ground: "Không thuộc thẩm quyền giải quyết".into(),
        explanation: "Thửa đất nằm tại phường Ninh Hòa; đề nghị nộp tại đó.".into(),
    };
    vec![
        accepted(false),
        accepted(true),
        refused,
        guided(false),
        guided(true),
        requested(false),
        requested(true),
        What::Closed,
    ]
}

fn on_the_way() -> Vec<What> {
    let resumed =
        |is_afresh, is_provisional| What::Resumed { appointment: NEW.into(), is_afresh, is_provisional };
    let step_done = |next: Vec<String>| What::StepDone { step: "Thẩm tra hồ sơ".into(), next };
    vec![
        What::PaymentAsked {
            sum: "12.500.000 đồng".into(), purpose: "Thuế thu nhập cá nhân".into()
        },
        resumed(true, false),
        resumed(false, true),
        What::Recounted { old: OLD.into(), appointment: NEW.into() },
        step_done(vec!["Lãnh đạo ký".into()]),
        step_done(Vec::new()),
    ]
}

fn rescheduled() -> Vec<What> {
    let letter = |caused_by: &str| What::Rescheduled {
        old: OLD.into(),
        appointment: NEW.into(),
        reason: REASON.into(),
        apology: APOLOGY.into(),
        caused_by: caused_by.into(),
    };
    let belated = What::Apologised { expected: NEW.into(), reason: REASON.into(), apology: APOLOGY.into() };
    vec![letter(""), letter("Thuế tỉnh Khánh Hòa"), belated]
}

fn at_the_end() -> Vec<What> {
    let reasons = |is_denied| if is_denied { "Thửa đất đang có tranh chấp." } else { "" }.to_owned();
    let result = |is_denied| What::ResultReady { is_denied, reasons: reasons(is_denied) };
    let paper = |is_denied| What::PaperReady {
        paper: "Thẻ bảo hiểm y tế".into(),
        is_denied,
        reasons: reasons(is_denied),
    };
    vec![result(false), result(true), paper(false), paper(true)]
}

fn among_staff() -> Vec<What> {
    let (old, appointment, reason) = (|| OLD.into(), || NEW.into(), || REASON.into());
    let needs = |items| What::NeedsAsked { asking: WARD.into(), items, due: OLD.into() };
    let missed = |is_second| What::AppointmentMissed { appointment: old(), is_second, holders: holders() };
    vec![
        needs(items()),
        needs(Vec::new()),
        What::RescheduleProposed { old: old(), appointment: appointment(), reason: reason() },
        What::EndorsementAsked { old: old(), appointment: appointment(), reason: reason() },
        What::RescheduleEndorsed { old: old(), appointment: appointment(), reason: reason() },
        What::RescheduleRejected { reason: "Vẫn còn kịp thời hạn".into() },
        What::RescheduleApproved { appointment: appointment() },
        What::ApologyUnsent { appointment: appointment() },
        missed(false),
        missed(true),
    ]
}

fn consultations() -> Vec<What> {
    let asked = || "Phòng Kinh tế, Hạ tầng và Đô thị".to_owned();
    let question = "Thửa đất có nằm trong quy hoạch giao thông không?";
    let reply = "Không nằm trong quy hoạch giao thông.";
    vec![
        What::Consulted { asking: WARD.into(), question: question.into(), due: OLD.into() },
        What::ConsultationAnswered { asked: asked(), reply: reply.into() },
        What::ConsultationUnanswered { asked: asked(), due: OLD.into() },
    ]
}

fn warnings() -> Vec<What> {
    let warned = |warning| What::Warned { warning, appointment: OLD.into(), holders: holders() };
    Warning::ALL.map(warned).to_vec()
}
