//! Every page, light and dark, at a desk and on a phone: axe finds nothing, nothing sticks out, the browser complains of nothing.

use super::people::signed_in;
use kernel::Role;
use testkit::app::{BUNDLE, CERTIFICATE, TestApp, WARD};
use testkit::browser::{Browser, View};
use testkit::db::TestDb;

/// Opens each page in turn.
#[track_caller]
fn all_sound(browser: &Browser, view: View, pages: &[String]) {
    for page in pages {
        browser.goto(page);
        assert_eq!(browser.status(), 200, "{page}");
        assert_eq!(browser.faults(), Vec::<String>::new(), "{page} on {view}");
    }
}

fn named<const N: usize>(pages: [&str; N]) -> Vec<String> {
    pages.map(str::to_owned).into()
}

testkit::on_both_databases! {
    fn what_anyone_opens_is_sound(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(BUNDLE);
        let own = format!("/ho-so/{}", receipt.code);
        for view in View::all() {
            let citizen = Browser::open(app.url(), view);
            let mut pages = named([
                "/",
                "/thu-tuc",
                "/thu-tuc/2.000986",
                "/nop/thu-tuc/1.004873",
                "/ho-so",
                "/kiem-tra",
                "/dang-nhap",
                "/phan-anh",
                "/phan-anh/gui",
                "/duong-day-nong",
            ]);
            pages.push(own.clone());
            all_sound(&citizen, view, &pages);
            citizen.goto(&format!("{own}?ma={}", receipt.secret));
            all_sound(&citizen, view, &[own.clone(), format!("{own}/withdrawal"), format!("{own}/contact")]);
        }
    }

    fn what_the_counter_and_the_desks_open_is_sound(db: &TestDb) {
        let app = TestApp::on(db);
        let receipt = app.clerk(WARD).take_in(CERTIFICATE);
        let bundle = app.clerk(WARD).take_in(BUNDLE);
        let waiting = app.clerk(WARD).submit(CERTIFICATE);
        for view in View::all() {
            let dossier = |id: &str, act: &str| format!("/lam-viec/ho-so/{id}{act}");
            let clerk = signed_in(&app, Role::Clerk, WARD, view);
            let mut pages = named(["/quay", "/quay/nhan?q=khai", "/quay/viec", "/lam-viec/ho-so", "/phan-anh-cho-tra-loi"]);
            pages.push(format!("/quay/nhan/{CERTIFICATE}?truong-hop=cap-moi"));
            pages.extend(["", "/acceptance", "/guidance", "/refusal", "/completion"].map(|act| dossier(&waiting, act)));
            pages.extend(["", "/giay", "/done?tai=tiep-nhan", "/assignment?tai=tiep-nhan", "/reschedule", "/payment-request"].map(|act| dossier(&receipt.id, act)));
            pages.push(dossier(&bundle.id, ""));
            all_sound(&clerk, view, &pages);
            let head = signed_in(&app, Role::Head, WARD, view);
            all_sound(&head, view, &named(["/duyet", "/ban-lam-viec", "/tre-han", "/lam-viec/ho-so?late=true"]));
        }
    }

    fn what_administrators_open_is_sound(db: &TestDb) {
        let app = TestApp::on(db);
        for view in View::all() {
            let administrator = signed_in(&app, Role::Administrator, "H32", view);
            let pages = named([
                "/quan-tri",
                "/quan-tri/tai-khoan",
                "/quan-tri/tai-khoan/moi",
                "/quan-tri/co-quan",
                "/quan-tri/co-quan/moi",
                "/quan-tri/co-quan/H32.10",
                "/quan-tri/co-quan/H32.10/sua",
                "/quan-tri/lich",
                "/quan-tri/lich/khanh-hoa",
                "/quan-tri/nhan-lich",
                "/quan-tri/thu-tuc",
                "/quan-tri/thu-tuc/1.004873",
                "/quan-tri/nhan-thu-tuc",
            ]);
            all_sound(&administrator, view, &pages);
        }
    }

    fn what_is_not_there_and_what_nobody_may_is_said_on_a_page_that_leads_on(db: &TestDb) {
        let app = TestApp::on(db);
        let view = View::phone();
        let citizen = Browser::open(app.url(), view);
        citizen.goto("/khong-co-trang-nay");
        assert_eq!(citizen.status(), 404);
        assert!(citizen.text().contains("Không tìm thấy"), "{}", citizen.text());
        assert_eq!(citizen.violations(), Vec::<String>::new());
        citizen.follow("Về trang đầu");
        assert_eq!(citizen.path(), "/");
        let clerk = signed_in(&app, Role::Clerk, WARD, view);
        clerk.goto("/duyet");
        assert_eq!(clerk.status(), 403);
        assert!(clerk.text().contains("không có quyền"), "{}", clerk.text());
        assert_eq!(clerk.violations(), Vec::<String>::new());
    }
}
