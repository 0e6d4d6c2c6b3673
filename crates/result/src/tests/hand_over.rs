//! The result is handed over (`identified-recipient`).

use super::*;

#[test]
fn a_clerk_of_the_receiving_agency_hands_it_to_an_identified_person() {
    let returned = returned().returned.expect("returned");
    assert_eq!(
        (returned.at, returned.to, returned.channel),
        (NOW, PersonId(Uuid::from_u128(9)), Channel::Counter)
    );
}

#[test]
fn without_name_or_identity_nobody_is_identified() {
    for (name, identity) in
        [("", "056090001234"), ("Nguyễn Thị Hoa", ""), (" ", "056090001234"), ("Hoa", "\t")]
    {
        let decided = by(&clerk(), &recorded(), hand_over(name, identity));
        assert_eq!(broken(decided), Rule::IdentifiedRecipient, "{name:?} {identity:?}");
    }
}

#[test]
fn the_result_is_returned_at_the_receiving_counter_only() {
    let elsewhere = staff(Role::Clerk, "H32.9");
    let others = Role::ALL.into_iter().filter(|role| *role != Role::Clerk).map(|role| staff(role, "H32.1"));
    for actor in others.chain([elsewhere, Actor::Applicant, Actor::System]) {
        assert_eq!(broken(by(&actor, &recorded(), to_the_applicant())), Rule::RightDesk, "{actor:?}");
    }
}

#[test]
fn whoever_else_works_on_it_is_sent_to_the_leads_counter() {
    let roles = Role::ALL.into_iter().map(|role| staff(role, "H32.2"));
    for actor in roles.chain([staff(Role::Clerk, "H32.3")]) {
        let violation = by(&actor, &recorded(), to_the_applicant()).expect_err("refused");
        assert_eq!(violation.rule, Rule::LeadAndCoordinators, "{actor:?}");
        assert_eq!(violation.facts["agency"], "H32.1".into());
    }
}

#[test]
fn nothing_is_handed_over_before_there_is_a_result_or_twice() {
    assert_eq!(broken(by(&clerk(), &State::default(), to_the_applicant())), Rule::StageOrder);
    assert_eq!(broken(by(&clerk(), &returned(), to_the_applicant())), Rule::StageOrder);
}

#[test]
fn the_recipients_details_never_enter_the_log() {
    let events = by(&clerk(), &recorded(), to_the_applicant()).expect("allowed");
    let written = serde_json::to_string(&events).expect("plain data");
    assert!(!written.contains("Hoa") && !written.contains("056090001234"), "{written}");
}
