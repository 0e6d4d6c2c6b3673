//! An officer proposes a new appointment, the head has one minute for it, the citizen sees the date and the letter.

use crate::pages::people::{signed_in, sound};
use kernel::Role;
use testkit::app::{TestApp, WARD};
use testkit::browser::{Browser, View};
use testkit::db::TestDb;

testkit::on_both_databases! {
    fn an_officer_proposes_the_head_approves_the_citizen_sees_it(db: &TestDb) {
        let app = TestApp::on(db);
        for view in [View::desktop(), View::phone(), View::phone().dark()] {
            let receipt = app.clerk(WARD).take_in(testkit::app::CERTIFICATE);
            app.clerk(WARD).done(&receipt.id, "tiep-nhan").is(200);
            let officer = signed_in(&app, Role::Officer, WARD, view);
            assert_eq!(officer.path(), "/ban-lam-viec");
            sound(&officer, "desk", view);
            officer.follow(&receipt.code);
            officer.press("Việc khác");
            officer.follow("Đề nghị hẹn lại ngày trả (một lần)");
            officer.fill("Lý do không kịp đúng hẹn", "Phải xác minh ở nơi cư trú trước đây");
            sound(&officer, "proposal", view);
            officer.press("Đề nghị hẹn lại ngày trả (một lần)");
            assert!(officer.text().contains("Đã gửi đề nghị hẹn lại"), "{}", officer.text());

            let head = signed_in(&app, Role::Head, WARD, view);
            assert_eq!(head.path(), "/duyet");
            sound(&head, "approvals", view);
            head.follow("Xem và duyệt");
            assert!(head.text().contains("Phải xác minh ở nơi cư trú trước đây"), "{}", head.text());
            assert!(head.text().contains("Nội dung phiếu xin lỗi"), "{}", head.text());
            sound(&head, "approval", view);
            head.press("Duyệt hẹn lại và phiếu xin lỗi");
            assert!(head.text().contains("Đã duyệt"), "{}", head.text());
            assert_eq!(head.effort().acts(), 2, "the head has one minute");

            let citizen = Browser::open(app.url(), view);
            citizen.goto(&format!("/ho-so/{}?ma={}", receipt.code, receipt.secret));
            assert_eq!(citizen.path(), format!("/ho-so/{}", receipt.code), "no secret stays in the address");
            let text = citizen.text();
            assert!(text.contains("Hẹn lần đầu") && text.contains("xin hẹn lại ngày trả kết quả"), "{text}");
            assert!(text.contains("Phiếu xin lỗi và hẹn lại ngày trả kết quả"), "{text}");
            sound(&citizen, "rescheduled", view);
        }
        assert_eq!(app.findings(), Vec::<String>::new());
    }

    fn what_is_against_a_rule_is_said_with_its_citation_and_nothing_typed_is_lost(db: &TestDb) {
        let app = TestApp::on(db);
        let view = View::desktop();
        let receipt = app.clerk(WARD).take_in(testkit::app::CERTIFICATE);
        app.clerk(WARD).done(&receipt.id, "tiep-nhan").is(200);
        let officer = signed_in(&app, Role::Officer, WARD, view);
        officer.follow(&receipt.code);
        officer.press("Việc khác");
        officer.follow("Đề nghị hẹn lại ngày trả (một lần)");
        officer.fill("Lý do không kịp đúng hẹn", "Phải xác minh");
        officer.fill("Nội dung phiếu xin lỗi", " ");
        officer.press("Đề nghị hẹn lại ngày trả (một lần)");
        let errors = officer.text_of(".errors");
        assert!(errors.contains("3.b¶3") || errors.contains("Thiếu"), "{errors}");
        assert_eq!(officer.value_of("Lý do không kịp đúng hẹn"), "Phải xác minh");
    }
}
