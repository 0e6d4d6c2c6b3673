//! The faces that letters are set in.

use std::fs;
use std::path::Path;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Debian's `fonts-croscore`; drawn to the measures of Times New Roman.
const TINOS: &str = "Tinos";
/// What the program carries itself.
const LIBERTINUS: &str = "Libertinus Serif";
/// Its bold italic has no Ơ, Ư, ơ, ư; without it Typst takes the semibold italic, which has all letters.
const INCOMPLETE: &str = "LibertinusSerif-BoldItalic";

/// How deep below the folder a face may lie.
const DEPTH: u8 = 4;
/// Regular, bold, italic, bold italic.
const FACES: usize = 4;

/// A family with all Vietnamese letters. Which one is used changes a letter's bytes, so a caller chooses.
#[derive(Clone, Debug)]
pub struct Fonts {
    family: &'static str,
    faces: Vec<Font>,
    book: LazyHash<FontBook>,
}

impl Fonts {
    /// Libertinus Serif, which is inside the program: the same on every machine.
    #[must_use]
    pub fn built_in() -> Self {
        let faces = typst_assets::fonts().flat_map(|data| Font::iter(Bytes::new(data)));
        let complete = |face: &Font| face.post_script_name().is_some_and(|name| name != INCOMPLETE);
        Self::of(
            LIBERTINUS,
            faces.filter(|face| face.info().family == LIBERTINUS && complete(face)).collect(),
        )
    }

    /// Tinos, if all four of its faces lie in this folder or at most four folders below it, as in `/usr/share/fonts`;
    /// otherwise the [built-in](Self::built_in) family. No other font of the folder is ever used.
    #[must_use]
    pub fn from_folder(folder: &Path) -> Self {
        let mut faces = Vec::new();
        gather(folder, DEPTH, &mut faces);
        faces.sort_by_key(Font::post_script_name);
        faces.dedup_by_key(|face| face.post_script_name());
        if faces.len() == FACES { Self::of(TINOS, faces) } else { Self::built_in() }
    }

    /// The family's name.
    #[must_use]
    pub fn family(&self) -> &'static str {
        self.family
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    pub(crate) fn face(&self, index: usize) -> Option<Font> {
        self.faces.get(index).cloned()
    }

    fn of(family: &'static str, faces: Vec<Font>) -> Self {
        let book = LazyHash::new(FontBook::from_fonts(&faces));
        Self { family, faces, book }
    }
}

fn gather(folder: &Path, depth: u8, found: &mut Vec<Font>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            if depth > 0 {
                gather(&path, depth - 1, found);
            }
        } else if entry.file_name().to_string_lossy().starts_with(TINOS) {
            let Ok(data) = fs::read(path) else { continue };
            found.extend(Font::iter(Bytes::new(data)).filter(|face| face.info().family == TINOS));
        }
    }
}
