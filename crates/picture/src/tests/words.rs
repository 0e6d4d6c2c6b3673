//! What is said in words.

use super::random::pictures;
use super::seen::seen;
use crate::{Dates, Lang, Leg, LegState, Now, Picture, in_words, svg};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn title_and_description_name_everything(picture in pictures()) {
        let seen = seen(&svg(&picture));
        prop_assert_eq!(&seen.title, &picture.title);
        for leg in &picture.legs {
            let mut told = vec![&leg.name, &leg.agency, &leg.share];
            told.extend(leg.conditional.iter().chain(&leg.payment));
            told.extend(picture.now.iter().flat_map(|_| &leg.holder));
            for text in told {
                let text = text.trim_end().trim_end_matches('.');
                prop_assert!(seen.desc.contains(text), "{} in {}", text, seen.desc);
            }
        }
    }
}

fn picture() -> Picture {
    let first = Leg {
        code: "a".to_owned(),
        name: "Xác nhận hiện trạng".to_owned(),
        agency: "UBND xã".to_owned(),
        agency_is_lead: true,
        share: "6 ngày làm việc".to_owned(),
        state: LegState::Done,
        dates: Some(Dates { from: Some("02/11".to_owned()), due: None, done: Some("10/11".to_owned()) }),
        ..Leg::default()
    };
    let second = Leg {
        code: "b".to_owned(),
        name: "Trích đo".to_owned(),
        agency: "Văn phòng Đăng ký đất đai".to_owned(),
        after: vec!["a".to_owned()],
        share: "5 ngày làm việc".to_owned(),
        conditional: Some("chưa có bản đồ.".to_owned()),
        payment: Some("phí đo đạc".to_owned()),
        state: LegState::Open,
        holder: Some("Đo thửa đất, Lê Văn Thử".to_owned()),
        late: true,
        ..Leg::default()
    };
    Picture {
        title: "Đăng ký đất đai".to_owned(),
        lead: "UBND xã".to_owned(),
        legs: vec![first, second],
        critical: vec!["a".to_owned(), "b".to_owned()],
        now: Some(Now {
            at: "16/11".to_owned(),
            accepted: Some("02/11".to_owned()),
            appointment: Some("20/11".to_owned()),
            returned: None,
        }),
        ..Picture::default()
    }
}

#[test]
fn the_whole_is_told_in_vietnamese() {
    let told = in_words(&picture()).replace('\u{a0}', " ");
    let expected = [
        "2 chặng. Cơ quan đầu mối: UBND xã.",
        "Tình trạng lúc 16/11. Đã tiếp nhận: 02/11. Hẹn trả: 20/11.",
        "Tiếp nhận hồ sơ: Bộ phận một cửa UBND xã. Đã tiếp nhận. Nằm trên đường dài nhất, quyết định thời hạn.",
        "Chặng 1: Xác nhận hiện trạng. Đầu mối: UBND xã. Thời hạn: 6 ngày làm việc. Bắt đầu khi hồ sơ được tiếp nhận. \
         Tình trạng: Đã xong. Bắt đầu: 02/11; xong: 10/11. Nằm trên đường dài nhất, quyết định thời hạn.",
        "Chặng 2: Trích đo. Phối hợp: Văn phòng Đăng ký đất đai. Thời hạn: 5 ngày làm việc. Bắt đầu sau chặng 1. \
         Chỉ khi: chưa có bản đồ. Sau khi đã nộp: phí đo đạc. Tình trạng: Đang giải quyết. Trễ hạn. \
         Đang ở: Đo thửa đất, Lê Văn Thử. Nằm trên đường dài nhất, quyết định thời hạn.",
        "Trả kết quả: Bộ phận một cửa UBND xã. Chưa đến lượt. Bắt đầu sau chặng 2. \
         Nằm trên đường dài nhất, quyết định thời hạn.",
    ];
    assert_eq!(told, expected.join("\n"));
}

#[test]
fn and_in_english_where_no_dossier_stands() {
    let told = in_words(&Picture { lang: Lang::En, now: None, critical: Vec::new(), ..picture() });
    let expected = [
        "2 legs. Lead agency: UBND xã.",
        "Dossier received: the one-stop counter of UBND xã.",
        "Leg 1: Xác nhận hiện trạng. Lead: UBND xã. Time: 6 ngày làm việc. Starts when the dossier is accepted.",
        "Leg 2: Trích đo. Coordinating: Văn phòng Đăng ký đất đai. Time: 5 ngày làm việc. Starts after leg 1. \
         Only if: chưa có bản đồ. Once paid: phí đo đạc.",
        "Result returned: the one-stop counter of UBND xã. Starts after leg 2.",
    ];
    assert_eq!(told, expected.join("\n"));
}

#[test]
fn every_state_is_said_in_the_box_and_in_the_legend_and_told() {
    for state in LegState::ALL {
        let mut picture = picture();
        picture.legs[1].state = state;
        let seen = seen(&svg(&picture));
        let said = picture.lang.state(state);
        let all: String = seen.texts.iter().map(|text| format!("{} ", text.text)).collect();
        let in_box: String = seen.boxes[2].texts.iter().map(|text| format!("{} ", text.text)).collect();
        assert!(in_box.contains(said) && seen.desc.contains(said), "{said}: {in_box}");
        assert!(all.matches(said).count() > in_box.matches(said).count(), "{said} is in no legend");
    }
}

#[test]
fn without_a_dossier_no_state_is_shown() {
    let seen = seen(&svg(&Picture { now: None, ..picture() }));
    let all: String = seen.texts.iter().map(|text| format!("{} ", text.text)).collect();
    for hidden in ["Đã xong", "Đang giải quyết", "Trễ hạn", "Lê Văn Thử", "10/11"] {
        assert!(!all.contains(hidden) && !seen.desc.contains(hidden), "{hidden}");
    }
}
