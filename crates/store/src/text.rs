//! Texts as they are searched.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text as it is searched: lower case, without diacritics, `đ` as `d`, single spaces.
pub fn folded(text: &str) -> String {
    let plain: String = text
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The `like` pattern, with `!` as its escape character, of texts that hold `text` as it stands.
pub(crate) fn holding(text: &str) -> String {
    format!("%{}%", text.replace('!', "!!").replace('%', "!%").replace('_', "!_"))
}

#[cfg(test)]
mod tests {
    use super::{folded, holding};

    #[test]
    fn a_name_is_found_without_its_diacritics() {
        assert_eq!(folded("  Nguyễn Thị  Hồng Điệp "), "nguyen thi hong diep");
        assert_eq!(folded("ĐẶNG Ươm"), "dang uom");
    }

    #[test]
    fn what_was_typed_is_meant_as_it_stands() {
        assert_eq!(holding("100%_!"), "%100!%!_!!%");
    }
}
