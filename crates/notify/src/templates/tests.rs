//! The texts that come with the program, and those of an office.

use super::{Script, Templates, built_in};
use crate::occasion::{Occasion, samples};
use crate::sms::{Coding, Segments};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (file, text) in files {
        fs::write(folder.path().join(file), text).expect("written");
    }
    folder
}

fn faults(files: &[(&str, &str)]) -> Vec<String> {
    Templates::read(folder(files).path()).1.iter().map(ToString::to_string).collect()
}

fn accepted() -> Occasion {
    samples().into_iter().find(|occasion| occasion.topic() == "accepted").expect("a sample")
}

#[test]
fn every_occasion_has_its_texts_and_every_text_its_occasion() {
    let of_samples: BTreeSet<String> = samples().iter().map(|it| it.text().to_owned()).collect();
    let name = |file: &str| file.split('.').next().expect("a name").to_owned();
    let of_files: BTreeSet<String> = built_in::ALL.iter().map(|(file, _)| name(file)).collect();
    let footer = BTreeSet::from(["footer".to_owned()]);
    assert_eq!(of_files, of_samples.union(&footer).cloned().collect());
}

#[test]
fn every_folder_of_built_in_texts_is_without_fault() {
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let (templates, faults) = Templates::read(&built_in);
    assert_eq!(faults, []);
    assert_eq!(templates.own.len(), built_in::ALL.len());
}

#[test]
fn an_sms_without_diacritics_takes_two_segments_at_most() {
    for occasion in samples() {
        let segments = Segments::of(&Templates::built_in().sms(&occasion, ""));
        assert_eq!(segments.coding(), Coding::Gsm7, "{segments:?}");
        assert!(segments.count() <= 2, "{segments:?}");
    }
}

#[test]
fn with_diacritics_it_is_the_same_language() {
    let templates = Templates::built_in().in_script(Script::Diacritics);
    for occasion in samples() {
        assert_eq!(Segments::of(&templates.sms(&occasion, "")).coding(), Coding::Ucs2);
    }
}

#[test]
fn of_several_wordings_the_fewest_segments_win_then_the_longest() {
    let (long, longer) = ("a".repeat(161), "a".repeat(306));
    let text = format!("{long}\n---\nngắn\n---\nngắn hơn một chút\n---\n{longer}\n");
    let (templates, faults) = Templates::read(folder(&[("accepted.sms.txt", &text)]).path());
    assert_eq!(faults, []);
    assert_eq!(templates.sms(&accepted(), ""), "ngan hon mot chut");
    let (templates, _) =
        Templates::read(folder(&[("accepted.sms.txt", &format!("{long}\n---\n{longer}"))]).path());
    assert_eq!(templates.sms(&accepted(), ""), longer);
}

#[test]
fn an_office_replaces_one_text_and_keeps_the_others() {
    let own = folder(&[
        ("accepted.email.txt", "Tiêu đề: Nhận {{ number }}\n\nChào {{ name }}\n"),
        ("README.md", "…"),
    ]);
    let (templates, faults) = Templates::read(own.path());
    assert_eq!(faults, []);
    let letter = templates.email(&accepted(), "Bình");
    assert_eq!(letter.subject, "Nhận H32.17-261123-0001");
    assert!(letter.body.starts_with("Chào Bình\n\nXem hồ sơ: https://"), "{}", letter.body);
    assert_eq!(templates.sms(&accepted(), ""), Templates::built_in().sms(&accepted(), ""));
}

#[test]
fn a_broken_text_is_named_with_its_line_and_the_built_in_one_used() {
    let own = folder(&[("accepted.sms.txt", "Một\n---\nHai {{ nunber }}\n")]);
    let (templates, faults) = Templates::read(own.path());
    assert_eq!(
        faults.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["accepted.sms.txt:3: undefined value"]
    );
    assert_eq!(templates.sms(&accepted(), ""), Templates::built_in().sms(&accepted(), ""));
}

#[test]
fn each_kind_of_fault_says_what_is_wrong() {
    assert_eq!(faults(&[("acepted.sms.txt", "x")]), ["acepted.sms.txt: there is no text of this name"]);
    let no_subject = "accepted.email.txt:1: an e-mail's first line is `Tiêu đề: …`";
    assert_eq!(faults(&[("accepted.email.txt", "Chào\n")]), [no_subject]);
    let empty = "accepted.sms.txt: nothing is left of it with some facts";
    assert_eq!(faults(&[("accepted.sms.txt", "{% if is_provisional %}Có{% endif %}\n")]), [empty]);
    let unclosed = faults(&[("accepted.email.txt", "Tiêu đề: A\n\nB\n{% if name %}\nC\n")]);
    assert!(unclosed[0].starts_with("accepted.email.txt:"), "{unclosed:?}");
    let foreign = faults(&[("closed.email.txt", "Tiêu đề: A\n\nB\n\n{{ sum }}\n")]);
    assert_eq!(foreign, ["closed.email.txt:5: undefined value"]);
    let absent = Templates::read(Path::new("/there/is/none")).1;
    assert_eq!(absent[0].file, "/there/is/none");
}

#[test]
fn a_text_that_fails_on_other_facts_than_the_samples_gives_way_to_the_built_in_one() {
    let text = "{% if agency == \"UBND xã Vạn Thắng\" %}{{ none_such }}{% endif %}Nhận\n";
    let (templates, faults) = Templates::read(folder(&[("accepted.sms.txt", text)]).path());
    assert_eq!(faults, []);
    assert_eq!(templates.sms(&accepted(), ""), "Nhan");
    let mut other = accepted();
    other.dossier.agency = "UBND xã Vạn Thắng".to_owned();
    assert_eq!(templates.sms(&other, ""), Templates::built_in().sms(&other, ""));
}
