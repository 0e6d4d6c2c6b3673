//! The sample province: every file is read, every procedure may be published.

use crate::repository::{MINUTES_PER_DAY, adoption, agencies, basis, calendars, procedures};
use calendar::{ProcessingTime, Unit};
use catalog::{AgencyTree, Amount, Draft, Form, Load, Version, publish};
use kernel::{AgencyCode, LegCode, ProcedureCode};
use std::collections::BTreeSet;

fn published(draft: &Draft, agencies: &AgencyTree) -> Version {
    let lacks =
        |lacks: Vec<catalog::Lack>| -> Vec<String> { lacks.iter().map(ToString::to_string).collect() };
    publish(draft, 1, basis(agencies))
        .map_err(lacks)
        .unwrap_or_else(|lacks| panic!("{}: {lacks:#?}", draft.code))
}

fn procedure(code: &str) -> Draft {
    let found = procedures().into_iter().map(|(_, draft)| draft).find(|draft| draft.code.as_str() == code);
    found.unwrap_or_else(|| panic!("{code} is among the procedures"))
}

fn codes(texts: &[&str]) -> Vec<LegCode> {
    texts.iter().map(|text| text.parse().expect("a code")).collect()
}

#[test]
fn every_procedure_publishes() {
    let agencies = agencies();
    let procedures = procedures();
    assert!(procedures.len() >= 14, "{}", procedures.len());
    for (_, draft) in &procedures {
        published(draft, &agencies);
    }
}

#[test]
fn a_procedure_is_listed_once_and_only_a_draft_is_unverified() {
    let mut seen: BTreeSet<ProcedureCode> = BTreeSet::new();
    for (file, draft) in procedures() {
        assert!(seen.insert(draft.code.clone()), "{} is listed twice, again in {file}", draft.code);
        assert!(!draft.unverified, "{}", draft.code);
    }
}

#[test]
fn every_calendar_is_sound_and_every_agency_has_one() {
    let calendars = calendars();
    for agency in agencies().iter() {
        let calendar = calendars.get(&agency.calendar);
        let minutes = calendar.map(|calendar| calendar.data().minutes_per_day);
        assert_eq!(minutes, Some(MINUTES_PER_DAY), "{}: calendar {}", agency.code, agency.calendar);
    }
}

#[test]
fn every_agency_stands_below_the_province_and_has_a_public_hotline() {
    let agencies = agencies();
    let top: AgencyCode = "H32".parse().expect("a code");
    for agency in agencies.iter() {
        let is_below = agencies.above(&agency.code).any(|above| above.code == top);
        assert!(agency.code == top || is_below, "{}", agency.code);
        assert!(agency.hotline.is_some(), "{}", agency.code);
    }
}

#[test]
fn the_sample_shows_every_unit_form_and_kind_of_fee_at_six_agencies_or_more() {
    let drafts: Vec<Draft> = procedures().into_iter().map(|(_, draft)| draft).collect();
    let units: BTreeSet<Unit> =
        drafts.iter().filter_map(|draft| draft.time).map(ProcessingTime::unit).collect();
    assert_eq!(units.len(), 5, "{units:?}");
    let receivers: BTreeSet<_> = drafts.iter().flat_map(|draft| &draft.received_by).collect();
    assert!(receivers.len() >= 6, "{receivers:?}");
    let ways = drafts.iter().flat_map(|draft| &draft.components).flat_map(|component| &component.any_of);
    let forms: BTreeSet<Form> = ways.map(|way| way.form).collect();
    assert_eq!(forms.len(), 3);
    let fees = || drafts.iter().flat_map(|draft| &draft.channels).flat_map(|offer| &offer.fees);
    assert!(fees().any(|fee| fee.amount == Amount::Free));
    assert!(fees().any(|fee| matches!(fee.amount, Amount::Dong(_))));
    assert!(fees().any(|fee| matches!(fee.amount, Amount::SetByCouncil(_))));
}

#[test]
fn the_birth_bundle_has_police_beside_social_insurance_inside_20_working_days() {
    let draft = procedure("2.000986");
    let version = published(&draft, &agencies());
    let process = version.process_of(&catalog::ONLY_CASE.parse().expect("a code"));
    for side in ["thuong-tru", "bao-hiem-y-te"] {
        let leg = process.leg(&side.parse().expect("a code")).expect("a leg");
        assert_eq!(leg.after, codes(&["khai-sinh"]));
        assert!(leg.agency.is_some(), "another agency answers for {side}");
    }
    let longest = process.longest_path(MINUTES_PER_DAY);
    assert_eq!(longest.legs, codes(&["khai-sinh", "thuong-tru", "tap-hop"]));
    let eighteen = ProcessingTime::new(18, Unit::WorkingDays).expect("a time");
    assert_eq!(longest.load, Load::of(eighteen, MINUTES_PER_DAY));
}

#[test]
fn investment_approval_takes_its_17_working_days_to_the_hour() {
    let mut draft = procedure("1.009645");
    let agencies = agencies();
    published(&draft, &agencies);
    let process = draft.process.as_mut().expect("its process");
    let path = process.longest_path(MINUTES_PER_DAY);
    assert_eq!(path.legs, codes(&["lay-y-kien", "y-kien-quy-hoach", "bao-cao", "chap-thuan"]));
    let last = process.legs.last_mut().expect("a leg");
    last.share = ProcessingTime::new(25, Unit::WorkingHours).expect("a time");
    assert!(publish(&draft, 1, basis(&agencies)).is_err(), "one hour over");
}

#[test]
fn adoption_names_agencies_that_are_listed_and_ends_with_an_entry_for_any() {
    let (adoption, agencies) = (adoption(), agencies());
    for code in adoption.entries.iter().flat_map(|entry| &entry.received_by) {
        assert!(agencies.get(code).is_some_and(|agency| agency.counter.is_some()), "{code}");
    }
    let is_for_any = |at: usize| {
        let entry = &adoption.entries[at];
        entry.procedures.is_empty() && entry.fields.is_empty()
    };
    let any: Vec<usize> = (0..adoption.entries.len()).filter(|at| is_for_any(*at)).collect();
    assert_eq!(any, [adoption.entries.len() - 1]);
}
