//! Procedures from a file: what would become of each is shown first, with what a draft lacks and why.

use super::{administrator, another};
use testkit::app::{Browserless, CERTIFICATE, Page, TestApp};
use testkit::db::TestDb;

const NEW: &str = "/quan-tri/nhan-thu-tuc";
const LIST: &str = "/quan-tri/thu-tuc";

/// A procedure that lacks nothing.
const WHOLE: &str = r#"
[[procedures]]
code = "9.000001"
name = "Thủ tục thử nhận"
field = "Thử"
received_by = ["H32.10"]
time = { amount = 3, unit = "working_days" }
channels = [{ channel = "counter" }]
grounds = [{ code = "sai", text = "Không thuộc thẩm quyền", citation = "NĐ 118/2025 Đ17" }]
[procedures.review]
components = { nothing_because = "Đã tối thiểu" }
conditions = { nothing_because = "Đã tối thiểu" }
delegation = { nothing_because = "Đã phân cấp" }
[[procedures.process.legs]]
code = "chinh"
name = "Giải quyết"
share = { amount = 3, unit = "working_days" }
steps = [{ code = "lam", name = "Làm", role = "officer", share = { amount = 3, unit = "working_days" } }]
"#;

fn tried(browser: &Browserless, text: &str) -> Page {
    browser.send(&browser.get(NEW).form(NEW).with("/text", text))
}

/// The same, but its process takes longer than published, nobody has reviewed it, and a leg has no agency under its lead.
fn lacking() -> String {
    let longer = WHOLE.replacen("time = { amount = 3", "time = { amount = 2", 1);
    let unreviewed = longer.replace(
        "delegation = { nothing_because = \"Đã phân cấp\" }",
        "delegation = { nothing_because = \" \" }",
    );
    unreviewed.replace("name = \"Giải quyết\"", "name = \"Giải quyết\"\nagency = { \"H32.11\" = \"H32.11\" }")
}

testkit::on_both_databases! {
    fn a_dry_run_says_what_would_be_published_and_the_confirmation_publishes_it(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        let before = db.everything();
        let page = tried(&browser, WHOLE).is(200).says("Thủ tục thử nhận").says("sẽ công bố, phiên bản 1");
        assert_eq!(db.everything(), before, "a dry run changes nothing");
        let confirmation = page.form(LIST);
        let page = browser.send(&confirmation).is(200).says("Đang công bố: phiên bản 1").says("Phiên bản: 1");
        assert_eq!(page.path, format!("{LIST}/9.000001"));
        app.nobody().get("procedures/9.000001").is(200);
        let after = db.everything();
        browser.send(&confirmation).is(200);
        assert_eq!(db.everything(), after);
        tried(&browser, WHOLE).is(200).says("không đổi, phiên bản 1").says("không có gì để nhận");
        let next = tried(&browser, &WHOLE.replace("thử nhận", "thử nhận lại")).is(200).says("sẽ công bố, phiên bản 2");
        browser.send(&next.form(LIST)).is(200).says("Phiên bản: “1” → “2”").says("Công chức administrator-h32");
    }

    fn a_draft_says_what_it_lacks_and_where_the_rules_stand_written(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        let text = lacking();
        let page = tried(&browser, &text).is(200).says("sẽ là bản nháp");
        let rules = [kernel::Rule::WithinPublishedTime, kernel::Rule::SimplificationFirst, kernel::Rule::LeadAndCoordinators];
        let page = rules.iter().fold(page, |page, rule| {
            page.says(rule.said().vi).says(&format!("({})", rule.citation()))
        });
        let page = page.says("Đường dài nhất: chinh").says("Chưa rà soát: phân cấp, ủy quyền").says("Cơ quan đầu mối: H32.10");
        browser.send(&page.form(LIST)).is(200).says("Chưa công bố được, vì còn thiếu 3 điều").says("Còn thiếu: 3");
        app.nobody().get("procedures/9.000001").is(404);
        browser.get(LIST).is(200).says("còn thiếu 3 điều");
        browser.get("/quan-tri").is(200).says("1 bản nháp còn thiếu");
        let picture = browser.get(&format!("{LIST}/9.000001/ban-nhap.svg")).is(200);
        assert!(picture.html.starts_with("<svg"), "{}", picture.html);
        // Mended, it is published, and no draft any more.
        browser.send(&tried(&browser, WHOLE).form(LIST)).is(200).says("Đang công bố");
        browser.get("/quan-tri").is(200).says("Thủ tục");
        assert!(db.rows("procedure_drafts").is_empty());
    }

    fn a_draft_leaves_what_is_published_as_it_is(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        let published = app.nobody().get(&format!("procedures/{CERTIFICATE}")).is(200).text;
        let text = lacking().replace("9.000001", CERTIFICATE);
        let page = tried(&browser, &text).is(200).says("Phiên bản đang công bố không bị ảnh hưởng");
        browser.send(&page.form(LIST)).is(200).says("Bản nháp").says("Đang công bố");
        assert_eq!(app.nobody().get(&format!("procedures/{CERTIFICATE}")).is(200).text, published);
    }

    fn a_file_that_is_none_is_told_at_its_field(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = administrator(&app);
        let before = db.everything();
        let files = ["", "không", "procedures = []", "{ \"procedures\": 1 }", &WHOLE.replace("field", "feild")];
        for text in files {
            let page = tried(&browser, text).is(422);
            assert!(!page.fault("/text").is_empty(), "{text}: {}", page.html);
            assert_eq!(page.form(NEW).value("/text"), text);
        }
        assert_eq!(db.everything(), before);
    }

    fn several_are_taken_in_together_or_not_at_all_as_they_were_shown(db: &TestDb) {
        let app = TestApp::on(db);
        let (one, two) = (administrator(&app), another(&app));
        let both = format!("{WHOLE}{}", lacking().replace("9.000001", "9.000002"));
        let (first, second) = (tried(&one, &both).is(200).form(LIST), tried(&two, &both).is(200).form(LIST));
        one.send(&first).is(200);
        assert_eq!(db.rows("office_log").len(), 2);
        let before = db.everything();
        two.send(&second).is(412).says("Người khác vừa sửa");
        assert_eq!(db.everything(), before);
    }
}
