//! `motcua calendar check FILE`: what a calendar makes of moments of acceptance and processing times, line by line.

use std::fs;
use std::io::{self, BufRead, BufWriter, Write};
use std::path::{Path, PathBuf};

use calendar::{Calendar, CalendarError, ProcessingTime};
use catalog::calendar_file::{self, CalendarFileError};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use time::OffsetDateTime;
use time::serde::rfc3339;

/// Why a calendar couldn't be checked at all. A line that can't be read is answered in its place instead.
#[derive(Debug, Error)]
pub enum CheckError {
    /// The file isn't there, or not readable.
    #[error("{}: {error}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// The file isn't a calendar file.
    #[error("{}: {error}", path.display())]
    Format {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        error: CalendarFileError,
    },
    /// The calendar contradicts itself.
    #[error("{}: {error}", path.display())]
    Calendar {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        error: CalendarError,
    },
    /// Input or output broke off.
    #[error(transparent)]
    Stream(#[from] io::Error),
}

/// A line of input.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    #[serde(with = "rfc3339")]
    accepted: OffsetDateTime,
    time: ProcessingTime,
    #[serde(default, with = "rfc3339::option")]
    new: Option<OffsetDateTime>,
}

/// A line of output.
#[derive(Serialize)]
struct Answer {
    #[serde(with = "rfc3339")]
    due: OffsetDateTime,
    #[serde(skip_serializing_if = "Option::is_none")]
    lawful_third: Option<bool>,
}

/// The line of output for a line of input that has no answer.
#[derive(Serialize)]
struct Fault {
    error: String,
    line: u64,
}

/// Compiles the calendar in a file. The file it extends stands in the same folder.
///
/// # Errors
/// [`CheckError`] with the file's name.
pub fn load(path: &Path) -> Result<Calendar, CheckError> {
    let name = || path.to_owned();
    let text = fs::read_to_string(path).map_err(|error| CheckError::File { path: name(), error })?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let other = |code: &str| fs::read_to_string(folder.join(format!("{code}.toml"))).ok();
    let data =
        calendar_file::read(&text, 1, &other).map_err(|error| CheckError::Format { path: name(), error })?;
    Calendar::new(data).map_err(|error| CheckError::Calendar { path: name(), error })
}

/// Answers each line `{"accepted", "time": {"amount", "unit"}, "new"?}` of the input with a line
/// `{"due", "lawful_third"?}`: when it is due, and whether `new` is a lawful new appointment for it, that is after
/// `due`, in a working session and inside the third. A line that can't be answered gets `{"error", "line"}`,
/// lines counted from 1, and the others go on. Empty lines are passed over.
///
/// # Errors
/// [`CheckError`] when the file holds no usable calendar, or a stream breaks off.
pub fn check(file: &Path, mut input: impl BufRead, output: impl Write) -> Result<(), CheckError> {
    let calendar = load(file)?;
    let mut output = BufWriter::with_capacity(1 << 16, output);
    let (mut text, mut line) = (Vec::new(), 0);
    while input.read_until(b'\n', &mut text)? > 0 {
        line += 1;
        if !text.trim_ascii().is_empty() {
            write(&mut output, answer(&calendar, &text), line)?;
        }
        text.clear();
    }
    Ok(output.flush()?)
}

fn answer(calendar: &Calendar, text: &[u8]) -> Result<Answer, String> {
    let Question { accepted, time, new } =
        serde_json::from_slice(text).map_err(|error| unreadable(&error))?;
    let due = calendar.due(accepted, time).map_err(|error| error.to_string())?.at;
    let lawful = |new| calendar.within_third(accepted, time, due, new);
    let lawful_third = new.map(lawful).transpose().map_err(|error| error.to_string())?;
    Ok(Answer { due, lawful_third })
}

/// The parser's message with the column only: it takes each line for the first.
fn unreadable(error: &serde_json::Error) -> String {
    let (text, place) = (error.to_string(), format!(" at line {} column {}", error.line(), error.column()));
    text.strip_suffix(&place)
        .map_or_else(|| text.clone(), |said| format!("{said} (column {})", error.column()))
}

fn write(output: &mut impl Write, answer: Result<Answer, String>, line: u64) -> io::Result<()> {
    match answer {
        Ok(answer) => serde_json::to_writer(&mut *output, &answer)?,
        Err(error) => serde_json::to_writer(&mut *output, &Fault { error, line })?,
    }
    output.write_all(b"\n")
}

#[cfg(test)]
mod tests;
