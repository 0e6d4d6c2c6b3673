//! A member's paper is handed out before the others where the procedure says so (`lead-and-coordinators`).

use super::*;

fn certificate() -> State {
    collected(vec![granted("khai-sinh")])
}

fn refused(members: &[Member], state: &State, command: Command) -> Violation {
    let violation = among(members, &clerk(), state, command).expect_err("refused");
    assert_eq!(violation.rule, Rule::StageOrder);
    violation
}

#[test]
fn a_paper_that_is_early_goes_to_an_identified_person_before_the_others_are_there() {
    let state = then(certificate(), &clerk(), early("khai-sinh"));
    let returned = state.paper_returned(&leg("khai-sinh")).expect("returned");
    let (person, by) = (PersonId(Uuid::from_u128(9)), UserId(Uuid::from_u128(1)));
    assert_eq!((returned.at, returned.by, returned.to), (NOW, by, person));
    assert_eq!((returned.channel, state.returned.as_ref()), (Channel::Counter, None));
    assert_eq!(state.paper_returned(&leg("cu-tru")), None);
}

#[test]
fn a_denial_is_handed_out_early_too() {
    let state = collected(vec![denied("khai-sinh", "Không đủ điều kiện.")]);
    assert!(among(&birth(), &clerk(), &state, early("khai-sinh")).is_ok());
}

#[test]
fn what_isnt_early_is_kept_until_all_are_there() {
    for state in [collected(vec![granted("cu-tru")]), all_granted()] {
        let violation = refused(&birth(), &state, early("cu-tru"));
        assert_eq!(violation.facts["kept_until_all_are_there"], "Giấy cu-tru".into());
        assert_eq!(violation.facts["leg"], "cu-tru".into());
    }
}

#[test]
fn what_isnt_there_isnt_handed_out() {
    let violation = refused(&birth(), &State::default(), early("khai-sinh"));
    assert_eq!(violation.facts["lacking"], "paper".into());
    let violation = refused(&birth(), &collected(vec![granted("cu-tru")]), early("khai-sinh"));
    assert_eq!(violation.facts["leg"], "khai-sinh".into());
}

#[test]
fn a_paper_whose_leg_isnt_done_stays() {
    let mut members = birth();
    members[0].done = false;
    let violation = refused(&members, &certificate(), early("khai-sinh"));
    assert_eq!(violation.facts["unfinished"], list(&["khai-sinh"]));
    members[0].done = true;
    assert!(among(&members, &clerk(), &certificate(), early("khai-sinh")).is_ok());
}

#[test]
fn a_leg_that_ends_in_no_paper_of_its_own_has_none_to_hand_out() {
    let violation = refused(&birth(), &certificate(), early("thue"));
    assert_eq!(violation.facts["members"], list(&["khai-sinh", "cu-tru", "bao-hiem"]));
}

#[test]
fn it_is_handed_out_once() {
    let mut members = birth();
    members[1].early = true;
    let state = collected(vec![granted("khai-sinh"), granted("cu-tru")]);
    let state = then(state, &clerk(), early("khai-sinh"));
    assert_eq!(refused(&members, &state, early("khai-sinh")).facts["returned_at"], NOW.into());
    assert!(among(&members, &clerk(), &state, early("cu-tru")).is_ok());
}

#[test]
fn it_is_early_until_the_one_return() {
    let recorded = then(all_granted(), &clerk(), whole(Kind::Granted));
    assert!(among(&birth(), &clerk(), &recorded, early("khai-sinh")).is_ok());
    let returned = then(recorded, &clerk(), to_the_applicant());
    assert_eq!(refused(&birth(), &returned, early("khai-sinh")).facts["returned_at"], NOW.into());
}

#[test]
fn it_is_handed_out_at_the_leads_counter_only() {
    for actor in [staff(Role::Clerk, "H32.2"), staff(Role::Head, "H32.3")] {
        let violation = among(&birth(), &actor, &certificate(), early("khai-sinh")).expect_err("refused");
        assert_eq!(violation.rule, Rule::LeadAndCoordinators, "{actor:?}");
        assert_eq!(violation.facts["agency"], "H32.1".into());
    }
    for actor in [officer(), staff(Role::Clerk, "H32.9"), Actor::Applicant, Actor::System] {
        let decided = among(&birth(), &actor, &certificate(), early("khai-sinh"));
        assert_eq!(broken(decided), Rule::RightDesk, "{actor:?}");
    }
}

#[test]
fn without_name_or_identity_nobody_is_identified() {
    for (name, identity) in [("", "056090001234"), ("Nguyễn Thị Hoa", " ")] {
        let decided = among(&birth(), &clerk(), &certificate(), early_to("khai-sinh", name, identity));
        assert_eq!(broken(decided), Rule::IdentifiedRecipient, "{name:?} {identity:?}");
    }
}

#[test]
fn the_recipients_details_never_enter_the_log() {
    let events = among(&birth(), &clerk(), &certificate(), early("khai-sinh")).expect("allowed");
    let written = serde_json::to_string(&events).expect("plain data");
    assert!(!written.contains("Hoa") && !written.contains("056090001234"), "{written}");
}

#[test]
fn whether_it_may_be_handed_out_is_told_before_anybody_asks() {
    let ready = |state: &State, actor: &Actor| {
        at_the_lead(&birth(), actor, |facts| crate::hand_out_paper::ready(state, facts, &leg("khai-sinh")))
    };
    assert_eq!(ready(&certificate(), &clerk()).ok(), clerk().user());
    assert_eq!(broken(ready(&certificate(), &officer())), Rule::RightDesk);
    assert_eq!(broken(ready(&State::default(), &clerk())), Rule::StageOrder);
}
