//! Every page of the office is the administrators' alone.

use super::{PROVINCE, administrator};
use kernel::Role;
use testkit::app::{CERTIFICATE, TestApp, WARD};
use testkit::db::TestDb;
use testkit::province::staff;

/// Every page that is opened, of things that are there.
fn pages() -> Vec<String> {
    let account = format!("/quan-tri/tai-khoan/{}", staff(Role::Clerk, WARD).user.0);
    let plain = [
        "/quan-tri",
        "/quan-tri/tai-khoan",
        "/quan-tri/tai-khoan/moi",
        "/quan-tri/co-quan",
        "/quan-tri/co-quan/moi",
        "/quan-tri/lich",
        "/quan-tri/nhan-lich",
        "/quan-tri/lich/khanh-hoa",
        "/quan-tri/thu-tuc",
        "/quan-tri/nhan-thu-tuc",
    ];
    let more = [
        account.clone(),
        format!("{account}/sua"),
        format!("{account}/mat-khau"),
        format!("/quan-tri/co-quan/{WARD}"),
        format!("/quan-tri/co-quan/{WARD}/sua"),
        format!("/quan-tri/thu-tuc/{CERTIFICATE}"),
    ];
    plain.map(str::to_owned).into_iter().chain(more).collect()
}

/// Every form that is sent.
fn forms() -> Vec<String> {
    let account = format!("/quan-tri/tai-khoan/{}", staff(Role::Clerk, WARD).user.0);
    let of_account = ["sua", "mat-khau", "ngung", "mo-lai"].map(|what| format!("{account}/{what}"));
    let plain = [
        "/quan-tri/tai-khoan/moi",
        "/quan-tri/co-quan/moi",
        "/quan-tri/nhan-lich",
        "/quan-tri/lich",
        "/quan-tri/nhan-thu-tuc",
        "/quan-tri/thu-tuc",
    ];
    let plain = plain.map(str::to_owned).into_iter();
    plain.chain(of_account).chain([format!("/quan-tri/co-quan/{WARD}/sua")]).collect()
}

testkit::on_both_databases! {
    fn an_administrator_opens_each_page(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        for page in pages() {
            browser.get(&page).is(200).says("<h1>");
        }
    }

    fn nobody_is_led_to_where_staff_sign_in(db: &TestDb) {
        let app = TestApp::on(db);
        for page in pages() {
            let led = app.browserless().get(&page).is(200);
            assert!(led.path.starts_with("/dang-nhap?toi=%2Fquan-tri"), "{page}: {}", led.path);
        }
    }

    fn every_other_role_is_refused_and_nothing_changes(db: &TestDb) {
        let app = TestApp::on(db);
        for role in Role::ALL.into_iter().filter(|role| *role != Role::Administrator) {
            let browser = app.at_the_pages(role, PROVINCE);
            // Any form of theirs bears the token that all of their forms bear.
            let form = browser.get("/dang-nhap").form("/dang-nhap");
            let before = db.everything();
            for page in pages() {
                browser.get(&page).is(403);
            }
            for action in forms() {
                browser.send(&form.clone().to(&action)).is(403);
            }
            assert_eq!(db.everything(), before, "{role}");
        }
    }

    fn a_form_of_another_browser_does_nothing(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        let foreign = app.browserless().get("/dang-nhap").form("/dang-nhap");
        let before = db.everything();
        for action in forms() {
            browser.send(&foreign.clone().to(&action)).is(403);
        }
        assert_eq!(db.everything(), before);
    }

    fn what_is_not_there_is_not_found(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        let nobody = "018f0000-0000-7000-8000-000000000000";
        for page in [
            "tai-khoan/x".to_owned(),
            format!("tai-khoan/{nobody}"),
            format!("tai-khoan/{nobody}/sua"),
            "co-quan/H99.1".to_owned(),
            "co-quan/x".to_owned(),
            "lich/khong-co".to_owned(),
            "lich/khanh-hoa?phien-ban=99".to_owned(),
            "thu-tuc/9.999999".to_owned(),
            format!("thu-tuc/{CERTIFICATE}/ban-nhap.svg"),
        ] {
            browser.get(&format!("/quan-tri/{page}")).is(404);
        }
    }
}
