//! pgbench with a script made of recorded statements: the limit of what their SQL can do on that server.

use std::fs;
use std::ops::Range;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::filled::{Submitted, program};
use super::motcua::work_folder;
use super::recorded::Statement;
use crate::postgres::Private;
use crate::run;

/// A script that accepts a dossier of its own each time it runs.
pub(crate) struct Script(PathBuf);

/// Which dossier: client after client takes its next.
const WHICH: &str = "\\set n :first + :client_id + :clients * :i\n\\set i :i + 1\n\\set a :n % 100\n";

/// As `crates/server/benches/fill` writes the id of the nth dossier, and its agency.
const ID: &str = "('01910000-0000-7000-8000-' || lpad(:n::text, 12, '0'))::uuid";
const AGENCY: &str = "('H32.' || (100 + :a))";

impl Script {
    /// The statements, with another dossier, agency and number in place of those they were recorded with.
    ///
    /// # Errors
    /// Recorded statements that aren't an acceptance of `recorded`.
    pub(crate) fn of(statements: &[Statement], recorded: &Submitted) -> Result<Self> {
        let mut texts = statements.iter().flat_map(|statement| statement.parameters.iter().flatten());
        let number = texts.find(|text| is_number_of(text, &recorded.agency));
        let known = Known { recorded, number: number.context("no number was drawn")? };
        let lines: Vec<String> = statements.iter().map(|statement| known.line(statement)).collect();
        ensure!(lines.iter().any(|line| line.contains(ID)), "these statements aren't of the dossier");
        let file = work_folder()?.join("acceptance.sql");
        fs::write(&file, format!("{WHICH}{}\n", lines.join("\n")))?;
        Ok(Self(file))
    }

    /// Accepts the dossiers at these places on so many connections; acceptances a second.
    pub(crate) fn per_second(
        &self,
        server: &Private,
        url: &str,
        connections: usize,
        places: Range<usize>,
    ) -> Result<f64> {
        let mut pgbench = Command::new(program(server, "pgbench"));
        pgbench.args(["--no-vacuum", "--protocol=prepared", "--define=i=0"]);
        pgbench
            .arg(format!("--define=first={}", places.start))
            .arg(format!("--define=clients={connections}"));
        pgbench
            .arg(format!("--client={connections}"))
            .arg(format!("--transactions={}", places.len() / connections));
        let report = run::quietly(pgbench.arg("--file").arg(&self.0).arg(url))?;
        ensure!(report.contains("number of failed transactions: 0 "), "pgbench failed:\n{report}");
        let rate = report.lines().find_map(|line| line.strip_prefix("tps = "));
        Ok(rate.and_then(|rate| rate.split(' ').next()).context("pgbench told no tps")?.parse()?)
    }
}

/// What is another each time.
struct Known<'a> {
    recorded: &'a Submitted,
    number: &'a str,
}

impl Known<'_> {
    fn line(&self, statement: &Statement) -> String {
        let mut line = String::new();
        let mut rest = statement.sql.as_str();
        while let Some((piece, after)) = rest.split_once('$') {
            let digits = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
            let place: usize = after[..digits].parse().unwrap_or_default();
            line += piece;
            line += &self.value(statement, place);
            rest = &after[digits..];
        }
        let end = if statement.sql.contains("RETURNING") { " \\gset" } else { ";" };
        line + rest + end
    }

    /// An outgoing message has an id of its own, which need only be another one each time too.
    fn value(&self, statement: &Statement, place: usize) -> String {
        let Some(text) = statement.parameters.get(place.wrapping_sub(1)).and_then(Option::as_deref) else {
            return "NULL".to_owned();
        };
        let outgoing = statement.sql.starts_with("INSERT INTO \"outbox\"") && place == 1;
        if outgoing || text == self.recorded.id {
            ID.to_owned()
        } else if text == self.recorded.agency {
            AGENCY.to_owned()
        } else if text == self.number {
            self.any_number()
        } else {
            literal(text)
        }
    }

    /// The number with the ordinal that `\gset` kept as `last`.
    fn any_number(&self) -> String {
        let day = self.number.split('-').nth(1).unwrap_or_default();
        format!("({AGENCY} || '-{day}-' || lpad(:last::text, 4, '0'))")
    }
}

fn is_number_of(text: &str, agency: &str) -> bool {
    text.strip_prefix(agency).is_some_and(|rest| rest.starts_with('-') && rest.matches('-').count() == 2)
}

/// A literal in which pgbench sees no variable of its own (`:name`).
fn literal(text: &str) -> String {
    let quoted = text.replace('\'', "''");
    if text.contains(':') {
        format!("U&'{}'", quoted.replace('\\', "\\\\").replace(':', "\\003a"))
    } else {
        format!("'{quoted}'")
    }
}

#[cfg(test)]
mod tests {
    use super::{Known, literal};
    use crate::bench::filled::Submitted;
    use crate::bench::recorded::Statement;

    #[test]
    fn what_is_of_the_dossier_becomes_another_each_time() {
        let recorded = Submitted { id: "x".to_owned(), agency: "H32.100".to_owned() };
        let known = Known { recorded: &recorded, number: "H32.100-261123-0001" };
        let parameters = ["x", "H32.100-261123-0001", "x:y"].map(|text| Some(text.to_owned()));
        let statement =
            Statement { sql: "SET a = $2, b = $3 WHERE id = $1".to_owned(), parameters: parameters.into() };
        assert_eq!(
            known.line(&statement),
            "SET a = (('H32.' || (100 + :a)) || '-261123-' || lpad(:last::text, 4, '0')), b = U&'x\\003ay' \
             WHERE id = ('01910000-0000-7000-8000-' || lpad(:n::text, 12, '0'))::uuid;"
        );
    }

    #[test]
    fn a_literal_keeps_its_quotes() {
        assert_eq!(literal("it's"), "'it''s'");
    }
}
