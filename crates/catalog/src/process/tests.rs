use super::*;
use crate::leg::{Condition, Payment, Responsible};
use crate::sample::{MINUTES_PER_DAY, leg, time};
use calendar::{ProcessingTime, Unit};
use proptest::prelude::*;

fn days(n: u32) -> ProcessingTime {
    time(n, Unit::WorkingDays)
}

fn code(text: &str) -> LegCode {
    text.parse().expect("a code")
}

fn check(legs: Vec<Leg>) -> Result<(), ProcessFault> {
    Process { legs }.check(MINUTES_PER_DAY)
}

#[test]
fn a_process_has_legs_and_a_leg_has_steps() {
    assert_eq!(check(vec![]), Err(ProcessFault::NoLeg));
    let mut idle = leg("a", &[], days(1));
    idle.steps.clear();
    assert_eq!(check(vec![idle]), Err(ProcessFault::NoStep(code("a"))));
}

#[test]
fn legs_that_wait_for_each_other_are_refused() {
    let circle = vec![leg("a", &["c"], days(1)), leg("b", &["a"], days(1)), leg("c", &["b"], days(1))];
    assert_eq!(check(circle), Err(ProcessFault::Circle(code("a"))));
    assert_eq!(check(vec![leg("a", &["a"], days(1))]), Err(ProcessFault::Circle(code("a"))));
}

#[test]
fn a_leg_outside_the_circle_is_not_blamed_for_it() {
    let legs = vec![leg("z", &["a"], days(1)), leg("a", &["b"], days(1)), leg("b", &["a"], days(1))];
    assert_eq!(check(legs), Err(ProcessFault::Circle(code("a"))));
}

#[test]
fn a_leg_waits_only_for_legs_of_the_process() {
    let fault = ProcessFault::UnknownLeg { leg: code("a"), after: code("x") };
    assert_eq!(check(vec![leg("a", &["x"], days(1))]), Err(fault));
}

#[test]
fn a_code_names_one_leg_and_one_step_of_the_whole_process() {
    let legs = vec![leg("a", &[], days(1)), leg("a", &[], days(1))];
    assert_eq!(check(legs), Err(ProcessFault::Twice("leg a".to_owned())));
    let mut other = leg("b", &[], days(1));
    other.steps[0].code = "buoc-a".parse().expect("a code");
    assert_eq!(
        check(vec![leg("a", &[], days(1)), other]),
        Err(ProcessFault::Twice("step buoc-a".to_owned()))
    );
}

#[test]
fn the_steps_of_a_leg_fit_its_share() {
    let mut full = leg("a", &[], days(2));
    full.steps[0].share = time(16, Unit::WorkingHours);
    assert_eq!(check(vec![full.clone()]), Ok(()));
    full.steps[0].share = time(17, Unit::WorkingHours);
    assert_eq!(check(vec![full]), Err(ProcessFault::StepsExceedLeg(code("a"))));
}

#[test]
fn the_longest_path_goes_by_the_slower_of_two_legs_side_by_side() {
    let legs = vec![
        leg("tra", &["cong-an", "bao-hiem"], days(2)),
        leg("bao-hiem", &["khai-sinh"], days(10)),
        leg("cong-an", &["khai-sinh"], days(15)),
        leg("khai-sinh", &[], time(1, Unit::SameDay)),
    ];
    let path = Process { legs }.longest_path(MINUTES_PER_DAY);
    assert_eq!(path.legs, [code("khai-sinh"), code("cong-an"), code("tra")]);
    assert_eq!(path.load, Load::of(days(18), MINUTES_PER_DAY));
}

#[test]
fn of_equally_long_paths_the_first_as_written_counts() {
    let legs = vec![leg("a", &[], days(2)), leg("b", &[], days(2))];
    assert_eq!(Process { legs }.longest_path(MINUTES_PER_DAY).legs, [code("a")]);
}

#[test]
fn many_layers_side_by_side_are_weighed_without_walking_every_path() {
    let layers = 60;
    let mut legs = vec![leg("a0", &[], days(1)), leg("b0", &[], days(1))];
    for n in 1..layers {
        let before = [format!("a{}", n - 1), format!("b{}", n - 1)];
        let after = [before[0].as_str(), before[1].as_str()];
        legs.push(leg(&format!("a{n}"), &after, days(1)));
        legs.push(leg(&format!("b{n}"), &after, days(1)));
    }
    let process = Process { legs };
    assert_eq!(process.check(MINUTES_PER_DAY), Ok(()));
    assert_eq!(process.longest_path(MINUTES_PER_DAY).load, Load::of(days(layers), MINUTES_PER_DAY));
}

/// Legs `l0`, `l1`, … of any unit, each waiting for some of those before it; written down in any order.
fn any_process() -> impl Strategy<Value = Process> {
    let unit = prop_oneof![Just(Unit::WorkingDays), Just(Unit::WorkingHours), Just(Unit::CalendarDays)];
    let leg_drawn = (unit, 1..30_u32, any::<u16>());
    let legs = prop::collection::vec(leg_drawn, 1..9).prop_map(|drawn| drawn_legs(&drawn));
    legs.prop_shuffle().prop_map(|legs| Process { legs })
}

fn drawn_legs(drawn: &[(Unit, u32, u16)]) -> Vec<Leg> {
    let numbered = drawn.iter().enumerate();
    let legs = numbered.map(|(n, (unit, amount, mask))| {
        let after: Vec<String> = (0..n).filter(|m| mask >> m & 1 == 1).map(|m| format!("l{m}")).collect();
        let after: Vec<&str> = after.iter().map(String::as_str).collect();
        leg(&format!("l{n}"), &after, time(*amount, *unit))
    });
    legs.collect()
}

