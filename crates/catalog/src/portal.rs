//! Reads the national portal's shape of a procedure (as `procedures.json` has it) into drafts. Nothing is dropped in
//! silence: what can't be carried over is told per procedure.

use crate::channel::{Amount, Channel, Fee, Offer};
use crate::component::{Alternative, Component, Form};
use crate::procedure::{Case, Draft, ResultPaper};
use calendar::{ProcessingTime, Unit};
use kernel::{CaseCode, ComponentCode, ProcedureCode};
use serde::Deserialize;
use serde_json::Value;

/// A procedure read from the portal's shape, with what to tell about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FromPortal {
    /// The draft.
    pub draft: Draft,
    /// What didn't come over as it stood, or wants a person's eye.
    pub remarks: Vec<String>,
}

/// Reads a JSON array of procedures in the portal's shape.
///
/// # Errors
/// The parser's message where the text isn't such an array.
pub fn read(text: &str) -> Result<Vec<FromPortal>, serde_json::Error> {
    let published: Vec<Published> = serde_json::from_str(text)?;
    Ok(published.into_iter().enumerate().map(|(at, procedure)| procedure.into_draft(at + 1)).collect())
}

/// The portal's shape; keys that say how the data was gathered are read past.
#[derive(Debug, Deserialize)]
struct Published {
    code: Option<String>,
    name: String,
    field: String,
    publishing_decision: Option<String>,
    applicants: Option<String>,
    interlinked: bool,
    deadline: Deadline,
    channels: Vec<PublishedChannel>,
    #[serde(default)]
    stages: Vec<Value>,
    components: Vec<PublishedComponent>,
    results: Vec<PublishedResult>,
    #[serde(default)]
    warnings: Vec<String>,
    verified: bool,
}

#[derive(Debug, Deserialize)]
struct Deadline {
    value: Option<u32>,
    unit: Option<String>,
    basis: Option<String>,
}

#[derive(Debug, Deserialize)]
struct PublishedChannel {
    channel: String,
    kenh_thuc_hien: u8,
    duration_value: Option<u32>,
    duration_as_published: Option<String>,
    #[serde(default)]
    fees: Vec<PublishedFee>,
}

#[derive(Debug, Deserialize)]
struct PublishedFee {
    as_published: String,
    kind: String,
    amount: Option<u64>,
    currency: Option<String>,
    note: Option<String>,
}

#[derive(Debug, Deserialize)]
struct PublishedComponent {
    group: Option<String>,
    name: String,
    form: Option<String>,
    originals: u16,
    copies: u16,
}

#[derive(Debug, Deserialize)]
struct PublishedResult {
    name: String,
    code: Option<String>,
}

impl Published {
    fn into_draft(self, position: usize) -> FromPortal {
        let mut remarks = self.remarks();
        let code = self.code(position, &mut remarks);
        let time = self.deadline.time(&mut remarks);
        let cases = cases_of(&self.components);
        let components = components_of(&self.components, &cases, &mut remarks);
        let channels = offers_of(&self.channels, &mut remarks);
        let draft = Draft {
            code,
            name: self.name,
            field: self.field,
            decision: self.publishing_decision,
            applicants: self.applicants,
            received_by: Vec::new(),
            time,
            cases: cases.into_iter().map(|(_, case)| case).collect(),
            components,
            channels,
            results: self.results.into_iter().map(PublishedResult::into_paper).collect(),
            grounds: Vec::new(),
            review: None,
            process: None,
        };
        FromPortal { draft, remarks }
    }

    fn code(&self, position: usize, remarks: &mut Vec<String>) -> ProcedureCode {
        let given = self.code.as_deref().and_then(|code| code.parse().ok());
        given.unwrap_or_else(|| {
            remarks.push("no usable code: kept under a provisional one".to_owned());
            provisional_code(position)
        })
    }

    fn remarks(&self) -> Vec<String> {
        let mut remarks = self.warnings.clone();
        if !self.verified {
            remarks.push("not verified at its source".to_owned());
        }
        if self.interlinked && !self.stages.is_empty() {
            remarks.push(format!("{} stages are told in words: draw its legs by hand", self.stages.len()));
        }
        if self.components.is_empty() {
            remarks.push("no component is listed: none may be asked for".to_owned());
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
        let unit = match self.unit.as_deref() {
            Some("working_day") => Some(Unit::WorkingDays),
            Some("working_hour" | "hour") => Some(Unit::WorkingHours),
            Some("calendar_day") => Some(Unit::CalendarDays),
            Some("month") => Some(Unit::Months),
            Some("same_day") => Some(Unit::SameDay),
            Some(_) | None => None,
        };
        let amount = if unit == Some(Unit::SameDay) { Some(1) } else { self.value };
        let time = unit.zip(amount).and_then(|(unit, amount)| ProcessingTime::new(amount, unit).ok());
        if time.is_none() {
            remarks.push(format!(
                "no usable processing time: amount {}, unit {} ({})",
                self.value.map_or("none".to_owned(), |value| value.to_string()),
                self.unit.as_deref().unwrap_or("none"),
                self.basis.as_deref().unwrap_or("no basis given"),
            ));
        }
        time
    }
}

/// The headings that tell cases apart, each with its case. A heading that only says how to hand in ("Giấy tờ phải
/// nộp") isn't one; nor is the only heading there is.
fn cases_of(components: &[PublishedComponent]) -> Vec<(String, Case)> {
    let mut headings: Vec<&str> = Vec::new();
    for heading in components.iter().filter_map(|component| component.group.as_deref()) {
        if names_a_case(heading) && !headings.contains(&heading) {
            headings.push(heading);
        }
    }
    if headings.len() < 2 {
        return Vec::new();
    }
    headings.into_iter().zip(1..).map(|(heading, n)| (heading.to_owned(), case(heading, n))).collect()
}

fn case(heading: &str, ordinal: usize) -> Case {
    let code: CaseCode = format!("truong-hop-{ordinal}").parse().expect("letters, digits and hyphens");
    let name = heading.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '-' | ':')).to_owned();
    Case { code, name, time: None, process: None }
}

