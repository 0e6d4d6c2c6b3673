//! What runs in the background, and ends when we are done with it.

use std::io::{self, BufRead, BufReader, Read};
use std::process::{Child, Command, ExitStatus};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::signals::Signals;
use crate::{report, run};

const BETWEEN_LOOKS: Duration = Duration::from_millis(50);

/// A running program with all that it starts, a process group. It ends when this value does: a struct declares it before
/// the folder that it works in.
pub(crate) struct Group {
    name: &'static str,
    head: Child,
    is_silent: bool,
}

impl Group {
    /// Starts the program; `name` is what its end is reported under.
    pub(crate) fn start(name: &'static str, command: &mut Command) -> Result<Self> {
        Ok(Self { name, head: run::start_group(command)?, is_silent: false })
    }

    /// The same, but its end is reported only where it fails.
    pub(crate) fn silent(mut self) -> Self {
        self.is_silent = true;
        self
    }

    /// The program's process id.
    pub(crate) fn id(&self) -> u32 {
        self.head.id()
    }

    /// How the program ended, if it did so by itself.
    pub(crate) fn ended(&mut self) -> io::Result<Option<ExitStatus>> {
        self.head.try_wait()
    }

    /// Reads its piped stdout up to the first line that `read` makes something of; `None` if it says no such thing. What it
    /// says later stays in the pipe, which is kept open for it.
    pub(crate) fn hear<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let mut output = BufReader::new(self.head.stdout.take()?);
        let heard = output.by_ref().lines().map_while(Result::ok).find_map(|line| read(&line));
        self.head.stdout = Some(output.into_inner());
        heard
    }

    /// Waits until it is ready; false if it ends, a signal comes or the time is over before that.
    pub(crate) fn comes_up(
        &mut self,
        within: Duration,
        signals: &Signals,
        is_ready: impl Fn() -> bool,
    ) -> Result<bool> {
        let begun = Instant::now();
        while !is_ready() {
            if self.ended()?.is_some() || signals.any() || begun.elapsed() > within {
                return Ok(false);
            }
            sleep(BETWEEN_LOOKS);
        }
        Ok(true)
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        match run::end_group(&mut self.head) {
            Ok(_) if self.is_silent => {}
            Ok(_) => report::say(&format!("    {} stopped", self.name)),
            Err(error) => report::say(&format!("    {} could not be stopped: {error:#}", self.name)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Group;
    use std::path::Path;
    use std::process::{Command, Stdio};

    #[test]
    fn it_is_heard_until_it_makes_sense_and_ends_with_its_value() {
        let mut shell = Command::new("sh");
        shell.args(["-c", "echo soon; echo 8080; sleep 60 & wait"]).stdout(Stdio::piped());
        let mut group = Group::start("sh", &mut shell).expect("a shell").silent();
        assert_eq!(group.hear(|line| line.parse().ok()), Some(8080));
        let process = format!("/proc/{}", group.id());
        assert!(group.ended().expect("a child").is_none() && Path::new(&process).exists());
        drop(group);
        assert!(!Path::new(&process).exists());
    }

    #[test]
    fn nothing_is_heard_of_one_that_ends_in_silence() {
        let mut group = Group::start("true", Command::new("true").stdout(Stdio::piped())).expect("true");
        assert_eq!(group.hear(|line| Some(line.to_owned())), None);
    }
}
