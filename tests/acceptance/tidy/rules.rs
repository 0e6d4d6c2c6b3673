//! The page of rules agrees with the code: what decides, what the database holds, and the tests that provoke each rule.

use super::{root, text};
use kernel::Rule;
use std::fs;
use std::path::Path;

const PAGE: &str = "docs/RULES.md";

/// What the page says of a rule that is kept.
struct Kept {
    rule: Rule,
    citation: String,
    decided: Vec<String>,
    constraints: Vec<String>,
    tests: Vec<String>,
}

/// Rules about publishing a catalogue, which the API doesn't do; and one that refuses nothing.
const NOT_REFUSED_BY_THE_API: [Rule; 3] =
    [Rule::WithinPublishedTime, Rule::SimplificationFirst, Rule::PublishedIsPublic];

fn kept() -> Vec<Kept> {
    let page = text(PAGE);
    let (_, kept) = page.split_once("\n## Kept now\n").expect("a part on what is kept");
    let (kept, _) = kept.split_once("\n## To come\n").expect("a part on what is to come");
    kept.split("\n### ").skip(1).map(section).collect()
}

fn section(section: &str) -> Kept {
    let heading = section.lines().next().expect("a heading");
    let (slug, citation) = heading.split_once(" · ").expect("a slug and a citation");
    let slug = slug.trim_matches('`');
    let rule = Rule::ALL.iter().find(|rule| rule.slug() == slug);
    let named = |what: &str| {
        let start = format!("- {what}: ");
        let line = section.lines().find_map(|line| line.strip_prefix(&start));
        let line = line.unwrap_or_else(|| panic!("{slug}: the page doesn't say what is {what}"));
        let line = if line.starts_with("none") { "" } else { line };
        line.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()
    };
    Kept {
        rule: *rule.unwrap_or_else(|| panic!("{slug} is no rule")),
        citation: citation.to_owned(),
        decided: named("decided"),
        constraints: named("database"),
        tests: named("tests"),
    }
}

/// The rule as code names it.
fn variant(rule: Rule) -> String {
    format!("Rule::{rule:?}")
}

fn breaks(rule: Rule) -> String {
    format!("breaks(\"{}\")", rule.slug())
}

fn source(path: &str, rule: Rule) -> String {
    let file = root().join(path);
    fs::read_to_string(&file).unwrap_or_else(|why| panic!("{rule}: {path}: {why}"))
}

/// The code of a crate that isn't a test.
fn code(folder: &Path, read: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder of code") {
        let path = entry.expect("readable").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() && name != "tests" && name != "benches" {
            code(&path, read);
        } else if name.ends_with(".rs") && name != "tests.rs" {
            let text = fs::read_to_string(&path).expect("readable");
            read.push((path.display().to_string(), text));
        }
    }
}

#[test]
fn every_rule_stands_on_the_page_with_its_citation() {
    let kept = kept();
    let page = text(PAGE);
    let (_, to_come) = page.split_once("\n## To come\n").expect("a part on what is to come");
    for rule in Rule::ALL {
        let is_kept: Vec<&Kept> = kept.iter().filter(|kept| kept.rule == *rule).collect();
        let row = to_come.lines().find(|line| line.contains(&format!("`{rule}`")));
        match (is_kept.as_slice(), row) {
            ([kept], None) => assert_eq!(kept.citation, rule.citation(), "{rule}"),
            ([], Some(row)) => assert!(row.contains(rule.citation()), "{rule}: cited otherwise: {row}"),
            _ => panic!("{rule} stands on {PAGE} not once"),
        }
    }
}

#[test]
fn what_the_code_breaks_is_kept_and_not_to_come() {
    let mut read = Vec::new();
    code(&root().join("crates"), &mut read);
    let kept: Vec<Rule> = kept().iter().map(|kept| kept.rule).collect();
    for rule in Rule::ALL.iter().filter(|rule| !kept.contains(rule)) {
        let such = variant(*rule);
        let uses =
            read.iter().find(|(path, text)| !path.ends_with("kernel/src/rules.rs") && text.contains(&such));
        assert!(uses.is_none(), "{rule} is to come, but {} breaks it", uses.map_or("", |(path, _)| path));
    }
}

#[test]
fn each_rule_is_decided_where_the_page_says() {
    for kept in kept().iter().filter(|kept| kept.rule != Rule::PublishedIsPublic) {
        assert!(!kept.decided.is_empty(), "{}", kept.rule);
        let wrong_desk = kept.rule == Rule::RightDesk;
        for path in &kept.decided {
            let text = source(path, kept.rule);
            let speaks = text.contains(&variant(kept.rule)) || wrong_desk && text.contains("acting_as");
            assert!(speaks, "{}: {path} doesn't decide it", kept.rule);
        }
    }
}

#[test]
fn each_constraint_is_in_both_databases() {
    for database in ["sqlite", "postgres"] {
        let folder = root().join("migrations").join(database);
        let migrations = fs::read_dir(folder).expect("migrations");
        let up = |entry: std::io::Result<fs::DirEntry>| {
            fs::read_to_string(entry.expect("readable").path().join("up.sql")).expect("a migration")
        };
        let migrations: String = migrations.map(up).collect();
        for kept in kept() {
            for constraint in &kept.constraints {
                assert!(migrations.contains(constraint), "{}: {database} has no {constraint}", kept.rule);
            }
        }
    }
}

#[test]
fn each_rule_is_provoked_by_a_test_at_every_place_that_keeps_it() {
    for kept in kept() {
        let rule = kept.rule;
        let provokes = |place: &str, how: &[String]| {
            let files = kept.tests.iter().filter(|path| path.starts_with(place));
            let provoking = files.filter(|path| {
                let text = source(path, rule);
                how.iter().any(|how| text.contains(how))
            });
            provoking.count() > 0
        };
        let pure = provokes("crates/", &[variant(rule)]);
        assert!(pure || rule == Rule::PublishedIsPublic, "{rule}: no test of its crate provokes it");
        let api = provokes("tests/acceptance/api/", &[breaks(rule)]);
        assert!(api || NOT_REFUSED_BY_THE_API.contains(&rule), "{rule}: no test of the API provokes it");
        let constraints = kept.constraints.iter().map(|constraint| format!("\"{constraint}\""));
        let names: Vec<String> = constraints.chain([variant(rule)]).collect();
        let database = provokes("tests/acceptance/store/", &names);
        assert!(database || kept.constraints.is_empty(), "{rule}: no test provokes it at the database");
        kept.tests.iter().for_each(|path| drop(source(path, rule)));
    }
}
