mod english;

use time::macros::{date, datetime};

use super::*;
use crate::sample::{calendar, time};

fn explain(accepted: OffsetDateTime, amount: u32, unit: Unit) -> Explanation {
    calendar().explain(accepted, time(amount, unit)).expect("covered")
}

#[test]
fn working_days_tell_what_was_counted_and_what_was_skipped() {
    let told = explain(datetime!(2026-11-20 08:15 +7), 10, Unit::WorkingDays);
    assert_eq!((told.first_day, told.days_counted, told.weekly_rest), (date!(2026 - 11 - 23), 10, 6));
    assert_eq!(
        told.vietnamese(),
        [
            "Tiếp nhận lúc 08:15 ngày 20/11/2026.",
            "Thời hạn giải quyết: 10 ngày làm việc.",
            "Ngày tiếp nhận không tính vào thời hạn (Điều 147 Bộ luật Dân sự 2015); ngày đầu tiên được tính là ngày 23/11/2026.",
            "Đã tính 10 ngày làm việc, từ ngày 23/11/2026 đến hết ngày 07/12/2026.",
            "Ngày nghỉ không tính: ngày 24/11/2026 (Ngày Văn hóa Việt Nam); 6 ngày nghỉ hằng tuần.",
            "Hẹn trả kết quả chậm nhất lúc 17:30 ngày 07/12/2026.",
            "Tính theo lịch làm việc “khanh-hoa”, phiên bản 3.",
        ]
    );
}

#[test]
fn the_applicant_is_told_in_a_sentence() {
    let told = explain(datetime!(2026-11-20 08:15 +7), 10, Unit::WorkingDays);
    assert_eq!(
        told.plain_vietnamese(),
        "Kết quả được hẹn trả chậm nhất lúc 17:30 ngày 07/12/2026 (thời hạn 10 ngày làm việc, \
         không kể ngày nộp hồ sơ, ngày nghỉ hằng tuần và ngày nghỉ lễ)."
    );
    assert_eq!(
        told.plain_english(),
        "Your result is due by 17:30 on 07/12/2026 (10 working days, without the day you applied, \
         week-ends and holidays)."
    );
}

#[test]
fn days_worked_in_exchange_are_named() {
    let told = explain(datetime!(2026-08-20 09:00 +7), 8, Unit::WorkingDays);
    let lines = told.vietnamese();
    assert!(
        lines.contains(
            &"Ngày làm bù được tính là ngày làm việc: ngày 22/08/2026 (Làm bù cho 31/8).".to_owned()
        )
    );
    assert!(
        lines.iter().any(|line| line.contains("từ ngày 31/08/2026 đến hết ngày 02/09/2026 (Quốc khánh)"))
    );
    assert_eq!(told.appointment.at.date(), date!(2026 - 09 - 03));
}

#[test]
fn a_last_day_that_is_off_tells_of_its_move() {
    let told = explain(datetime!(2026-11-04 09:00 +7), 20, Unit::CalendarDays);
    assert_eq!((told.moved_from, told.days_counted), (Some(date!(2026 - 11 - 24)), 20));
    assert!(told.vietnamese().contains(
        &"Ngày cuối của thời hạn, ngày 24/11/2026, là ngày nghỉ nên thời hạn kết thúc vào cuối ngày làm việc \
          tiếp theo (Điều 148 Bộ luật Dân sự 2015)."
            .to_owned()
    ));
    assert!(told.english().iter().any(|line| line.contains("art. 148")));
}

#[test]
fn months_count_every_day_from_the_day_after_acceptance() {
    let told = explain(datetime!(2026-03-31 09:00 +7), 3, Unit::Months);
    assert_eq!((told.first_day, told.days_counted, told.moved_from), (date!(2026 - 04 - 01), 91, None));
    assert!(told.days_off.is_empty(), "days off inside the months are counted like any day");
}

