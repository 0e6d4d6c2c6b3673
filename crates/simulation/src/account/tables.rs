//! The account as tables: the same seed prints the same ones.

use super::Account;
use super::late::Share;
use kernel::AgencyCode;
use std::collections::BTreeMap;
use std::fmt;

/// The tables of a year.
#[derive(Debug)]
pub struct Tables<'a> {
    /// What was counted.
    pub account: &'a Account,
    /// How many people worked at each agency.
    pub people: &'a BTreeMap<AgencyCode, usize>,
}

impl fmt::Display for Tables<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.dossiers(f)?;
        let agencies = self.account.by_agency.iter().map(|(code, share)| (code.to_string(), *share));
        shares(f, "Late shares by the agency that answers for the dossier", agencies)?;
        let fields = self.account.by_field.iter().map(|(field, share)| (field.clone(), *share));
        shares(f, "Late shares by field", fields)?;
        self.time(f)?;
        self.stops(f)?;
        self.waits(f)?;
        self.events(f)?;
        self.refused(f)
    }
}

impl Tables<'_> {
    fn dossiers(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let account = self.account;
        let event = |kind| account.events.get(kind).copied().unwrap_or(0);
        let line = |what: &str, count: u64| vec![what.to_owned(), thousands(count)];
        let mut lines = vec![
            line("handed in", account.handed_in),
            line("accepted", event("accepted")),
            line("result recorded", event("result_recorded")),
        ];
        lines.extend(
            account.stages.iter().map(|(stage, count)| line(&format!("at the end: {stage}"), *count)),
        );
        table(f, "Dossiers", &["", "count"], &lines)
    }

    fn time(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days = |minutes: i64| thousands(u64::try_from(minutes / 480).unwrap_or(0));
        let lines: Vec<Vec<String>> = self
            .account
            .time
            .iter()
            .map(|(agency, time)| {
                let people = self.people.get(agency).copied().unwrap_or(0);
                let numbers =
                    [time.given, time.used, time.late, time.waited, time.worked, time.aside, time.besides];
                let head = [agency.to_string(), people.to_string()];
                head.into_iter().chain(numbers.into_iter().map(days)).collect()
            })
            .collect();
        let heading = [
            "agency",
            "people",
            "given",
            "used",
            "beyond share",
            "in queue",
            "worked",
            "set aside",
            "besides",
        ];
        table(f, "Where the time goes, in working days of 480 minutes", &heading, &lines)
    }

    fn stops(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = |(cause, (count, minutes)): (&&str, &(u64, i64))| {
            let days = u64::try_from(minutes / 480).unwrap_or(0);
            vec![(*cause).to_owned(), thousands(*count), thousands(days)]
        };
        let lines: Vec<Vec<String>> = self.account.stops.iter().map(line).collect();
        table(f, "Stops of the clock", &["for", "count", "working days"], &lines)
    }

    fn waits(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<Vec<String>> = self
            .account
            .waits
            .iter()
            .map(|wait| {
                let since = wait.since.date().to_string();
                let minutes = thousands(u64::try_from(wait.minutes).unwrap_or(0));
                vec![minutes, wait.agency.to_string(), wait.step.to_string(), since, wait.number.to_string()]
            })
            .collect();
        let heading = ["working minutes", "agency", "step", "since", "dossier"];
        table(f, "Longest waits for a desk", &heading, &lines)
    }

    fn events(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = |(kind, count): (&&str, &u64)| vec![(*kind).to_owned(), thousands(*count)];
        let lines: Vec<Vec<String>> = self.account.events.iter().map(line).collect();
        table(f, "Events", &["kind", "count"], &lines)?;
        let lines: Vec<Vec<String>> = self.account.came_to_nothing.iter().map(line).collect();
        table(f, "Taken up too late to be done (no decision was asked for)", &["what", "count"], &lines)
    }

    fn refused(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.account.refused.is_empty() {
            return writeln!(f, "\nRefused decisions: none");
        }
        let line = |((what, rule), (count, example)): (&(&str, kernel::Rule), &(u64, String))| {
            vec![(*what).to_owned(), rule.to_string(), thousands(*count), example.clone()]
        };
        let lines: Vec<Vec<String>> = self.account.refused.iter().map(line).collect();
        table(f, "Refused decisions", &["what", "rule", "count", "one of them"], &lines)
    }
}

fn shares(
    f: &mut fmt::Formatter<'_>,
    title: &str,
    shares: impl Iterator<Item = (String, Share)>,
) -> fmt::Result {
    let mut all = Share::default();
    let mut lines: Vec<Vec<String>> = Vec::new();
    for (name, share) in shares {
        all = all.and(share);
        lines.push(share_line(name, share));
    }
    lines.push(share_line("all".to_owned(), all));
    let heading = ["", "due", "late", "late ‰", "rescheduled", "breaches", "graver"];
    table(f, title, &heading, &lines)
}

fn share_line(name: String, share: Share) -> Vec<String> {
    let counts = [share.due, share.late, share.tenths(), share.rescheduled, share.breached, share.graver];
    std::iter::once(name).chain(counts.into_iter().map(thousands)).collect()
}

/// Columns as wide as what stands in them; the first to the left, numbers to the right.
fn table(f: &mut fmt::Formatter<'_>, title: &str, heading: &[&str], lines: &[Vec<String>]) -> fmt::Result {
    writeln!(f, "\n{title}")?;
    let heading: Vec<String> = heading.iter().map(|word| (*word).to_owned()).collect();
    let all = || std::iter::once(&heading).chain(lines);
    let width = |column: usize| all().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..heading.len()).map(width).collect();
    for line in all() {
        let cells = line.iter().zip(&widths).enumerate().map(|(n, (cell, width))| {
            let number = cell.starts_with(|first: char| first.is_ascii_digit());
            if n == 0 || !number { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        });
        writeln!(f, "  {}", cells.collect::<Vec<_>>().join("  ").trim_end())?;
    }
    Ok(())
}

/// A number with its thousands apart.
pub(crate) fn thousands(number: u64) -> String {
    kernel::grouped(number, ',')
}
