//! What the server holds in memory: after its start, and at most under load.

use std::time::Duration;

use anyhow::Result;

use super::Bench;
use super::accepting::Accepting;
use super::filled::{Filled, folder_on_disk};
use super::http::get;
use super::load;
use super::motcua::Motcua;
use super::table::Line;
use crate::postgres::{Durability, Private};

const CLIENTS: usize = 32;
const ACCEPTED: usize = 10_000;

/// The figures.
pub(crate) fn lines(bench: &Bench<'_>) -> Result<Vec<Line>> {
    let waiting = bench.amount(10_000, 2_000);
    let folder = folder_on_disk()?;
    let mut lines = on(bench, "SQLite", &Filled::sqlite(bench, folder.path(), ACCEPTED, waiting)?)?;
    let postgres = Private::start(Durability::Durable, bench.signals)?;
    lines.extend(on(bench, "PostgreSQL", &Filled::postgres(bench, &postgres, ACCEPTED, waiting)?)?);
    Ok(lines)
}

/// The load: a hundred sign-ins one after the other, then acceptances and look-ups by 32 clients.
fn on(bench: &Bench<'_>, kind: &str, filled: &Filled) -> Result<Vec<Line>> {
    let server = Motcua::serve(bench, &filled.url, &[])?;
    let idle = server.memory()?;
    let mut accepting = Accepting::sign_in(&server, filled)?;
    accepting.per_second(&server, filled.submitted.len(), CLIENTS)?;
    let question = |place: usize| get(&format!("/api/v1/status/{}", filled.accepted[place]));
    load::per_second_for(server.port(), CLIENTS, Duration::from_secs(5), ACCEPTED, question)?;
    Ok(vec![
        Line::new(format!("MB idle after the start, {kind}"), idle, "60 MB", 60.0).at_most(1.0),
        Line::new(format!("MB at most under load, {kind}"), server.most_memory()?, "idle", idle),
        Line::new(format!("MB after the load, {kind}"), server.memory()?, "idle", idle),
    ])
}
