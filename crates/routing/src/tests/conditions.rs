//! Legs that are worked only under a condition.

use super::*;
use kernel::Fact;

fn decided(step: &str, leg: &str, worked: bool) -> Command {
    let decided = [(code(leg), worked)].into();
    Command::Done(Completion { decided, ..Completion::of(code(step)) })
}

fn taken_in(handed: bool, trip: bool) -> Way {
    let handed: &[&str] = if handed { &["trich-do"] } else { &[] };
    Way::begun_with(land(), FRIDAY, handed).then(&officer(), FRIDAY, decided("nhan-ho-so", "thuc-dia", trip))
}

#[test]
fn a_leg_for_what_was_not_handed_in_is_worked_only_then() {
    assert_eq!(taken_in(false, false).open(), ["do"]);
    let way = taken_in(true, false);
    assert_eq!((way.open(), way.standing("do-dac")), (vec!["tinh-thue"], Standing::Skipped));
}

#[test]
fn a_leg_is_worked_if_it_was_decided_so() {
    let way = taken_in(false, true);
    assert_eq!((way.open(), way.standing("thuc-dia")), (vec!["do", "di-thuc-dia"], Standing::Open));
    assert_eq!(taken_in(false, false).standing("thuc-dia"), Standing::Skipped);
}

#[test]
fn what_is_to_be_decided_is_said_and_nothing_else_is() {
    let way = Way::begun(land());
    let silent = way.asked(&officer(), done("nhan-ho-so")).expect_err("refused");
    assert_eq!(silent.rule, Rule::StageOrder);
    assert_eq!(silent.facts["to_decide"], Fact::List(vec!["thuc-dia".to_owned()]));
    let other = decided("nhan-ho-so", "do-dac", true);
    assert_eq!(broken(way.asked(&officer(), other)), Rule::StageOrder);
    let too_much = decided("do", "do-dac", true);
    let way = way.then(&officer(), FRIDAY, decided("nhan-ho-so", "thuc-dia", false));
    assert_eq!(broken(way.asked(&police(), too_much)), Rule::StageOrder);
}

#[test]
fn what_was_decided_is_not_asked_again_when_the_step_comes_back() {
    let way = taken_in(false, true).then(&police(), MONDAY, back("do", "nhan-ho-so"));
    assert_eq!(broken(way.asked(&officer(), decided("nhan-ho-so", "thuc-dia", false))), Rule::StageOrder);
    assert_eq!(way.then(&officer(), MONDAY, done("nhan-ho-so")).open(), ["di-thuc-dia", "do"]);
}

#[test]
fn at_acceptance_a_condition_counts_too() {
    let mut process = forked();
    process.legs[1].after.clear();
    process.legs[1].only_if = Some(catalog::Condition::Handed(code("giay")));
    let way = Way::begun(process.clone());
    assert_eq!((way.open(), way.standing("cong-an")), (vec!["nhan-ho-so"], Standing::Skipped));
    assert_eq!(Way::begun_with(process, FRIDAY, &["giay"]).open(), ["nhan-ho-so", "cu-tru"]);
}

#[test]
fn the_agencies_still_to_act_are_those_whose_leg_is_not_done_with() {
    let agencies = |way: &Way| {
        let lead = code(LEAD);
        let agencies = crate::legs::still_to_act(&way.state, &way.process, &lead);
        agencies.into_iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(agencies(&Way::begun(land())), [LEAD, LATER, MORNINGS], "what isn't decided yet counts");
    let way = taken_in(false, false);
    assert_eq!(agencies(&way), [LEAD, LATER]);
    let handed = Way::begun_with(land(), FRIDAY, &["trich-do"]);
    assert_eq!(agencies(&handed), [LEAD, LATER, MORNINGS], "the tax office is the survey's");
}
