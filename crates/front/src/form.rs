//! A form: its seal, what was typed into it, and what is wrong with that.

use crate::parts::error_summary;
use kernel::Lang;
use maud::{Markup, html};

/// What keeps a form from being sent by others, twice, or for a dossier that has changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seal {
    /// That it is this browser's.
    pub token: String,
    /// The key under which it acts once.
    pub key: String,
    /// The dossier's version that it is meant for.
    pub version: Option<i64>,
    /// The id under which something new will be kept, sealed.
    pub future: Option<String>,
}

/// What was typed: names and values, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed(pub Vec<(String, String)>);

/// Something wrong with what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field; none where it is the whole.
    pub name: Option<String>,
    /// What is wrong, and what to do.
    pub text: String,
}

/// A form as it is shown. The name of a field is its place in what is sent (a JSON pointer), so that a fault found there is
/// shown there.
#[derive(Debug, Clone, Default)]
pub struct Form {
    /// The language of the page.
    pub lang: Lang,
    /// What keeps it.
    pub seal: Seal,
    /// What was typed before, or is proposed.
    pub typed: Typed,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

/// A field's place, which is also its id on the page: its name without what kind of value it holds (`/copies:int`).
pub(crate) fn place_of(name: &str) -> &str {
    name.split(':').next().unwrap_or(name)
}

impl Typed {
    /// What was typed into a field; the first, where it stands several times.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether `value` was chosen of a field.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.0.iter().any(|(known, chosen)| known == name && chosen == value)
    }

    /// Fills a field in, in the place of what was typed there.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), value.into()));
    }

    /// The same with a field filled in.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.0.push((name.into(), value.into()));
        self
    }
}

impl Form {
    /// What is wrong with a field.
    pub fn fault(&self, name: &str) -> Option<&str> {
        let is_here = |fault: &&Fault| fault.name.as_deref().map(place_of) == Some(place_of(name));
        let own = self.faults.iter().find(is_here);
        own.map(|fault| fault.text.as_str())
    }

    /// The faults, with links to their fields; nothing where there are none.
    pub fn summary(&self) -> Markup {
        error_summary(&self.faults, self.lang)
    }

    /// The form with its fields, sent to `address`.
    pub fn to(&self, address: &str, fields: &Markup) -> Markup {
        html! {
            form method="post" action=(address) novalidate accept-charset="utf-8" { (self.sealed()) (fields) }
        }
    }

    /// The same with files.
    pub fn with_files_to(&self, address: &str, fields: &Markup) -> Markup {
        html! {
            form method="post" action=(address) novalidate enctype="multipart/form-data" accept-charset="utf-8" {
                (self.sealed()) (fields)
            }
        }
    }

    fn sealed(&self) -> Markup {
        html! {
            input type="hidden" name="_token" value=(self.seal.token);
            input type="hidden" name="_key" value=(self.seal.key);
            @if let Some(version) = self.seal.version { input type="hidden" name="_version" value=(version); }
            @if let Some(future) = &self.seal.future { input type="hidden" name="_future" value=(future); }
        }
    }
}
