//! Running other programs, and ending them.

use std::env;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitCode, ExitStatus};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use rustix::process::{Pid, Signal, kill_process, kill_process_group};

use crate::signals::Signals;

const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// How long a program may take to end once it is asked to.
const PATIENCE: Duration = Duration::from_secs(10);

/// Runs a program that needs no keyboard, with all it starts, and fails unless it succeeds.
/// Ctrl-C, SIGTERM or SIGHUP ends the whole group of processes.
pub(crate) fn to_success(command: &mut Command, signals: &Signals) -> Result<()> {
    let mut child = spawn(command.process_group(0))?;
    while child.try_wait()?.is_none() {
        if signals.any() {
            end_group(&mut child)?;
            bail!("interrupted");
        }
        sleep(BETWEEN_LOOKS);
    }
    let status = child.wait()?;
    ensure!(status.success(), "{}: {status}", name(command));
    Ok(())
}

/// The command that stands behind the `--` of ours.
///
/// # Errors
/// Without a word.
pub(crate) fn of_words(words: &[String]) -> Result<Command> {
    let (program, arguments) = words.split_first().context("a command is needed")?;
    let mut command = Command::new(program);
    command.args(arguments);
    Ok(command)
}

/// Runs such a command in the foreground; its own exit code.
pub(crate) fn to_its_code(command: &mut Command, signals: &Signals) -> Result<ExitCode> {
    let code = in_foreground(command, signals)?.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

/// Runs a program that may talk with the person at the keyboard: Ctrl-C is its own affair, SIGTERM and SIGHUP are
/// passed on.
pub(crate) fn in_foreground(command: &mut Command, signals: &Signals) -> Result<ExitStatus> {
    let mut child = spawn(command)?;
    while child.try_wait()?.is_none() {
        if signals.end() {
            kill_process(pid(&child)?, Signal::TERM)?;
            break;
        }
        sleep(BETWEEN_LOOKS);
    }
    Ok(child.wait()?)
}

/// Runs a short program out of sight, beyond the reach of Ctrl-C; what it printed, or an error with what it complained of.
pub(crate) fn quietly(command: &mut Command) -> Result<String> {
    let output =
        command.process_group(0).output().with_context(|| format!("cannot run {}", name(command)))?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{}: {}\n{}", name(command), output.status, complaint.trim());
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program is there to be called by its name.
pub(crate) fn in_path(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// Starts a program as the head of a process group of its own.
pub(crate) fn start_group(command: &mut Command) -> Result<Child> {
    spawn(command.process_group(0))
}

/// Asks a group of processes to end (SIGTERM), ends it if its head won't, and waits for that.
pub(crate) fn end_group(child: &mut Child) -> Result<ExitStatus> {
    if let Some(status) = child.try_wait()? {
        return Ok(status);
    }
    kill_process_group(pid(child)?, Signal::TERM)?;
    let asked = Instant::now();
    while asked.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        sleep(BETWEEN_LOOKS);
    }
    kill_process_group(pid(child)?, Signal::KILL)?;
    Ok(child.wait()?)
}

fn spawn(command: &mut Command) -> Result<Child> {
    command.spawn().with_context(|| format!("cannot run {}", name(command)))
}

fn pid(child: &Child) -> Result<Pid> {
    Pid::from_raw(child.id().try_into()?).context("a child without a process id")
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}
