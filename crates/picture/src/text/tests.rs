use super::*;

const FONT: Font = Font::plain(10);

#[test]
fn marks_dont_widen_a_letter_but_horns_do() {
    assert_eq!(FONT.width("ấ"), FONT.width("a"));
    assert_eq!(FONT.width("a\u{302}\u{301}"), FONT.width("a"));
    assert!(FONT.width("ừừừừ") > FONT.width("uuuu"));
    assert_eq!(FONT.width("ự"), FONT.width("ư"));
}

#[test]
fn bold_is_wider() {
    assert!(Font::bold(10).width("Cấp Giấy khai sinh") > FONT.width("Cấp Giấy khai sinh"));
}

#[test]
fn lines_break_between_words_and_come_out_even() {
    let room = i32::try_from(FONT.width("Xác định nghĩa vụ tài")).expect("short");
    assert_eq!(wrap("Xác định  nghĩa vụ\ntài chính", FONT, room), ["Xác định nghĩa", "vụ tài chính"]);
}

#[test]
fn evening_out_breaks_no_word() {
    let room = i32::try_from(FONT.width("nghiêng") + 5).expect("short");
    assert_eq!(wrap("nghiêng ở ", FONT, room), ["nghiêng", "ở"]);
}

#[test]
fn a_no_break_space_holds_together() {
    let room = i32::try_from(FONT.width("hạn: 24/11; xong:")).expect("short");
    let text = "hạn:\u{a0}24/11; xong:\u{a0}23/11";
    assert_eq!(wrap(text, FONT, room), ["hạn:\u{a0}24/11;", "xong:\u{a0}23/11"]);
    let room = i32::try_from(FONT.width("24/11;")).expect("short");
    assert_eq!(wrap(text, FONT, room), ["hạn:", "24/11;", "xong:", "23/11"]);
}

#[test]
fn a_word_that_doesnt_fit_is_broken_and_keeps_its_marks() {
    let word = "e\u{323}\u{302}".repeat(30);
    let lines = wrap(&format!("a {word} b"), FONT, 40);
    assert!(lines.len() > 3);
    assert!(lines.iter().all(|line| FONT.width(line) <= 40 && !line.starts_with('\u{323}')));
    assert_eq!(lines.concat().replace(' ', ""), format!("a{word}b"));
}

#[test]
fn nothing_takes_no_line() {
    assert!(wrap(" \n ", FONT, 40).is_empty());
}
