//! Who applies, and what they hand in.

use super::Year;
use crate::chance::Chance;
use crate::demand::Choice;
use crate::habits;
use crate::life::Life;
use catalog::{Component, Version};
use intake::{Applicant, ApplicantKind, Handed};
use kernel::{CaseCode, ComponentCode, PersonId};
use result::Recipient;
use uuid::Uuid;

/// What a person is to a dossier, in the ids of their details.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    Applicant,
    ApplicantAnew,
    Recipient,
    /// Of one paper of a bundle, by its place.
    RecipientOf(u8),
}

impl Year {
    /// What is handed in: everything, or not quite.
    pub(super) fn handed_in(&mut self, choice: usize) -> Vec<Handed> {
        let lacking = self.chance.happens(habits::LACKING);
        let Choice { version, case, .. } = &self.choices[choice];
        let mut handed = complete(version, case, &mut self.chance);
        if lacking {
            spoil(&mut handed, &mut self.chance);
        }
        handed
    }
}

fn complete(version: &Version, case: &CaseCode, chance: &mut Chance) -> Vec<Handed> {
    let components = version.components_of(case);
    let mut brought =
        |component: &&Component| component.always_required() || chance.happens(habits::CONDITIONAL_COMPONENT);
    components.filter(|component| brought(component)).map(in_order).collect()
}

/// A component as it is asked for.
fn in_order(component: &Component) -> Handed {
    let way = component.any_of[0];
    Handed {
        component: component.code.clone(),
        form: way.form,
        copies: way.count,
        file: None,
        paper_only_reason: Some("Bản giấy lưu tại cơ quan".to_owned()),
    }
}

/// One of what is handed in is missing, or not scanned.
fn spoil(handed: &mut Vec<Handed>, chance: &mut Chance) {
    if handed.is_empty() {
        return;
    }
    let last = i64::try_from(handed.len()).unwrap_or(1) - 1;
    let place = usize::try_from(chance.between(0..=last)).unwrap_or(0);
    if chance.happens(600) {
        handed.remove(place);
    } else {
        handed[place].paper_only_reason = None;
    }
}

/// These components as they are asked for; of several one may be left out.
pub(super) fn brought<'a>(
    choice: &Choice,
    asked: impl Iterator<Item = &'a ComponentCode>,
    chance: &mut Chance,
) -> Vec<Handed> {
    let found = |code| choice.version.component_of(&choice.case, code);
    let mut brought: Vec<Handed> = Vec::new();
    for component in asked.filter_map(found) {
        if brought.iter().all(|handed| handed.component != component.code) {
            brought.push(in_order(component));
        }
    }
    if chance.happens(habits::STILL_WANTING) {
        brought.pop();
    }
    brought
}

/// The id of a person's details.
pub(super) fn person(life: &Life, part: Part) -> PersonId {
    let place = match part {
        Part::Applicant => 1,
        Part::ApplicantAnew => 2,
        Part::Recipient => 3,
        Part::RecipientOf(n) => 16 + u128::from(n),
    };
    PersonId(Uuid::from_u128(life.id.0.as_u128() | (place << 32)))
}

/// Who applies; some leave out where they can be reached.
pub(super) fn applicant(number: u32, reachable: bool) -> Applicant {
    let kind = if number.is_multiple_of(9) { ApplicantKind::Enterprise } else { ApplicantKind::Citizen };
    Applicant {
        kind,
        name: name(number),
        identity: format!("{number:012}"),
        phone: if reachable { format!("{number:010}") } else { String::new() },
        email: String::new(),
        address: format!("Số {} đường Thử, tỉnh Mẫu", number % 400 + 1),
    }
}

/// Who collects.
pub(super) fn recipient(number: u32) -> Recipient {
    Recipient { name: name(number), identity: format!("{number:012}") }
}

fn name(number: u32) -> String {
    const FAMILY: [&str; 7] = ["Nguyễn", "Trần", "Lê", "Phạm", "Võ", "Đặng", "Bùi"];
    const GIVEN: [&str; 9] = ["An", "Bình", "Chi", "Dũng", "Hoa", "Lan", "Minh", "Phúc", "Thảo"];
    let (family, given) = (FAMILY[number as usize % 7], GIVEN[number as usize / 7 % 9]);
    format!("{family} Thử {given} {number}")
}
