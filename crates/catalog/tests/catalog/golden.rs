//! A published version as it is stored: these bytes load for ever, and are written again just so.

use catalog::files::{self, Format};
use catalog::{Agency, AgencyTree, Basis, Version, publish};

const DRAFT: &str = include_str!("../golden/draft.toml");
const VERSION_1: &str = include_str!("../golden/version.v1.json");
const INTERLINKED_DRAFT: &str = include_str!("../golden/interlinked.toml");
const INTERLINKED: &str = include_str!("../golden/version.v1.interlinked.json");

const DRAFT_WITHOUT_A_TIME: &str = r#"{ "code": "9.000124", "name": "Thiếu thời hạn", "field": "Mẫu" }"#;

fn written(version: &Version) -> String {
    serde_json::to_string_pretty(version).expect("a version is written") + "\n"
}

fn agencies() -> AgencyTree {
    let agency = |code: &str| Agency {
        code: code.parse().expect("a code"),
        name: code.to_owned(),
        parent: None,
        calendar: "khanh-hoa".to_owned(),
        counter: Some("Bộ phận Một cửa".to_owned()),
        address: None,
        hotline: None,
        place: None,
        sign: None,
    };
    AgencyTree::new(vec![agency("H32.10"), agency("G01.32")]).expect("a tree")
}

#[test]
fn stored_bytes_load_and_are_written_again_just_so() {
    for stored in [VERSION_1, INTERLINKED] {
        let version: Version = serde_json::from_str(stored).expect("it loads");
        assert_eq!(written(&version), stored);
    }
}

#[test]
fn the_same_draft_published_today_is_written_the_same() {
    for (draft, stored) in [(DRAFT, VERSION_1), (INTERLINKED_DRAFT, INTERLINKED)] {
        let draft = files::procedures(draft, Format::Toml).expect("the draft is read").remove(0);
        let agencies = agencies();
        let version = publish(&draft, 3, Basis { agencies: &agencies, minutes_per_day: 480 });
        assert_eq!(written(&version.expect("it lacks nothing")), stored);
    }
}

#[test]
fn bytes_without_a_time_are_no_version() {
    let content = DRAFT_WITHOUT_A_TIME;
    let read = serde_json::from_str::<Version>(&format!(r#"{{ "number": 1, "content": {content} }}"#));
    let told = read.map_err(|error| error.to_string()).expect_err("it is refused");
    assert!(told.starts_with("a version has a processing time"), "{told}");
}

#[test]
fn a_key_that_is_not_known_is_refused() {
    let tampered = VERSION_1.replacen("\"number\"", "\"extra\": 1,\n  \"number\"", 1);
    assert!(serde_json::from_str::<Version>(&tampered).is_err());
}
