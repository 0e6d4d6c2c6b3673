//! All Vietnamese letters in all four faces, in both families.

use std::fs;
use std::path::Path;

use letters::{Fonts, Kind, Press, Templates, samples};
use tempfile::TempDir;

use crate::poppler::{closed_up, letters_of, opinion};

const VOWELS: &str = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ";

fn in_all_faces(fonts: Fonts) -> Vec<u8> {
    let folder = TempDir::new().expect("a folder");
    let (small, large) = (spaced(VOWELS), spaced(&VOWELS.to_uppercase()));
    let template = format!(
        "#import \"frame.typ\": *\n#show: form.with(\"Chữ\")\n\
         {small} {large}\n\n*{small} {large}*\n\n_{small} {large}_\n\n*_{small} {large}_*\n"
    );
    fs::write(folder.path().join("refusal.typ"), template).expect("written");
    let (templates, faults) = Templates::read(folder.path());
    assert_eq!(faults, []);
    let press = Press::new(templates, fonts);
    press
        .print(&samples::letter(Kind::Refusal), &samples::frame(Kind::Refusal), samples::AT)
        .expect("printed")
}

/// A line breaks only between words.
fn spaced(letters: &str) -> String {
    letters.chars().flat_map(|letter| [letter, ' ']).collect()
}

fn four_times(pdf: &[u8]) {
    let read = letters_of(pdf);
    for letters in [VOWELS.to_owned(), VOWELS.to_uppercase()] {
        assert_eq!(read.matches(&closed_up(&letters)).count(), 4, "{letters} isn't four times in\n{read}");
    }
}

#[test]
fn the_built_in_family_has_all_vietnamese_letters() {
    let fonts = Fonts::built_in();
    assert_eq!(fonts.family(), "Libertinus Serif");
    four_times(&in_all_faces(fonts));
}

#[test]
fn tinos_has_all_vietnamese_letters_and_nothing_else_is_used() {
    let fonts = Fonts::from_folder(Path::new("/usr/share/fonts"));
    assert_eq!(
        fonts.family(),
        "Tinos",
        "`cargo xtask test` installs it, or install the package fonts-croscore"
    );
    let pdf = in_all_faces(fonts);
    four_times(&pdf);
    let used = opinion("pdffonts", &pdf);
    let used: Vec<&str> = used.lines().skip(2).collect();
    assert_eq!(used.len(), 4, "{used:?}");
    assert!(used.iter().all(|face| face.contains("+Tinos")), "{used:?}");
}

#[test]
fn a_folder_without_tinos_means_the_built_in_family() {
    let empty = TempDir::new().expect("a folder");
    fs::write(empty.path().join("Tinos-Regular.ttf"), "no font").expect("written");
    for folder in [empty.path(), Path::new("/nowhere")] {
        assert_eq!(Fonts::from_folder(folder).family(), "Libertinus Serif");
    }
}
