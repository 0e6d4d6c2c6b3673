//! The day and the machine, without which a figure means nothing.

use std::fs;
use std::process::Command;

use anyhow::Result;

use crate::run;

/// The day, the processor, memory, system, compiler, and how busy the machine was with other things.
pub(crate) fn facts() -> Result<String> {
    let day = run::quietly(Command::new("date").arg("+%F"))?;
    let system = run::quietly(Command::new("uname").args(["-s", "-r"]))?;
    let rustc = run::quietly(Command::new("rustc").arg("--version"))?;
    let rustc: Vec<&str> = rustc.split_whitespace().take(2).collect();
    let cores = std::thread::available_parallelism()?;
    Ok(format!(
        "{}; {}, {cores} cores, {} GiB; {}; {}; load before it {}",
        day.trim(),
        after_colon("/proc/cpuinfo", "model name")?,
        kilobytes("/proc/meminfo", "MemTotal")? / 1_048_576,
        system.trim(),
        rustc.join(" "),
        fs::read_to_string("/proc/loadavg")?.split(' ').next().unwrap_or_default(),
    ))
}

/// A figure of a file in `/proc` that is given in kB.
pub(crate) fn kilobytes(file: &str, name: &str) -> Result<u64> {
    Ok(after_colon(file, name)?.trim_end_matches(" kB").parse()?)
}

fn after_colon(file: &str, name: &str) -> Result<String> {
    let text = fs::read_to_string(file)?;
    let lines = text.lines().filter_map(|line| line.split_once(':'));
    let found = lines.filter(|(key, _)| key.trim() == name).map(|(_, value)| value.trim().to_owned());
    found.into_iter().next().ok_or_else(|| anyhow::anyhow!("{file} doesn't tell {name}"))
}
