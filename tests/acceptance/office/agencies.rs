//! Agencies are added and changed, as a tree.

use super::{administrator, another};
use testkit::app::{Browserless, CERTIFICATE, Sending, TestApp, WARD};
use testkit::db::TestDb;

const NEW: &str = "/quan-tri/co-quan/moi";

fn filled(browser: &Browserless) -> Sending {
    let form = browser.get(NEW).form(NEW).with("/code", "H32.77").with("/name", "Sở Mới");
    form.with("/parent", "H32").with("/calendar", "khanh-hoa").with("/hotline", "0258 1 234 567")
}

fn edit(code: &str) -> String {
    format!("/quan-tri/co-quan/{code}/sua")
}

testkit::on_both_databases! {
    fn a_new_agency_stands_in_the_tree_at_once(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        let (form, before) = (filled(&browser), db.rows("agencies").len());
        let page = browser.send(&form).is(200).says("Sở Mới").says("0258 1 234 567");
        assert_eq!(page.path, "/quan-tri/co-quan/H32.77?xong=added");
        browser.get("/quan-tri/co-quan").is(200).says("Sở Mới");
        browser.send(&form).is(200);
        assert_eq!((db.rows("agencies").len(), db.rows("office_log").len()), (before + 1, 1));
    }

    fn what_is_wrong_is_told_at_its_field(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        let before = db.everything();
        let wrong = |field: &str, value: &str, told: &str| {
            let page = browser.send(&filled(&browser).with(field, value)).is(422);
            assert!(page.fault(field).contains(told), "{field}: `{}`", page.fault(field));
        };
        wrong("/code", WARD, "đã có cơ quan dùng");
        wrong("/code", "Sở", "không hợp lệ");
        wrong("/code", "", "Hãy nhập mã định danh");
        wrong("/name", "", "Hãy nhập tên");
        wrong("/parent", "H99", "Không có cơ quan cấp trên");
        wrong("/calendar", "khong-co", "Không có lịch");
        wrong("/calendar", "", "Thiếu trường bắt buộc");
        let top = browser.get(&edit("H32")).form(&edit("H32")).with("/parent", WARD);
        let page = browser.send(&top).is(422);
        assert!(page.fault("/parent").contains("cấp dưới của chính mình"), "{}", page.html);
        let page = browser.send(&browser.get(&edit(WARD)).form(&edit(WARD)).with("/counter", "")).is(422);
        assert!(page.fault("/counter").contains("thủ tục đã công bố"), "{}", page.html);
        assert_eq!(db.everything(), before);
    }

    fn a_change_is_kept_and_told_with_what_was_before(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        let form = browser.get(&edit(WARD)).form(&edit(WARD));
        let before = form.value("/hotline").to_owned();
        let form = form.with("/hotline", "1022").with("/sign", "");
        browser.send(&form).is(200).says(&format!("Đường dây nóng: “{before}” → “1022”")).says("Ký hiệu: bỏ");
        let agencies = app.nobody().get("agencies").is(200);
        assert!(agencies.text.contains("\"1022\""), "{}", agencies.text);
    }

    fn of_two_administrators_who_change_the_same_agency_the_second_is_told(db: &TestDb) {
        let app = TestApp::on(db);
        let (one, two) = (administrator(&app), another(&app));
        let (first, second) = (one.get(&edit(WARD)).form(&edit(WARD)), two.get(&edit(WARD)).form(&edit(WARD)));
        one.send(&first.with("/name", "Tên trước")).is(200);
        let told = two.send(&second.with("/name", "Tên sau")).is(412).says("Người khác vừa sửa");
        assert_eq!(told.form(&edit(WARD)).value("/name"), "Tên sau");
        one.get(&format!("/quan-tri/co-quan/{WARD}")).says("Tên trước");
    }

    fn who_works_by_another_calendar_has_its_appointments_counted_anew(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        let code = app.clerk(WARD).take_in(CERTIFICATE).code;
        let due = || app.clerk(WARD).get(&format!("dossiers/{code}")).is(200).text_at("/appointment/at");
        let before = due();
        // Only Mondays, and Tuesdays.
        let mut slow = app.calendar().data().clone();
        slow.code = "it-ngay".to_owned();
        slow.days_worked.clear();
        slow.sessions.iter_mut().skip(2).for_each(Vec::clear);
        app.change_calendar(slow, false).unwrap();
        assert_eq!(due(), before);
        let form = browser.get(&edit(WARD)).form(&edit(WARD)).with("/calendar", "it-ngay");
        browser.send(&form).is(200).says("it-ngay");
        assert!(due() > before, "{} {before}", due());
        assert_eq!(app.findings(), Vec::<String>::new());
    }

    fn a_calendar_that_cannot_count_what_is_open_is_refused_at_its_field(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        app.clerk(WARD).take_in(CERTIFICATE);
        let mut late = app.calendar().data().clone();
        late.code = "ve-sau".to_owned();
        late.days_off.retain(|off| off.from.year() == 2027);
        (late.days_worked, late.provisional) = (vec![], vec![]);
        late.days_off.iter_mut().for_each(|off| {
            (off.from, off.to) = (off.from.replace_year(2031).unwrap(), off.to.replace_year(2031).unwrap());
        });
        app.change_calendar(late, false).unwrap();
        let before = db.everything();
        let form = browser.get(&edit(WARD)).form(&edit(WARD)).with("/calendar", "ve-sau");
        let page = browser.send(&form).is(422);
        assert!(page.fault("/calendar").contains("không tính được"), "{}", page.html);
        assert_eq!(db.everything(), before);
    }
}
