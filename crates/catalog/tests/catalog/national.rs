//! The national portal's data, where it lies beside the repository: 40 procedures, taken up by the sample province.

use crate::repository::{MINUTES_PER_DAY, adoption, agencies, basis, portal_data};
use catalog::portal::{self, FromPortal};
use catalog::{Component, Lack, Version, publish};
use std::collections::BTreeSet;

/// What was read; none, and said so, where the data isn't there.
#[expect(clippy::print_stderr, reason = "a test that has nothing to read says so")]
fn read() -> Option<Vec<FromPortal>> {
    let Some(text) = portal_data() else {
        eprintln!("../shared/data/procedures.json isn't there: nothing of the portal's data is tested");
        return None;
    };
    Some(portal::read(&text).expect("the portal's shape"))
}

fn taken_up(read: &FromPortal) -> Result<Version, Vec<Lack>> {
    let mut draft = read.draft.clone();
    adoption().take_up(&mut draft, MINUTES_PER_DAY);
    publish(&draft, 1, basis(&agencies()))
}

fn has_remark(read: &FromPortal, part: &str) -> bool {
    read.remarks.iter().any(|remark| remark.contains(part))
}

#[test]
fn all_are_read_and_what_is_not_usable_is_told() {
    let Some(all) = read() else { return };
    let count = |part: &str| all.iter().filter(|read| has_remark(read, part)).count();
    assert_eq!(all.len(), 40);
    assert_eq!(count("not verified at its source"), 5);
    assert_eq!(count("no usable code"), 3);
    assert_eq!(count("no usable processing time"), 11);
    assert_eq!(count("no component is listed"), 4);
    assert_eq!(count("stages are told in words"), 11);
}

#[test]
fn what_is_verified_and_has_a_time_publishes_and_nothing_else_does() {
    let Some(all) = read() else { return };
    let verified = all.iter().filter(|read| !read.draft.unverified);
    assert_eq!(verified.clone().count(), 35);
    assert_eq!(verified.filter(|read| read.draft.time.is_some()).count(), 29);
    for read in &all {
        let expected = !read.draft.unverified && read.draft.time.is_some();
        let outcome = taken_up(read);
        assert_eq!(outcome.is_ok(), expected, "{}: {:#?}", read.draft.code, outcome.err());
    }
}

#[test]
fn the_only_things_that_lack_are_a_time_and_somebody_who_checks() {
    let Some(all) = read() else { return };
    let lacks = all.iter().filter_map(|read| taken_up(read).err()).flatten();
    let said: BTreeSet<String> = lacks.map(|lack| lack.to_string()).collect();
    let known = ["no channel", "no process", "no usable processing time", "not verified at its source"];
    assert_eq!(said.len(), known.len(), "{said:#?}");
    for (said, start) in said.iter().zip(known) {
        assert!(said.starts_with(start), "{said}");
    }
}

#[test]
fn a_heading_that_only_says_how_to_hand_in_is_no_case() {
    let Some(all) = read() else { return };
    let cases: Vec<_> = all.iter().flat_map(|read| &read.draft.cases).collect();
    assert_eq!(cases.len(), 56);
    for case in cases {
        let name = case.name.to_lowercase();
        for words in ["phải nộp", "phải xuất trình", "ủy quyền", "nộp lại"] {
            assert!(!name.contains(words), "{name}");
        }
        assert!(!["", "thành phần", "hồ sơ"].contains(&name.as_str()), "{name}");
    }
}

#[test]
fn what_stands_under_a_condition_is_never_always_required() {
    let Some(all) = read() else { return };
    let components = || all.iter().flat_map(|read| &read.draft.components);
    let starts = ["trường hợp", "đối với", "văn bản ủy quyền", "mẫu hộ tịch điện tử"];
    let always = |component: &&Component| component.always_required();
    for component in components().filter(always) {
        let name = component.name.to_lowercase();
        assert!(!starts.iter().any(|start| name.starts_with(start)), "{name}");
    }
    assert_eq!((components().count(), components().filter(always).count()), (396, 210));
}

#[test]
fn every_case_asks_for_something() {
    let Some(all) = read() else { return };
    for version in all.iter().filter_map(|read| taken_up(read).ok()) {
        let told_in_words_only = version.code().as_str() == "2.000821";
        for case in &version.content().cases {
            let asked_for = version.components_of(&case.code).count();
            assert_eq!(asked_for == 0, told_in_words_only, "{} {}", version.code(), case.name);
        }
    }
}

#[test]
fn interlinked_ones_taken_up_with_their_own_process_go_through_several_agencies() {
    let Some(all) = read() else { return };
    for (code, legs) in [("2.000986", 4), ("2.001023", 3), ("1.009645", 5)] {
        let read = all.iter().find(|read| read.draft.code.as_str() == code).expect("it is among them");
        let version = taken_up(read).expect("it publishes");
        let first = &version.content().cases[0].code;
        assert_eq!(version.process_of(first).legs.len(), legs, "{code}");
    }
}
