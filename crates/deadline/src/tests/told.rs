//! A date explains itself: its stops, its rescheduling, its calendar (domain: Counting time).

use super::*;
use crate::told::changes;
use kernel::Lang;

fn payment_out() -> State {
    let ask = Command::AskPayment { amount: 50_000, purpose: "Lệ phí".to_owned() };
    after(accepted(), &officer(), IN_TIME, ask)
}

#[test]
fn an_appointment_that_nothing_has_changed_says_nothing_more() {
    assert_eq!(changes(&accepted(), Lang::Vi), Vec::<String>::new());
}

#[test]
fn a_clock_that_stands_says_since_when_and_what_for() {
    assert_eq!(
        changes(&payment_out(), Lang::Vi),
        [
            "Đang dừng tính thời hạn từ 10:00 ngày 10/11/2026 để chờ thực hiện nghĩa vụ tài chính; ngày hẹn trả được \
          tính lại khi thời hạn chạy tiếp."
        ]
    );
}

#[test]
fn a_stop_that_ended_says_until_when_and_when_it_is_due_now() {
    let paid = Command::ConfirmPayment { receipt: "0001".to_owned() };
    let state = after(payment_out(), &clerk(), datetime!(2026-11-11 10:00 +7), paid);
    assert_eq!(
        changes(&state, Lang::En),
        [
            "The clock stood from 10:00 on 10/11/2026 to 10:00 on 11/11/2026 for a payment and went on with what was \
          left: due by 17:30 on 17/11/2026."
        ]
    );
}

#[test]
fn a_rescheduling_says_when_it_was_apologised_for() {
    assert_eq!(
        changes(&rescheduled(), Lang::Vi),
        [
            "Lúc 10:00 ngày 10/11/2026, cơ quan xin lỗi bằng văn bản và hẹn lại, một lần duy nhất, đến 10:10 ngày \
          20/11/2026."
        ]
    );
}

#[test]
fn a_new_calendar_is_named_with_its_version() {
    let calendar = Calendar::new(data(&[date!(2026 - 11 - 12)])).expect("sound");
    let events = asked_with(&calendar, &accepted(), &Actor::System, IN_TIME, Command::Recount);
    let state = events.expect("allowed").iter().fold(accepted(), evolve);
    assert_eq!(
        changes(&state, Lang::En),
        [
            "The calendar “mau” changed (version 2), and the appointment was counted anew: 17:30 on 17/11/2026."
        ]
    );
}
