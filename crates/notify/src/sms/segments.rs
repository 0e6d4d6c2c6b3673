//! A text cut into the parts that an SMS is paid by.

use super::gsm7::{self, septets};

/// How the letters are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    /// The GSM 7-bit alphabet: 160 septets alone, 153 in each of several parts.
    Gsm7,
    /// UCS-2, for anything else: 70 units alone, 67 in each of several parts.
    Ucs2,
}

/// A text cut into the parts that an SMS is paid by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segments {
    coding: Coding,
    parts: Vec<String>,
}

impl Segments {
    /// Cuts a text: in the GSM 7-bit alphabet where it has every letter, else in UCS-2. No escape is parted from its
    /// character, no surrogate from the other. An empty text is one empty part.
    pub fn of(text: &str) -> Self {
        let coding = coding(text);
        Self { coding, parts: cut(text, coding) }
    }

    /// How the letters are sent.
    pub fn coding(&self) -> Coding {
        self.coding
    }

    /// How many parts there are, at least one.
    pub fn count(&self) -> usize {
        self.parts.len()
    }

    /// The parts in order; together they are the text.
    pub fn parts(&self) -> &[String] {
        &self.parts
    }
}

impl Coding {
    /// What fits a message of one part, in units.
    fn alone(self) -> usize {
        match self {
            Coding::Gsm7 => 160,
            Coding::Ucs2 => 70,
        }
    }

    /// What fits each of several parts, in units: the rest holds how they belong together.
    fn together(self) -> usize {
        match self {
            Coding::Gsm7 => 153,
            Coding::Ucs2 => 67,
        }
    }

    /// Septets or UTF-16 units.
    fn units(self, sign: char) -> usize {
        match self {
            Coding::Gsm7 => septets(sign).unwrap_or(1),
            Coding::Ucs2 => sign.len_utf16(),
        }
    }

    /// A text as SMPP carries it: septets, each in an octet of its own, or units, the high octet first.
    pub(crate) fn octets(self, text: &str) -> Vec<u8> {
        match self {
            Coding::Gsm7 => gsm7::octets(text),
            Coding::Ucs2 => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        }
    }
}

fn coding(text: &str) -> Coding {
    if text.chars().all(|sign| septets(sign).is_some()) { Coding::Gsm7 } else { Coding::Ucs2 }
}

fn cut(text: &str, coding: Coding) -> Vec<String> {
    let units: usize = text.chars().map(|sign| coding.units(sign)).sum();
    if units <= coding.alone() {
        return vec![text.to_owned()];
    }
    let (mut parts, mut part, mut filled) = (Vec::new(), String::new(), 0);
    for sign in text.chars() {
        let needed = coding.units(sign);
        if filled + needed > coding.together() {
            parts.push(std::mem::take(&mut part));
            filled = 0;
        }
        part.push(sign);
        filled += needed;
    }
    parts.push(part);
    parts
}

#[cfg(test)]
mod tests {
    use super::{Coding, Segments};
    use proptest::prelude::*;

    fn count(text: &str) -> (Coding, usize) {
        let segments = Segments::of(text);
        (segments.coding(), segments.count())
    }

    #[test]
    fn plain_text_has_160_septets_alone_and_153_in_each_of_several_parts() {
        for (septets, parts) in [(0, 1), (160, 1), (161, 2), (306, 2), (307, 3), (459, 3), (460, 4)] {
            assert_eq!(count(&"a".repeat(septets)), (Coding::Gsm7, parts), "{septets}");
        }
    }

    #[test]
    fn vietnamese_has_70_letters_alone_and_67_in_each_of_several_parts() {
        for (letters, parts) in [(70, 1), (71, 2), (134, 2), (135, 3)] {
            assert_eq!(count(&"ế".repeat(letters)), (Coding::Ucs2, parts), "{letters}");
        }
    }

    #[test]
    fn an_escaped_character_counts_twice_and_goes_into_the_next_part_whole() {
        assert_eq!(count(&"€".repeat(80)), (Coding::Gsm7, 1));
        assert_eq!(count(&"€".repeat(81)), (Coding::Gsm7, 2));
        let segments = Segments::of(&"€".repeat(90));
        assert_eq!(segments.parts()[0].chars().count(), 76, "152 of 153 septets");
    }

    #[test]
    fn a_surrogate_is_never_parted_from_the_other() {
        let segments = Segments::of(&"👍".repeat(40));
        assert_eq!(segments.parts()[0].encode_utf16().count(), 66, "66 of 67 units");
    }

    fn texts() -> impl Strategy<Value = String> {
        prop_oneof![any::<String>(), "[a-z{}€~ ]{0,500}", "[a-zế👍 ]{0,300}"]
    }

    proptest! {
        #[test]
        fn the_parts_are_the_text(text in texts()) {
            prop_assert_eq!(Segments::of(&text).parts().concat(), text);
        }

        #[test]
        fn no_part_is_over_full(text in texts()) {
            let segments = Segments::of(&text);
            let coding = segments.coding();
            let limit = if segments.count() == 1 { coding.alone() } else { coding.together() };
            for part in segments.parts() {
                prop_assert!(part.chars().map(|sign| coding.units(sign)).sum::<usize>() <= limit);
            }
        }

        #[test]
        fn no_part_but_the_last_has_room_for_what_comes_next(text in texts()) {
            let segments = Segments::of(&text);
            let units = |text: &str| text.chars().map(|sign| segments.coding().units(sign)).sum::<usize>();
            for pair in segments.parts().windows(2) {
                let next = pair[1].chars().next().map_or(0, |sign| segments.coding().units(sign));
                prop_assert!(units(&pair[0]) + next > segments.coding().together());
            }
        }

        #[test]
        fn a_longer_text_never_has_fewer_parts(text in "[a-z€]{1,500}") {
            let shorter: String = text.chars().skip(1).collect();
            prop_assert!(Segments::of(&shorter).count() <= Segments::of(&text).count());
        }
    }
}
