//! What keeps forms from being sent by others, twice, or for a dossier that has changed.

use kernel::Role;
use testkit::app::{Browserless, CERTIFICATE, Sending, TestApp, WARD};
use testkit::db::TestDb;

/// A dossier that the ward's clerk has accepted, and the officer who has it on the desk.
fn on_the_desk(app: &TestApp) -> (String, Browserless) {
    let receipt = app.clerk(WARD).take_in(CERTIFICATE);
    app.clerk(WARD).done(&receipt.id, "tiep-nhan").is(200);
    (receipt.id, app.at_the_pages(Role::Officer, WARD))
}

/// The form with which the officer says that the step is done.
fn done(officer: &Browserless, dossier: &str) -> Sending {
    let act = format!("/lam-viec/ho-so/{dossier}/done?tai=tra-cuu");
    officer.get(&act).is(200).form(&act).with("/note", "Đã tra cứu sổ")
}

/// The form of a complete certificate at the counter, filled in.
fn receiving(clerk: &Browserless) -> Sending {
    let address = format!("/quay/nhan/{CERTIFICATE}?truong-hop=cap-moi");
    let typed = [
        ("/applicant/name:text", "Phạm Thị Lan"),
        ("/applicant/identity", "056199004321"),
        ("/applicant/phone", "0905999888"),
        ("/applicant/address", "3 Lê Lợi"),
        ("/components/0/component", "to-khai"),
        ("/components/0/paper_only_reason", "Người nộp giữ bản gốc"),
    ];
    let form = clerk.get(&address).is(200).form(&address);
    typed.iter().fold(form, |form, (name, value)| form.with(name, value))
}

fn events(db: &TestDb) -> usize {
    db.rows("events").len()
}

