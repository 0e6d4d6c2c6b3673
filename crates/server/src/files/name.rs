//! What a file is called.

use files::Kind;
use unicode_normalization::UnicodeNormalization;

/// The longest name, in characters.
const LONGEST: usize = 200;
/// The name of a file that has none.
const NAMELESS: &str = "tep";

/// A sound name for a file of this kind, from what its sender calls it: no folders, no control characters, none that turn the
/// direction of writing, at most 200 characters, with an ending that says what the file is.
pub(super) fn of(called: &str, kind: Kind) -> String {
    let last = called.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.nfc().filter(|sign| !sign.is_control() && !is_unseen(*sign)).collect();
    let plain = plain.trim_matches(|sign: char| sign.is_whitespace() || sign == '.');
    let (stem, ending) = match plain.rsplit_once('.') {
        Some((stem, ending)) if is_of(kind, ending) => (stem, ending),
        _ if is_of(kind, plain) => (NAMELESS, plain),
        _ => (plain, kind.endings()[0]),
    };
    let room = LONGEST - 1 - ending.len();
    let stem: String = if stem.is_empty() { NAMELESS } else { stem }.chars().take(room).collect();
    format!("{stem}.{ending}")
}

fn is_of(kind: Kind, ending: &str) -> bool {
    kind.endings().iter().any(|one| one.eq_ignore_ascii_case(ending))
}

/// Marks that turn or join what stands beside them: with them a name reads otherwise than it is.
fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sound_name_stays_as_it_is() {
        for name in ["Đơn đề nghị.pdf", "a.b.PDF", "Giấy tờ (1).pdf", "1.pdf"] {
            assert_eq!(of(name, Kind::Pdf), name);
        }
        assert_eq!(of("ảnh.JPEG", Kind::Jpeg), "ảnh.JPEG");
    }

    #[test]
    fn a_name_leads_nowhere_and_hides_nothing() {
        assert_eq!(of("../../etc/passwd", Kind::Pdf), "passwd.pdf");
        assert_eq!(of("C:\\Users\\Hoa\\đơn.pdf", Kind::Pdf), "đơn.pdf");
        assert_eq!(of("a\r\nSet-Cookie: x\0.pdf", Kind::Pdf), "aSet-Cookie: x.pdf");
        assert_eq!(of("a\u{202e}fdp.exe", Kind::Pdf), "afdp.exe.pdf");
        assert_eq!(of("Đơn.pdf", Kind::Pdf), "Đơn.pdf", "however it is put together");
        for nameless in ["", "...", " / ", ".pdf", "pdf", "\u{feff}"] {
            assert_eq!(of(nameless, Kind::Pdf), "tep.pdf", "{nameless:?}");
        }
    }

    #[test]
    fn its_ending_says_what_it_is() {
        assert_eq!(of("a.html", Kind::Pdf), "a.html.pdf");
        assert_eq!(of("a.pdf", Kind::Png), "a.pdf.png");
        assert_eq!(of("a", Kind::Docx), "a.docx");
    }

    #[test]
    fn two_hundred_characters_are_kept_and_no_more() {
        let just = format!("{}.pdf", "ậ".repeat(196));
        assert_eq!(of(&just, Kind::Pdf), just);
        let longer = of(&format!("{}.pdf", "ậ".repeat(197)), Kind::Pdf);
        assert_eq!((longer.chars().count(), longer.as_str()), (200, just.as_str()));
        assert_eq!(of(&"x".repeat(5_000), Kind::Tiff).chars().count(), 200);
    }
}
