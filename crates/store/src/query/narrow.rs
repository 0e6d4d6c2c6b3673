//! What a list's filter leaves of the dossiers. What narrows most is a list of ids of its own, found by its own index,
//! so that neither database walks through all that an agency ever had.

use super::list::Filter;
use super::scope::{Boxed, Scope};
use super::timely::by_lateness;
use crate::schema::{consultations, dossiers, needs, people, step_turns};
use crate::sql_types::{Id, kept};
use crate::text::{folded, holding};
use diesel::prelude::*;
use diesel::sql_types::Bool;
use kernel::Staff;
use time::OffsetDateTime;

diesel::alias!(dossiers as twins: Twins);

pub(super) fn narrowed<'a>(mut dossiers: Boxed<'a>, scope: &Scope, filter: &Filter) -> Boxed<'a> {
    if let Some(stage) = &filter.stage {
        dossiers = dossiers.filter(dossiers::stage.eq(stage.clone()));
    }
    if let Some(agency) = &filter.agency {
        dossiers = dossiers.filter(dossiers::agency.eq(agency.clone()));
    }
    if let Some(staff) = &filter.desk_of {
        dossiers = on_the_desk_of(dossiers, staff);
    }
    if let Some(agency) = &filter.asked_of {
        dossiers = asked_of(dossiers, agency);
    }
    if let Some(moment) = filter.due_from {
        dossiers = dossiers.filter(dossiers::appointment.ge(kept(moment)).assume_not_null());
    }
    if let Some(moment) = filter.due_before {
        dossiers = due_before(dossiers, filter, moment);
    }
    if let Some(late) = filter.late {
        dossiers = by_lateness(dossiers, late, filter.now);
    }
    match filter.q.as_deref().map(str::trim).filter(|q| !q.is_empty()) {
        Some(q) => found_by(dossiers, scope, q),
        None => dossiers,
    }
}

fn on_the_desk_of<'a>(dossiers: Boxed<'a>, staff: &Staff) -> Boxed<'a> {
    let roles: Vec<String> = staff.roles.iter().map(|role| role.as_str().to_owned()).collect();
    let theirs = step_turns::table
        .filter(step_turns::ended_at.is_null())
        .filter(step_turns::agency.eq(staff.agency.to_string()))
        .filter(step_turns::role.eq_any(roles))
        .filter(step_turns::officer.is_null().or(step_turns::officer.eq(Id(staff.user.0)).assume_not_null()));
    let in_work = dossiers::stage.eq_any(["accepted", "in_progress"]);
    dossiers.filter(dossiers::id.eq_any(theirs.select(step_turns::dossier_id))).filter(in_work)
}

fn asked_of<'a>(dossiers: Boxed<'a>, agency: &str) -> Boxed<'a> {
    let needs = needs::table.filter(needs::agency.eq(agency.to_owned())).filter(needs::state.eq("waiting"));
    let consulted = consultations::table
        .filter(consultations::asked.eq(agency.to_owned()))
        .filter(consultations::answered_at.is_null());
    let in_hand = dossiers::finished_at.is_null().and(dossiers::stage.ne_all(ENDED));
    let asked = dossiers::id
        .eq_any(needs.select(needs::dossier_id))
        .or(dossiers::id.eq_any(consulted.select(consultations::dossier_id)));
    dossiers.filter(asked).filter(in_hand)
}

/// Stages at which an accepted dossier has ended without a result.
const ENDED: [&str; 2] = ["withdrawn", "closed"];

/// Unfinished: neither a result nor withdrawn nor closed; found by the agency that received them, where one is asked for.
fn due_before<'a>(dossiers: Boxed<'a>, filter: &Filter, moment: OffsetDateTime) -> Boxed<'a> {
    let from = filter.due_from.unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let due = twins
        .filter(twins.field(dossiers::finished_at).is_null())
        .filter(twins.field(dossiers::appointment).ge(kept(from)))
        .filter(twins.field(dossiers::appointment).lt(kept(moment)))
        .filter(twins.field(dossiers::stage).ne_all(ENDED))
        .select(twins.field(dossiers::id));
    match filter.agency.clone() {
        Some(agency) => {
            dossiers.filter(dossiers::id.eq_any(due.filter(twins.field(dossiers::agency).eq(agency))))
        }
        None => dossiers.filter(dossiers::id.eq_any(due)),
    }
}

fn found_by<'a>(dossiers: Boxed<'a>, scope: &Scope, q: &str) -> Boxed<'a> {
    if begins_a_number(q) {
        return numbered(dossiers, &q.to_uppercase());
    }
    if !scope.sees_people() {
        return dossiers.filter(false.into_sql::<Bool>());
    }
    let applicants = people::table.filter(people::part.eq("applicant")).select(people::dossier_id);
    if is_number_of_a_person(q) {
        let theirs = people::identity.eq(q.to_owned()).or(people::phone.eq(q.to_owned()));
        dossiers.filter(dossiers::id.eq_any(applicants.filter(theirs)))
    } else {
        let named = people::name_folded.like(holding(&folded(q))).escape('!');
        dossiers.filter(dossiers::id.eq_any(applicants.filter(named)))
    }
}

/// A range, which an index serves on both databases; `like` is no such thing on either.
fn numbered<'a>(dossiers: Boxed<'a>, beginning: &str) -> Boxed<'a> {
    let behind = format!("{beginning}\u{10ffff}");
    let code = twins.field(dossiers::code);
    let such = twins.filter(code.ge(beginning.to_owned())).filter(code.lt(behind));
    dossiers.filter(dossiers::id.eq_any(such.select(twins.field(dossiers::id))))
}

/// A letter and two digits, then nothing, a dot or a hyphen: so begins an agency's identifier, and with it a number.
fn begins_a_number(q: &str) -> bool {
    let [letter, one, two, rest @ ..] = q.as_bytes() else { return false };
    let agency = letter.is_ascii_alphabetic() && one.is_ascii_digit() && two.is_ascii_digit();
    agency && matches!(rest.first(), None | Some(b'.' | b'-'))
}

/// Seven digits or more: no name has so many, and no phone or identity number fewer.
fn is_number_of_a_person(q: &str) -> bool {
    q.bytes().filter(u8::is_ascii_digit).count() >= 7
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_a_number_a_persons_number_or_a_name() {
        assert!(begins_a_number("H32") && begins_a_number("h32.17") && begins_a_number("H32-261123-0001"));
        assert!(!begins_a_number("H3") && !begins_a_number("H321") && !begins_a_number("B1234567"));
        assert!(is_number_of_a_person("0905123456") && is_number_of_a_person("B1234567"));
        assert!(!is_number_of_a_person("Công ty 319") && !is_number_of_a_person("Nguyễn"));
    }
}
