//! What the applicant and the offices read of it, in both languages.

use super::{SideBySide, dossier, unstamped};
use serde_json::{Value, json};
use testkit::app::{Answer, Client, PERSONAL, TestApp};
use testkit::db::TestDb;

fn in_english(client: &Client) -> Client {
    client.with_header("Accept-Language", "en")
}

fn history(status: &Answer) -> Vec<String> {
    let told = status.at("/details/history");
    told.as_array().unwrap().iter().map(|entry| entry["what"].as_str().unwrap().to_owned()).collect()
}

/// What was refused, in words.
fn detail(answer: Answer) -> String {
    answer.is(409).text_at("/detail")
}

testkit::on_both_databases! {
    fn the_holder_reads_which_papers_are_there_and_which_were_handed_out(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        bundle.ward.clerk().hand_out_paper(bundle.code(), "khai-sinh").is(200);
        let holder = app.holder(&bundle.receipt.secret);
        let vietnamese = history(&holder.status(bundle.code()).is(200));
        let english = history(&in_english(&holder).get(&format!("status/{}", bundle.code())).is(200));
        assert!(vietnamese.contains(&"Đã có: Giấy của khai-sinh".to_owned()), "{vietnamese:?}");
        assert!(english.contains(&"There is: Giấy của khai-sinh".to_owned()), "{english:?}");
        assert_eq!(vietnamese.last().unwrap(), "Đã trả: Giấy khai sinh");
        assert_eq!(english.last().unwrap(), "Handed out: Giấy khai sinh");
        assert_eq!(vietnamese.len(), english.len());
    }

    fn the_holder_reads_what_every_agency_does_now_and_nothing_of_what_they_ask_each_other(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let holder = app.holder(&bundle.receipt.secret);
        let before = history(&holder.status(bundle.code()).is(200));
        bundle.police.officer().consult(bundle.code(), "tham-tra-cu-tru", "H32.05", "2026-11-18T17:30:00+07:00").is(201);
        bundle.police.officer().request_supplement(bundle.code(), &unstamped()).is(200);
        bundle.insurance.clerk().receive(bundle.code(), "bao-hiem-y-te").is(200);
        let after = holder.status(bundle.code()).is(200);
        assert_eq!(history(&after), before);
        assert_eq!((after.at("/details/asked"), after.at("/stage")), (json!([]), json!("in_progress")));
        let doing = json!(["Thẩm tra điều kiện cư trú, cập nhật cơ sở dữ liệu", "Kiểm tra dữ liệu, lập thẻ bảo hiểm y tế"]);
        assert_eq!(after.at("/details/doing"), doing);
    }

    fn by_the_number_alone_nobody_learns_which_agencies_work_on_it(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let shown = app.nobody().get(&format!("status/{}", bundle.code())).is(200);
        for hidden in PERSONAL.into_iter().chain([bundle.police.code(), bundle.insurance.code(), "Công an"]) {
            assert!(!shown.text.contains(hidden), "{hidden}: {}", shown.text);
        }
    }

    fn what_is_refused_across_agencies_is_said_in_both_languages(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let code = bundle.code();
        bundle.police.officer().request_supplement(code, &unstamped()).is(200);
        let asks: [&dyn Fn(bool) -> Answer; 3] = [
            &|english| said_by(&bundle.ward.clerk(), english).issue_supplement(code),
            &|english| said_by(&bundle.police.officer(), english).ask_payment(code),
            &|english| said_by(&bundle.police.clerk(), english).hand_out_paper(code, "khai-sinh"),
        ];
        for ask in asks {
            let (vietnamese, english) = (detail(ask(false)), detail(ask(true)));
            assert!(!vietnamese.is_ascii() && english.is_ascii(), "{vietnamese} {english}");
        }
    }

    fn a_leg_names_its_agency_and_its_standing(db: &TestDb) {
        let app = TestApp::on(db);
        let bundle = SideBySide::at(&app);
        let dossier = dossier(&bundle.insurance.officer(), bundle.code());
        let named: Vec<(&Value, &Value)> =
            dossier["legs"].as_array().unwrap().iter().map(|leg| (&leg["agency_name"], &leg["after"])).collect();
        assert_eq!(named[0], (&json!("Ủy ban nhân dân phường Hải Đăng"), &json!([])));
        assert_eq!(named[1], (&json!("Công an phường Hải Đăng"), &json!(["khai-sinh"])));
        assert_eq!(named[3].1, &json!(["thuong-tru", "bao-hiem-y-te"]));
    }
}

fn said_by(client: &Client, english: bool) -> Client {
    if english { in_english(client) } else { client.clone() }
}
