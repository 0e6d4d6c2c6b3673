//! A calendar from a file: what it would change is shown first, and only what was shown is taken in.

use super::{administrator, another};
use calendar::{CalendarData, DaysOff};
use catalog::calendar_file;
use testkit::app::{Browserless, CERTIFICATE, Page, TestApp, WARD};
use testkit::db::TestDb;
use time::macros::date;

const NEW: &str = "/quan-tri/nhan-lich";
const LIST: &str = "/quan-tri/lich";

/// The ward's calendar with one more day off: a Tuesday.
fn storm(app: &TestApp) -> CalendarData {
    let mut data = app.calendar().data().clone();
    let day = date!(2026 - 11 - 17);
    data.days_off.push(DaysOff { from: day, to: day, name: "Nghỉ phòng, chống bão".to_owned() });
    data
}

fn tried(browser: &Browserless, text: &str) -> Page {
    browser.send(&browser.get(NEW).form(NEW).with("/text", text))
}

testkit::on_both_databases! {
    fn a_dry_run_shows_what_would_move_and_the_confirmation_moves_it(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        let calendar = app.calendar().data().code.clone();
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        let due = || app.clerk(WARD).get(&format!("dossiers/{}", receipt.code)).is(200).text_at("/appointment/at");
        let text = calendar_file::text(&storm(&app));
        let before = db.everything();
        let page = tried(&browser, &text).is(200).says("phiên bản 2").says("Nghỉ 17/11/2026: Nghỉ phòng, chống bão");
        let page = page.says(&receipt.code).says("17:30 ngày 19/11/2026").says("17:30 ngày 20/11/2026");
        assert_eq!(db.everything(), before, "a dry run changes nothing");
        let confirmation = page.form(LIST);
        let page = browser.send(&confirmation).is(200).says("Đã nhận").says("Phiên bản: “1” → “2”");
        assert_eq!(page.path, format!("{LIST}/{calendar}?xong=taken-in"));
        page.says("Số lịch hẹn tính lại: 1");
        assert_eq!(due(), "2026-11-20T17:30:00+07:00");
        assert_eq!(app.work().recounts, 0);
        let after = db.everything();
        browser.send(&confirmation).is(200);
        assert_eq!(db.everything(), after, "the same confirmation again does nothing");
        browser.get(&format!("{LIST}/{calendar}?phien-ban=1")).is(200).says("phiên bản 1");
        assert_eq!(app.findings(), Vec::<String>::new());
    }

    fn what_was_taken_in_by_mistake_is_taken_back_from_the_version_before(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        let usual = app.calendar().data().clone();
        browser.send(&tried(&browser, &calendar_file::text(&storm(&app))).form(LIST)).is(200);
        let back = browser.get(&format!("{NEW}?tu={}&phien-ban=1", usual.code)).form(NEW);
        let page = browser.send(&back).is(200).says("Không còn");
        browser.send(&page.form(LIST)).is(200);
        let newest = app.store().read(|db| store::catalogue::newest_calendar(db, &usual.code)).unwrap().unwrap();
        assert_eq!(newest, CalendarData { version: 3, ..usual });
    }

    fn a_file_that_is_none_is_told_at_its_field_and_stays(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        let usual = calendar_file::text(app.calendar().data());
        let before = db.everything();
        let wrong = |text: &str, told: &str| {
            let page = tried(&browser, text).is(422);
            assert!(page.fault("/text").contains(told), "`{}`", page.fault("/text"));
            assert_eq!(page.form(NEW).value("/text"), text);
        };
        wrong("", "Nội dung TOML chưa đúng");
        wrong("không phải TOML", "Nội dung TOML chưa đúng");
        wrong(&usual.replace("minutes_per_day", "minutes"), "minutes");
        wrong(&usual.replace("minutes_per_day = 480", "minutes_per_day = 0"), "minutes_per_day: 0 không nằm trong");
        wrong(&usual.replace("07:30-11:30", "11:30-07:30"), "kết thúc trước khi bắt đầu");
        wrong(&usual.replacen("code = \"", "code = \"Ồ/", 1), "không phải mã lịch");
        wrong(&format!("extends = \"khong-co\"\n{usual}"), "không có lịch “khong-co”");
        assert_eq!(db.everything(), before);
    }

    fn a_calendar_that_cannot_count_what_is_open_is_refused(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        app.clerk(WARD).take_in(CERTIFICATE);
        let mut late = app.calendar().data().clone();
        let day = date!(2030 - 01 - 01);
        late.days_off = vec![DaysOff { from: day, to: day, name: "Tết Dương lịch".to_owned() }];
        (late.days_worked, late.provisional) = (vec![], vec![]);
        let before = db.everything();
        tried(&browser, &calendar_file::text(&late)).is(422).says("không tính được mọi hồ sơ đang mở");
        assert_eq!(db.everything(), before);
    }

    fn days_are_taken_from_the_calendar_in_use(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        let week = ["mon", "tue", "wed", "thu", "fri"].map(|day| format!("{day} = [\"08:00-15:00\"]\n"));
        let text = format!(
            "code = \"moi\"\nname = \"Lịch mới\"\nextends = \"viet-nam\"\nutc_offset = \"+07:00\"\n\
             minutes_per_day = 420\n[sessions]\n{}",
            week.concat()
        );
        let page = tried(&browser, &text).is(200).says("Sẽ thành lịch mới “moi”").says("Quốc khánh");
        browser.send(&page.form(LIST)).is(200).says("Lịch mới");
        browser.get(LIST).is(200).says("Lịch mới");
    }

    fn the_same_calendar_again_is_nothing_to_take_in(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        let page = tried(&browser, &calendar_file::text(app.calendar().data())).is(200).says("giống hệt phiên bản 1");
        assert!(!page.has("Xác nhận"), "{}", page.html);
    }

    fn what_is_confirmed_is_what_was_shown(db: &TestDb) {
        let app = TestApp::on(db);
        let (one, two) = (administrator(&app), another(&app));
        let mut other = storm(&app);
        other.name = "Tên khác".to_owned();
        let first = tried(&one, &calendar_file::text(&storm(&app))).form(LIST);
        let second = tried(&two, &calendar_file::text(&other)).form(LIST);
        one.send(&first).is(200);
        two.send(&second).is(412).says("Người khác vừa sửa");
        assert_eq!(db.rows("office_log").len(), 1);
    }
}
