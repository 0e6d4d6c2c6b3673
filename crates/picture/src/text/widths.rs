//! How wide letters are, in thousandths of the font's size: the widest of Arial (as Liberation Sans), Roboto, Noto Sans
//! and DejaVu Sans, so that a line fits whichever of them the reader has.

/// The widths of one weight.
pub(super) struct Widths {
    /// From the space to the tilde. `D`, `d` and `o` stand for `Đ`, `đ` and `ơ` too.
    ascii: [u16; 95],
    /// `ư`, `Ơ` and `Ư`, which are wider than the letters below their horns.
    horned: [u16; 3],
}

#[rustfmt::skip]
pub(super) const PLAIN: Widths = Widths {
    ascii: [
        318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 552, 838, 318, 361, 318, 413,
        637, 637, 637, 637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 557,
        1016, 685, 687, 723, 775, 667, 611, 778, 752, 340, 552, 667, 558, 908, 761, 788,
        667, 788, 723, 667, 611, 732, 685, 989, 686, 667, 686, 391, 411, 391, 838, 557,
        501, 613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580, 278, 975, 634, 617,
        635, 635, 414, 521, 393, 634, 592, 818, 592, 592, 525, 637, 552, 637, 838,
    ],
    horned: [675, 914, 858],
};

#[rustfmt::skip]
pub(super) const BOLD: Widths = Widths {
    ascii: [
        349, 457, 521, 838, 696, 1002, 873, 307, 458, 458, 546, 838, 380, 416, 380, 414,
        696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 611,
        1001, 774, 763, 734, 838, 684, 684, 821, 837, 390, 559, 775, 638, 996, 837, 851,
        733, 851, 771, 721, 683, 813, 774, 1104, 771, 725, 726, 458, 423, 458, 838, 557,
        501, 675, 716, 593, 716, 679, 436, 716, 712, 343, 343, 666, 343, 1042, 712, 688,
        716, 716, 494, 596, 479, 712, 652, 924, 646, 652, 583, 712, 552, 712, 838,
    ],
    horned: [761, 874, 886],
};

/// No letter of a European alphabet, no ideogram and no emoji is wider.
const WIDEST: u16 = 1_600;
/// Dashes, quotation marks, the ellipsis.
const PUNCTUATION: u16 = 1_000;
/// A horn that stands as a mark of its own.
const HORN: u16 = 130;

/// Vietnamese letters with marks that don't make them wider, and the letter without; a horn stays where it does.
const MARKED: [(&str, char); 18] = [
    ("àáảãạăằắẳẵặâầấẩẫậ", 'a'),
    ("èéẻẽẹêềếểễệ", 'e'),
    ("ìíỉĩị", 'i'),
    ("òóỏõọôồốổỗộơờớởỡợ", 'o'),
    ("ùúủũụ", 'u'),
    ("ừứửữự", 'ư'),
    ("ỳýỷỹỵ", 'y'),
    ("đ", 'd'),
    ("ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ", 'A'),
    ("ÈÉẺẼẸÊỀẾỂỄỆ", 'E'),
    ("ÌÍỈĨỊ", 'I'),
    ("ÒÓỎÕỌÔỒỐỔỖỘ", 'O'),
    ("ỜỚỞỠỢ", 'Ơ'),
    ("ÙÚỦŨỤ", 'U'),
    ("ỪỨỬỮỰ", 'Ư'),
    ("ỲÝỶỸỴ", 'Y'),
    ("Đ", 'D'),
    ("–“”‘’…·", '—'),
];

impl Widths {
    pub(super) fn of(&self, letter: char) -> u16 {
        match bare(letter) {
            'ư' => self.horned[0],
            'Ơ' => self.horned[1],
            'Ư' => self.horned[2],
            '—' => PUNCTUATION,
            '\u{31b}' => HORN,
            '\u{a0}' => self.ascii[0],
            mark if is_mark(mark) => 0,
            letter => self.ascii(letter).unwrap_or(WIDEST),
        }
    }

    fn ascii(&self, letter: char) -> Option<u16> {
        let place = usize::try_from(u32::from(letter).checked_sub(32)?).ok()?;
        self.ascii.get(place).copied()
    }
}

/// Whether it belongs to the letter before it: a combining mark, a joiner, a variation selector.
pub(super) fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}')
}

fn bare(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    MARKED.iter().find(|(marked, _)| marked.contains(letter)).map_or(letter, |(_, bare)| *bare)
}
