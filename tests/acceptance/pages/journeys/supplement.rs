//! A supplement is asked for once, and brought by the citizen from a phone.

use crate::pages::people::{FORM, scan, signed_in, sound};
use kernel::Role;
use testkit::app::{TestApp, WARD};
use testkit::browser::{Browser, View};
use testkit::db::TestDb;

testkit::on_both_databases! {
    fn a_supplement_is_asked_for_and_brought(db: &TestDb) {
        let app = TestApp::on(db);
        for view in [View::desktop(), View::phone(), View::phone().without_scripts()] {
            let receipt = app.clerk(WARD).take_in(testkit::app::CERTIFICATE);
            app.clerk(WARD).done(&receipt.id, "tiep-nhan").is(200);
            let officer = signed_in(&app, Role::Officer, WARD, view);
            officer.follow(&receipt.code);
            officer.press("Việc khác");
            officer.follow("Yêu cầu bổ sung hồ sơ (một lần)");
            officer.choose(&format!("Cần bổ sung vì ({FORM})"), "Giấy tờ mờ, không đọc được");
            officer.fill(&format!("Cần làm gì ({FORM})"), "Chụp lại cho rõ chữ ký");
            sound(&officer, "supplement-request", view);
            officer.press("Yêu cầu bổ sung hồ sơ (một lần)");
            assert!(officer.text().contains("Đã lập yêu cầu bổ sung"), "{}", officer.text());
            assert!(!officer.text().contains("Yêu cầu bổ sung hồ sơ (một lần)"), "{}", officer.text());

            let citizen = Browser::open(app.url(), view);
            citizen.goto(&format!("/ho-so/{}?ma={}", receipt.code, receipt.secret));
            assert!(citizen.text().contains("Chụp lại cho rõ chữ ký"), "{}", citizen.text());
            sound(&citizen, "asked", view);
            let scan = scan();
            citizen.follow("Nộp giấy tờ bổ sung");
            citizen.tick(FORM);
            citizen.upload(&format!("Bản điện tử (PDF hoặc ảnh) ({FORM})"), &scan.file);
            sound(&citizen, "supplement", view);
            citizen.press("Nộp giấy tờ bổ sung");
            assert!(citizen.text().contains("Đã nhận giấy tờ bổ sung"), "{}", citizen.text());
            officer.reload();
            assert!(officer.text().contains("Đang giải quyết"), "{}", officer.text());
        }
        assert_eq!(app.findings(), Vec::<String>::new());
    }
}
