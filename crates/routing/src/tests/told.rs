//! Why a leg's dates are what they are.

use super::*;
use crate::plan::plan;
use crate::told::leg;
use kernel::Lang;

fn told(way: &Way, now: OffsetDateTime, of: &str, lang: Lang) -> Vec<String> {
    let (actor, lead) = (Actor::System, code(LEAD));
    let facts = way.facts(&actor, now, &lead);
    let in_time = plan(&way.state, &facts).into_iter().find(|leg| leg.leg.as_str() == of).expect("a leg");
    leg(&in_time, &way.process, facts.calendar_of(&in_time.agency), lang)
}

/// Two working days for the police.
fn handed_over() -> Way {
    let mut process = forked();
    process.legs[1].share = from_value(share(2, "working_days")).expect("a share");
    Way::begun(process).then(&officer(), FRIDAY, done("nhan-ho-so"))
}

#[test]
fn a_leg_says_since_when_how_long_what_was_skipped_and_until_when() {
    let expected = [
        "Bắt đầu lúc 08:15 ngày 20/11/2026, khi đã xong: “nhan”.",
        "Thời hạn của phần việc: 2 ngày làm việc, là 960 phút làm việc theo “Mẫu”; đã dùng 45 phút.",
        "Không tính ngày nghỉ: 24/11/2026 (Ngày Văn hóa Việt Nam).",
        "Hết thời hạn của phần việc lúc 08:15 ngày 25/11/2026.",
    ];
    assert_eq!(told(&handed_over(), datetime!(2026-11-20 09:00 +7), "cong-an", Lang::Vi), expected);
}

#[test]
fn what_it_took_beyond_is_said_to_be_its_agencys_alone() {
    let late = told(&handed_over(), datetime!(2026-11-25 08:40 +7), "cong-an", Lang::En);
    assert_eq!(
        late.last().map(String::as_str),
        Some("It took 25 working minutes more, charged to this agency alone.")
    );
}

#[test]
fn a_leg_ahead_says_what_it_waits_for_and_one_that_is_not_worked_that_it_is_not() {
    let ahead = told(&handed_over(), FRIDAY, "tra", Lang::En);
    assert!(ahead[0].starts_with("It may begin at "), "{ahead:?}");
    assert!(ahead[0].ends_with("once this is done: “cong-an”, “bao-hiem”."), "{ahead:?}");
    let decided = [(code("thuc-dia"), false)].into();
    let taken_in = Command::Done(Completion { decided, ..Completion::of(code("nhan-ho-so")) });
    let way = Way::begun(land()).then(&officer(), FRIDAY, taken_in);
    assert_eq!(told(&way, FRIDAY, "thuc-dia", Lang::Vi), ["Không phải thực hiện vì điều kiện không xảy ra."]);
}