testkit::on_both_databases! {
    fn a_form_that_was_used_takes_in_nobody_else(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.at_the_pages(Role::Clerk, WARD);
        let form = receiving(&clerk).with("tiep-nhan", "1");
        clerk.send_once(&form).is(303);
        let another = form.with("/applicant/name:text", "Trần Văn Bảy").with("/applicant/identity", "056080001111");
        let page = clerk.send(&another).is(409).says("đã dùng để nhận một hồ sơ khác");
        assert_eq!(db.rows("dossiers").len(), 1);
        let form = page.form(another.action()).with("tiep-nhan", "1");
        assert_eq!(form.value("/applicant/name:text"), "Trần Văn Bảy");
        clerk.send(&form).is(200).says("Đã tiếp nhận hồ sơ");
        assert_eq!(db.rows("dossiers").len(), 2);
        assert_eq!(app.findings(), Vec::<String>::new());
    }

    fn a_field_that_is_none_of_ours_is_refused_however_deep_it_lies(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = app.browserless();
        let form = browser.get("/dang-nhap").form("/dang-nhap");
        for name in ["/".repeat(80_000), "/a".repeat(100), format!("/{}", "x".repeat(300))] {
            browser.send(&form.clone().also(&name, "x")).is(422).says("Biểu mẫu có trường lạ");
        }
        browser.send(&form.also("/username", "\0")).is(422).says("ký tự điều khiển");
        browser.get("/").is(200);
    }

    fn an_address_with_a_sign_that_no_text_has_leads_nowhere(db: &TestDb) {
        let app = TestApp::on(db);
        let administrator = app.at_the_pages(Role::Administrator, "H32");
        administrator.get("/thu-tuc?q=%00").is(422);
        for path in ["/phan-anh/%00", "/quan-tri/lich/%00", "/quan-tri/lich/khanh-hoa?phien-ban=3000000000"] {
            administrator.get(path).is(404);
        }
        app.nobody().get("feedback/%00").is(404);
        app.nobody().get("procedures?after=IlwwMDAwIg").is(422);
    }

    fn a_session_that_has_ended_says_so_and_that_nothing_was_recorded(db: &TestDb) {
        let app = TestApp::on(db);
        let (id, officer) = on_the_desk(&app);
        let form = done(&officer, &id);
        app.later(time::Duration::hours(2));
        let before = events(db);
        let page = officer.send(&form).is(200).says("Phiên làm việc đã kết thúc");
        assert_eq!(page.path, "/dang-nhap?het-phien=1");
        assert_eq!(events(db), before);
        assert_eq!(officer.get_once("/ban-lam-viec").path, "/dang-nhap?toi=%2Fban-lam-viec");
    }

    fn what_is_wrong_is_said_on_a_page_and_to_staff_in_vietnamese(db: &TestDb) {
        let app = TestApp::on(db);
        let long = format!("/thu-tuc?q={}", "x".repeat(201));
        app.browserless().get(&long).is(422).says("Nội dung quá dài.");
        let english = app.browserless().with_header("Accept-Language", "en");
        english.get(&long).is(422).says("too long");
        let administrator = app.at_the_pages(Role::Administrator, "H32").with_header("Accept-Language", "en");
        administrator.get("/quan-tri/lich/khong-co").is(404).says("Không tìm thấy");
    }

    fn a_form_acts_once_however_often_it_is_sent(db: &TestDb) {
        let app = TestApp::on(db);
        let (id, officer) = on_the_desk(&app);
        let form = done(&officer, &id);
        let first = officer.send_once(&form).is(303);
        let after = events(db);
        let second = officer.send_once(&form).is(303);
        assert_eq!(first.path, second.path);
        assert_eq!(events(db), after);
        assert_eq!(app.findings(), Vec::<String>::new());
    }

    fn a_dossier_is_received_once_however_often_its_form_is_sent(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.at_the_pages(Role::Clerk, WARD);
        let form = receiving(&clerk).with("tiep-nhan", "1");
        let first = clerk.send_once(&form).is(303);
        let second = clerk.send_once(&form).is(303);
        assert!(first.path.ends_with("?xong=acceptance"), "{}", first.path);
        assert_eq!(first.path, second.path);
        assert_eq!(db.rows("dossiers").len(), 1);
        assert_eq!(app.findings(), Vec::<String>::new());
    }

    fn a_form_without_a_token_or_with_anothers_does_nothing(db: &TestDb) {
        let app = TestApp::on(db);
        let (id, officer) = on_the_desk(&app);
        let form = done(&officer, &id).without("_token");
        let another = app.at_the_pages(Role::Head, WARD);
        let foreign = another.get("/dang-nhap").form("/dang-nhap").value("_token").to_owned();
        let before = events(db);
        officer.send_once(&form).is(403);
        for token in ["", "0", &foreign] {
            officer.send_once(&form.clone().with("_token", token)).is(403).says("Biểu mẫu không còn hiệu lực");
        }
        assert_eq!(events(db), before);
    }

    fn a_form_from_another_site_does_nothing(db: &TestDb) {
        let app = TestApp::on(db);
        let (id, officer) = on_the_desk(&app);
        let form = done(&officer, &id);
        let before = events(db);
        officer.with_header("Sec-Fetch-Site", "cross-site").send_once(&form).is(403);
        assert_eq!(events(db), before);
    }

    fn a_form_for_a_dossier_that_has_changed_is_shown_again_with_what_was_typed(db: &TestDb) {
        let app = TestApp::on(db);
        let (id, officer) = on_the_desk(&app);
        let form = done(&officer, &id);
        let consultation = serde_json::json!({
            "step": "tra-cuu", "agency": "H32.11", "question": "Có đăng ký kết hôn không?",
            "due": app.next_open(time::Duration::days(2)),
        });
        app.officer().post(&format!("dossiers/{id}/consultations"), &consultation).is(201);
        let before = events(db);
        let again = officer.send_once(&form).is(412).says("Đã tra cứu sổ");
        assert_eq!(events(db), before);
        // What was shown anew is of the dossier as it is now.
        let action = format!("/lam-viec/ho-so/{id}/done?tai=tra-cuu");
        officer.send_once(&again.form(&action)).is(303);
        assert!(events(db) > before);
    }

    fn a_session_ends_when_nothing_is_done_for_a_while_and_when_it_is_left(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.at_the_pages(Role::Clerk, WARD);
        // It goes on as long as pages are opened.
        for _ in 0..4 {
            app.later(time::Duration::minutes(40));
            clerk.get_once("/quay").is(200);
        }
        app.later(time::Duration::minutes(61));
        assert_eq!(clerk.get_once("/quay").is(303).path, "/dang-nhap?toi=%2Fquay");

        let clerk = app.at_the_pages(Role::Clerk, WARD);
        let leave = clerk.get("/quay").is(200).form("/dang-xuat");
        assert_eq!(clerk.send_once(&leave).is(303).path, "/");
        assert_eq!(clerk.get_once("/quay").is(303).path, "/dang-nhap?toi=%2Fquay");
    }

    fn an_account_that_is_closed_sees_nothing_any_more(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.at_the_pages(Role::Clerk, WARD);
        clerk.get_once("/quay").is(200);
        let name = testkit::app::username(Role::Clerk, WARD);
        let off = if db.kind() == store::Kind::Sqlite { "0" } else { "false" };
        db.raw_sql(&format!("update users set active = {off} where username = '{name}'")).expect("closed");
        clerk.get_once("/quay").is(303);
    }

    fn whoever_signs_in_is_led_to_no_other_site(db: &TestDb) {
        let app = TestApp::on(db);
        for (wanted, led) in [("/duyet", "/duyet"), ("//evil.example", "/quay"), ("https://evil.example", "/quay")] {
            let clerk = app.browserless();
            let form = clerk.get("/dang-nhap").form("/dang-nhap").with("toi", wanted);
            let name = testkit::app::username(Role::Clerk, WARD);
            let form = form.with("/username", &name).with("/password", testkit::app::PASSWORD);
            assert_eq!(clerk.send_once(&form).is(303).path, led);
        }
    }

    fn cookies_are_out_of_reach_of_scripts_and_other_sites(db: &TestDb) {
        let app = TestApp::with(db, |config| config.notices.site = "https://motcua.example".to_owned());
        let shown = app.nobody().get("/dang-nhap").is(200);
        let cookie = shown.headers["set-cookie"].to_str().expect("text").to_owned();
        for part in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        let policy = shown.headers["content-security-policy"].to_str().expect("text");
        assert!(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
        assert!(!shown.text.contains("<script>") && !shown.text.contains(" style="), "nothing inline");
    }
}
