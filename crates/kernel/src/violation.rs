//! A broken rule, with the facts that decided.

use crate::{AgencyCode, Lang, Role, Rule};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;
use time::{Date, OffsetDateTime};

/// One fact behind a decision, as an answer shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Fact {
    /// A word or a sentence.
    Text(String),
    /// A whole number.
    Count(i64),
    /// A moment, written RFC 3339.
    #[serde(with = "time::serde::rfc3339")]
    Moment(OffsetDateTime),
    /// Several words.
    List(Vec<String>),
    /// Several sentences, the same ones in both languages.
    Sentences {
        /// In Vietnamese.
        vi: Vec<String>,
        /// In English.
        en: Vec<String>,
    },
}

impl Fact {
    /// The fact as a reader of `lang` gets it.
    #[must_use]
    pub fn to(self, lang: Lang) -> Fact {
        match (self, lang) {
            (Fact::Sentences { vi, .. }, Lang::Vi) => Fact::List(vi),
            (Fact::Sentences { en, .. }, Lang::En) => Fact::List(en),
            (plain, _) => plain,
        }
    }
}

impl From<&str> for Fact {
    fn from(text: &str) -> Self {
        Fact::Text(text.to_owned())
    }
}

impl From<String> for Fact {
    fn from(text: String) -> Self {
        Fact::Text(text)
    }
}

impl From<i64> for Fact {
    fn from(count: i64) -> Self {
        Fact::Count(count)
    }
}

impl From<OffsetDateTime> for Fact {
    fn from(moment: OffsetDateTime) -> Self {
        Fact::Moment(moment)
    }
}

impl From<Date> for Fact {
    fn from(day: Date) -> Self {
        Fact::Text(day.to_string())
    }
}

impl From<Vec<String>> for Fact {
    fn from(list: Vec<String>) -> Self {
        Fact::List(list)
    }
}

/// A refused command: the rule it breaks and the facts that decided, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The rule that was broken.
    pub rule: Rule,
    /// What decided, by name (`latest_lawful`, `lacking`, …).
    pub facts: BTreeMap<&'static str, Fact>,
}

impl Violation {
    /// `rule` was broken.
    pub fn of(rule: Rule) -> Self {
        Self { rule, facts: BTreeMap::new() }
    }

    /// `right-desk` (3.b¶2): it is the desk of whoever has `role` at `agency`.
    pub fn wrong_desk(role: Role, agency: &AgencyCode) -> Self {
        Self::of(Rule::RightDesk).with("agency", agency.to_string()).with("role", role.as_str())
    }

    /// The same violation with one more fact.
    #[must_use]
    pub fn with(mut self, name: &'static str, fact: impl Into<Fact>) -> Self {
        self.facts.insert(name, fact.into());
        self
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {}", self.rule.slug(), self.rule.citation(), self.rule.said().en)?;
        for (name, fact) in &self.facts {
            write!(f, " {name}={fact:?}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Violation {}
