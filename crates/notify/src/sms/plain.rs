//! Vietnamese without its diacritics.

use super::gsm7::septets;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text in the GSM 7-bit alphabet alone: `đ` is `d`, the other letters lose their marks, typographic quotes, dashes and
/// spaces become plain ones. What has no likeness there is a `?`.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.nfd().filter(|sign| !is_combining_mark(*sign)) {
        push(&mut plain, sign);
    }
    plain
}

/// A text with its diacritics, each letter one character.
pub fn composed(text: &str) -> String {
    text.nfc().collect()
}

fn push(plain: &mut String, sign: char) {
    match likeness(sign) {
        Some(like) => plain.push_str(like),
        None if septets(sign).is_some() => plain.push(sign),
        None => push_simplest(plain, sign),
    }
}

/// The signs that Vietnamese texts have and the alphabet lacks.
fn likeness(sign: char) -> Option<&'static str> {
    Some(match sign {
        'đ' => "d",
        'Đ' => "D",
        '“' | '”' | '„' | '«' | '»' | '″' => "\"",
        '‘' | '’' | '‚' | '`' | '´' | '′' => "'",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '•' | '·' => "-",
        '…' => "...",
        '₫' => "d",
        '×' => "x",
        '÷' => ":",
        '≤' => "<=",
        '≥' => ">=",
        '→' => "->",
        '\t' | '\u{2028}' | '\u{2029}' => " ",
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => "",
        _ => return None,
    })
}

/// A superscript, a full-width letter, a space of another width: what it stands for.
fn push_simplest(plain: &mut String, sign: char) {
    let simplest = || std::iter::once(sign).nfkd().filter(|sign| !is_combining_mark(*sign));
    if simplest().all(|sign| septets(sign).is_some()) {
        plain.extend(simplest());
    } else {
        plain.push('?');
    }
}

#[cfg(test)]
mod tests {
    use super::super::gsm7::septets;
    use super::{composed, plain};
    use proptest::prelude::*;

    #[test]
    fn vietnamese_loses_its_marks_and_nothing_else() {
        assert_eq!(plain("Đã tiếp nhận hồ sơ, hẹn trả 17:00"), "Da tiep nhan ho so, hen tra 17:00");
        assert_eq!(plain("Nguyễn Thị Hương Ưu đường ỹ ặ ỗ"), "Nguyen Thi Huong Uu duong y a o");
    }

    #[test]
    fn a_letter_written_with_its_marks_apart_is_the_same_letter() {
        assert_eq!(plain("tie\u{302}\u{301}p"), "tiep");
        assert_eq!(composed("tie\u{302}\u{301}p"), "tiếp");
    }

    #[test]
    fn typography_becomes_what_a_phone_shows() {
        assert_eq!(plain("“Sổ đỏ” – 120\u{a0}m²… ‘A’ • 5.000₫"), "\"So do\" - 120 m2... 'A' - 5.000d");
        assert_eq!(plain("a\u{200b}b\tc ≥ ½"), "ab c >= ?");
    }

    #[test]
    fn what_has_no_likeness_is_a_question_mark() {
        assert_eq!(plain("Tốt 👍 字"), "Tot ? ?");
    }

    proptest! {
        #[test]
        fn whatever_comes_in_fits_the_alphabet(text in any::<String>()) {
            prop_assert!(plain(&text).chars().all(|sign| septets(sign).is_some()));
        }

        #[test]
        fn what_is_plain_stays_as_it_is(text in any::<String>()) {
            let once = plain(&text);
            prop_assert_eq!(plain(&once), once);
        }
    }
}
