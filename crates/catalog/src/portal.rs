//! Reads the national portal's shape of a procedure (as `procedures.json` has it) into drafts. Nothing is dropped in
//! silence, and nothing guessed in silence: both are told per procedure.

mod channels;
mod components;
mod headings;
mod shape;
mod words;

use crate::field_law::FieldLaw;
use crate::procedure::{Draft, ResultPaper};
use calendar::{ProcessingTime, Unit};
use headings::Headings;
use kernel::ProcedureCode;
use shape::{Deadline, Published, PublishedResult};

/// A procedure read from the portal's shape, with what to tell about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FromPortal {
    /// The draft. What the portal's data calls unverified, or gives without a code, is marked [`Draft::unverified`]
    /// and isn't published before a person has checked it.
    pub draft: Draft,
    /// What didn't come over as it stood, was guessed from its words, or wants a person's eye.
    pub remarks: Vec<String>,
}

/// Reads a JSON array of procedures in the portal's shape. Keys that say how the data was gathered are read past.
///
/// # Errors
/// The parser's message where the text isn't such an array.
pub fn read(text: &str) -> Result<Vec<FromPortal>, serde_json::Error> {
    let published: Vec<Published> = serde_json::from_str(text)?;
    Ok(published.into_iter().zip(1..).map(|(procedure, position)| procedure.into_draft(position)).collect())
}

impl Published {
    /// `position` counts the procedures of the file, from 1.
    fn into_draft(self, position: usize) -> FromPortal {
        let mut remarks = self.remarks();
        let code = self.code.as_deref().and_then(|code| code.parse().ok());
        let time = self.deadline.time(&mut remarks);
        let headings = Headings::of(&self.components, &mut remarks);
        let draft = Draft {
            unverified: !self.verified || code.is_none(),
            code: code.unwrap_or_else(|| provisional_code(position)),
            components: components::of(&self.components, &headings, &mut remarks),
            channels: channels::offers(&self.channels, &self.deadline, &mut remarks),
            cases: headings.into_cases(),
            name: self.name.trim().to_owned(),
            field: self.field,
            decision: self.publishing_decision,
            applicants: self.applicants,
            received_by: Vec::new(),
            time,
            results: self.results.into_iter().map(PublishedResult::into_paper).collect(),
            grounds: Vec::new(),
            field_law: FieldLaw::default(),
            review: None,
            process: None,
        };
        FromPortal { draft, remarks }
    }

    fn remarks(&self) -> Vec<String> {
        let mut remarks = self.warnings.clone();
        let has_code = self.code.as_deref().is_some_and(|code| code.parse::<ProcedureCode>().is_ok());
        let told = [
            (!self.verified, "not verified at its source: stays a draft until it is checked"),
            (!has_code, "no usable code: kept under a provisional one, stays a draft until it has its own"),
            (self.components.is_empty(), "no component is listed: none may be asked for"),
        ];
        remarks.extend(told.into_iter().filter(|(holds, _)| *holds).map(|(_, what)| what.to_owned()));
        if self.interlinked && !self.stages.is_empty() {
            remarks.push(format!("{} stages are told in words: draw its legs by hand", self.stages.len()));
        }
        remarks
    }
}

fn provisional_code(position: usize) -> ProcedureCode {
    let code = format!("chua-co-ma-{position}");
    code.parse().expect("letters, digits and hyphens")
}

impl Deadline {
    fn time(&self, remarks: &mut Vec<String>) -> Option<ProcessingTime> {
        let time = self.usable();
        let basis = self.basis.as_deref().unwrap_or("no basis given");
        match time {
            None => remarks.push(format!("no usable processing time: {} ({basis})", self.words())),
            Some(time) if basis.contains("text") => {
                remarks.push(format!("the time, {}, was read from a text: {basis}", time.english()));
            }
            Some(_) => {}
        }
        time
    }

    fn usable(&self) -> Option<ProcessingTime> {
        let unit = match self.unit.as_deref()? {
            "working_day" => Unit::WorkingDays,
            "working_hour" | "hour" => Unit::WorkingHours,
            "calendar_day" => Unit::CalendarDays,
            "month" => Unit::Months,
            "same_day" => return Some(ProcessingTime::SAME_DAY),
            _ => return None,
        };
        ProcessingTime::new(self.value?, unit).ok()
    }

    fn words(&self) -> String {
        let amount = self.value.map_or("none".to_owned(), |value| value.to_string());
        format!("amount {amount}, unit {}", self.unit.as_deref().unwrap_or("none"))
    }
}

impl PublishedResult {
    fn into_paper(self) -> ResultPaper {
        ResultPaper { name: self.name, code: self.code }
    }
}

#[cfg(test)]
mod tests;
