use super::*;
use crate::sample::{agencies, basis, case, component, draft, ground, leg, time};
use crate::{Allowance, Channel, Component, Exception, FieldLaw, Finding, Offer, Process};
use calendar::Unit;

fn days(n: u32) -> ProcessingTime {
    time(n, Unit::WorkingDays)
}

fn published(draft: &Draft) -> Version {
    publish(draft, 1, basis(&agencies())).expect("it lacks nothing")
}

fn lacks(draft: &Draft) -> Vec<Lack> {
    publish(draft, 1, basis(&agencies())).expect_err("it lacks something")
}

fn violation(draft: &Draft) -> Violation {
    match lacks(draft).as_slice() {
        [Lack::Broken(violation)] => violation.clone(),
        other => panic!("one broken rule, not {other:?}"),
    }
}

fn missing(draft: &Draft) -> Vec<String> {
    let said = lacks(draft).into_iter().map(|lack| match lack {
        Lack::Missing(what) => what.en,
        other => panic!("a missing part, not {other}"),
    });
    said.collect()
}

fn list(words: &[&str]) -> Fact {
    Fact::List(words.iter().map(|word| (*word).to_owned()).collect())
}

#[test]
fn a_draft_that_lacks_nothing_is_published_under_its_number() {
    let version = publish(&draft(), 7, basis(&agencies())).expect("it lacks nothing");
    assert_eq!((version.number, version.code().as_str(), version.name()), (7, "1.000001", "Thủ tục mẫu"));
    assert!(version.is_received_by(&"H32".parse().expect("a code")));
    assert!(!version.is_received_by(&"H32.5".parse().expect("a code")));
    assert!(version.ground(&"khong-thuoc-tham-quyen".parse().expect("a code")).is_some());
}

#[test]
fn a_procedure_without_cases_has_one_that_asks_for_every_component() {
    let version = published(&draft());
    let only = ONLY_CASE.parse().expect("a code");
    assert_eq!(version.content().cases.len(), 1);
    assert_eq!(version.components_of(&only).count(), 1);
    assert_eq!(version.time_of(&only), days(3));
}

#[test]
fn a_case_asks_for_its_own_components_and_those_of_every_case() {
    let mut draft = draft();
    draft.cases = vec![case("moi"), case("doi")];
    let of =
        |code: &str, case: &str| Component { cases: vec![case.parse().expect("a code")], ..component(code) };
    draft.components.extend([of("ban-ve", "moi"), of("giay-cu", "doi")]);
    let version = published(&draft);
    let (new, changed) = ("moi".parse().expect("a code"), "doi".parse().expect("a code"));
    let codes: Vec<_> = version.components_of(&new).map(|component| component.code.as_str()).collect();
    assert_eq!(codes, ["don", "ban-ve"]);
    let old = "giay-cu".parse().expect("a code");
    assert!(version.component_of(&changed, &old).is_some());
    assert!(version.component_of(&new, &old).is_none());
}

#[test]
fn within_published_time_allows_a_path_exactly_as_long_as_the_time() {
    let mut draft = draft();
    draft.process = Some(Process { legs: vec![leg("chinh", &[], time(24, Unit::WorkingHours))] });
    assert_eq!(published(&draft).process_of(&ONLY_CASE.parse().expect("a code")).legs.len(), 1);
}

#[test]
fn within_published_time_refuses_one_hour_over_and_names_the_longest_path() {
    let mut draft = draft();
    let hours = |n| time(n, Unit::WorkingHours);
    draft.process = Some(Process {
        legs: vec![
            leg("nhan", &[], hours(8)),
            leg("y-kien", &["nhan"], hours(15)),
            leg("ve-nhanh", &["nhan"], hours(2)),
            leg("tra", &["y-kien", "ve-nhanh"], hours(2)),
        ],
    });
    let violation = violation(&draft);
    assert_eq!(violation.rule, Rule::WithinPublishedTime);
    assert_eq!(violation.facts["longest_path"], list(&["nhan", "y-kien", "tra"]));
    assert_eq!(violation.facts["published"], Fact::from("3 working days"));
    assert!(!violation.facts.contains_key("case"));
}

#[test]
fn within_published_time_holds_for_a_case_with_a_shorter_time_of_its_own() {
    let mut draft = draft();
    draft.cases = vec![case("thuong"), Case { time: Some(days(2)), ..case("cap-lai") }];
    let violation = violation(&draft);
    assert_eq!(violation.rule, Rule::WithinPublishedTime);
    assert_eq!(violation.facts["case"], Fact::from("cap-lai"));
    assert_eq!(violation.facts["published"], Fact::from("2 working days"));

    draft.cases[1].process = Some(Process { legs: vec![leg("nhanh", &[], days(2))] });
    let version = published(&draft);
    let (plain, again) = ("thuong".parse().expect("a code"), "cap-lai".parse().expect("a code"));
    assert_eq!((version.time_of(&plain), version.time_of(&again)), (days(3), days(2)));
    assert_eq!(version.process_of(&again).legs[0].code.as_str(), "nhanh");
    assert_eq!(version.process_of(&plain).legs[0].code.as_str(), "chinh");
}

