//! Interlinked: everything is handed in once, at the lead agency (2.d).

use super::*;
use crate::{Complete, FaultKind, Item};

fn by_version(
    version: &Version,
    actor: &Actor,
    state: &State,
    command: Command,
) -> Result<Vec<Event>, Violation> {
    decide(state, &Facts { version, ..facts(actor) }, command)
}

#[test]
fn a_coordinating_agencys_counter_takes_no_dossier_in() {
    let version = interlinked();
    let at = |agency: &str| {
        let submission = Submit { agency: code(agency), ..complete() };
        by_version(
            &version,
            &staff(Role::Clerk, agency),
            &State::default(),
            Command::Submit(Box::new(submission)),
        )
    };
    assert!(at("H32.1").is_ok());
    assert_eq!(broken(at("H32.2")), Rule::SubmitOnce);
    assert_eq!(broken(at("H32.9")), Rule::RightDesk, "one that has nothing to do with it");
}

#[test]
fn a_coordinating_agency_takes_nothing_in_before_acceptance_nor_after_it() {
    let version = interlinked();
    let components = || vec![handed("don", Form::Original, 1)];
    let completion = || Command::Complete(Box::new(Complete { components: components(), applicant: None }));
    let submitted = submitted(complete());
    let item = Item { component: Some(code("don")), fault: FaultKind::NotValid, note: String::new() };
    let accepted = then(submitted.clone(), Command::Accept);
    let waiting = then(accepted, Command::RequestSupplement { items: vec![item] });
    let supply = || Command::Supply { components: components() };
    for role in [Role::Clerk, Role::Officer] {
        let there = staff(role, "H32.2");
        assert_eq!(broken(by_version(&version, &there, &submitted, completion())), Rule::SubmitOnce);
        assert_eq!(broken(by_version(&version, &there, &waiting, supply())), Rule::SubmitOnce);
    }
    for actor in [clerk(), Actor::Applicant] {
        assert!(by_version(&version, &actor, &submitted, completion()).is_ok());
        assert!(by_version(&version, &actor, &waiting, supply()).is_ok());
    }
    assert_eq!(
        broken(by_version(&version, &staff(Role::Clerk, "H32.9"), &waiting, supply())),
        Rule::RightDesk
    );
}