/// Every way from a leg back to one that starts at acceptance, walked one by one.
fn every_path_to(process: &Process, leg: &Leg) -> Vec<Vec<LegCode>> {
    if leg.after.is_empty() {
        return vec![vec![leg.code.clone()]];
    }
    let before = leg.after.iter().filter_map(|code| process.leg(code));
    let mut paths: Vec<Vec<LegCode>> = before.flat_map(|earlier| every_path_to(process, earlier)).collect();
    paths.iter_mut().for_each(|path| path.push(leg.code.clone()));
    paths
}

fn load_along(process: &Process, path: &[LegCode]) -> Load {
    let legs = path.iter().filter_map(|code| process.leg(code));
    legs.map(|leg| Load::of(leg.share, MINUTES_PER_DAY)).sum()
}

proptest! {
    #[test]
    fn the_longest_path_is_the_longest_of_all_paths(process in any_process()) {
        prop_assert_eq!(process.check(MINUTES_PER_DAY), Ok(()));
        let all: Vec<_> = process.legs.iter().flat_map(|leg| every_path_to(&process, leg)).collect();
        let longest = all.iter().map(|path| load_along(&process, path)).max();
        let found = process.longest_path(MINUTES_PER_DAY);
        prop_assert_eq!(Some(found.load), longest);
        prop_assert_eq!(load_along(&process, &found.legs), found.load);
        prop_assert!(all.contains(&found.legs));
    }
}

fn decided_at(step: &str) -> Option<Condition> {
    let at = step.parse().expect("a code");
    Some(Condition::Decided { at, question: "Có phải đo đạc không?".to_owned() })
}

fn told_at(step: &str) -> Option<Payment> {
    Some(Payment { purpose: "Thuế".to_owned(), told_at: step.parse().expect("a code") })
}

#[test]
fn what_a_leg_goes_by_is_said_in_a_leg_before_it() {
    let with = |step: &str| {
        let (a, b) = (leg("a", &[], days(1)), leg("b", &["a"], days(1)));
        vec![a, b, Leg { only_if: decided_at(step), ..leg("c", &["b"], days(1)) }]
    };
    assert_eq!(check(with("buoc-a")), Ok(()), "not only in the one right before");
    for step in ["buoc-c", "buoc-x"] {
        let fault = ProcessFault::SaidTooLate { leg: code("c"), step: step.parse().expect("a code") };
        assert_eq!(check(with(step)), Err(fault), "{step}");
    }
    let beside = vec![
        leg("a", &[], days(1)),
        leg("b", &[], days(1)),
        Leg { payment: told_at("buoc-b"), ..leg("c", &["a"], days(1)) },
    ];
    let fault = ProcessFault::SaidTooLate { leg: code("c"), step: "buoc-b".parse().expect("a code") };
    assert_eq!(check(beside), Err(fault), "side by side is too late");
}

#[test]
fn a_process_waits_for_one_payment_at_most() {
    let paid = |code: &str| Leg { payment: told_at("buoc-a"), ..leg(code, &["a"], days(1)) };
    assert_eq!(check(vec![leg("a", &[], days(1)), paid("b")]), Ok(()));
    let twice = vec![leg("a", &[], days(1)), paid("b"), paid("c")];
    assert_eq!(check(twice), Err(ProcessFault::SecondPayment(code("c"))));
}

#[test]
fn some_leg_is_worked_whatever_the_conditions() {
    let only_if = || Some(Condition::NotHanded("trich-do".parse().expect("a code")));
    let under = |code: &str| Leg { only_if: only_if(), ..leg(code, &[], days(1)) };
    assert_eq!(check(vec![under("a"), leg("b", &["a"], days(1))]), Ok(()));
    assert_eq!(check(vec![under("a"), under("b")]), Err(ProcessFault::NothingSure));
}

#[test]
fn a_leg_under_a_condition_counts_on_the_longest_path_like_any_other() {
    let survey = Leg { only_if: decided_at("buoc-a"), ..leg("do-dac", &["a"], days(5)) };
    let legs = vec![leg("a", &[], days(1)), survey, leg("b", &["a", "do-dac"], days(1))];
    let path = Process { legs }.longest_path(MINUTES_PER_DAY);
    assert_eq!(path.legs, [code("a"), code("do-dac"), code("b")]);
}

#[test]
fn the_agency_of_a_leg_may_go_by_who_leads() {
    let agency = |text: &str| text.parse::<AgencyCode>().expect("an agency's code");
    let by_lead = Responsible::ByLead([(agency("H32.10"), agency("G01.10"))].into());
    let police = Leg { agency: Some(by_lead), ..leg("cong-an", &[], days(1)) };
    let process = Process { legs: vec![leg("a", &[], days(1)), police] };
    let lead = agency("H32.10");
    assert_eq!(process.coordinators(&lead), [&agency("G01.10")].into());
    let police = process.leg(&code("cong-an")).expect("a leg");
    assert_eq!(police.agency_under(&lead), &agency("G01.10"));
    assert!(police.is_settled_under(&lead) && !police.is_settled_under(&agency("H32.11")));
    assert_eq!(police.agencies(), [&agency("G01.10")]);
}

#[test]
fn the_legs_before_a_leg_are_all_that_must_be_done_nearest_or_not() {
    let legs = vec![
        leg("a", &[], days(1)),
        leg("b", &["a"], days(1)),
        leg("x", &["a"], days(1)),
        leg("c", &["b"], days(1)),
    ];
    let process = Process { legs };
    let before = |of: &str| process.before(process.leg(&code(of)).expect("a leg"));
    assert_eq!(before("c"), [&code("a"), &code("b")].into());
    assert!(before("a").is_empty());
}
