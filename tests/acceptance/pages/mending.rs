//! What is missing can be brought, what is wrong can be mended, and nothing that was entered is lost over it.

use super::people::{CERTIFICATE, FIRST, FORM, file, scan, signed_in};
use kernel::Role;
use serde_json::json;
use testkit::app::{Browserless, Page, TestApp, WARD};
use testkit::browser::{Browser, View};
use testkit::db::TestDb;

const RECEIVING: &str = "/quay/nhan/1.004873?truong-hop=cap-moi";

/// Sends the form of an act with these fields; the page that it leads to.
fn acts(browser: &Browserless, dossier: &str, act: &str, fields: &[(&str, &str)]) -> Page {
    let address = format!("{dossier}/{act}");
    let form = browser.get(&address).is(200).form(&address);
    browser.send(&fields.iter().fold(form, |form, (name, value)| form.with(name, value)))
}

testkit::on_both_databases! {
    fn details_that_were_missing_are_given_with_the_completion(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.at_the_pages(Role::Clerk, WARD);
        let form = clerk.get(RECEIVING).is(200).form(RECEIVING);
        let form = form.with("/applicant/name:text", "Phạm Thị Lan").with("/applicant/phone", "0905999888");
        let dossier = clerk.send(&form).is(200).path;
        acts(&clerk, &dossier, "guidance", &[]).is(200).says("Đã lập phiếu hướng dẫn");
        acts(&clerk, &dossier, "completion", &[]).is(200).says("Đã nhận giấy tờ hoàn thiện");
        let given = [
            ("/applicant/identity", "056199004321"),
            ("/applicant/address", "3 Lê Lợi"),
            ("/components/0/component", "to-khai"),
            ("/components/0/paper_only_reason", "Người nộp giữ bản gốc"),
        ];
        acts(&clerk, &dossier, "completion", &given).is(200).says("056199004321");
        acts(&clerk, &dossier, "acceptance", &[]).is(200).says("Đã tiếp nhận hồ sơ");
        assert_eq!(app.findings(), Vec::<String>::new());
    }

    fn a_completion_that_brings_nothing_is_none(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.at_the_pages(Role::Clerk, WARD);
        let form = clerk.get(RECEIVING).is(200).form(RECEIVING);
        let typed = [("name:text", "Phạm Thị Lan"), ("phone", "0905999888"), ("identity", "056199004321"), ("address", "3 Lê Lợi")];
        let form = typed.iter().fold(form, |form, (name, value)| form.with(&format!("/applicant/{name}"), value));
        let dossier = clerk.send(&form).is(200).path;
        acts(&clerk, &dossier, "guidance", &[]).is(200);
        let before = db.everything();
        acts(&clerk, &dossier, "completion", &[]).is(422).says("Hãy nêu giấy tờ");
        assert_eq!(db.everything(), before);
    }

    fn who_is_told_where_can_be_taken_back(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(testkit::app::CERTIFICATE);
        let clerk = app.at_the_pages(Role::Clerk, WARD);
        let dossier = format!("/lam-viec/ho-so/{}", receipt.id);
        let now = || app.clerk(WARD).get(&format!("dossiers/{}", receipt.id)).is(200);
        let wishes = [("/email:text", "lan@example.vn"), ("/notify/each_step:bool", "true"), ("/notify/email:bool", "true")];
        acts(&clerk, &dossier, "contact", &wishes).is(200).says("Đã đổi cách nhận thông báo");
        assert_eq!((now().text_at("/applicant/email"), now().at("/notify/each_step")), ("lan@example.vn".to_owned(), json!(true)));
        let address = format!("{dossier}/contact");
        let form = clerk.get(&address).is(200).form(&address);
        assert_eq!(form.value("/email:text"), "lan@example.vn");
        let form = form.with("/email:text", "").without("/notify/each_step:bool").without("/notify/email:bool");
        clerk.send(&form).is(200).says("Đã đổi cách nhận thông báo");
        assert_eq!(now().text_at("/applicant/email"), "");
        assert_eq!(now().at("/notify"), json!({ "sms": false, "email": false, "each_step": false }));
    }

    fn a_scan_stays_where_something_else_is_refused(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(testkit::app::CERTIFICATE);
        app.clerk(WARD).done(&receipt.id, "tiep-nhan").is(200);
        let blurred = json!([{ "component": "to-khai", "fault": "unreadable", "note": "Chụp lại" }]);
        app.officer().request_supplement(&receipt.id, &blurred).is(200);
        let citizen = Browser::open(app.url(), View::phone());
        citizen.goto(&format!("/ho-so/{}?ma={}", receipt.code, receipt.secret));
        citizen.follow("Nộp giấy tờ bổ sung");
        let scan = scan();
        // Its box isn't ticked: the scan says that it is handed in.
        citizen.upload(&format!("Bản điện tử (PDF hoặc ảnh) ({FORM})"), &scan.file);
        citizen.fill(&format!("Số lượng ({FORM})"), "nhiều");
        citizen.press("Nộp giấy tờ bổ sung");
        assert_eq!(citizen.status(), 422);
        assert!(citizen.text().contains("Đã có tệp"), "{}", citizen.text());
        citizen.fill(&format!("Số lượng ({FORM})"), "1");
        citizen.press("Nộp giấy tờ bổ sung");
        assert!(citizen.text().contains("Đã nhận giấy tờ bổ sung"), "{}", citizen.text());
        assert_eq!(app.findings(), Vec::<String>::new());
    }

    fn a_file_that_is_too_large_takes_nothing_else_of_the_form_with_it(db: &TestDb) {
        let app = TestApp::with(db, |config| config.files.largest = 100_000);
        app.clerk(WARD).take_in(testkit::app::CERTIFICATE);
        let clerk = signed_in(&app, Role::Clerk, WARD, View::desktop());
        clerk.follow(&format!("{CERTIFICATE} – {FIRST}"));
        clerk.fill("Họ và tên, hoặc tên tổ chức", "Phạm Thị Lan");
        let large = file("lớn.pdf", &[b"%PDF-1.4\n".as_slice(), &[b' '; 150_000]].concat());
        clerk.upload(&format!("Bản điện tử (PDF hoặc ảnh) ({FORM})"), &large.file);
        clerk.press("Kiểm tra và tiếp nhận");
        assert_eq!(clerk.status(), 422);
        assert!(clerk.text_of(".errors").contains("Tệp quá lớn"), "{}", clerk.text());
        assert_eq!(clerk.value_of("Họ và tên, hoặc tên tổ chức"), "Phạm Thị Lan");
        assert_eq!(clerk.violations(), Vec::<String>::new());
    }

    fn what_stands_in_a_field_that_has_a_kind_is_refused_at_that_field(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(testkit::app::CERTIFICATE);
        app.clerk(WARD).done(&receipt.id, "tiep-nhan").is(200);
        let officer = app.at_the_pages(Role::Officer, WARD);
        let dossier = format!("/lam-viec/ho-so/{}", receipt.id);
        let page = acts(&officer, &dossier, "payment-request", &[("/amount:int", ""), ("/purpose", "Lệ phí")]).is(422);
        assert_eq!(page.fault("/amount"), "Thiếu trường bắt buộc.");
        assert!(page.html.contains("href=\"#/amount\"") && page.html.contains("id=\"/amount\""), "{}", page.html);
    }
}
