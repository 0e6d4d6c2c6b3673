//! The texts, built in or an office's own.

mod built_in;
mod fault;
mod read;
mod text;

pub use fault::Fault;
pub use text::Letter;

use crate::occasion::Occasion;
use crate::sms::{composed, plain};
use serde::Serialize;
use std::collections::BTreeMap;
use text::Text;

/// With which letters an SMS is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Script {
    /// Without diacritics: 160 letters to a segment.
    #[default]
    Plain,
    /// With diacritics: 70 letters to a segment.
    Diacritics,
}

impl Script {
    fn write(self, text: &str) -> String {
        match self {
            Script::Plain => plain(text),
            Script::Diacritics => composed(text),
        }
    }
}

/// The texts, built in or an office's own.
#[derive(Debug, Clone, Default)]
pub struct Templates {
    script: Script,
    /// The office's own, by file name; what isn't there is built in.
    own: BTreeMap<String, Text>,
}

/// What a text may name.
#[derive(Serialize)]
struct Facts<'a> {
    #[serde(flatten)]
    occasion: &'a Occasion,
    /// The addressee's name; may be empty.
    name: &'a str,
}

const FOOTER: &str = "footer.email.txt";

impl Templates {
    /// The built-in texts, an SMS without diacritics.
    pub fn built_in() -> Self {
        Self::default()
    }

    /// The same texts, an SMS in another script.
    #[must_use]
    pub fn in_script(self, script: Script) -> Self {
        Self { script, ..self }
    }

    /// An SMS of one line: of its wordings the one of the fewest segments, of those the longest.
    pub fn sms(&self, occasion: &Occasion, name: &str) -> String {
        self.written(&format!("{}.sms.txt", occasion.text()), occasion, name).body
    }

    /// An e-mail, with the footer that all have.
    pub fn email(&self, occasion: &Occasion, name: &str) -> Letter {
        let letter = self.written(&format!("{}.email.txt", occasion.text()), occasion, name);
        let footer = self.written(FOOTER, occasion, name).body;
        Letter { body: format!("{}\n\n{footer}\n", letter.body), ..letter }
    }

    /// The office's own text, or the built-in one where there is none, or its own fails on these facts.
    fn written(&self, file: &str, occasion: &Occasion, name: &str) -> Letter {
        let facts = Facts { occasion, name };
        let own = self.own.get(file).and_then(|text| text.write(file, &facts, self.script).ok());
        own.unwrap_or_else(|| {
            let written = built_in::text(file).write(file, &facts, self.script);
            written.expect("the built-in texts are tried with every occasion by the tests")
        })
    }
}

#[cfg(test)]
mod tests;
