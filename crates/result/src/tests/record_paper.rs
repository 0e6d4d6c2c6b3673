//! The papers of a bundle's members are recorded (`right-desk`, `denial-needs-reasons`).

use super::*;

fn asked(actor: &Actor, state: &State, command: Command) -> Result<Vec<Event>, Violation> {
    among(&birth(), actor, state, command)
}

#[test]
fn an_officer_a_deputy_or_the_head_of_the_members_agency_records_its_paper() {
    for role in Role::ALL {
        let may = matches!(role, Role::Officer | Role::Deputy | Role::Head);
        let decided = asked(&staff(role, "H32.2"), &State::default(), granted("cu-tru"));
        assert_eq!(
            decided.map_err(|violation| violation.rule).err(),
            (!may).then_some(Rule::RightDesk),
            "{role}"
        );
    }
}

#[test]
fn no_other_agency_records_it_not_even_the_lead() {
    for actor in [staff(Role::Head, "H32.1"), staff(Role::Officer, "H32.3"), Actor::Applicant, Actor::System]
    {
        let violation = asked(&actor, &State::default(), granted("cu-tru")).expect_err("refused");
        assert_eq!(violation.rule, Rule::RightDesk, "{actor:?}");
        assert_eq!(violation.facts["agency"], "H32.2".into());
    }
}

#[test]
fn what_was_recorded_is_kept_and_the_dossier_has_no_result_yet() {
    let state = collected(vec![granted("cu-tru"), denied("bao-hiem", "Đã có thẻ.")]);
    assert_eq!((state.kind(), state.papers.len()), (None, 2));
    let police = state.paper_of(&leg("cu-tru")).expect("recorded");
    assert_eq!((police.at, police.by, police.result), (NOW, UserId(Uuid::from_u128(1)), Kind::Granted));
    assert_eq!((&police.paper, police.reasons.as_str()), (&paper(), ""));
    let insurance = state.paper_of(&leg("bao-hiem")).expect("recorded");
    assert_eq!((insurance.result, insurance.reasons.as_str()), (Kind::Denied, "Đã có thẻ."));
    assert_eq!(state.paper_of(&leg("khai-sinh")), None);
}

#[test]
fn a_denial_states_its_reasons_and_a_blank_states_none() {
    for blank in ["", " \n\t"] {
        let decided = asked(&staff(Role::Officer, "H32.2"), &State::default(), denied("cu-tru", blank));
        assert_eq!(broken(decided), Rule::DenialNeedsReasons);
    }
}

#[test]
fn who_records_it_a_second_time_finds_it_changed_meanwhile() {
    let state = collected(vec![granted("cu-tru")]);
    for again in [granted("cu-tru"), denied("cu-tru", "Nhầm.")] {
        let violation = asked(&staff(Role::Head, "H32.2"), &state, again).expect_err("refused");
        assert_eq!(violation.rule, Rule::ChangedMeanwhile);
        assert_eq!(
            (&violation.facts["leg"], &violation.facts["result"]),
            (&"cu-tru".into(), &"granted".into())
        );
    }
    assert!(asked(&staff(Role::Head, "H32.3"), &state, granted("bao-hiem")).is_ok());
}

#[test]
fn a_leg_that_ends_in_no_paper_of_its_own_gets_none() {
    let violation =
        asked(&staff(Role::Head, "H32.2"), &State::default(), granted("thue")).expect_err("refused");
    assert_eq!(violation.rule, Rule::StageOrder);
    assert_eq!(violation.facts["members"], list(&["khai-sinh", "cu-tru", "bao-hiem"]));
    let alone = by(&officer(), &State::default(), granted("khai-sinh")).expect_err("refused");
    assert_eq!((alone.rule, &alone.facts["members"]), (Rule::StageOrder, &list(&[])));
}

#[test]
fn nothing_is_added_once_the_dossier_has_its_result() {
    let state = then(all_granted(), &clerk(), whole(Kind::Granted));
    let more: Vec<Member> = birth().into_iter().chain([member("thue", "H32.2")]).collect();
    let violation =
        among(&more, &staff(Role::Officer, "H32.2"), &state, granted("thue")).expect_err("refused");
    assert_eq!((violation.rule, &violation.facts["result"]), (Rule::ChangedMeanwhile, &"granted".into()));
}

#[test]
fn whether_it_may_be_recorded_is_told_before_anybody_asks() {
    let ready = |state: &State, actor: &Actor| {
        at_the_lead(&birth(), actor, |facts| crate::record_paper::ready(state, facts, &leg("cu-tru")))
    };
    let officer = staff(Role::Officer, "H32.2");
    assert_eq!(ready(&State::default(), &officer).ok(), officer.user());
    assert_eq!(broken(ready(&State::default(), &clerk())), Rule::RightDesk);
    assert_eq!(broken(ready(&all_granted(), &officer)), Rule::ChangedMeanwhile);
}