const WORDS_OF_A_CASE: [&str; 8] = [
    "trường hợp",
    "đối với",
    "đăng ký thường trú",
    "đăng ký tạm trú",
    "đăng ký thành lập",
    "thành phần hồ sơ ",
    "hồ sơ đề nghị",
    "người được",
];

fn names_a_case(heading: &str) -> bool {
    let heading = heading.to_lowercase();
    WORDS_OF_A_CASE.iter().any(|words| heading.contains(words))
}

fn components_of(
    published: &[PublishedComponent],
    cases: &[(String, Case)],
    remarks: &mut Vec<String>,
) -> Vec<Component> {
    published.iter().zip(1..).map(|(component, n)| component.to_component(n, cases, remarks)).collect()
}

impl PublishedComponent {
    fn to_component(&self, ordinal: usize, cases: &[(String, Case)], remarks: &mut Vec<String>) -> Component {
        let code: ComponentCode = format!("tp-{ordinal:03}").parse().expect("letters, digits and hyphens");
        let own = cases.iter().filter(|(heading, _)| Some(heading) == self.group.as_ref());
        let any_of = self.alternatives();
        if any_of.is_empty() {
            remarks.push(format!("component {code} is listed with no copies"));
        }
        Component {
            cases: own.map(|(_, case)| case.code.clone()).collect(),
            only_if: self.condition(),
            any_of,
            code,
            name: self.name.trim().to_owned(),
            group: self.group.clone(),
            template: self.form.clone(),
        }
    }

    /// One original *or* one copy: a choice, not a sum.
    fn alternatives(&self) -> Vec<Alternative> {
        let ways = [
            (Form::Original, self.originals),
            (Form::CertifiedCopy, self.copies),
            (Form::CopyWithOriginal, self.copies),
        ];
        ways.into_iter().filter(|(_, count)| *count > 0).map(|(form, count)| Alternative { form, count }).collect()
    }

    /// The condition in the document's own words, where it has one.
    fn condition(&self) -> Option<String> {
        let name = self.name.to_lowercase();
        let conditional = ["trường hợp", "(nếu ", "nếu có", "đối với"].iter().any(|words| name.contains(words));
        conditional.then(|| self.name.trim().to_owned())
    }
}

fn offers_of(channels: &[PublishedChannel], remarks: &mut Vec<String>) -> Vec<Offer> {
    let mut offers: Vec<Offer> = Vec::new();
    for published in channels {
        let Some(channel) = published.channel() else {
            remarks.push(format!("channel \"{}\" isn't known", published.channel));
            continue;
        };
        let fees = published.fees.iter().map(PublishedFee::to_fee);
        match offers.iter_mut().find(|offer| offer.channel == channel) {
            Some(offer) => offer.fees.extend(fees),
            None => offers.push(Offer { channel, fees: fees.collect() }),
        }
    }
    let mut durations: Vec<_> = channels.iter().filter(|c| c.duration_value.is_some()).collect();
    durations.dedup_by_key(|channel| channel.duration_value);
    if durations.len() > 1 {
        let told = durations.iter().filter_map(|c| c.duration_as_published.as_deref()).collect::<Vec<_>>().join(", ");
        remarks.push(format!("the channels publish different times ({told}): the procedure's own counts"));
    }
    offers
}

impl PublishedChannel {
    fn channel(&self) -> Option<Channel> {
        [Channel::Counter, Channel::Online, Channel::Post]
            .into_iter()
            .find(|channel| channel.national_code() == self.kenh_thuc_hien)
    }
}

impl PublishedFee {
    fn to_fee(&self) -> Fee {
        let words = match &self.note {
            Some(note) => format!("{} ({note})", self.as_published),
            None => self.as_published.clone(),
        };
        let amount = match (self.kind.as_str(), self.amount, self.currency.as_deref()) {
            ("free", _, _) => Amount::Free,
            ("fixed", Some(amount), Some("VND")) => Amount::Dong(amount),
            ("set_by_provincial_council" | "fixed_sample_local_council_decides", _, _) => Amount::SetByCouncil(words),
            _ => Amount::AsPublished(words),
        };
        let name = if matches!(amount, Amount::Dong(_)) { self.note.clone() } else { None };
        Fee { name, amount }
    }
}

impl PublishedResult {
    fn into_paper(self) -> ResultPaper {
        ResultPaper { name: self.name, code: self.code }
    }
}
