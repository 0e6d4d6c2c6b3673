//! How wide text is, estimated without a font, and how it is broken into lines.

mod widths;

use widths::{BOLD, PLAIN, is_mark};

/// A space that holds what stands around it together.
pub(crate) const NO_BREAK_SPACE: char = '\u{a0}';

/// A size and a weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Font {
    /// In units of the picture.
    pub(crate) size: i32,
    /// Whether it is bold.
    pub(crate) bold: bool,
}

impl Font {
    /// A plain font of this size.
    pub(crate) const fn plain(size: i32) -> Self {
        Font { size, bold: false }
    }

    /// A bold font of this size.
    pub(crate) const fn bold(size: i32) -> Self {
        Font { size, bold: true }
    }

    /// From one line to the next.
    pub(crate) const fn line_height(self) -> i32 {
        self.size * 13 / 10
    }

    /// How wide the text is at most, in units, rounded up.
    pub(crate) fn width(self, text: &str) -> i64 {
        (self.thousandths(text) + 999) / 1000
    }

    fn thousandths(self, text: &str) -> i64 {
        text.chars().map(|letter| self.advance(letter)).sum()
    }

    /// In thousandths of a unit.
    fn advance(self, letter: char) -> i64 {
        let widths = if self.bold { &BOLD } else { &PLAIN };
        i64::from(widths.of(letter)) * i64::from(self.size)
    }
}

/// The text in as few lines no wider than `room` units as it needs, and these as even as may be. Broken between words; a
/// word that doesn't fit is broken where it must.
pub(crate) fn wrap(text: &str, font: Font, room: i32) -> Vec<String> {
    let room = i64::from(room) * 1000;
    let pieces: Vec<Piece<'_>> = words(text, font, room).flat_map(|word| pieces(word, font, room)).collect();
    let space = font.advance(' ');
    let fill = |room| filled(&pieces, space, room);
    let fewest = fill(room).len();
    // The narrowest room that takes no more lines makes them even; no narrower than a piece, which isn't broken again.
    let (mut narrowest, mut enough) = (pieces.iter().map(|piece| piece.width).max().unwrap_or(room), room);
    while narrowest < enough {
        let between = i64::midpoint(narrowest, enough);
        if fill(between).len() > fewest {
            narrowest = between + 1;
        } else {
            enough = between;
        }
    }
    fill(enough)
        .into_iter()
        .map(|line| line.iter().map(|piece| piece.text).collect::<Vec<_>>().join(" "))
        .collect()
}

/// What is never broken: a word, or a part of one that is too long.
struct Piece<'a> {
    text: &'a str,
    /// In thousandths of a unit.
    width: i64,
    /// Whether it goes on with the word of the piece before, on a line of its own.
    goes_on: bool,
}

/// The pieces of each line, each line as full as it gets. A word that goes on begins a line.
fn filled<'p, 'a>(pieces: &'p [Piece<'a>], space: i64, room: i64) -> Vec<&'p [Piece<'a>]> {
    let mut lines = Vec::new();
    let (mut start, mut width) = (0, 0);
    for (place, piece) in pieces.iter().enumerate() {
        let longer = width + space + piece.width;
        if place == start {
            width = piece.width;
        } else if piece.goes_on || longer > room {
            lines.push(&pieces[start..place]);
            (start, width) = (place, piece.width);
        } else {
            width = longer;
        }
    }
    if start < pieces.len() {
        lines.push(&pieces[start..]);
    }
    lines
}

/// The words, those joined by a no-break space being one as long as that fits.
fn words(text: &str, font: Font, room: i64) -> impl Iterator<Item = &str> {
    let breaks = |letter: char| letter.is_whitespace() && letter != NO_BREAK_SPACE;
    let apart = move |joined: &str| font.thousandths(joined) > room;
    let separate = move |joined| str::split(joined, if apart(joined) { &[NO_BREAK_SPACE][..] } else { &[] });
    text.split(breaks).flat_map(separate).filter(|word| !word.is_empty())
}

/// A word in pieces that each fit; one, as a rule.
fn pieces(word: &str, font: Font, room: i64) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = word;
    while !rest.is_empty() {
        let (text, after) = rest.split_at(fitting(rest, font, room));
        pieces.push(Piece { text, width: font.thousandths(text), goes_on: !pieces.is_empty() });
        rest = after;
    }
    pieces
}

/// How many bytes of the word fit; at least one letter with its marks.
fn fitting(word: &str, font: Font, room: i64) -> usize {
    let (mut width, mut fits) = (0, 0);
    for (at, letter) in word.char_indices() {
        // Before a letter that isn't a mark the word may be broken.
        if !is_mark(letter) && at > 0 {
            fits = at;
        }
        width += font.advance(letter);
        if width > room && fits > 0 {
            return fits;
        }
    }
    word.len()
}

#[cfg(test)]
mod tests;
