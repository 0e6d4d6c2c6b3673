//! What officers and applicants write is text, whatever it looks like.

use letters::{Kind, Letter, samples};

use crate::poppler::{closed_up, letters_of};
use crate::printed;

const AWKWARD: [&str; 9] = [
    "#panic(\"x\") #read(\"/etc/passwd\")",
    "*đậm* _nghiêng_ $x^2$ `mã` <nhãn> @ghi-chú",
    r#"\ \u{41} "ngoặc" 'đơn' ~ -- --- // chú thích /* hết */"#,
    "= Tiêu đề",
    "- mục + mục / mục: x",
    "[ ] { } ( ) ; , #",
    "</script><b>&amp;",
    "https://motcua.example/#a*b_c",
    "😀 العربية 漢字",
];

fn with_name(name: &str) -> Letter {
    match samples::letter(Kind::Guidance) {
        Letter::Guidance(mut guidance) => {
            guidance.applicant.name = name.to_owned();
            guidance.missing[0].reason = name.to_owned();
            guidance.note = Some(name.to_owned());
            Letter::Guidance(guidance)
        }
        other => other,
    }
}

#[test]
fn what_looks_like_a_template_is_printed_as_it_is() {
    for text in &AWKWARD[..8] {
        let read = letters_of(&printed(&with_name(text), &samples::frame(Kind::Guidance)));
        assert_eq!(read.matches(&closed_up(text)).count(), 4, "“{text}” isn't four times in\n{read}");
    }
}

#[test]
fn a_sign_that_no_font_has_is_refused_in_words() {
    let letter = with_name(AWKWARD[8]);
    let answer = crate::press().print(&letter, &samples::frame(Kind::Guidance), samples::AT);
    let said = answer.expect_err("PDF/A shows no sign that isn't there").to_string();
    assert!(said.contains("😀"), "{said}");
}

#[test]
fn a_very_long_name_without_spaces_is_broken_to_fit() {
    let name = "TênTệpRấtDàiKhôngCóKhoảngTrắng".repeat(8);
    let read = letters_of(&printed(&with_name(&name), &samples::frame(Kind::Guidance)));
    assert_eq!(read.matches(&name).count(), 4, "{read}");
}

#[test]
fn a_very_long_note_runs_over_the_pages() {
    let Letter::Guidance(mut guidance) = samples::letter(Kind::Guidance) else { panic!("a guidance notice") };
    let long = "Một đoạn giải thích dài.\nCó xuống dòng. ".repeat(300);
    guidance.note = Some(long.clone());
    guidance.missing[1].reason = long;
    let read = letters_of(&printed(&Letter::Guidance(guidance), &samples::frame(Kind::Guidance)));
    assert_eq!(read.matches("Một").count(), 600, "{read}");
}
