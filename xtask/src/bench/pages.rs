//! How long the server takes for a page, one after the other, in a database of 100,000 dossiers.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::Bench;
use super::filled::{Clerk, Filled, folder_on_disk};
use super::http::Connection;
use super::motcua::Motcua;
use super::table::{Line, median};
use crate::postgres::{Durability, Private};

const DOSSIERS: usize = 100_000;
/// In microseconds: no page is to take longer at the median.
const LIMIT: f64 = 20_000.0;

/// Where a page is that is asked for once more.
type Address<'a> = Box<dyn Fn(usize) -> String + 'a>;

/// The figures, in microseconds.
pub(crate) fn lines(bench: &Bench<'_>) -> Result<Vec<Line>> {
    let count = bench.amount(DOSSIERS, 10_000);
    let folder = folder_on_disk()?;
    let mut lines = on(bench, "SQLite", &Filled::sqlite(bench, folder.path(), count, 0)?)?;
    let postgres = Private::start(Durability::Durable, bench.signals)?;
    lines.extend(on(bench, "PostgreSQL", &Filled::postgres(bench, &postgres, count, 0)?)?);
    Ok(lines)
}

fn on(bench: &Bench<'_>, kind: &str, filled: &Filled) -> Result<Vec<Line>> {
    let server = Motcua::serve(bench, &filled.url, &[])?;
    let clerk = filled.clerks.first().context("a clerk")?;
    let session = sign_in(&server, clerk)?;
    let theirs = format!("{}-", clerk.agency);
    let numbers: Vec<&String> = filled.accepted.iter().filter(|number| number.starts_with(&theirs)).collect();
    ensure!(!numbers.is_empty(), "no dossier of {}", clerk.agency);
    let rounds = bench.amount(300, 50);
    let pages: [(&str, Address<'_>); 7] = [
        ("/", Box::new(|_| "/".to_owned())),
        ("/thu-tuc", Box::new(|_| "/thu-tuc".to_owned())),
        ("/ho-so/{number}", Box::new(|at| format!("/ho-so/{}", numbers[at % numbers.len()]))),
        ("/quay", Box::new(|_| "/quay".to_owned())),
        ("/ban-lam-viec", Box::new(|_| "/ban-lam-viec".to_owned())),
        ("/lam-viec/ho-so", Box::new(|_| "/lam-viec/ho-so".to_owned())),
        (
            "/lam-viec/ho-so/{number}",
            Box::new(|at| format!("/lam-viec/ho-so/{}", numbers[at % numbers.len()])),
        ),
    ];
    let each = pages.iter().map(|(name, page)| {
        let micros = micros(&server, &session, rounds, page)?;
        let what = format!("µs for {name}, {kind}, {} dossiers", filled.accepted.len());
        Ok(Line::new(what, micros, "20 ms", LIMIT).at_most(1.0))
    });
    each.collect()
}

/// At the median, after a few that warm it up.
fn micros(server: &Motcua, session: &str, rounds: usize, page: &Address<'_>) -> Result<f64> {
    const WARM_UP: usize = 20;
    let mut connection = Connection::open(server.port())?;
    let mut times = Vec::new();
    for at in 0..WARM_UP + rounds {
        let request = format!("GET {} HTTP/1.1\r\nHost: localhost\r\nCookie: {session}\r\n\r\n", page(at));
        let begun = Instant::now();
        let status = connection.ask(&request)?;
        let taken: Duration = begun.elapsed();
        ensure!(status == 200, "{}: {status}", page(at));
        if at >= WARM_UP {
            times.push(taken.as_secs_f64() * 1e6);
        }
    }
    Ok(median(times))
}

/// The session's cookie, as a browser gets it: the form is opened, filled in and sent.
fn sign_in(server: &Motcua, clerk: &Clerk) -> Result<String> {
    let config = ureq::Agent::config_builder().max_redirects(0).http_status_as_error(false);
    let agent: ureq::Agent = config.build().into();
    let address = format!("http://127.0.0.1:{}/dang-nhap", server.port());
    let mut shown = agent.get(&address).call()?;
    let guest = cookie(&shown).context("no cookie")?;
    let form = shown.body_mut().read_to_string()?;
    let token = form.split("name=\"_token\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let fields = [
        ("_token", token.context("no token")?),
        ("/username", clerk.username.as_str()),
        ("/password", clerk.password.as_str()),
    ];
    let entered = agent.post(&address).header("Cookie", &guest).send_form(fields)?;
    ensure!(entered.status() == 303, "signing in: {}", entered.status());
    cookie(&entered).context("no session")
}

fn cookie<B>(answer: &ureq::http::Response<B>) -> Option<String> {
    let cookie = answer.headers().get("set-cookie")?.to_str().ok()?;
    cookie.split(';').next().map(str::to_owned)
}
