//! A rescheduling that another agency than the lead proposes.

use super::life::{DUE, THIRD, THURSDAY};
use super::made::day;
use super::way::Passing;
use super::{Case, case};
use crate::ground::{SECOND, THIRD as THIRD_AGENCY, code};
use crate::people::user;
use deadline::{Approved, Endorsed, Event as Time, Proposed, Rejected};
use dossier::Event;
use kernel::Role;

/// It lies with the second agency.
fn there() -> Passing {
    Passing::begun("the lead, then another agency, coarse", &["tham-dinh"], &[]).does(
        "officer",
        2,
        "tham-dinh",
        &["ky"],
    )
}

fn proposed(who: &'static str, by: u128, agency: Option<&str>) -> Passing {
    let (reason, apology, agency) = ("Thiếu người".to_owned(), "Xin lỗi.".to_owned(), agency.map(code));
    let proposed =
        Proposed { at: THURSDAY, by: user(by), reason, apology, from: DUE, to: day(THIRD), agency };
    there().then(who, [Event::Deadline(Time::RescheduleProposed(proposed))])
}

fn proposes() -> Passing {
    proposed("officer of the second", 22, Some(SECOND))
}

fn endorsement(by: u128) -> Event {
    Event::Deadline(Time::RescheduleEndorsed(Endorsed { at: THURSDAY, by: user(by), role: Role::Head }))
}

fn endorsed(who: &'static str, by: u128) -> Passing {
    proposes().then(who, [endorsement(by)])
}

fn approved(
    life: Passing,
    who: &'static str,
    by: u128,
    caused_by: Option<&str>,
    endorsed_by: Option<u128>,
) -> Passing {
    let approved = Approved {
        at: THURSDAY,
        by: user(by),
        role: Role::Head,
        proposed_by: user(22),
        reason: "Thiếu người".to_owned(),
        apology: "Xin lỗi.".to_owned(),
        from: DUE,
        to: day(THIRD),
        added_seconds: 0,
        total_seconds: 0,
        caused_by: caused_by.map(code),
        endorsed_by: endorsed_by.map(user),
    };
    life.then(who, [Event::Deadline(Time::RescheduleApproved(approved))])
}

fn rejected(life: Passing, who: &'static str, by: u128) -> Passing {
    let rejected = Rejected { at: THURSDAY, by: user(by), reason: "Làm thêm giờ".to_owned() };
    life.then(who, [Event::Deadline(Time::RescheduleRejected(rejected))])
}

pub(super) fn cases() -> Vec<Case> {
    let stands = endorsed("head of the second", 24);
    let right = approved(stands.clone(), "head", 5, Some(SECOND), Some(24));
    let by_the_deputy = endorsed("deputy of the second", 25);
    let holding = "endorsed-by-who-holds-it-up";
    let before = "head-approves: endorsed before";
    let names = "written-apology: it names who caused it";
    let by_themselves = approved(stands.clone(), "head of the second", 24, Some(SECOND), Some(24));
    let late_rejection = rejected(stands.clone(), "head of the second", 24);
    vec![
        case(holding, endorsed("head of the third", 34).life, stands.life.clone()),
        case(holding, endorsed("head", 5).life, stands.life.clone()),
        case(holding, endorsed("leader of the second", 23).life, by_the_deputy.life),
        case(holding, stands.clone().then("head of the second", [endorsement(24)]).life, stands.life.clone()),
        case(before, approved(proposes(), "head", 5, Some(SECOND), None).life, right.life.clone()),
        case(before, approved(stands.clone(), "head", 5, Some(SECOND), None).life, right.life.clone()),
        case(names, approved(stands.clone(), "head", 5, None, Some(24)).life, right.life.clone()),
        case(names, proposed("officer of the second", 22, None).life, proposes().life),
        case(names, proposed("officer of the second", 22, Some(THIRD_AGENCY)).life, proposes().life),
        case("head-approves", by_themselves.life, right.life),
        case("head-approves", late_rejection.life, rejected(proposes(), "head of the second", 24).life),
    ]
}
