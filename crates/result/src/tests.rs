//! A result, the people at the end of the way, and what stands between them.

mod hand_over;
mod rate;
mod record;

use crate::{Command, Event, Facts, Kind, Paper, Recipient, Score, State, decide, evolve};
use catalog::Channel;
use kernel::{Actor, AgencyCode, PersonId, Role, Rule, Staff, UserId, Violation};
use time::OffsetDateTime;
use time::macros::{date, datetime};
use uuid::Uuid;

const NOW: OffsetDateTime = datetime!(2026-11-20 15:30 +7);

fn agency(code: &str) -> AgencyCode {
    code.parse().expect("an agency's code")
}

fn staff(role: Role, at: &str) -> Actor {
    Actor::Staff(Staff {
        user: UserId(Uuid::from_u128(1)),
        agency: agency(at),
        roles: vec![role],
        fields: vec![],
    })
}

fn clerk() -> Actor {
    staff(Role::Clerk, "H32.1")
}

fn officer() -> Actor {
    staff(Role::Officer, "H32.1")
}

fn paper() -> Paper {
    Paper {
        number: "15/GP-SXD".to_owned(),
        date: date!(2026 - 11 - 20),
        title: "Giấy phép xây dựng".to_owned(),
    }
}

fn grant() -> Command {
    Command::Record { result: Kind::Granted, paper: paper(), reasons: String::new() }
}

fn denial(reasons: &str) -> Command {
    Command::Record { result: Kind::Denied, paper: paper(), reasons: reasons.to_owned() }
}

fn hand_over(name: &str, identity: &str) -> Command {
    let to = Recipient { name: name.to_owned(), identity: identity.to_owned() };
    Command::Return { person: PersonId(Uuid::from_u128(9)), to, channel: Channel::Counter }
}

fn to_the_applicant() -> Command {
    hand_over("Nguyễn Thị Hoa", "056090001234")
}

fn rating(score: u8) -> Command {
    Command::Rate { score: Score::try_from(score).expect("1 to 5"), comment: String::new() }
}

fn by(actor: &Actor, state: &State, command: Command) -> Result<Vec<Event>, Violation> {
    decide(state, &Facts { actor, now: NOW, agency: &agency("H32.1") }, command)
}

/// The state after these commands, which must succeed.
fn after(acts: Vec<(Actor, Command)>) -> State {
    acts.into_iter().fold(State::default(), |state, (actor, command)| {
        by(&actor, &state, command).expect("allowed").iter().fold(state, evolve)
    })
}

fn recorded() -> State {
    after(vec![(officer(), grant())])
}

fn returned() -> State {
    after(vec![(officer(), grant()), (clerk(), to_the_applicant())])
}

fn broken<T: std::fmt::Debug>(decided: Result<T, Violation>) -> Rule {
    decided.expect_err("refused").rule
}
