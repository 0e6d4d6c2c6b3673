//! The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1).

/// The default alphabet, but for the escape to the extension table.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
    ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/// What costs an escape besides, with its code behind it.
const EXTENSION: [(char, u8); 10] = [
    ('\u{c}', 0x0a),
    ('^', 0x14),
    ('{', 0x28),
    ('}', 0x29),
    ('\\', 0x2f),
    ('[', 0x3c),
    ('~', 0x3d),
    (']', 0x3e),
    ('|', 0x40),
    ('€', 0x65),
];

/// The code that says: the next one is of the extension table.
const ESCAPE: u8 = 0x1b;

/// How many septets a character takes: one, two with its escape, none where the alphabet lacks it.
pub(super) fn septets(sign: char) -> Option<usize> {
    if BASIC.contains(sign) {
        Some(1)
    } else if extended(sign).is_some() {
        Some(2)
    } else {
        None
    }
}

/// The septets of a text, each in an octet of its own; for what the alphabet lacks, a `?`.
pub(super) fn octets(text: &str) -> Vec<u8> {
    let mut octets = Vec::with_capacity(text.len());
    for sign in text.chars() {
        match (basic(sign), extended(sign)) {
            (Some(code), _) => octets.push(code),
            (None, Some(code)) => octets.extend([ESCAPE, code]),
            (None, None) => octets.push(b'?'),
        }
    }
    octets
}

/// A character's code: its place in the alphabet, in which the escape takes one too.
fn basic(sign: char) -> Option<u8> {
    let place = BASIC.chars().position(|one| one == sign)?;
    let place = u8::try_from(place).ok()?;
    Some(if place < ESCAPE { place } else { place + 1 })
}

fn extended(sign: char) -> Option<u8> {
    EXTENSION.iter().find(|(one, _)| *one == sign).map(|(_, code)| *code)
}

#[cfg(test)]
mod tests {
    use super::{BASIC, ESCAPE, EXTENSION, octets, septets};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// What a phone reads.
    fn read(octets: &[u8]) -> String {
        let mut signs: Vec<char> = BASIC.chars().collect();
        signs.insert(usize::from(ESCAPE), '\u{1b}');
        let (mut text, mut rest) = (String::new(), octets.iter());
        while let Some(code) = rest.next() {
            let sign = match *code {
                ESCAPE => {
                    let code = rest.next().expect("an escape escapes something");
                    EXTENSION.iter().find(|(_, one)| one == code).expect("it is in the table").0
                }
                code => signs[usize::from(code)],
            };
            text.push(sign);
        }
        text
    }

    #[test]
    fn the_alphabet_has_127_characters_and_an_escape_to_ten_more() {
        let all: BTreeSet<char> = BASIC.chars().chain(EXTENSION.map(|(sign, _)| sign)).collect();
        assert_eq!((BASIC.chars().count(), EXTENSION.len(), all.len()), (127, 10, 137));
    }

    #[test]
    fn an_escaped_character_costs_two_and_a_vietnamese_letter_is_lacking() {
        assert_eq!(
            [septets('a'), septets('€'), septets('['), septets('đ'), septets('`')],
            [Some(1), Some(2), Some(2), None, None]
        );
    }

    #[test]
    fn each_character_has_the_code_of_the_standard() {
        assert_eq!(octets("@$_Ξ"), [0x00, 0x02, 0x11, 0x1a]);
        assert_eq!(octets("ÆÉ ¤¡§¿à"), [0x1c, 0x1f, 0x20, 0x24, 0x40, 0x5f, 0x60, 0x7f]);
        assert_eq!(octets("Ho so 1/2"), *b"Ho so 1/2");
        assert_eq!(octets("[€]~đ"), [0x1b, 0x3c, 0x1b, 0x65, 0x1b, 0x3e, 0x1b, 0x3d, b'?']);
    }

    proptest! {
        #[test]
        fn a_phone_reads_what_was_written(text in "[a-zA-Z0-9@£$èéÇΔΩÆß¤¡§¿à€{}~^|\\[\\]\\\\\n ]{0,400}") {
            prop_assert_eq!(read(&octets(&text)), text);
        }

        #[test]
        fn there_are_as_many_octets_as_septets_were_counted(text in "[a-z€{}@ ]{0,400}") {
            let counted: usize = text.chars().filter_map(septets).sum();
            prop_assert_eq!(octets(&text).len(), counted);
        }
    }
}
