//! Letters as their readers get them: what poppler's programs say of the PDFs.

mod archive;
mod code;
mod data;
mod fonts;
mod own_templates;
mod paper;
mod poppler;
mod same_bytes;
mod signed;
mod texts;

use letters::{Fonts, Frame, Kind, Letter, Press, Templates, samples};

/// The built-in templates and fonts.
fn press() -> Press {
    Press::new(Templates::built_in(), Fonts::built_in())
}

fn printed(letter: &Letter, frame: &Frame) -> Vec<u8> {
    press().print(letter, frame, samples::AT).unwrap_or_else(|why| panic!("{}: {why}", letter.kind()))
}

fn sample(kind: Kind) -> Vec<u8> {
    printed(&samples::letter(kind), &samples::frame(kind))
}
