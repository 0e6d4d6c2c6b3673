//! Stored bytes load for ever, and are written as they were.

use super::*;

fn reread(stored: &str) -> Event {
    let event: Event = serde_json::from_str(stored).expect("it loads");
    assert_eq!(serde_json::to_string(&event).expect("plain data"), stored);
    event
}

#[test]
fn what_was_stored_before_there_were_several_agencies_names_none() {
    let proposed = reread(
        r#"{"kind":"reschedule_proposed","at":"2026-11-20T08:15:00+07:00","by":"0193f5a0-7c00-7000-8000-000000000002","reason":"Chờ kết quả đo đạc","apology":"Cơ quan xin lỗi.","from":"2026-12-04T17:30:00+07:00","to":{"at":"2026-12-08T10:00:00+07:00","precision":"day","provisional":false}}"#,
    );
    assert!(matches!(proposed, Event::RescheduleProposed(proposed) if proposed.agency.is_none()));
    let approved = reread(
        r#"{"kind":"reschedule_approved","at":"2026-11-23T09:00:00+07:00","by":"0193f5a0-7c00-7000-8000-000000000003","role":"head","proposed_by":"0193f5a0-7c00-7000-8000-000000000002","reason":"Chờ kết quả đo đạc","apology":"Cơ quan xin lỗi.","from":"2026-12-04T17:30:00+07:00","to":{"at":"2026-12-08T10:00:00+07:00","precision":"day","provisional":false},"added_seconds":37800,"total_seconds":288000}"#,
    );
    assert!(matches!(
        approved,
        Event::RescheduleApproved(approved) if approved.caused_by.is_none() && approved.endorsed_by.is_none()
    ));
    let asked = reread(
        r#"{"kind":"payment_asked","at":"2026-11-20T08:15:00+07:00","by":"0193f5a0-7c00-7000-8000-000000000002","amount":50000,"purpose":"Lệ phí"}"#,
    );
    assert!(matches!(asked, Event::PaymentAsked(asked) if asked.leg.is_none()));
}

#[test]
fn what_several_agencies_do_is_read_back_as_it_was_written() {
    let endorsed = asked_by(&proposed_there(), &head_there(), IN_TIME, Command::Endorse).expect("allowed");
    let written = serde_json::to_string(&endorsed[0]).expect("plain data");
    assert_eq!(
        written,
        r#"{"kind":"reschedule_endorsed","at":"2026-11-10T10:00:00+07:00","by":"00000000-0000-0000-0000-00000000000c","role":"head"}"#
    );
    let proposed = asked_by(&accepted(), &officer_there(), IN_TIME, proposal(LATEST)).expect("allowed");
    let approved = asked_by(&super::endorsed(), &head(), IN_TIME, Command::Approve).expect("allowed");
    for (event, named) in [
        (&proposed[0], r#""agency":"H32.2""#),
        (&approved[0], r#""caused_by":"H32.2","endorsed_by":"00000000-0000-0000-0000-00000000000c""#),
    ] {
        let written = serde_json::to_string(event).expect("plain data");
        assert!(written.contains(named), "{written}");
        assert_eq!(&reread(&written), event);
    }
}
