//! Every text of a letter is in its PDF, letter by letter.

use letters::{Kind, samples};
use serde_json::Value;

use crate::poppler::{closed_up, letters_of};
use crate::sample;

/// All texts, but for the names of variants, which the forms put in words of their own.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| texts(value, found)),
        Value::Object(fields) => {
            let told =
                fields.iter().filter(|(name, _)| !["outcome", "kind", "paper"].contains(&name.as_str()));
            told.for_each(|(_, value)| texts(value, found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// What a form leaves out because it doesn't belong there.
fn left_out(kind: Kind, text: &str) -> bool {
    let of = |texts: &[&str]| texts.contains(&text);
    match kind {
        Kind::Receipt => of(&["Hoạt động xây dựng"]),
        Kind::Apology | Kind::BelatedApology => {
            of(&["4201234567", "vanthu@daingu.example"])
                || text.starts_with("Cấp giấy phép xây dựng mới nhà kho")
        }
        Kind::ControlSheet | Kind::ResultSlip | Kind::Supplement => {
            of(&["Hoạt động xây dựng", "4201234567", "vanthu@daingu.example", "0258 3822 999"])
                || text.starts_with("Cấp giấy phép xây dựng mới nhà kho")
                || text.starts_with("Số 27 đường")
        }
        Kind::Guidance | Kind::Refusal | Kind::Register => false,
    }
}

#[test]
fn every_text_comes_back_with_every_diacritic() {
    for kind in Kind::ALL {
        let mut said = Vec::new();
        texts(&serde_json::to_value(samples::letter(kind)).expect("plain values"), &mut said);
        texts(&serde_json::to_value(samples::frame(kind)).expect("plain values"), &mut said);
        assert!(said.len() > 10, "{kind}");
        let read = letters_of(&sample(kind));
        for text in said.iter().filter(|text| !left_out(kind, text)) {
            let here = read.contains(&closed_up(text)) || read.contains(&closed_up(&text.to_uppercase()));
            assert!(here, "{kind}: “{text}” isn't in\n{read}");
        }
    }
}

#[test]
fn national_motto_title_and_date_stand_on_every_form() {
    for kind in Kind::ALL {
        let read = letters_of(&sample(kind));
        for text in [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Nha Trang, ngày 25 tháng 11 năm 2026",
        ] {
            assert!(read.contains(&closed_up(text)), "{kind}: {text}");
        }
    }
}

#[test]
fn an_apology_names_the_agency_that_caused_it_and_both_appointments() {
    let read = letters_of(&sample(Kind::Apology));
    for text in [
        "Cơ quan gây chậm trễ: Sở Nông nghiệp và Môi trường",
        "Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 22 tháng 12 năm 2026",
        "vào 17 giờ 00 phút, ngày 29 tháng 12 năm 2026",
        "xin lỗi Ông/Bà",
        "KT. GIÁM ĐỐC",
        "Đã ký số lúc 09:30 25/11/2026",
    ] {
        assert!(read.contains(&closed_up(text)), "{text} isn't in\n{read}");
    }
}

#[test]
fn a_belated_apology_says_that_the_dossier_stays_late() {
    let read = letters_of(&sample(Kind::BelatedApology));
    assert!(read.contains(&closed_up("hồ sơ vẫn được tính là trễ hạn")), "{read}");
    assert!(read.contains(&closed_up("11 giờ 30 phút, ngày 04 tháng 12 năm 2026")), "{read}");
    assert!(read.contains(&closed_up("(bản này chưa ký số)")), "{read}");
}

#[test]
fn a_control_sheet_says_how_each_hand_over_stood() {
    let read = letters_of(&sample(Kind::ControlSheet));
    for text in ["Đúng hạn", "Trước hạn", "Quá hạn", "Đang thực hiện", "15:20 26/11/2026"] {
        assert!(read.contains(&closed_up(text)), "{text} isn't in\n{read}");
    }
}
