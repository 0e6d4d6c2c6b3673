//! `cargo xtask test`: everything, on both databases.

use std::process::{Command, ExitCode};

use crate::cli::{Database, TestWish};
use crate::postgres::{Durability, Private};
use crate::report::Report;
use crate::signals::Signals;
use crate::{api_fuzz, browser, bucket, clamd, failures, letters, mail, run, smpp, sms, workspace};

/// Runs the stages and prints the summary.
pub(crate) fn run(wish: &TestWish, signals: &Signals) -> ExitCode {
    let mut report = Report::default();
    let postgres = start_postgres(wish, signals, &mut report);
    let mail = report.stage("private SMTP servers", || mail::Private::start(signals));
    let sms = report.stage("private SMS gateway", || sms::Private::start(signals));
    let smpp = report.stage("private SMPP gateway", || smpp::Private::start(signals));
    let browser = report.stage("private Chromium", || browser::Private::start(signals));
    let bucket = report.stage("private S3 service", || bucket::Private::start(signals));
    let clamd = report.stage("private clamd", || clamd::Private::start(signals));
    report.stage("what reads letters", || letters::install(signals));
    report.stage("programs and tests built", || {
        // Built with the features that the tests are built with: what they share is compiled once.
        run::to_success(&mut workspace::cargo(&["build", "--workspace", "--bins", "--tests"]), signals)
    });
    let mut test = cargo_test(wish, postgres.as_ref());
    test.envs(mail.iter().flat_map(mail::Private::told)).envs(sms.iter().flat_map(sms::Private::told));
    test.envs(smpp.iter().flat_map(smpp::Private::told));
    test.envs(browser.iter().flat_map(browser::Private::told));
    test.envs(bucket.iter().flat_map(bucket::Private::told));
    test.envs(clamd.iter().flat_map(clamd::Private::told));
    report.stage("cargo test", || failures::said_again(&mut test, signals));
    drop((postgres, mail, sms, smpp, browser, bucket, clamd));
    fuzz(wish, signals, &mut report);
    report.finish()
}

fn start_postgres(wish: &TestWish, signals: &Signals, report: &mut Report) -> Option<Private> {
    match wish.only {
        Some(Database::Sqlite) => {
            report.left_out("PostgreSQL", "you asked for --only sqlite; nothing is tested on PostgreSQL");
            None
        }
        Some(Database::Postgres) => {
            report.left_out("SQLite", "you asked for --only postgres; nothing is tested on SQLite");
            private_postgres(signals, report)
        }
        None => private_postgres(signals, report),
    }
}

fn private_postgres(signals: &Signals, report: &mut Report) -> Option<Private> {
    report.stage("private PostgreSQL", || Private::start(Durability::Fleeting, signals))
}

fn cargo_test(wish: &TestWish, postgres: Option<&Private>) -> Command {
    let mut test = workspace::cargo(&["test", "--workspace", "--no-fail-fast", "--"]);
    test.args(&wish.filter).env("MOTCUA_TEST_DATABASES", databases(wish.only));
    match postgres {
        Some(postgres) => test.env("MOTCUA_TEST_POSTGRES", postgres.url()),
        None => test.env_remove("MOTCUA_TEST_POSTGRES"),
    };
    test
}

fn databases(only: Option<Database>) -> &'static str {
    match only {
        None => "sqlite,postgres",
        Some(Database::Sqlite) => "sqlite",
        Some(Database::Postgres) => "postgres",
    }
}

fn fuzz(wish: &TestWish, signals: &Signals, report: &mut Report) {
    const NAME: &str = "api-fuzz";
    if !wish.filter.is_empty() {
        report.left_out(NAME, "you asked for some tests by name");
    } else if wish.only == Some(Database::Postgres) {
        report.left_out(NAME, "it runs on SQLite, and you asked for --only postgres");
    } else {
        report.stage(NAME, || api_fuzz::run(None, signals));
    }
}
