//! Everybody who may come to the counter or to a desk.

use crate::ground::{ELSEWHERE, FIELD, LEAD, code};
use kernel::{Actor, Role, Staff, UserId};
use uuid::Uuid;

/// Somebody, with the name that reports use.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    /// The name in reports.
    pub(crate) name: &'static str,
    /// Who it is.
    pub(crate) actor: Actor,
}

/// Everybody. The program knows one applicant: whoever holds the dossier's secret; another is turned away before any
/// command is made.
pub(crate) fn everybody() -> Vec<Person> {
    let staff = |name, n, agency, roles| Person { name, actor: Actor::Staff(member(n, agency, roles)) };
    vec![
        Person { name: "applicant", actor: Actor::Applicant },
        Person { name: "system", actor: Actor::System },
        staff("clerk", 1, LEAD, &[Role::Clerk]),
        staff("officer", 2, LEAD, &[Role::Officer]),
        staff("other officer", 3, LEAD, &[Role::Officer]),
        staff("leader", 4, LEAD, &[Role::Leader]),
        staff("head", 5, LEAD, &[Role::Head]),
        Person { name: "deputy entrusted", actor: Actor::Staff(entrusted()) },
        staff("deputy not entrusted", 7, LEAD, &[Role::Deputy]),
        staff("officer who is head", 8, LEAD, &[Role::Officer, Role::Head]),
        staff("clerk elsewhere", 9, ELSEWHERE, &[Role::Clerk]),
        staff("officer elsewhere", 10, ELSEWHERE, &[Role::Officer]),
        staff("head elsewhere", 11, ELSEWHERE, &[Role::Head, Role::Leader]),
        staff("supervisor", 12, LEAD, &[Role::Supervisor, Role::Administrator]),
    ]
}

/// The account with this number.
pub(crate) fn user(n: u128) -> UserId {
    UserId(Uuid::from_u128(n))
}

/// A member of staff.
pub(crate) fn member(n: u128, agency: &str, roles: &[Role]) -> Staff {
    Staff { user: user(n), agency: code(agency), roles: roles.to_vec(), fields: vec![] }
}

fn entrusted() -> Staff {
    Staff { fields: vec![FIELD.to_owned()], ..member(6, LEAD, &[Role::Deputy]) }
}