#[test]
fn simplification_first_refuses_a_draft_without_a_review() {
    let violation = violation(&Draft { review: None, ..draft() });
    assert_eq!(violation.rule, Rule::SimplificationFirst);
    assert_eq!(violation.facts["unstated"], list(&["components", "conditions", "delegation"]));
}

#[test]
fn simplification_first_refuses_a_finding_that_says_nothing() {
    let mut draft = draft();
    let review = draft.review.as_mut().expect("the sample has one");
    review.components = Finding::Proposes(String::new());
    review.delegation = Finding::NothingBecause(" \n".to_owned());
    let violation = violation(&draft);
    assert_eq!(violation.rule, Rule::SimplificationFirst);
    assert_eq!(violation.facts["unstated"], list(&["components", "delegation"]));
}

#[test]
fn everything_that_lacks_is_told_at_once() {
    let bare = Draft {
        name: " ".to_owned(),
        unverified: true,
        received_by: Vec::new(),
        time: None,
        channels: Vec::new(),
        grounds: Vec::new(),
        review: None,
        process: None,
        ..draft()
    };
    let lacks = lacks(&bare);
    let said: Vec<String> = lacks.iter().map(ToString::to_string).collect();
    let expected = [
        "not verified",
        "no name",
        "no usable processing time",
        "no process",
        "no ground of refusal",
        "no channel",
        "no agency receives it",
        "simplification-first",
    ];
    assert_eq!(said.len(), expected.len(), "{said:#?}");
    for (said, start) in said.iter().zip(expected) {
        assert!(said.starts_with(start), "{said}");
    }
}

#[test]
fn what_nobody_has_verified_stays_a_draft_whatever_else_it_has() {
    let unverified = Draft { unverified: true, ..draft() };
    let told = missing(&unverified);
    assert_eq!(told.len(), 1);
    assert!(told[0].starts_with("not verified at its source"), "{told:?}");
}

#[test]
fn an_agency_that_receives_is_listed_and_has_a_counter() {
    let mut draft = draft();
    draft.received_by = ["H32", "H32.5", "H99"].map(|code| code.parse().expect("a code")).to_vec();
    let expected =
        ["received by H99, which isn't among the agencies", "received by H32.5, which has no counter"];
    assert_eq!(missing(&draft), expected);
}

#[test]
fn lead_and_coordinators_must_be_among_the_agencies() {
    let mut draft = draft();
    let far = |code: &str, agency: &str| Process {
        legs: vec![crate::Leg {
            agency: agency.parse().ok().map(crate::Responsible::One),
            ..leg(code, &[], days(3))
        }],
    };
    draft.process = Some(far("a", "H32.5"));
    published(&draft);
    draft.process = Some(far("a", "H98"));
    draft.cases = vec![Case { process: Some(far("b", "H99")), ..case("rieng") }];
    let expected =
        ["H98", "H99"].map(|code| format!("a leg lies with {code}, which isn't among the agencies"));
    assert_eq!(missing(&draft), expected);
}

#[test]
fn each_leg_has_one_responsible_agency_under_every_lead() {
    let mut draft = draft();
    let by_lead = |leads: &[&str]| {
        let agency = |code: &&str| (code.parse().expect("a code"), "H32.5".parse().expect("a code"));
        let agency = Some(crate::Responsible::ByLead(leads.iter().map(agency).collect()));
        Some(Process { legs: vec![crate::Leg { agency, ..leg("a", &[], days(3)) }] })
    };
    draft.process = by_lead(&["H32"]);
    published(&draft);
    draft.process = by_lead(&["H32.5"]);
    let [Lack::Broken(violation)] = &lacks(&draft)[..] else { panic!("one rule is broken") };
    assert_eq!(violation.rule, Rule::LeadAndCoordinators);
    assert_eq!(violation.facts["lead"], Fact::Text("H32".to_owned()));
    assert_eq!(violation.facts["legs"], Fact::List(vec!["a".to_owned()]));
}

#[test]
fn what_a_leg_names_is_listed() {
    let mut draft = draft();
    let named = |component: &str, paper: &str| crate::Leg {
        only_if: Some(crate::Condition::Handed(component.parse().expect("a code"))),
        paper: Some(crate::LegPaper { name: paper.to_owned(), early: false }),
        ..leg("b", &["a"], days(1))
    };
    let process = |leg_b| Some(Process { legs: vec![leg("a", &[], days(2)), leg_b] });
    draft.results = vec![crate::ResultPaper { name: "Giấy".to_owned(), code: None }];
    draft.process = process(named("don", "Giấy"));
    published(&draft);
    draft.process = process(named("la", "Thẻ"));
    let expected = [
        "leg b goes by component la, which isn't listed",
        "leg b ends in `Thẻ`, which isn't among the results",
    ];
    assert_eq!(missing(&draft), expected);
}

