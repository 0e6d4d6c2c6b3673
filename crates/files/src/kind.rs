//! The kinds of files that are taken. What a file is, its own bytes say, never its name.

use crate::zip;

/// A kind of file that is taken. Nothing that runs, nothing that a browser would take for a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// PDF.
    Pdf,
    /// A photograph.
    Jpeg,
    /// A picture.
    Png,
    /// What scanners make, of several pages too.
    Tiff,
    /// A text of Word, without macros.
    Docx,
    /// A sheet of Excel, without macros.
    Xlsx,
    /// A text of LibreOffice, without macros.
    Odt,
}

impl Kind {
    /// All that are taken.
    pub const ALL: [Kind; 7] =
        [Kind::Pdf, Kind::Jpeg, Kind::Png, Kind::Tiff, Kind::Docx, Kind::Xlsx, Kind::Odt];

    /// What these bytes are; none for what isn't taken.
    pub fn of(bytes: &[u8]) -> Option<Kind> {
        let begins = |with: &[u8]| bytes.starts_with(with);
        if begins(b"%PDF-") {
            Some(Kind::Pdf)
        } else if begins(b"\xff\xd8\xff") {
            Some(Kind::Jpeg)
        } else if begins(b"\x89PNG\r\n\x1a\n") {
            Some(Kind::Png)
        } else if begins(b"II*\0") || begins(b"MM\0*") {
            Some(Kind::Tiff)
        } else {
            packed(bytes)
        }
    }

    /// The kind with this media type.
    pub fn named(media_type: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.media_type() == media_type)
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Kind::Pdf => "application/pdf",
            Kind::Jpeg => "image/jpeg",
            Kind::Png => "image/png",
            Kind::Tiff => "image/tiff",
            Kind::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Kind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Kind::Odt => "application/vnd.oasis.opendocument.text",
        }
    }

    /// How its names end, without the dot; the first is the usual one.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Kind::Pdf => &["pdf"],
            Kind::Jpeg => &["jpg", "jpeg"],
            Kind::Png => &["png"],
            Kind::Tiff => &["tif", "tiff"],
            Kind::Docx => &["docx"],
            Kind::Xlsx => &["xlsx"],
            Kind::Odt => &["odt"],
        }
    }

    /// Whether a browser may show it; the others it only saves.
    pub fn is_shown(self) -> bool {
        match self {
            Kind::Pdf | Kind::Jpeg | Kind::Png => true,
            Kind::Tiff | Kind::Docx | Kind::Xlsx | Kind::Odt => false,
        }
    }
}

/// An office's document: a ZIP by the names of what is in it. One with macros isn't taken.
fn packed(bytes: &[u8]) -> Option<Kind> {
    let names = zip::names(bytes)?;
    let has = |name: &str| names.contains(&name.as_bytes());
    let runs = |name: &&[u8]| {
        name.ends_with(b"vbaProject.bin") || name.starts_with(b"Basic/") || name.starts_with(b"Scripts/")
    };
    if names.iter().any(runs) {
        None
    } else if has("[Content_Types].xml") && has("word/document.xml") {
        Some(Kind::Docx)
    } else if has("[Content_Types].xml") && has("xl/workbook.xml") {
        Some(Kind::Xlsx)
    } else if has("content.xml") && zip::begins_with_mimetype(bytes, Kind::Odt.media_type()) {
        Some(Kind::Odt)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{self, packed};

    fn word(more: &[&str]) -> Vec<u8> {
        packed(
            &[&["[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "word/document.xml"], more]
                .concat(),
        )
    }

    #[test]
    fn a_file_is_what_its_bytes_say() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of(&samples::of(kind)), Some(kind));
        }
        assert_eq!(Kind::of(b"MM\0*\0\0\0\x08"), Some(Kind::Tiff));
        assert_eq!(Kind::of(&word(&["word/media/image1.png"])), Some(Kind::Docx));
    }

    #[test]
    fn what_runs_or_is_a_page_isnt_taken() {
        let refused: [&[u8]; 12] = [
            b"",
            b"%PD",
            b" %PDF-1.7",
            b"<!doctype html><script>alert(1)</script>%PDF-1.7",
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            b"<?xml version='1.0'?>",
            b"#!/bin/sh\n",
            b"MZ\x90\0",
            b"\x7fELF",
            b"GIF89a",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"just words",
        ];
        for bytes in refused {
            assert_eq!(Kind::of(bytes), None, "{}", String::from_utf8_lossy(bytes));
        }
        assert_eq!(Kind::of(&packed(&["run.exe"])), None);
        assert_eq!(Kind::of(&packed(&["META-INF/MANIFEST.MF", "word/document.xml"])), None);
        assert_eq!(Kind::of(&word(&["word/vbaProject.bin"])), None);
        let text = "mimetype=application/vnd.oasis.opendocument.text";
        assert_eq!(Kind::of(&packed(&[text, "content.xml", "Basic/script-lc.xml"])), None);
        assert_eq!(Kind::of(&packed(&["content.xml", text])), None, "its type doesn't come first");
    }

    #[test]
    fn each_has_a_media_type_of_its_own() {
        for kind in Kind::ALL {
            assert_eq!(Kind::named(kind.media_type()), Some(kind));
            assert!(!kind.endings().is_empty());
        }
        assert_eq!(Kind::named("text/html"), None);
    }

    #[test]
    fn a_browser_shows_pdf_and_plain_pictures_alone() {
        let shown: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| kind.is_shown()).collect();
        assert_eq!(shown, [Kind::Pdf, Kind::Jpeg, Kind::Png]);
    }
}
