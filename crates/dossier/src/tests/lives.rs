//! Whole lives, in order and out of it.

use super::life::{
    FRIDAY, Life, back, clerk, done, grant, hand_over, head, officer, rating, record, refusal, withdrawal,
};
use super::sample::{LATER, MORNINGS, Sample, staff, submission};
use crate::{Command, Stage};
use intake::Command::Accept;
use kernel::{Actor, Fact, Role, Rule};
use result::Kind;
use time::macros::datetime;

/// Nothing is left but the signature.
fn ready_to_sign() -> Life {
    Life::accepted(Sample::one_leg()).then(&clerk(), FRIDAY, done("chuyen")).then(
        &officer(),
        FRIDAY,
        done("tham-dinh"),
    )
}

fn decided() -> Life {
    ready_to_sign().then(&head(), FRIDAY, done("ky")).then(&officer(), FRIDAY, grant())
}

fn returned() -> Life {
    decided().then(&clerk(), FRIDAY, hand_over("Nguyễn Thị Hoa"))
}

/// Every command, each as sound as it can be.
fn everything() -> Vec<Command> {
    let desk = [submission(true), Accept, refusal(), withdrawal()].map(Command::from);
    let way = [done("ky"), back("ky", "chuyen"), super::life::give("ky", head().staff().expect("staff"))];
    let end = [grant(), hand_over("Nguyễn Thị Hoa"), rating()];
    desk.into_iter().chain(way.map(Command::from)).chain(end.map(Command::from)).collect()
}

#[test]
fn a_life_goes_from_the_counter_to_the_citizens_hands() {
    let mut life = Life::submitted(Sample::one_leg());
    assert_eq!((life.stage(), life.state.version), (Stage::Submitted, 1));
    life = life.then(&clerk(), FRIDAY, Accept);
    assert_eq!((life.stage(), life.state.version), (Stage::Accepted, 3), "acceptance starts the process");
    life = life.then(&clerk(), FRIDAY, done("chuyen"));
    assert_eq!((life.stage(), life.open()), (Stage::InProgress, vec!["tham-dinh"]));
    life = life.then(&officer(), FRIDAY, done("tham-dinh")).then(&head(), FRIDAY, done("ky"));
    assert_eq!((life.stage(), life.open()), (Stage::InProgress, vec![]));
    life = life.then(&head(), FRIDAY, grant());
    assert_eq!(life.stage(), Stage::ResultReady);
    life = life.then(&clerk(), FRIDAY, hand_over("Nguyễn Thị Hoa"));
    assert_eq!(life.stage(), Stage::Returned);
    life = life.then(&Actor::Applicant, FRIDAY, rating());
    assert_eq!((life.stage(), life.state.version), (Stage::Returned, 9));
}

#[test]
fn recording_the_result_completes_the_last_step_where_that_lies_with_who_records() {
    let life = ready_to_sign().then(&head(), datetime!(2026-11-20 08:45 +7), grant());
    assert_eq!(life.stage(), Stage::ResultReady);
    let turn = life.state.routing.turns.last().expect("the last turn");
    assert_eq!((turn.opened.step.as_str(), turn.by, turn.used_minutes), ("ky", head().user(), 30));
}

#[test]
fn a_result_is_recorded_only_when_no_other_step_is_left() {
    let violation = Life::accepted(Sample::one_leg()).ask(&officer(), FRIDAY, grant()).expect_err("refused");
    assert_eq!(violation.rule, Rule::StageOrder);
    assert_eq!(violation.facts["unfinished"], Fact::List(vec!["chuyen".to_owned()]));
}

#[test]
fn where_no_step_has_even_begun_nothing_is_finished() {
    let mut life = Life::submitted(Sample::one_leg());
    let accepted = life.ask(&clerk(), FRIDAY, Accept).expect("allowed");
    life.live(accepted.into_iter().take(1).collect());
    assert_eq!((life.stage(), life.open()), (Stage::Accepted, vec![]));
    assert_eq!(life.refuses(&officer(), grant()), Rule::StageOrder);
}

#[test]
fn a_result_is_not_recorded_while_another_leg_is_at_work() {
    let life =
        Life::accepted(Sample::three_legs()).then(&staff(Role::Officer, MORNINGS), FRIDAY, done("cap-the"));
    assert_eq!(life.open(), ["cu-tru"]);
    assert_eq!(life.refuses(&officer(), grant()), Rule::StageOrder, "the lead's own leg is still to come");
}

#[test]
fn who_does_not_hold_the_last_step_does_not_record_over_their_head() {
    assert_eq!(ready_to_sign().refuses(&officer(), grant()), Rule::RightDesk);
}

#[test]
fn a_denial_needs_reasons_and_then_is_a_result_like_another() {
    let denied = |reasons| record(Kind::Denied, reasons);
    assert_eq!(ready_to_sign().refuses(&head(), denied(" ")), Rule::DenialNeedsReasons);
    let life = ready_to_sign().then(&head(), FRIDAY, denied("Trái quy hoạch."));
    assert_eq!(life.stage(), Stage::ResultReady);
    assert_eq!(life.then(&clerk(), FRIDAY, hand_over("Hoa")).stage(), Stage::Returned);
}

