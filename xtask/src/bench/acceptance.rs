//! Acceptances over HTTP on PostgreSQL, beside pgbench sending the same server the very statements that one sends.

use std::fs;

use anyhow::{Context, Result};

use super::Bench;
use super::accepting::Accepting;
use super::filled::{Filled, sql};
use super::motcua::Motcua;
use super::pgbench::Script;
use super::recorded;
use super::table::{Line, median};
use crate::postgres::{Durability, Private};
use crate::report::say;

const CONNECTIONS: [usize; 2] = [4, 8];
/// So many that there is always somebody waiting for a connection.
const CLIENTS: usize = 32;
const ROUNDS: usize = 5;
const WARM_UP: usize = 400;
const RECORDED: usize = 4;

/// The figures.
pub(crate) fn lines(bench: &Bench<'_>) -> Result<Vec<Line>> {
    let each = bench.amount(8_000, 2_000);
    let postgres = Private::start(Durability::Durable, bench.signals)?;
    let wanted = RECORDED + CONNECTIONS.len() * (WARM_UP + 2 * ROUNDS * each);
    let filled = Filled::postgres(bench, &postgres, 10_000, wanted)?;
    let (mut accepting, script) = recorded(bench, &postgres, &filled)?;
    let mut lines = Vec::new();
    for connections in CONNECTIONS {
        let settings = [("MOTCUA_DATABASE__CONNECTIONS", connections.to_string())];
        let server = Motcua::serve(bench, &filled.url, &settings)?;
        accepting.per_second(&server, WARM_UP, CLIENTS)?;
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            sql(&postgres, "postgres", "checkpoint")?;
            ours.push(accepting.per_second(&server, each, CLIENTS)?);
            sql(&postgres, "postgres", "checkpoint")?;
            theirs.push(script.per_second(&postgres, &filled.url, connections, accepting.take(each)?)?);
        }
        say(&format!("    {connections} connections: {ours:.0?} beside {theirs:.0?}"));
        let what = format!("acceptances/s over HTTP, PostgreSQL, {connections} connections");
        let line = Line::new(what, median(ours), "pgbench, the same statements", median(theirs));
        lines.push(line.at_least(0.6));
    }
    Ok(lines)
}

/// What an acceptance asks of the database, seen in its log.
fn recorded<'a>(
    bench: &Bench<'_>,
    postgres: &Private,
    filled: &'a Filled,
) -> Result<(Accepting<'a>, Script)> {
    let logging = format!("{}?options=-c%20log_statement%3Dall", filled.url);
    let server = Motcua::serve(bench, &logging, &[("MOTCUA_DATABASE__CONNECTIONS", "1".to_owned())])?;
    let mut accepting = Accepting::sign_in(&server, filled)?;
    accepting.per_second(&server, RECORDED, 1)?;
    let last = filled.submitted.get(RECORDED - 1).context("nothing waits")?;
    let statements = recorded::last_act(&fs::read_to_string(postgres.log())?);
    Ok((accepting, Script::of(&statements, last)?))
}
