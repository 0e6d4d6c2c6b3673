//! The templates of the forms: the built-in ones, and those an office puts in their place.

mod folder;
mod trial;

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use typst::foundations::Bytes;
use typst::syntax::{FileId, Source};

use crate::sheet;

/// What the program carries itself.
const BUILT_IN: [(&str, &str); 10] = [
    (FRAME, include_str!("../templates/frame.typ")),
    ("receipt.typ", include_str!("../templates/receipt.typ")),
    ("guidance.typ", include_str!("../templates/guidance.typ")),
    ("supplement.typ", include_str!("../templates/supplement.typ")),
    ("refusal.typ", include_str!("../templates/refusal.typ")),
    ("apology.typ", include_str!("../templates/apology.typ")),
    ("belated-apology.typ", include_str!("../templates/belated-apology.typ")),
    ("control-sheet.typ", include_str!("../templates/control-sheet.typ")),
    ("result-slip.typ", include_str!("../templates/result-slip.typ")),
    ("register.typ", include_str!("../templates/register.typ")),
];

/// What all forms share.
const FRAME: &str = "frame.typ";

/// A set of templates in which every form has one that was tried.
#[derive(Clone, Debug)]
pub struct Templates {
    sources: BTreeMap<String, Source>,
    files: BTreeMap<String, Bytes>,
}

/// What is wrong with a file of an office's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file's name.
    pub file: String,
    /// The line, from 1, where one is to blame.
    pub line: Option<usize>,
    /// What is wrong with it; what Typst says of a template is in English.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ", dòng {line}")?;
        }
        write!(f, ": {}", self.message)
    }
}

impl Templates {
    /// The built-in ones.
    #[must_use]
    pub fn built_in() -> Self {
        let mut templates = Self { sources: BTreeMap::new(), files: BTreeMap::new() };
        for (name, text) in BUILT_IN {
            templates.put(name, text.to_owned());
        }
        templates
    }

    /// The built-in ones, but where the folder holds a file of the same name, that one. Each is tried at once with a
    /// sample of its kind; what can't be used is named with its fault, and the built-in one stays. Other files of the
    /// folder, say a logo, may be used by its templates; nothing outside it can be.
    #[must_use]
    pub fn read(folder: &Path) -> (Self, Vec<Fault>) {
        let (files, mut faults) = folder::files(folder);
        let (templates, tried) = trial::take_in(Self::built_in(), files);
        faults.extend(tried);
        (templates, faults)
    }

    /// Puts a template beside or in the place of what is there.
    fn put(&mut self, name: &str, text: String) {
        if let Some(id) = sheet::id(name) {
            self.sources.insert(name.to_owned(), Source::new(id, text));
        }
    }

    pub(crate) fn source(&self, id: FileId) -> Option<Source> {
        let source = self.sources.get(id.vpath().get_without_slash())?;
        (source.id() == id).then(|| source.clone())
    }

    pub(crate) fn file(&self, id: FileId) -> Option<Bytes> {
        let name = id.vpath().get_without_slash();
        (sheet::id(name) == Some(id)).then(|| self.files.get(name).cloned()).flatten()
    }
}
