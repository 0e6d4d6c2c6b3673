use super::*;

const LATE: OffsetDateTime = datetime!(2026-11-17 08:00 +7);

fn apology(reason: &str, text: &str, expected: OffsetDateTime) -> Command {
    Command::Apologise { reason: reason.to_owned(), apology: text.to_owned(), expected }
}

fn a_good_one() -> Command {
    apology("Thiếu người", "Cơ quan xin lỗi.", datetime!(2026-11-24 10:00 +7))
}

#[test]
fn a_belated_apology_moves_no_deadline_and_the_dossier_stays_late() {
    let state = after(accepted(), &head(), LATE, a_good_one());
    assert_eq!(appointment(&state), DUE);
    assert!(asked_by(&state, &Actor::System, LATE, Command::Breach).is_ok());
}

#[test]
fn there_is_one() {
    let state = after(accepted(), &deputy(&[FIELD]), LATE, a_good_one());
    assert_eq!(broken(asked_by(&state, &head(), LATE, a_good_one())), Rule::StageOrder);
}

#[test]
fn it_comes_after_the_appointed_day() {
    let in_time = datetime!(2026-11-16 23:59 +7);
    assert_eq!(broken(asked_by(&accepted(), &head(), in_time, a_good_one())), Rule::StageOrder);
    assert!(asked_by(&accepted(), &head(), datetime!(2026-11-17 00:00 +7), a_good_one()).is_ok());
}

#[test]
fn the_head_signs_it_or_the_deputy_of_the_field() {
    for actor in [officer(), clerk(), deputy(&[]), Actor::System, Actor::Applicant] {
        assert_eq!(broken(asked_by(&accepted(), &actor, LATE, a_good_one())), Rule::HeadApproves);
    }
}

#[test]
fn it_states_a_reason_and_a_date_ahead_in_a_session() {
    let good = datetime!(2026-11-24 10:00 +7);
    let bad = [
        apology("", "Xin lỗi", good),
        apology("Thiếu người", " ", good),
        apology("Thiếu người", "Xin lỗi", LATE),
        apology("Thiếu người", "Xin lỗi", datetime!(2026-11-22 10:00 +7)),
    ];
    for command in bad {
        assert_eq!(broken(asked_by(&accepted(), &head(), LATE, command)), Rule::WrittenApology);
    }
}
