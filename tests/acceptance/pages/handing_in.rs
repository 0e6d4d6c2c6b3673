//! Administrators hand in files that lie on their computers.

use super::people::{file, signed_in};
use catalog::calendar_file;
use kernel::Role;
use std::path::Path;
use testkit::app::TestApp;
use testkit::browser::{Browser, View};
use testkit::db::TestDb;

const NEW: &str = "/quan-tri/nhan-lich";

fn tried(administrator: &Browser, file: &Path) {
    administrator.goto(NEW);
    administrator.upload("Chọn tệp", file);
    administrator.press("Xem trước");
}

testkit::on_both_databases! {
    fn a_calendar_is_chosen_tried_out_and_taken_in(db: &TestDb) {
        let app = TestApp::on(db);
        let administrator = signed_in(&app, Role::Administrator, "H32", View::desktop());
        let usual = calendar_file::text(app.calendar().data());
        let longer = usual.replace("minutes_per_day = 480", "minutes_per_day = 450");
        // As an editor on Windows saves it.
        let saved = file("lịch.toml", format!("\u{feff}{}", longer.replace('\n', "\r\n")).as_bytes());
        tried(&administrator, &saved.file);
        assert!(administrator.text().contains("Ngày làm việc danh nghĩa: 450 phút"), "{}", administrator.text());
        administrator.press("Xác nhận nhận lịch");
        assert!(administrator.text().contains("Đã nhận"), "{}", administrator.text());
        assert_eq!(administrator.faults(), Vec::<String>::new());
    }

    fn a_file_that_is_no_calendar_is_told_where_it_was_chosen_and_what_is_text_can_be_mended(db: &TestDb) {
        let app = TestApp::on(db);
        let administrator = signed_in(&app, Role::Administrator, "H32", View::desktop());
        let before = db.everything();
        tried(&administrator, &file("lịch.toml", b"\xff\xfe").file);
        assert_eq!(administrator.status(), 422);
        assert!(administrator.text_of(".errors").contains("không phải văn bản UTF-8"));
        tried(&administrator, &file("lịch.toml", "mã = 1".as_bytes()).file);
        assert!(administrator.text_of(".errors").contains("TOML chưa đúng"));
        assert_eq!(administrator.value_of("Nội dung tệp lịch (TOML)"), "mã = 1");
        assert_eq!(db.everything(), before);
    }

    fn a_procedure_is_chosen_and_tried_out(db: &TestDb) {
        let app = TestApp::on(db);
        let administrator = signed_in(&app, Role::Administrator, "H32", View::phone());
        administrator.goto("/quan-tri/nhan-thu-tuc");
        let chosen = file("thủ tục.json", b"{ \"procedures\": 1 }");
        administrator.upload("Chọn tệp", &chosen.file);
        administrator.press("Xem trước");
        assert_eq!(administrator.status(), 422);
        assert_eq!(administrator.value_of("Nội dung tệp danh mục (TOML hoặc JSON)"), "{ \"procedures\": 1 }");
    }
}
