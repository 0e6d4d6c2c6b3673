//! A result, the people at the end of the way, and what stands between them.

mod bundle;
mod hand_out_paper;
mod hand_over;
mod rate;
mod record;
mod record_paper;
mod stored;

use crate::{Command, Event, Facts, Kind, Member, Paper, Recipient, Score, State, decide, evolve};
use catalog::Channel;
use kernel::{Actor, AgencyCode, Fact, LegCode, PersonId, Role, Rule, Staff, UserId, Violation};
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
        file: None,
    }
}

fn grant() -> Command {
    Command::Record { result: Kind::Granted, paper: Some(paper()), reasons: String::new() }
}

fn denial(reasons: &str) -> Command {
    Command::Record { result: Kind::Denied, paper: Some(paper()), reasons: reasons.to_owned() }
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
    among(&[], actor, state, command)
}

/// What is decided where these are the members of a bundle and `H32.2` and `H32.3` work on it too.
fn among(
    members: &[Member],
    actor: &Actor,
    state: &State,
    command: Command,
) -> Result<Vec<Event>, Violation> {
    at_the_lead(members, actor, |facts| decide(state, facts, command))
}

fn at_the_lead<T>(members: &[Member], actor: &Actor, ask: impl FnOnce(&Facts<'_>) -> T) -> T {
    let (agency, coordinating) = (agency("H32.1"), [agency("H32.2"), agency("H32.3")]);
    ask(&Facts { actor, now: NOW, agency: &agency, members, coordinating: &coordinating })
}

fn leg(code: &str) -> LegCode {
    code.parse().expect("a leg's code")
}

fn member(code: &str, at: &str) -> Member {
    Member { leg: leg(code), agency: agency(at), name: format!("Giấy {code}"), early: false, done: true }
}

/// A birth: the lead registers it and hands the certificate out early; the police and the insurance add theirs.
fn birth() -> Vec<Member> {
    let certificate = Member { early: true, ..member("khai-sinh", "H32.1") };
    vec![certificate, member("cu-tru", "H32.2"), member("bao-hiem", "H32.3")]
}

fn granted(code: &str) -> Command {
    Command::RecordPaper { leg: leg(code), result: Kind::Granted, paper: paper(), reasons: String::new() }
}

fn denied(code: &str, reasons: &str) -> Command {
    Command::RecordPaper { leg: leg(code), result: Kind::Denied, paper: paper(), reasons: reasons.to_owned() }
}

/// The state of the birth after these papers, each recorded by an officer of its agency.
fn collected(papers: Vec<Command>) -> State {
    papers.into_iter().fold(State::default(), |state, command| {
        let Command::RecordPaper { leg, .. } = &command else { panic!("{command:?} records no paper") };
        let member = birth().into_iter().find(|member| member.leg == *leg).expect("a member");
        let officer = staff(Role::Officer, member.agency.as_str());
        let events = among(&birth(), &officer, &state, command).expect("allowed");
        events.iter().fold(state, evolve)
    })
}

fn all_granted() -> State {
    collected(vec![granted("khai-sinh"), granted("cu-tru"), granted("bao-hiem")])
}

/// The state of the birth after one more command, which must succeed.
fn then(state: State, actor: &Actor, command: Command) -> State {
    among(&birth(), actor, &state, command).expect("allowed").iter().fold(state, evolve)
}

fn whole(result: Kind) -> Command {
    let reasons = if result == Kind::Denied { "Không đủ điều kiện." } else { "" };
    Command::Record { result, paper: None, reasons: reasons.to_owned() }
}

fn early(code: &str) -> Command {
    early_to(code, "Nguyễn Thị Hoa", "056090001234")
}

fn early_to(code: &str, name: &str, identity: &str) -> Command {
    let to = Recipient { name: name.to_owned(), identity: identity.to_owned() };
    Command::HandOutPaper {
        leg: leg(code),
        person: PersonId(Uuid::from_u128(9)),
        to,
        channel: Channel::Counter,
    }
}

fn list(legs: &[&str]) -> Fact {
    Fact::List(legs.iter().map(|leg| (*leg).to_owned()).collect())
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
