//! A rescheduling that another agency causes: approved by who answers for the dossier, after who holds it up has put their
//! name to the reason (`head-approves`, 3.b¶3).

use super::*;
use kernel::Fact;

/// The same person, at another agency since, as its head.
fn moved_to(agency: AgencyCode, actor: &Actor) -> Actor {
    let staff = actor.staff().expect("staff").clone();
    Actor::Staff(Staff { agency, roles: vec![Role::Head], ..staff })
}

fn decided(state: &State, actor: &Actor, command: Command) -> Result<Vec<Event>, Violation> {
    asked_by(state, actor, IN_TIME, command)
}

#[test]
fn the_letter_names_the_agency_that_caused_it_and_who_endorsed_it() {
    let state = after(endorsed(), &head(), IN_TIME, Command::Approve);
    assert_eq!((appointment(&state), &state.endorsed, &state.proposal), (LATEST, &None, &None));
    let approved = state.rescheduled.expect("approved");
    assert_eq!((approved.caused_by, approved.endorsed_by), (Some(there()), head_there().user()));
    assert_eq!((Some(approved.by), Some(approved.proposed_by)), (head().user(), officer_there().user()));
}

#[test]
fn the_letter_for_a_delay_of_ones_own_names_nobody_else() {
    let approved = rescheduled().rescheduled.expect("approved");
    assert_eq!((approved.caused_by, approved.endorsed_by), (None, None));
}

#[test]
fn nothing_is_approved_before_the_agency_that_holds_it_up_stands_by_the_reason() {
    for actor in [head(), deputy(&[FIELD])] {
        let violation = decided(&proposed_there(), &actor, Command::Approve).expect_err("refused");
        assert_eq!(violation.rule, Rule::HeadApproves);
        assert_eq!(violation.facts["endorsement_of"], Fact::Text(there().to_string()));
        assert!(decided(&endorsed(), &actor, Command::Approve).is_ok());
    }
}

#[test]
fn whoever_endorsed_it_doesnt_approve_it_whatever_they_have_become() {
    for actor in [head_there(), deputy_there(&[FIELD])] {
        let violation = decided(&endorsed(), &actor, Command::Approve).expect_err("refused");
        assert_eq!(violation.facts["agency"], Fact::Text(agency().to_string()));
    }
    let violation =
        decided(&endorsed(), &moved_to(agency(), &head_there()), Command::Approve).expect_err("refused");
    assert_eq!(violation.rule, Rule::HeadApproves);
    let endorser = head_there().user().expect("staff");
    assert_eq!(violation.facts["endorsed_by"], Fact::Text(endorser.to_string()));
}

#[test]
fn whoever_proposed_it_elsewhere_doesnt_approve_it_here() {
    let proposer = moved_to(agency(), &officer_there());
    let violation = decided(&endorsed(), &proposer, Command::Approve).expect_err("refused");
    assert_eq!(violation.rule, Rule::HeadApproves);
    let user = proposer.user().expect("staff");
    assert_eq!(violation.facts["proposed_by"], Fact::Text(user.to_string()));
}

#[test]
fn the_agency_that_holds_it_up_rejects_it_instead_of_endorsing_it() {
    for actor in [head_there(), deputy_there(&[FIELD])] {
        let state = after(proposed_there(), &actor, IN_TIME, rejection());
        assert_eq!((state.proposal, state.endorsed), (None, None));
        assert_eq!(broken(decided(&endorsed(), &actor, rejection())), Rule::HeadApproves);
        assert_eq!(broken(decided(&proposed(), &actor, rejection())), Rule::HeadApproves);
    }
}

#[test]
fn nobody_else_there_rejects_it_nor_whoever_proposed_it() {
    for actor in [officer_there(), staff_there(9, Role::Leader), deputy_there(&["Hộ tịch"])] {
        assert_eq!(broken(decided(&proposed_there(), &actor, rejection())), Rule::HeadApproves, "{actor:?}");
    }
    let own = after(accepted(), &head_there(), IN_TIME, proposal(LATEST));
    let violation = decided(&own, &head_there(), rejection()).expect_err("refused");
    assert_eq!(violation.rule, Rule::HeadApproves);
    assert!(violation.facts.contains_key("proposed_by"), "{violation}");
}

#[test]
fn who_answers_for_the_dossier_rejects_it_endorsed_or_not() {
    for state in [proposed_there(), endorsed()] {
        for actor in [head(), deputy(&[FIELD])] {
            assert!(decided(&state, &actor, rejection()).is_ok());
        }
    }
    let endorser = moved_to(agency(), &head_there());
    assert_eq!(broken(decided(&endorsed(), &endorser, rejection())), Rule::HeadApproves);
}

#[test]
fn whether_it_may_be_rejected_there_is_told_before_anybody_asks() {
    let ready = |state: &State| {
        let (actor, agency, calendar) = (head_there(), agency(), calendar());
        let facts = Facts { actor: &actor, now: IN_TIME, agency: &agency, field: FIELD, calendar: &calendar };
        crate::reject::ready(state, &facts)
    };
    assert_eq!(ready(&proposed_there()), Ok(()));
    assert_eq!(broken(ready(&endorsed())), Rule::HeadApproves);
}

#[test]
fn an_endorsement_is_of_one_proposal_and_goes_with_it() {
    let rejected = after(endorsed(), &head(), IN_TIME, rejection());
    let again = after(rejected, &officer_there(), IN_TIME, proposal(LATEST));
    assert_eq!(again.awaits_endorsement_of(), Some(&there()));
    let pay = Command::AskPayment { amount: 50_000, purpose: "Lệ phí".to_owned() };
    let lapsed = after(endorsed(), &officer(), IN_TIME, pay);
    assert_eq!((lapsed.proposal, lapsed.endorsed), (None, None));
}

#[test]
fn an_endorsement_read_from_the_log_is_of_the_proposal_before_it() {
    let again = decided(&accepted(), &officer_there(), proposal(LATEST)).expect("allowed");
    let state = again.iter().fold(endorsed(), evolve);
    assert_eq!(state.awaits_endorsement_of(), Some(&there()));
}
