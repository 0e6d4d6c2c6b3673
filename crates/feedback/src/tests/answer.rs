//! Answered in writing, once, by the hotline, naming nobody (`answer-in-writing`, `answered-once`, `right-desk`).

use super::*;
use crate::HOTLINE;
use kernel::{Fact, Rule};
use time::Duration;

fn list(words: &[&str]) -> Fact {
    Fact::List(words.iter().map(|word| (*word).to_owned()).collect())
}

#[test]
fn the_hotline_of_the_agency_answers_and_nobody_else() {
    for role in Role::ALL {
        let answered = by(&staff(role, "H32.10"), &raised(), DUE, sound());
        assert_eq!(answered.is_ok(), HOTLINE.contains(&role), "{role}");
        let elsewhere = by(&staff(role, "H32.11"), &raised(), DUE, sound());
        assert_eq!(elsewhere.expect_err("not theirs").rule, Rule::RightDesk, "{role}");
    }
    for actor in [Actor::Applicant, Actor::System] {
        assert_eq!(by(&actor, &raised(), DUE, sound()).expect_err("nobody").rule, Rule::RightDesk);
    }
}

#[test]
fn an_answer_says_what_was_asked_and_what_is_answered() {
    let answered = clerks(&raised(), sound()).expect("sound");
    assert_eq!((answered.at, answered.by), (DUE, UserId(Uuid::from_u128(1))));
    for (given, lacking) in [
        (words(" \n", "Đã mở thêm quầy"), list(&["published_question"])),
        (words("Phải chờ lâu", ""), list(&["answer"])),
        (words("", "\t"), list(&["published_question", "answer"])),
    ] {
        let violation = clerks(&raised(), given).expect_err("blank");
        assert_eq!((violation.rule, &violation.facts["lacking"]), (Rule::AnswerInWriting, &lacking));
    }
}

#[test]
fn neither_text_names_the_person() {
    for (given, named) in [
        (words("Ông Trần Văn Kín phải chờ", "Đã xử lý"), list(&["name"])),
        (words("Phải chờ", "Kính gửi ông trần văn kín!"), list(&["name"])),
        (words("Gọi +84 905 007 777", "Đã gửi kin@example.vn"), list(&["phone", "email"])),
    ] {
        let violation = clerks(&raised(), given).expect_err("named");
        assert_eq!((violation.rule, &violation.facts["names"]), (Rule::AnswerInWriting, &named));
    }
}

#[test]
fn a_late_answer_is_taken() {
    let late = DUE + Duration::days(40);
    assert_eq!(by(&staff(Role::Head, "H32.10"), &raised(), late, sound()).expect("late").at, late);
}

#[test]
fn it_is_answered_once_and_the_same_answer_again_is_that_one() {
    let answered = clerks(&raised(), sound()).expect("sound");
    let state = State { answered: Some(answered.clone()), ..raised() };
    let later = DUE + Duration::HOUR;
    assert_eq!(by(&staff(Role::Clerk, "H32.10"), &state, later, sound()), Ok(answered));
    let other = Actor::Staff(Staff {
        user: UserId(Uuid::from_u128(2)),
        agency: agency("H32.10"),
        roles: vec![Role::Head],
        fields: vec![],
    });
    let again = [
        by(&staff(Role::Clerk, "H32.10"), &state, later, words("Phải chờ lâu tại quầy", "Khác")),
        by(&staff(Role::Clerk, "H32.10"), &state, later, words("", "")),
        by(&other, &state, later, sound()),
    ];
    for again in again {
        let violation = again.expect_err("answered before");
        assert_eq!(
            (violation.rule, &violation.facts["answered_at"]),
            (Rule::AnsweredOnce, &Fact::Moment(DUE))
        );
    }
}