#[test]
fn of_two_who_decide_the_same_the_second_finds_it_changed_meanwhile() {
    assert_eq!(decided().refuses(&officer(), record(Kind::Denied, "Không.")), Rule::ChangedMeanwhile);
    assert_eq!(ready_to_sign().refuses(&officer(), done("tham-dinh")), Rule::ChangedMeanwhile);
}

#[test]
fn two_agencies_one_after_the_other_and_the_result_at_the_lead() {
    let tax = |role| staff(role, LATER);
    let life = Life::accepted(Sample::two_legs()).then(&officer(), FRIDAY, done("nhan-ho-so"));
    assert_eq!(life.refuses(&officer(), grant()), Rule::StageOrder);
    let life = life.then(&tax(Role::Officer), FRIDAY, done("tinh-thue"));
    assert_eq!(life.refuses(&tax(Role::Leader), grant()), Rule::RightDesk, "the lead answers for the result");
    let life = life.then(&tax(Role::Leader), FRIDAY, done("duyet-thue"));
    assert_eq!(life.refuses(&tax(Role::Head), grant()), Rule::RightDesk);
    let life = life.then(&officer(), FRIDAY, grant());
    assert_eq!(life.refuses(&tax(Role::Clerk), hand_over("Hoa")), Rule::LeadAndCoordinators);
    assert_eq!(life.then(&clerk(), FRIDAY, hand_over("Hoa")).stage(), Stage::Returned);
}

#[test]
fn three_legs_two_of_them_side_by_side_are_joined_at_the_lead() {
    let life = Life::accepted(Sample::three_legs());
    assert_eq!(life.open(), ["cu-tru", "cap-the"]);
    let life = life.then(&staff(Role::Officer, MORNINGS), FRIDAY, done("cap-the"));
    let life = life.then(&staff(Role::Officer, LATER), FRIDAY, done("cu-tru"));
    let life = life.then(&staff(Role::Head, LATER), FRIDAY, done("ky-cu-tru"));
    assert_eq!(life.open(), ["tap-hop"]);
    assert_eq!(life.then(&officer(), FRIDAY, grant()).stage(), Stage::ResultReady);
}

#[test]
fn the_applicant_withdraws_until_the_decision_and_not_after() {
    for life in [Life::submitted(Sample::one_leg()), Life::accepted(Sample::one_leg()), ready_to_sign()] {
        assert_eq!(life.then(&Actor::Applicant, FRIDAY, withdrawal()).stage(), Stage::Withdrawn);
    }
    for life in [decided(), returned()] {
        assert_eq!(life.refuses(&Actor::Applicant, withdrawal()), Rule::WithdrawBeforeDecision);
    }
}

#[test]
fn a_step_is_worked_between_acceptance_and_result_only() {
    let commands = [done("chuyen"), back("tham-dinh", "chuyen")];
    for life in [Life::unborn(Sample::one_leg()), Life::submitted(Sample::one_leg()), decided(), returned()] {
        for command in commands.clone() {
            assert_eq!(life.refuses(&clerk(), command), Rule::StageOrder);
        }
    }
}

#[test]
fn what_was_never_submitted_can_only_be_submitted() {
    let life = Life::unborn(Sample::one_leg());
    assert_eq!(life.state.stage(), None);
    for command in everything().into_iter().skip(1) {
        for actor in [clerk(), officer(), head(), Actor::Applicant] {
            let rule = life.refuses(&actor, command.clone());
            let expected = [Rule::StageOrder, Rule::RatedOnce, Rule::RightDesk];
            assert!(expected.contains(&rule), "{rule} for {command:?}");
        }
    }
}

#[test]
fn what_was_refused_or_withdrawn_has_ended_for_good() {
    let refused = Life::submitted(Sample::one_leg()).then(&clerk(), FRIDAY, refusal());
    let withdrawn = ready_to_sign().then(&Actor::Applicant, FRIDAY, withdrawal());
    for life in [refused, withdrawn] {
        for command in everything() {
            for actor in [clerk(), officer(), head(), Actor::Applicant] {
                assert!(life.ask(&actor, FRIDAY, command.clone()).is_err(), "{command:?}");
            }
        }
    }
}

#[test]
fn only_acceptance_draws_a_number() {
    let drawing: Vec<Command> = everything().into_iter().filter(Command::draws_a_number).collect();
    assert_eq!(drawing, [Command::Intake(Accept)]);
}

#[test]
fn every_stage_is_known_by_its_name_and_has_the_national_portals_code() {
    for stage in Stage::ALL {
        assert_eq!(Stage::named(stage.as_str()), Some(stage));
    }
    assert_eq!(Stage::named("nowhere"), None);
    assert_eq!(Stage::ALL.map(Stage::national_code), [1, 1, 2, 4, 5, 6, 9, 10, 3, 7, 8]);
}
