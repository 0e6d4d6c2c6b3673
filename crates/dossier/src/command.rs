//! Everything that can be asked of a dossier.

/// A command: what someone asks for. It says nothing of when or by whom; that comes with the facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// At the desk: submit, guide, complete, accept, refuse, ask for a supplement, bring it, close, withdraw.
    Intake(intake::Command),
    /// Along the way: complete, send back, assign a step.
    Routing(routing::Command),
    /// When it is due: payments, the rescheduling, apologies, breaches, recounts.
    Deadline(deadline::Command),
    /// At the end: record, return, rate.
    Result(result::Command),
}

impl From<intake::Command> for Command {
    fn from(command: intake::Command) -> Self {
        Command::Intake(command)
    }
}

impl From<routing::Command> for Command {
    fn from(command: routing::Command) -> Self {
        Command::Routing(command)
    }
}

impl From<deadline::Command> for Command {
    fn from(command: deadline::Command) -> Self {
        Command::Deadline(command)
    }
}

impl From<result::Command> for Command {
    fn from(command: result::Command) -> Self {
        Command::Result(command)
    }
}

impl Command {
    /// Whether it draws a dossier number.
    pub fn draws_a_number(&self) -> bool {
        matches!(self, Command::Intake(intake::Command::Accept))
    }
}
