//! One text: an SMS in several wordings, or an e-mail.

use super::fault::Fault;
use super::{FOOTER, Script};
use crate::sms::Segments;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior};
use serde::Serialize;
use std::cmp::Reverse;

/// What an e-mail's first line begins with.
const SUBJECT: &str = "Tiêu đề:";

/// What stands alone on a line between two wordings of an SMS.
const OR: &str = "---";

/// A text as it stands in a file. Each part keeps the empty lines of what stands above it, so that a fault in it is found
/// on its line of the file.
#[derive(Debug, Clone)]
pub(super) enum Text {
    Sms { wordings: Vec<String> },
    Email { subject: String, body: String },
    Footer { body: String },
}

/// An e-mail as it goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// One line.
    pub subject: String,
    /// Lines of plain text.
    pub body: String,
}

impl Text {
    /// Takes the text of a file apart.
    ///
    /// # Errors
    /// An e-mail without a subject.
    pub(super) fn read(file: &str, source: &str) -> Result<Self, Fault> {
        let source = source.trim_start_matches('\u{feff}').replace('\r', "");
        if file == FOOTER {
            return Ok(Text::Footer { body: source });
        }
        if file.ends_with(".sms.txt") {
            return Ok(Text::Sms { wordings: wordings(&source) });
        }
        let (first, rest) = source.split_once('\n').unwrap_or((&source, ""));
        let subject = first
            .strip_prefix(SUBJECT)
            .ok_or_else(|| Fault::new(file, Some(1), format!("an e-mail's first line is `{SUBJECT} …`")))?;
        Ok(Text::Email { subject: subject.to_owned(), body: format!("\n{rest}") })
    }

    /// Fills the facts in.
    ///
    /// # Errors
    /// A fact the occasion hasn't, anything else the template language refuses, or nothing that comes out.
    pub(super) fn write(&self, file: &str, facts: &impl Serialize, script: Script) -> Result<Letter, Fault> {
        let fill = |source: &str| {
            let filled = environment().render_named_str(file, source, Serde(facts));
            filled.map_err(|error| Fault::of(file, &error))
        };
        let letter = match self {
            Text::Sms { wordings } => {
                let filled: Result<Vec<_>, _> = wordings.iter().map(|wording| fill(wording)).collect();
                Letter { subject: String::new(), body: cheapest(&filled?, script) }
            }
            Text::Email { subject, body } => {
                Letter { subject: one_line(&fill(subject)?), body: lines(&fill(body)?) }
            }
            Text::Footer { body } => Letter { subject: String::new(), body: lines(&fill(body)?) },
        };
        let lacks_subject = letter.subject.is_empty() && matches!(self, Text::Email { .. });
        if letter.body.is_empty() || lacks_subject {
            return Err(Fault::new(file, None, "nothing is left of it with some facts"));
        }
        Ok(letter)
    }
}

fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    environment.set_syntax(syntax.expect("the usual marks are sound"));
    environment
}

fn wordings(source: &str) -> Vec<String> {
    let (mut wordings, mut wording) = (Vec::new(), String::new());
    for (above, line) in source.lines().enumerate() {
        if line.trim() == OR {
            wordings.push(std::mem::replace(&mut wording, "\n".repeat(above + 1)));
        } else {
            wording.push_str(line);
            wording.push('\n');
        }
    }
    wordings.push(wording);
    wordings
}

/// The wording of the fewest segments, of those the longest; nothing where all are empty.
fn cheapest(filled: &[String], script: Script) -> String {
    let written = filled.iter().map(|text| script.write(&one_line(text))).filter(|text| !text.is_empty());
    let cost = |text: &String| (Segments::of(text).count(), Reverse(text.chars().count()));
    written.min_by_key(cost).unwrap_or_default()
}

/// Everything on one line, between words one space: so nothing in it begins a header of its own.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lines without blanks at their ends, one empty line at most between two.
fn lines(text: &str) -> String {
    let mut lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.dedup_by(|one, before| one.is_empty() && before.is_empty());
    lines.join("\n").trim().to_owned()
}
