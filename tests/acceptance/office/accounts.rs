//! Accounts are added, found and changed.

use super::{administrator, another};
use kernel::Role;
use testkit::app::{Browserless, PASSWORD, Page, Sending, TestApp, WARD, username};
use testkit::db::TestDb;
use testkit::province::staff;

const NEW: &str = "/quan-tri/tai-khoan/moi";

/// The page of somebody's account.
fn of(role: Role, agency: &str) -> String {
    format!("/quan-tri/tai-khoan/{}", staff(role, agency).user.0)
}

/// A new account, filled in.
fn filled(browser: &Browserless) -> Sending {
    let form = browser.get(NEW).form(NEW).with("/username", "nguyen.van.moi").with("/name", "Nguyễn Văn Mới");
    form.with("/agency", WARD).with("/roles", "clerk").with("/position", "Chuyên viên")
}

/// The password that is shown.
fn shown(page: &Page) -> String {
    page.text_of("class=\"big number\"")
}

fn accounts(db: &TestDb) -> usize {
    db.rows("users").len()
}

testkit::on_both_databases! {
    fn a_new_account_signs_in_with_the_password_that_is_shown_once(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        let form = filled(&browser).also("/roles", "deputy").also("/fields", "Hộ tịch").with("/phone", "0905123456");
        let page = browser.send(&form).is(200).says("Đã thêm tài khoản");
        let password = shown(&page);
        assert_eq!(password.len(), 19, "{password}");
        app.browserless().sign_in("nguyen.van.moi", &password).is(200).says("Nguyễn Văn Mới");
        let told = browser.get(&format!("/quan-tri/tai-khoan?q={}", "moi")).is(200).says("nguyen.van.moi");
        assert!(!told.has(&password));
        let written = db.rows("office_log");
        assert_eq!(written.len(), 1);
        assert!(!written[0].contains(&password) && !written[0].contains("0905123456"), "{written:?}");
    }

    fn the_same_form_sent_twice_adds_one_account_and_shows_the_same(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        let (form, before) = (filled(&browser), accounts(db));
        let (once, twice) = (browser.send(&form).is(200), browser.send(&form).is(200));
        assert_eq!((shown(&once), accounts(db)), (shown(&twice), before + 1));
        assert_eq!(db.rows("office_log").len(), 1);
        // The same key for something else is no repetition.
        browser.send(&form.with("/username", "nguyen.van.hai")).is(422).says("Khóa này đã dùng");
        assert_eq!(accounts(db), before + 1);
    }

    fn a_password_that_is_another_by_now_is_not_shown_again(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        let form = filled(&browser);
        let first = browser.send(&form).is(200);
        let account = db.lines(match db.kind() {
            store::Kind::Sqlite => "select about as line from office_log",
            store::Kind::Postgres => "select about::text as line from office_log",
        });
        let again = format!("/quan-tri/tai-khoan/{}/mat-khau", account[0]);
        let second = browser.send(&browser.get(&again).form(&again)).is(200);
        assert_ne!(shown(&first), shown(&second));
        assert_eq!(shown(&browser.send(&form).is(200).says("nay đã đổi")), "");
    }

    fn what_is_wrong_is_told_at_its_field_and_what_was_typed_stays(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        let taken = username(Role::Clerk, WARD);
        let before = db.everything();
        let wrong = |field: &str, value: &str, told: &str| {
            let page = browser.send(&filled(&browser).with(field, value)).is(422);
            assert!(page.fault(field).contains(told), "{field}: `{}`", page.fault(field));
            let again = page.form(NEW);
            assert_eq!((again.value("/position"), again.value("/password")), ("Chuyên viên", ""));
        };
        wrong("/username", &taken, "đã có người dùng");
        wrong("/username", "Có Dấu", "chữ thường không dấu");
        wrong("/username", "x", "chữ thường không dấu");
        wrong("/name", "  ", "Hãy nhập họ và tên");
        wrong("/agency", "H99", "Không có cơ quan này");
        wrong("/agency", "", "Thiếu trường bắt buộc");
        wrong("/phone", "123", "số di động");
        wrong("/email", "không phải", "thư điện tử");
        wrong("/password", "chín ký t", "ít nhất 10");
        wrong("/fields", "Hộ tịch", "cấp phó");
        let page = browser.send(&filled(&browser).without("/roles")).is(422);
        assert!(page.fault("/roles").contains("ít nhất một vai trò"), "{}", page.html);
        browser.send(&filled(&browser).with("/roles", "king")).is(422).says("không nằm trong danh sách");
        assert_eq!(db.everything(), before);
    }

    fn a_change_is_kept_and_told_with_what_was_before(db: &TestDb) {
        let app = TestApp::on(db);
        let (browser, here) = (administrator(&app), of(Role::Clerk, WARD));
        let edit = format!("{here}/sua");
        let form = browser.get(&edit).form(&edit);
        assert_eq!((form.value("/agency"), form.values("/roles")), (WARD, vec!["clerk"]));
        let form = form.with("/name", "Lê Thị Đổi").with("/roles", "officer").also("/roles", "leader");
        let page = browser.send(&form.clone().with("/email", "doi@vi-du.vn")).is(200);
        assert_eq!(page.path, format!("{here}?xong=changed"));
        let page = page.says("Lê Thị Đổi").says("Tên: “Công chức clerk-h32.10” → “Lê Thị Đổi”");
        page.says("Vai trò: “Công chức Bộ phận một cửa” → “Lãnh đạo bộ phận chuyên môn, Công chức thụ lý”")
            .says("Thư điện tử: đã đổi (không ghi lại nội dung)")
            .says("Công chức administrator-h32")
            .says("Nếu làm nhầm");
    }

    fn a_form_that_changes_nothing_writes_nothing_down(db: &TestDb) {
        let app = TestApp::on(db);
        let (browser, edit) = (administrator(&app), format!("{}/sua", of(Role::Deputy, WARD)));
        let form = browser.get(&edit).form(&edit);
        let before = db.everything();
        browser.send(&form).is(200);
        assert_eq!(db.everything(), before);
    }

    fn of_two_administrators_who_change_the_same_account_the_second_is_told(db: &TestDb) {
        let app = TestApp::on(db);
        let (one, two) = (administrator(&app), another(&app));
        let edit = format!("{}/sua", of(Role::Officer, WARD));
        let (first, second) = (one.get(&edit).form(&edit), two.get(&edit).form(&edit));
        let first = first.with("/name", "Người trước");
        one.send(&first).is(200);
        let told = two.send(&second.with("/name", "Người sau")).is(412).says("Người khác vừa sửa");
        one.get(&of(Role::Officer, WARD)).says("Người trước");
        // The first again, whose answer was lost perhaps: it has been done.
        one.send(&first).is(200);
        // Seen, and sent once more.
        two.send(&told.form(&edit)).is(200).says("Người sau");
        assert_eq!(db.rows("office_log").len(), 2);
    }

    fn administrators_do_not_take_their_own_office_away(db: &TestDb) {
        let app = TestApp::on(db);
        let (browser, here) = (administrator(&app), of(Role::Administrator, super::PROVINCE));
        let page = browser.get(&here).is(200);
        assert!(!page.has("Ngừng hoạt động</button>"));
        let edit = format!("{here}/sua");
        let form = browser.get(&edit).form(&edit);
        let before = db.everything();
        let refused = browser.send(&form.clone().with("/roles", "clerk")).is(422);
        assert!(refused.fault("/roles").contains("không thể tự bỏ"), "{}", refused.html);
        browser.send(&form.clone().to(&format!("{here}/ngung"))).is(422).says("không thể tự ngừng");
        assert_eq!(db.everything(), before);
        browser.send(&form.also("/roles", "clerk")).is(200);
        browser.get(&here).is(200).says("Công chức Bộ phận một cửa");
    }

    fn accounts_are_found_by_name_without_diacritics_and_by_agency(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        browser.send(&filled(&browser).with("/password", PASSWORD)).is(200).says("mật khẩu bạn vừa nhập");
        let found = browser.get("/quan-tri/tai-khoan?q=nguyen+van").is(200);
        assert!(found.has("Nguyễn Văn Mới") && !found.has("clerk-h32.11"), "{}", found.html);
        let found = browser.get(&format!("/quan-tri/tai-khoan?q=&co-quan={WARD}")).is(200);
        assert!(found.has("Nguyễn Văn Mới") && !found.has("clerk-h32.11"), "{}", found.html);
        browser.get("/quan-tri/tai-khoan?q=khong+co+ai").is(200).says("Không có tài khoản nào như vậy");
        browser.get("/quan-tri/tai-khoan?after=x").is(422);
        assert_eq!(paged(&browser), accounts(db));
    }
}

/// How many accounts are seen by going from page to page.
fn paged(browser: &Browserless) -> usize {
    let (mut seen, mut at) = (0, "/quan-tri/tai-khoan".to_owned());
    loop {
        let page = browser.get(&at).is(200);
        seen += page.html.matches("<th scope=\"row\">").count();
        let Some((_, next)) = page.html.split_once("href=\"/quan-tri/tai-khoan?after=") else { return seen };
        at = format!("/quan-tri/tai-khoan?after={}", next.split('"').next().unwrap());
    }
}
