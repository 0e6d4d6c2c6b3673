//! By keyboard alone: whoever can't hold a mouse does the same.

use super::people::signed_in;
use kernel::Role;
use testkit::app::{CERTIFICATE, PASSWORD, TestApp, WARD, username};
use testkit::browser::{Browser, Key, View};
use testkit::db::TestDb;

testkit::on_both_databases! {
    fn a_head_signs_in_and_approves_by_keyboard(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        app.clerk(WARD).done(&receipt.id, "tiep-nhan").is(200);
        let may = app.officer().get(&format!("dossiers/{}", receipt.id)).is(200);
        let may = may.at("/may");
        let offered = may.as_array().expect("acts").iter().find(|act| act["act"] == "reschedule").expect("offered");
        let latest = offered["latest_lawful"].as_str().expect("a moment");
        app.officer().propose(&receipt.id, latest).is(200);
        let head = Browser::open(app.url(), View::desktop());
        head.goto("/dang-nhap");
        // The cursor is in the first field.
        head.write_there(&username(Role::Head, WARD));
        head.key(Key::Tab);
        head.write_there(PASSWORD);
        head.key(Key::Enter);
        assert_eq!(head.path(), "/duyet");
        head.tab_to("Xem và duyệt");
        head.key(Key::Enter);
        head.tab_to("Duyệt hẹn lại và phiếu xin lỗi");
        head.key(Key::Enter);
        assert!(head.text().contains("Đã duyệt"), "{}", head.text());
    }

    fn a_citizen_looks_a_dossier_up_by_keyboard(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        let citizen = Browser::open(app.url(), View::desktop());
        citizen.goto("/");
        citizen.tab_to("Tra cứu hồ sơ");
        citizen.key(Key::Enter);
        citizen.write_there(&receipt.code);
        citizen.key(Key::Tab);
        citizen.write_there(&receipt.secret);
        citizen.key(Key::Enter);
        assert_eq!(citizen.path(), format!("/ho-so/{}", receipt.code));
        citizen.tab_to("Rút hồ sơ");
        citizen.key(Key::Enter);
        assert!(citizen.text().contains("Lý do rút hồ sơ"), "{}", citizen.text());
    }

    fn a_clerk_receives_by_keyboard(db: &TestDb) {
        let app = TestApp::on(db);
        app.clerk(WARD).take_in(CERTIFICATE);
        let clerk = signed_in(&app, Role::Clerk, WARD, View::desktop());
        clerk.tab_to("Cấp Giấy xác nhận tình trạng hôn nhân – Cấp lần đầu");
        clerk.key(Key::Enter);
        clerk.write_there("056199004321");
        clerk.tab_to("Họ và tên, hoặc tên tổ chức");
        clerk.write_there("Phạm Thị Lan");
        clerk.tab_to("Điện thoại");
        clerk.write_there("0905999888");
        clerk.tab_to("Địa chỉ");
        clerk.write_there("3 Lê Lợi");
        clerk.tab_to("Tờ khai cấp Giấy xác nhận tình trạng hôn nhân");
        clerk.key(Key::Space);
        clerk.tab_to("Nếu không có: lý do chỉ lưu bản giấy (Tờ khai cấp Giấy xác nhận tình trạng hôn nhân)");
        clerk.write_there("Người nộp giữ bản gốc");
        clerk.key(Key::Enter);
        assert!(clerk.text().contains("Đã tiếp nhận hồ sơ"), "{}", clerk.text());
    }
}