#[test]
fn a_question_and_a_purpose_are_said_and_a_paper_is_one_legs() {
    let mut draft = draft();
    draft.results = vec![crate::ResultPaper { name: "Giấy".to_owned(), code: None }];
    let paper = Some(crate::LegPaper { name: "Giấy".to_owned(), early: true });
    let at = || "buoc-a".parse().expect("a code");
    let asked = crate::Condition::Decided { at: at(), question: " ".to_owned() };
    let payment = crate::Payment { purpose: String::new(), told_at: at() };
    let legs = vec![
        crate::Leg { paper: paper.clone(), ..leg("a", &[], days(1)) },
        crate::Leg { only_if: Some(asked), paper, ..leg("b", &["a"], days(1)) },
        crate::Leg { payment: Some(payment), ..leg("c", &["a"], days(1)) },
    ];
    draft.process = Some(Process { legs });
    let unsaid = |leg: &str| format!("leg {leg}: what is to be decided, or paid for, isn't said");
    assert_eq!(missing(&draft), [unsaid("b"), unsaid("c"), "the paper Giấy is listed twice".to_owned()]);
}

#[test]
fn a_fault_in_any_process_is_told_once_beside_all_the_rest() {
    let mut draft = Draft { time: None, ..draft() };
    draft.process = Some(Process { legs: Vec::new() });
    let circle = Process { legs: vec![leg("a", &["a"], days(1))] };
    draft.cases =
        vec![Case { time: Some(days(1)), ..case("thuong") }, Case { process: Some(circle), ..case("rieng") }];
    let circle = ProcessFault::Circle("a".parse().expect("a code"));
    let expected = [Lack::Process(ProcessFault::NoLeg), Lack::Process(circle)];
    assert_eq!(lacks(&draft)[1..], expected);
}

#[test]
fn a_component_has_a_form_a_number_and_cases_that_are_listed() {
    let mut draft = draft();
    draft.cases = vec![case("moi")];
    let mut zero = component("khong-ban-nao");
    zero.any_of[0].count = 0;
    let formless = Component { any_of: Vec::new(), ..component("khong-dang") };
    let mut doubled = component("hai-lan");
    doubled.any_of.push(doubled.any_of[0]);
    let strange = Component { cases: vec!["cu".parse().expect("a code")], ..component("truong-hop-la") };
    draft.components.extend([zero, formless, doubled, strange]);
    let expected = [
        "component khong-ban-nao needs a form and a number of at least 1",
        "component khong-dang needs a form and a number of at least 1",
        "component hai-lan: the form bản chính is listed twice",
        "component truong-hop-la belongs to case cu, which isn't listed",
    ];
    assert_eq!(missing(&draft), expected);
}

#[test]
fn a_code_is_listed_once() {
    let mut draft = draft();
    draft.cases = vec![case("moi"), case("moi")];
    draft.components.push(component("don"));
    draft.grounds.push(ground("khong-thuoc-tham-quyen"));
    draft.channels.push(Offer { channel: Channel::Counter, fees: Vec::new() });
    let expected = ["case moi", "component don", "ground khong-thuoc-tham-quyen", "channel counter"]
        .map(|twin| format!("{twin} is listed twice"));
    assert_eq!(missing(&draft), expected);
}

#[test]
fn a_ground_of_refusal_has_words_and_an_article() {
    let mut draft = draft();
    draft.grounds[0].citation = " ".to_owned();
    assert_eq!(
        missing(&draft),
        ["ground khong-thuoc-tham-quyen needs its words and the article it stands on"]
    );
}

#[test]
fn an_exception_of_the_fields_own_law_names_its_article_and_stands_once() {
    let exception =
        |citation: &str| Exception { allows: Allowance::SecondGuidance, citation: citation.to_owned() };
    let with = |exceptions| Draft { field_law: FieldLaw { exceptions, ..FieldLaw::default() }, ..draft() };
    let said = |exceptions| missing(&with(exceptions));
    assert_eq!(said(vec![exception(" ")]), ["exception second_guidance needs the article it stands on"]);
    let twice = vec![exception("Điều 1"), exception("Điều 2")];
    assert_eq!(said(twice), ["exception second_guidance is listed twice"]);
    let version = published(&with(vec![exception("Điều 1")]));
    assert_eq!(version.field_law().exception(Allowance::SecondGuidance), Some("Điều 1"));
    assert_eq!(version.field_law().exception(Allowance::SecondSupplement), None);
    assert!(published(&draft()).field_law().is_silent());
}
