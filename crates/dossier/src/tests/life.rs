//! A dossier as it lives through commands.

use super::sample::{LEAD, Sample, code, staff, submission};
use crate::{Command, Event, Stage, State, Timeliness, decide, evolve, timeliness};
use catalog::Channel;
use kernel::{Actor, LegCode, PersonId, Role, Rule, Staff, Violation};
use result::{Kind, Paper, Recipient, Score};
use time::OffsetDateTime;
use time::macros::{date, datetime};
use uuid::Uuid;

/// A Friday morning.
pub(crate) const FRIDAY: OffsetDateTime = datetime!(2026-11-20 08:15 +7);

/// A dossier with everything that became true of it.
#[derive(Debug, Clone)]
pub(crate) struct Life {
    pub(crate) sample: Sample,
    pub(crate) events: Vec<Event>,
    pub(crate) state: State,
}

impl Life {
    /// Nothing yet.
    pub(crate) fn unborn(sample: Sample) -> Life {
        Life { sample, events: Vec::new(), state: State::default() }
    }

    /// Submitted, complete.
    pub(crate) fn submitted(sample: Sample) -> Life {
        Life::unborn(sample).then(&clerk(), FRIDAY, submission(true))
    }

    /// Accepted on Friday morning.
    pub(crate) fn accepted(sample: Sample) -> Life {
        Life::submitted(sample).then(&clerk(), FRIDAY, intake::Command::Accept)
    }

    pub(crate) fn ask(
        &self,
        actor: &Actor,
        now: OffsetDateTime,
        command: impl Into<Command>,
    ) -> Result<Vec<Event>, Violation> {
        decide(&self.state, &self.sample.facts(actor, now), command.into())
    }

    /// The rule that refuses this command on Friday.
    pub(crate) fn refuses(&self, actor: &Actor, command: impl Into<Command>) -> Rule {
        self.refuses_at(actor, FRIDAY, command)
    }

    /// The rule that refuses this command at that moment.
    pub(crate) fn refuses_at(&self, actor: &Actor, now: OffsetDateTime, command: impl Into<Command>) -> Rule {
        self.ask(actor, now, command).expect_err("refused").rule
    }

    /// The same life after this command, which must succeed.
    pub(crate) fn then(mut self, actor: &Actor, now: OffsetDateTime, command: impl Into<Command>) -> Life {
        let decided = self.ask(actor, now, command).expect("allowed");
        self.live(decided);
        self
    }

    pub(crate) fn live(&mut self, decided: Vec<Event>) {
        self.state = decided.iter().fold(std::mem::take(&mut self.state), evolve);
        self.events.extend(decided);
    }

    pub(crate) fn stage(&self) -> Stage {
        self.state.stage().expect("submitted")
    }

    pub(crate) fn open(&self) -> Vec<&str> {
        self.state.routing.open.iter().map(|open| open.opened.step.as_str()).collect()
    }

    pub(crate) fn stands(&self, now: OffsetDateTime) -> Option<Timeliness> {
        timeliness(&self.state, self.sample.facts(&Actor::System, now).calendar(), now)
    }
}

pub(crate) fn clerk() -> Actor {
    staff(Role::Clerk, LEAD)
}

pub(crate) fn officer() -> Actor {
    staff(Role::Officer, LEAD)
}

pub(crate) fn head() -> Actor {
    staff(Role::Head, LEAD)
}

pub(crate) fn refusal() -> intake::Command {
    intake::Command::Refuse { ground: code("sai"), explanation: "Thuộc cơ quan khác.".to_owned() }
}

pub(crate) fn withdrawal() -> intake::Command {
    intake::Command::Withdraw { reason: "Đổi ý".to_owned() }
}

pub(crate) fn done(step: &str) -> routing::Command {
    routing::Command::Done(routing::Completion::of(code(step)))
}

pub(crate) fn back(step: &str, to: &str) -> routing::Command {
    routing::Command::SendBack { step: code(step), to: code(to), reason: "Xem lại".to_owned() }
}

pub(crate) fn give(step: &str, officer: &Staff) -> routing::Command {
    routing::Command::Assign { step: code(step), officer: officer.clone() }
}

pub(crate) fn record(result: Kind, reasons: &str) -> result::Command {
    let paper = Paper {
        number: "15/GP".to_owned(),
        date: date!(2026 - 11 - 20),
        title: "Giấy phép".to_owned(),
        file: None,
    };
    result::Command::Record { result, paper: Some(paper), reasons: reasons.to_owned() }
}

pub(crate) fn leg_paper(leg: &LegCode) -> result::Command {
    let paper = Paper {
        number: "7/TB".to_owned(),
        date: date!(2026 - 11 - 20),
        title: "Thông báo".to_owned(),
        file: None,
    };
    result::Command::RecordPaper { leg: leg.clone(), result: Kind::Granted, paper, reasons: String::new() }
}

pub(crate) fn paper_return(leg: &LegCode) -> result::Command {
    let to = Recipient { name: "Nguyễn Thị Hoa".to_owned(), identity: "056090001234".to_owned() };
    let (person, channel) = (PersonId(Uuid::from_u128(9)), Channel::Counter);
    result::Command::HandOutPaper { leg: leg.clone(), person, to, channel }
}

pub(crate) fn grant() -> result::Command {
    record(Kind::Granted, "")
}

pub(crate) fn hand_over(name: &str) -> result::Command {
    let to = Recipient { name: name.to_owned(), identity: "056090001234".to_owned() };
    result::Command::Return { person: PersonId(Uuid::from_u128(9)), to, channel: Channel::Counter }
}

pub(crate) fn rating() -> result::Command {
    result::Command::Rate { score: Score::try_from(4).expect("1 to 5"), comment: String::new() }
}
