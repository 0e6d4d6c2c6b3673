//! What keeps forms from being sent by others, twice, or for a dossier that has changed.

use kernel::Role;
use testkit::app::{CERTIFICATE, TestApp, Visitor, WARD};
use testkit::db::TestDb;

/// A dossier that the ward's clerk has accepted, and the officer who has it on the desk.
fn on_the_desk(app: &TestApp) -> (String, Visitor) {
    let receipt = app.clerk(WARD).take_in(CERTIFICATE);
    app.clerk(WARD).done(&receipt.id, "tiep-nhan").is(200);
    (receipt.id, app.visitor().sign_in(Role::Officer, WARD))
}

fn act(dossier: &str) -> String {
    format!("/lam-viec/ho-so/{dossier}/done?tai=tra-cuu")
}

fn events(db: &TestDb) -> usize {
    db.rows("events").len()
}

testkit::on_both_databases! {
    fn a_form_acts_once_however_often_it_is_sent(db: &TestDb) {
        let app = TestApp::on(db);
        let (id, officer) = on_the_desk(&app);
        let form = officer.form(&act(&id));
        let fields = form.filled(&[("/note", "Đã tra cứu")]);
        let first = officer.post(&form.action, &fields).is(303);
        let after = events(db);
        let second = officer.post(&form.action, &fields).is(303);
        assert_eq!(first.headers["location"], second.headers["location"]);
        assert_eq!(events(db), after);
        assert_eq!(app.findings(), Vec::<String>::new());
    }

    fn a_form_without_a_token_or_with_anothers_does_nothing(db: &TestDb) {
        let app = TestApp::on(db);
        let (id, officer) = on_the_desk(&app);
        let another = app.visitor().sign_in(Role::Head, WARD);
        let form = officer.form(&act(&id));
        let theirs = another.form("/dang-nhap").hidden;
        let before = events(db);
        let with = |token: Option<&str>| {
            let mut fields = form.filled(&[("/note", "x")]);
            fields.retain(|(name, _)| name != "_token");
            fields.extend(token.map(|token| ("_token".to_owned(), token.to_owned())));
            officer.post(&form.action, &fields)
        };
        let foreign = theirs.iter().find(|(name, _)| name == "_token").map(|(_, token)| token.clone());
        for token in [None, Some(""), Some("0"), foreign.as_deref()] {
            let refused = with(token).is(403);
            assert!(refused.text.contains("Biểu mẫu không còn hiệu lực"), "{}", refused.text);
        }
        assert_eq!(events(db), before);
    }

    fn a_form_from_another_site_does_nothing(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        app.clerk(WARD).done(&receipt.id, "tiep-nhan").is(200);
        let before = events(db);
        let officer = app.visitor().sign_in(Role::Officer, WARD).with_header("Sec-Fetch-Site", "cross-site");
        let form = officer.form(&act(&receipt.id));
        officer.post(&form.action, &form.filled(&[("/note", "x")])).is(403);
        assert_eq!(events(db), before);
    }

    fn a_form_for_a_dossier_that_has_changed_is_shown_again_with_what_was_typed(db: &TestDb) {
        let app = TestApp::on(db);
        let (id, officer) = on_the_desk(&app);
        let form = officer.form(&act(&id));
        let note = app.officer().post(
            &format!("dossiers/{id}/consultations"),
            &serde_json::json!({
                "step": "tra-cuu", "agency": "H32.11", "question": "Có đăng ký kết hôn không?",
                "due": app.next_open(time::Duration::days(2)),
            }),
        );
        note.is(201);
        let before = events(db);
        let again = officer.post(&form.action, &form.filled(&[("/note", "Đã tra cứu sổ")])).is(412);
        assert!(again.text.contains("Đã tra cứu sổ"), "{}", again.text);
        assert_eq!(events(db), before);
        // What was shown anew is of the dossier as it is now.
        let fresh = testkit::app::FormSeen::of(&again.text);
        officer.post(&fresh.action, &fresh.filled(&[("/note", "Đã tra cứu sổ")])).is(303);
        assert!(events(db) > before);
    }

    fn a_session_ends_when_nothing_is_done_for_a_while_and_when_it_is_left(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.visitor().sign_in(Role::Clerk, WARD);
        // It goes on as long as pages are opened.
        for _ in 0..4 {
            app.later(time::Duration::minutes(40));
            clerk.get("/quay").is(200);
        }
        app.later(time::Duration::minutes(61));
        let gone = clerk.get("/quay").is(303);
        assert_eq!(gone.headers["location"], "/dang-nhap?toi=%2Fquay");

        let clerk = app.visitor().sign_in(Role::Clerk, WARD);
        let page = clerk.get("/quay").is(200);
        let leave = page.text.split("action=\"/dang-xuat\"").nth(1).expect("a way out");
        let token = leave.split("name=\"_token\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        clerk.post("/dang-xuat", &[("_token".to_owned(), token.expect("a token").to_owned())]).is(303);
        clerk.get("/quay").is(303);
    }

    fn an_account_that_is_closed_sees_nothing_any_more(db: &TestDb) {
        let app = TestApp::on(db);
        let clerk = app.visitor().sign_in(Role::Clerk, WARD);
        clerk.get("/quay").is(200);
        let name = testkit::app::username(Role::Clerk, WARD);
        let off = if db.kind() == store::Kind::Sqlite { "0" } else { "false" };
        db.raw_sql(&format!("update users set active = {off} where username = '{name}'")).expect("closed");
        clerk.get("/quay").is(303);
    }

    fn cookies_are_out_of_reach_of_scripts_and_other_sites(db: &TestDb) {
        let app = TestApp::with(db, |config| config.notices.site = "https://motcua.example".to_owned());
        let shown = app.visitor().get("/dang-nhap").is(200);
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
