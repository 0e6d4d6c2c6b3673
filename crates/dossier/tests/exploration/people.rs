//! Everybody who may come to the counter or to a desk.

use crate::ground::{FIELD, LEAD, OUTSIDE, SECOND, THIRD, code};
use crate::judge::law::Law;
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

/// Everybody, of every agency. The program knows one applicant: whoever holds the dossier's secret; another is turned away
/// before any command is made.
pub(crate) fn everybody() -> Vec<Person> {
    let mut people = vec![
        Person { name: "applicant", actor: Actor::Applicant },
        Person { name: "system", actor: Actor::System },
        staff("clerk", 1, LEAD, &[Role::Clerk]),
        staff("officer", 2, LEAD, &[Role::Officer]),
        staff("other officer", 3, LEAD, &[Role::Officer]),
        staff("leader", 4, LEAD, &[Role::Leader]),
        staff("head", 5, LEAD, &[Role::Head]),
        entrusted("deputy entrusted", 6, LEAD),
        staff("deputy not entrusted", 7, LEAD, &[Role::Deputy]),
        staff("officer who is head", 8, LEAD, &[Role::Officer, Role::Head]),
        staff("clerk outside", 9, OUTSIDE, &[Role::Clerk]),
        staff("officer outside", 10, OUTSIDE, &[Role::Officer]),
        staff("head outside", 11, OUTSIDE, &[Role::Head, Role::Leader]),
        staff("supervisor", 12, LEAD, &[Role::Supervisor, Role::Administrator]),
    ];
    people.extend(of_coordinators());
    people
}

/// The deputy of the second agency is entrusted with the field, that of the third isn't; an officer is head, too.
fn of_coordinators() -> Vec<Person> {
    vec![
        staff("clerk of the second", 21, SECOND, &[Role::Clerk]),
        staff("officer of the second", 22, SECOND, &[Role::Officer]),
        staff("leader of the second", 23, SECOND, &[Role::Leader]),
        staff("head of the second", 24, SECOND, &[Role::Head]),
        entrusted("deputy of the second", 25, SECOND),
        staff("other officer of the second", 26, SECOND, &[Role::Officer, Role::Head]),
        staff("clerk of the third", 31, THIRD, &[Role::Clerk]),
        staff("officer of the third", 32, THIRD, &[Role::Officer]),
        staff("leader of the third", 33, THIRD, &[Role::Leader]),
        staff("head of the third", 34, THIRD, &[Role::Head]),
        staff("deputy of the third", 35, THIRD, &[Role::Deputy]),
    ]
}

/// Everybody who may come to a dossier of this procedure: of its agencies, and of one that has nothing to do with it.
pub(crate) fn people_of(law: &Law) -> Vec<Person> {
    let agencies = law.agencies();
    let comes = |person: &Person| match &person.actor {
        Actor::Staff(staff) => {
            let agency = staff.agency.as_str();
            agency == OUTSIDE || agencies.contains(agency)
        }
        Actor::Applicant | Actor::System => true,
    };
    everybody().into_iter().filter(comes).collect()
}

fn staff(name: &'static str, n: u128, agency: &str, roles: &[Role]) -> Person {
    Person { name, actor: Actor::Staff(member(n, agency, roles)) }
}

fn entrusted(name: &'static str, n: u128, agency: &str) -> Person {
    let deputy = Staff { fields: vec![FIELD.to_owned()], ..member(n, agency, &[Role::Deputy]) };
    Person { name, actor: Actor::Staff(deputy) }
}

/// The account with this number.
pub(crate) fn user(n: u128) -> UserId {
    UserId(Uuid::from_u128(n))
}

/// A member of staff.
pub(crate) fn member(n: u128, agency: &str, roles: &[Role]) -> Staff {
    Staff { user: user(n), agency: code(agency), roles: roles.to_vec(), fields: vec![] }
}
