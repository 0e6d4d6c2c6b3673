//! What the headings over components tell: a case, a condition, or only how papers are handed in.

use crate::portal::shape::PublishedComponent;
use crate::portal::words::{bare, contains_any};
use crate::procedure::Case;
use kernel::CaseCode;

/// The headings of one procedure that are cases or conditions, each by its own words.
pub(super) struct Headings {
    cases: Vec<Case>,
    conditions: Vec<String>,
}

/// What a heading tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// How papers are handed in: "Giấy tờ phải xuất trình".
    List,
    /// Papers that come on top, under a condition that a person must judge: somebody acts for the applicant, or the
    /// dossier comes back after a council.
    Condition,
    /// One case among others.
    Case,
}

impl Headings {
    /// Reads the headings over `components`, and tells which were taken for cases and conditions.
    pub(super) fn of(components: &[PublishedComponent], remarks: &mut Vec<String>) -> Self {
        let headings = kinds(distinct(components));
        let of_kind = |wanted| headings.iter().filter(move |(_, kind)| *kind == wanted).map(|(own, _)| *own);
        let cases: Vec<Case> = of_kind(Kind::Case).zip(1..).map(|(name, n)| case(name, n)).collect();
        let conditions: Vec<String> = of_kind(Kind::Condition).map(str::to_owned).collect();
        tell("cases", cases.iter().map(|case| case.name.as_str()), remarks);
        tell("conditions", conditions.iter().map(String::as_str), remarks);
        Self { cases, conditions }
    }

    /// The case a heading is, if it is one.
    pub(super) fn case(&self, heading: Option<&str>) -> Option<&CaseCode> {
        let name = bare(heading?);
        self.cases.iter().find(|case| case.name == name).map(|case| &case.code)
    }

    /// The condition a heading is, if it is one.
    pub(super) fn condition(&self, heading: Option<&str>) -> Option<&String> {
        let words = bare(heading?);
        self.conditions.iter().find(|condition| *condition == words)
    }

    /// The cases, in the order of their headings.
    pub(super) fn into_cases(self) -> Vec<Case> {
        self.cases
    }
}

fn distinct(components: &[PublishedComponent]) -> Vec<&str> {
    let mut headings: Vec<&str> = Vec::new();
    for heading in components.iter().filter_map(|component| component.group.as_deref()).map(bare) {
        if !headings.contains(&heading) {
            headings.push(heading);
        }
    }
    headings
}

/// A case needs another to be told from: a lone one is a condition if it speaks of a case, else a list. Where
/// headings count the cases ("trường hợp 1"), the others are conditions.
fn kinds(headings: Vec<&str>) -> Vec<(&str, Kind)> {
    let counted = headings.iter().filter(|heading| counts_cases(heading)).count();
    let mut kinds: Vec<(&str, Kind)> = headings.into_iter().map(|heading| (heading, kind(heading))).collect();
    let cases = kinds.iter().filter(|(_, kind)| *kind == Kind::Case).count();
    for (heading, kind) in kinds.iter_mut().filter(|(_, kind)| *kind == Kind::Case) {
        *kind = match (counted >= 2, cases >= 2) {
            (true, _) if !counts_cases(heading) => Kind::Condition,
            (false, false) if speaks_of_a_case(heading) => Kind::Condition,
            (false, false) => Kind::List,
            (_, _) => Kind::Case,
        };
    }
    kinds
}

fn kind(heading: &str) -> Kind {
    let heading = heading.to_lowercase();
    let only_lists = matches!(heading.as_str(), "" | "hồ sơ" | "thành phần");
    if contains_any(&heading, &["ủy quyền", "uỷ quyền", "nộp lại"]) {
        Kind::Condition
    } else if only_lists || contains_any(&heading, &["phải nộp", "phải xuất trình", "giấy tờ sau"])
    {
        Kind::List
    } else {
        Kind::Case
    }
}

fn speaks_of_a_case(heading: &str) -> bool {
    contains_any(&heading.to_lowercase(), &["trường hợp", "đối với"])
}

fn counts_cases(heading: &str) -> bool {
    let heading = heading.to_lowercase();
    heading
        .match_indices("trường hợp ")
        .any(|(at, words)| heading[at + words.len()..].starts_with(|c: char| c.is_ascii_digit()))
}

fn case(name: &str, ordinal: usize) -> Case {
    let code = format!("truong-hop-{ordinal}").parse().expect("letters, digits and hyphens");
    Case { code, name: name.to_owned(), time: None, process: None }
}

fn tell<'a>(what: &str, headings: impl Iterator<Item = &'a str>, remarks: &mut Vec<String>) {
    let quoted: Vec<String> = headings.map(|heading| format!("“{heading}”")).collect();
    if !quoted.is_empty() {
        remarks.push(format!("headings read as {what}: {}", quoted.join(", ")));
    }
}