#[test]
fn hours_tell_from_when_they_ran() {
    let told = explain(datetime!(2026-11-21 10:00 +7), 9, Unit::WorkingHours);
    assert_eq!((told.counted_from, told.days_counted), (datetime!(2026-11-23 07:30 +7), 2));
    assert_eq!(
        told.vietnamese()[2],
        "Tiếp nhận ngoài giờ làm việc nên tính từ đầu buổi làm việc kế tiếp, lúc 07:30 ngày 23/11/2026, \
         chỉ trong giờ làm việc, qua 2 ngày làm việc."
    );
    let inside = explain(datetime!(2026-11-20 10:00 +7), 2, Unit::WorkingHours);
    assert_eq!(inside.counted_from, inside.accepted);
    assert_eq!(
        inside.vietnamese()[2],
        "Tính từ thời điểm tiếp nhận, chỉ trong giờ làm việc, qua 1 ngày làm việc."
    );
    assert_eq!(
        inside.plain_vietnamese(),
        "Kết quả được hẹn trả chậm nhất lúc 14:00 ngày 20/11/2026 (thời hạn 2 giờ làm việc, chỉ tính giờ làm việc)."
    );
}

#[test]
fn the_same_day_tells_why_it_became_the_next() {
    let late = explain(datetime!(2026-11-20 15:01 +7), 1, Unit::SameDay);
    assert!(
        late.vietnamese().iter().any(|line| line.contains("sau 15 giờ") && line.contains("118/2025/NĐ-CP"))
    );
    assert_eq!(
        late.plain_vietnamese(),
        "Kết quả được hẹn trả chậm nhất lúc 17:30 ngày 23/11/2026, vào ngày làm việc tiếp theo."
    );
    let rest = explain(datetime!(2026-11-21 09:00 +7), 1, Unit::SameDay);
    assert!(rest.vietnamese().iter().any(|line| line.contains("là ngày nghỉ hoặc đã hết giờ làm việc")));
    let sharp = explain(datetime!(2026-11-21 15:00 +7), 1, Unit::SameDay);
    assert!(
        sharp.english().iter().any(|line| line.contains("is a day off")),
        "15:00 sharp is not after 15:00: it is the day that was off"
    );
    let same = explain(datetime!(2026-11-20 15:00 +7), 1, Unit::SameDay);
    assert_eq!(same.moved_from, None);
    assert!(same.plain_english().ends_with("the day you applied."));
    assert!(same.plain_vietnamese().ends_with("ngay trong ngày nộp hồ sơ."));
    assert!(!same.vietnamese().iter().any(|line| line.starts_with("Ngày nghỉ không tính")));
}

#[test]
fn a_provisional_year_is_named_wherever_the_date_is_told() {
    let told = explain(datetime!(2026-12-30 09:00 +7), 5, Unit::WorkingDays);
    assert_eq!(told.provisional_years, [2027]);
    let lines = [
        told.vietnamese().join(" "),
        told.english().join(" "),
        told.plain_vietnamese(),
        told.plain_english(),
    ];
    for line in lines {
        assert!(line.contains("2027 chưa được công bố") || line.contains("2027 aren't announced"), "{line}");
    }
    let announced = explain(datetime!(2026-11-04 09:00 +7), 20, Unit::CalendarDays);
    assert!(!announced.vietnamese().iter().any(|line| line.contains("công bố")));
    assert!(announced.plain_vietnamese().ends_with("không kể ngày nộp hồ sơ)."));
}

#[test]
fn a_moment_is_written_as_people_write_it() {
    let moment = datetime!(2026-02-03 07:05 +7);
    assert_eq!(vietnamese(moment), "07:05 ngày 03/02/2026");
    assert_eq!(english(moment), "07:05 on 03/02/2026");
}

#[test]
fn an_explanation_comes_back_as_it_was_stored() {
    let told = explain(datetime!(2026-11-04 09:00 +7), 20, Unit::CalendarDays);
    let text = serde_json::to_string(&told).expect("plain");
    assert!(text.contains(r#""moved_from":"2026-11-24""#), "{text}");
    assert_eq!(serde_json::from_str::<Explanation>(&text).expect("sound"), told);
}
