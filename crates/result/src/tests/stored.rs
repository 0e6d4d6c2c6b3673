//! Stored bytes load for ever, and are written as they were.

use super::*;

fn reread(stored: &str) -> Event {
    let event: Event = serde_json::from_str(stored).expect("it loads");
    assert_eq!(serde_json::to_string(&event).expect("plain data"), stored);
    event
}

#[test]
fn a_result_stored_before_there_were_bundles_has_its_paper() {
    let event = reread(
        r#"{"kind":"result_recorded","at":"2026-12-04T10:00:00+07:00","by":"0193f5a0-7c00-7000-8000-000000000003","result":"granted","paper":{"number":"15/GP-SXD","date":"2026-12-04","title":"Giấy phép xây dựng"}}"#,
    );
    let Event::ResultRecorded(recorded) = event else { panic!("{event:?}") };
    assert_eq!(recorded.paper.map(|paper| paper.number).as_deref(), Some("15/GP-SXD"));
}

#[test]
fn what_happens_to_a_bundle_is_read_back_as_it_was_written() {
    let events = [
        among(&birth(), &staff(Role::Officer, "H32.2"), &State::default(), granted("cu-tru")),
        among(&birth(), &staff(Role::Officer, "H32.2"), &State::default(), denied("cu-tru", "Nhầm.")),
        among(&birth(), &clerk(), &all_granted(), early("khai-sinh")),
        among(&birth(), &clerk(), &all_granted(), whole(Kind::Granted)),
    ];
    let by = "00000000-0000-0000-0000-000000000001";
    let at = format!(r#""at":"2026-11-20T15:30:00+07:00","by":"{by}""#);
    let paper = r#""paper":{"number":"15/GP-SXD","date":"2026-11-20","title":"Giấy phép xây dựng"}"#;
    let written = [
        format!(r#"{{"kind":"paper_recorded",{at},"leg":"cu-tru","result":"granted",{paper}}}"#),
        format!(
            r#"{{"kind":"paper_recorded",{at},"leg":"cu-tru","result":"denied",{paper},"reasons":"Nhầm."}}"#
        ),
        format!(
            r#"{{"kind":"paper_returned",{at},"leg":"khai-sinh","to":"00000000-0000-0000-0000-000000000009","channel":"counter"}}"#
        ),
        format!(r#"{{"kind":"result_recorded",{at},"result":"granted"}}"#),
    ];
    for (events, stored) in events.into_iter().zip(written) {
        assert_eq!(reread(&stored), events.expect("allowed")[0]);
    }
}
