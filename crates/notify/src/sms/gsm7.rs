//! The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1).

/// The default alphabet, but for the escape to the extension table.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
    ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/// What costs an escape besides.
const EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// How many septets a character takes: one, two with its escape, none where the alphabet lacks it.
pub(super) fn septets(sign: char) -> Option<usize> {
    if BASIC.contains(sign) {
        Some(1)
    } else if EXTENSION.contains(sign) {
        Some(2)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{BASIC, EXTENSION, septets};
    use std::collections::BTreeSet;

    #[test]
    fn the_alphabet_has_127_characters_and_an_escape_to_ten_more() {
        let all: BTreeSet<char> = BASIC.chars().chain(EXTENSION.chars()).collect();
        assert_eq!((BASIC.chars().count(), EXTENSION.chars().count(), all.len()), (127, 10, 137));
    }

    #[test]
    fn an_escaped_character_costs_two_and_a_vietnamese_letter_is_lacking() {
        assert_eq!(
            [septets('a'), septets('€'), septets('['), septets('đ'), septets('`')],
            [Some(1), Some(2), Some(2), None, None]
        );
    }
}
