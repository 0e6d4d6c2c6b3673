//! The counter: a queue in front of the desk.

use super::people::{CERTIFICATE, FIRST, FORM, scan, signed_in, sound};
use kernel::Role;
use testkit::app::{TestApp, WARD};
use testkit::browser::{Key, View};
use testkit::db::TestDb;

/// So many clicks and keys at most, besides the applicant's own data (the figure).
const ACTS: u32 = 12;

testkit::on_both_databases! {
    fn receiving_a_plain_dossier_takes_few_acts(db: &TestDb) {
        let app = TestApp::on(db);
        // It is received here every day, and so stands on the first page.
        app.clerk(WARD).take_in(testkit::app::CERTIFICATE);
        let clerk = signed_in(&app, Role::Clerk, WARD, View::desktop());
        let scan = scan();
        assert_eq!(clerk.path(), "/quay");
        clerk.follow(&format!("{CERTIFICATE} – {FIRST}"));
        // The cursor is in the first field; the applicant's data is typed, from field to field by Tab.
        clerk.write_there("056199004321");
        clerk.key(Key::Tab);
        for (field, data) in [("Họ và tên, hoặc tên tổ chức", "Phạm Thị Lan"), ("Điện thoại", "0905999888"), ("Địa chỉ", "3 Lê Lợi")] {
            clerk.fill(field, data);
        }
        clerk.effort_anew();
        clerk.tick(FORM);
        clerk.upload(&format!("Bản điện tử (PDF hoặc ảnh) ({FORM})"), &scan.file);
        clerk.press("Kiểm tra và tiếp nhận");
        assert!(clerk.text().contains("Đã tiếp nhận hồ sơ"), "{}", clerk.text());
        clerk.follow("In giấy tiếp nhận hồ sơ và hẹn trả kết quả");
        // The link to the procedure was one more; the data itself took a Tab or a click for each of four fields.
        let acts = clerk.effort().acts() + 1 + 4;
        assert!(acts <= ACTS, "{acts} acts: {:?}", clerk.effort());
        assert_eq!(app.findings(), Vec::<String>::new());
    }

    fn what_is_missing_is_said_before_anything_is_taken_down(db: &TestDb) {
        let app = TestApp::on(db);
        app.clerk(WARD).take_in(testkit::app::CERTIFICATE);
        let clerk = signed_in(&app, Role::Clerk, WARD, View::desktop());
        let before = db.rows("dossiers").len();
        clerk.follow(&format!("{CERTIFICATE} – {FIRST}"));
        clerk.press("Kiểm tra và tiếp nhận");
        assert_eq!(clerk.status(), 422);
        let errors = clerk.text_of(".errors");
        for fault in ["Thiếu họ tên người nộp", "Thiếu số định danh", "Chưa nộp thành phần này"] {
            assert!(errors.contains(fault), "{errors}");
        }
        assert_eq!(db.rows("dossiers").len(), before);
        clerk.complaints();
        assert_eq!(clerk.violations(), Vec::<String>::new());
    }

    fn somebody_who_was_here_before_is_known_by_their_number(db: &TestDb) {
        let app = TestApp::on(db);
        app.clerk(WARD).take_in(testkit::app::CERTIFICATE);
        for view in [View::desktop(), View::desktop().without_scripts()] {
            let clerk = signed_in(&app, Role::Clerk, WARD, view);
            clerk.follow(&format!("{CERTIFICATE} – {FIRST}"));
            clerk.fill("Số định danh hoặc mã số doanh nghiệp", testkit::app::PERSONAL[1]);
            clerk.press("Tìm người đã nộp");
            assert_eq!(clerk.value_of("Họ và tên, hoặc tên tổ chức"), testkit::app::PERSONAL[0], "{view}");
        }
    }

    fn what_is_known_of_another_goes_when_the_number_is_corrected(db: &TestDb) {
        let app = TestApp::on(db);
        app.clerk(WARD).take_in(testkit::app::CERTIFICATE);
        let clerk = signed_in(&app, Role::Clerk, WARD, View::desktop());
        clerk.follow(&format!("{CERTIFICATE} – {FIRST}"));
        let name = || clerk.value_of("Họ và tên, hoặc tên tổ chức");
        clerk.fill("Địa chỉ", "3 Lê Lợi");
        clerk.fill("Số định danh hoặc mã số doanh nghiệp", testkit::app::PERSONAL[1]);
        clerk.key(Key::Tab);
        clerk.becomes(|| name() == testkit::app::PERSONAL[0]);
        clerk.fill("Số định danh hoặc mã số doanh nghiệp", "056199009999");
        clerk.key(Key::Tab);
        clerk.becomes(|| name().is_empty());
        assert_eq!(clerk.value_of("Địa chỉ"), "3 Lê Lợi", "what was typed by hand stays");
    }

    fn a_chosen_scan_is_not_told_to_be_missing(db: &TestDb) {
        let app = TestApp::on(db);
        app.clerk(WARD).take_in(testkit::app::CERTIFICATE);
        let clerk = signed_in(&app, Role::Clerk, WARD, View::desktop());
        clerk.follow(&format!("{CERTIFICATE} – {FIRST}"));
        clerk.fill("Họ và tên, hoặc tên tổ chức", "Phạm Thị Lan");
        clerk.key(Key::Tab);
        clerk.becomes(|| clerk.text_of(".found").contains("Chưa nộp thành phần này"));
        let scan = scan();
        clerk.upload(&format!("Bản điện tử (PDF hoặc ảnh) ({FORM})"), &scan.file);
        clerk.becomes(|| !clerk.text_of(".found").contains(FORM));
    }

    fn an_incomplete_dossier_is_guided_once_with_everything(db: &TestDb) {
        let app = TestApp::on(db);
        app.clerk(WARD).take_in(testkit::app::CERTIFICATE);
        for view in [View::desktop(), View::phone(), View::desktop().dark()] {
        let clerk = signed_in(&app, Role::Clerk, WARD, view);
        sound(&clerk, "counter", view);
        clerk.follow(&format!("{CERTIFICATE} – {FIRST}"));
        sound(&clerk, "receiving", view);
        clerk.fill("Số định danh hoặc mã số doanh nghiệp", "056199004321");
        clerk.fill("Họ và tên, hoặc tên tổ chức", "Phạm Thị Lan");
        clerk.fill("Điện thoại", "0905999888");
        clerk.fill("Địa chỉ", "3 Lê Lợi");
        clerk.press("Chỉ ghi nhận để hướng dẫn");
        sound(&clerk, "submitted", view);
        clerk.follow("Hướng dẫn hoàn thiện hồ sơ (một lần)");
        assert!(clerk.text().contains("Chưa nộp thành phần này"), "{}", clerk.text());
        sound(&clerk, "guidance", view);
        clerk.press("Hướng dẫn hoàn thiện hồ sơ (một lần)");
        assert!(clerk.text().contains("Đã lập phiếu hướng dẫn"), "{}", clerk.text());
        let scan = scan();
        clerk.follow("Nhận giấy tờ hoàn thiện");
        clerk.tick(FORM);
        clerk.upload(&format!("Bản điện tử (PDF hoặc ảnh) ({FORM})"), &scan.file);
        clerk.press("Nhận giấy tờ hoàn thiện");
        clerk.follow("Tiếp nhận hồ sơ");
        clerk.press("Tiếp nhận hồ sơ");
        assert!(clerk.text().contains("Đã tiếp nhận hồ sơ"), "{}", clerk.text());
        sound(&clerk, "accepted", view);
        clerk.follow("Mở hồ sơ");
        sound(&clerk, "dossier", view);
        assert!(!clerk.text().contains("Hướng dẫn hoàn thiện hồ sơ (một lần)"), "{}", clerk.text());
        }
        assert_eq!(app.findings(), Vec::<String>::new());
    }
}
