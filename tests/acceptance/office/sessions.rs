//! Whoever is shut out, or given another password, is out at once.

use super::administrator;
use kernel::Role;
use serde_json::json;
use testkit::app::{Browserless, PASSWORD, TestApp, WARD, username};
use testkit::db::TestDb;
use testkit::province::staff;

fn clerks_page() -> String {
    format!("/quan-tri/tai-khoan/{}", staff(Role::Clerk, WARD).user.0)
}

/// A session in the API: its refresh token.
fn session(app: &TestApp) -> String {
    let who = json!({ "username": username(Role::Clerk, WARD), "password": PASSWORD });
    app.nobody().post("sessions", &who).is(201).text_at("/refresh_token")
}

fn refresh(app: &TestApp, token: &str, status: u16) {
    app.nobody().post("sessions/refresh", &json!({ "refresh_token": token })).is(status);
}

/// Whether somebody is still signed in to the pages.
fn is_in(browser: &Browserless) -> bool {
    browser.get("/quay").is(200).path == "/quay"
}

testkit::on_both_databases! {
    fn a_deactivated_account_is_out_at_once_and_comes_back_with_its_password(db: &TestDb) {
        let app = TestApp::on(db);
        let (browser, here) = (administrator(&app), clerks_page());
        let (clerk, other) = (app.at_the_pages(Role::Clerk, WARD), app.at_the_pages(Role::Officer, WARD));
        let token = session(&app);
        assert!(is_in(&clerk));
        let shut = browser.get(&here).form(&format!("{here}/ngung"));
        browser.send(&shut).is(200).says("đã ngừng");
        assert!(!is_in(&clerk));
        refresh(&app, &token, 401);
        app.browserless().sign_in(&username(Role::Clerk, WARD), PASSWORD).is(422);
        other.get("/ban-lam-viec").is(200).says("Bàn làm việc");
        // Sent twice it is done once.
        browser.send(&shut).is(200);
        assert_eq!(db.rows("office_log").len(), 1);
        let open = browser.get(&here).form(&format!("{here}/mo-lai"));
        browser.send(&open).is(200).says("đang hoạt động").says("Ngừng hoạt động").says("Cho hoạt động lại");
        // The old sessions stay ended; a new one is opened with the same password.
        assert!(!is_in(&clerk));
        refresh(&app, &token, 401);
        app.at_the_pages(Role::Clerk, WARD);
        assert_eq!(db.rows("office_log").len(), 2);
    }

    fn another_password_ends_the_sessions_and_is_the_only_one_that_is_good(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        let (clerk, token) = (app.at_the_pages(Role::Clerk, WARD), session(&app));
        let set = format!("{}/mat-khau", clerks_page());
        let form = browser.get(&set).form(&set);
        let short = browser.send(&form.clone().with("/password", "chín ký t")).is(422);
        assert!(short.fault("/password").contains("ít nhất 10"), "{}", short.html);
        assert!(is_in(&clerk));
        browser.send(&form.clone().with("/password", "mười ký tự")).is(200).says("Đã đặt mật khẩu mới");
        assert!(!is_in(&clerk));
        refresh(&app, &token, 401);
        let name = username(Role::Clerk, WARD);
        app.browserless().sign_in(&name, PASSWORD).is(422);
        app.browserless().sign_in(&name, "mười ký tự").is(200).says("Quầy tiếp nhận");
        // The account has changed since that form was shown.
        let stale = browser.get(&set).form(&set).with("_version", "1");
        browser.send(&stale).is(412).says("Người khác vừa sửa");
        let written = db.rows("office_log");
        assert!(written.len() == 1 && !written[0].contains("mười ký tự"), "{written:?}");
    }

    fn who_loses_a_role_loses_its_pages_at_once(db: &TestDb) {
        let app = TestApp::on(db);
        let (browser, edit) = (administrator(&app), format!("{}/sua", clerks_page()));
        let clerk = app.at_the_pages(Role::Clerk, WARD);
        browser.send(&browser.get(&edit).form(&edit).with("/roles", "officer")).is(200);
        clerk.get("/quay").is(403);
        clerk.get("/ban-lam-viec").is(200);
    }
}
