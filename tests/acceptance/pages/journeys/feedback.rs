//! Somebody complains, the agency's hotline answers in writing, anyone reads it and nobody reads who asked.

use crate::pages::people::{signed_in, sound};
use kernel::Role;
use testkit::app::{TestApp, WARD};
use testkit::browser::{Browser, View};
use testkit::db::TestDb;

testkit::on_both_databases! {
    fn a_complaint_is_answered_in_public_without_who_asked(db: &TestDb) {
        let app = TestApp::on(db);
        for view in [View::desktop(), View::phone()] {
            let citizen = Browser::open(app.url(), view);
            citizen.goto("/phan-anh");
            sound(&citizen, "feedback", view);
            citizen.follow("Gửi phản ánh, kiến nghị");
            citizen.fill("Bạn phản ánh, kiến nghị điều gì?", "Tôi phải chờ hai giờ tại quầy số 3");
            citizen.choose("Cơ quan", "Ủy ban nhân dân phường Hải Đăng");
            citizen.fill("Họ và tên", "Đỗ Thị Phàn Nàn");
            citizen.fill("Điện thoại", "0905777666");
            sound(&citizen, "feedback-form", view);
            citizen.press("Gửi");
            assert!(citizen.text().contains("Đã ghi nhận phản ánh"), "{}", citizen.text());
            sound(&citizen, "feedback-sent", view);
            citizen.follow("Theo dõi");
            assert!(citizen.text().contains("chờ hai giờ tại quầy số 3"), "{}", citizen.text());

            let head = signed_in(&app, Role::Head, WARD, view);
            head.follow("Phản ánh");
            sound(&head, "hotline", view);
            let number = head.texts_of("tbody th a").pop().expect("one that waits");
            head.follow(&number);
            assert!(head.text().contains("Đỗ Thị Phàn Nàn"), "{}", head.text());
            head.fill("Nội dung phản ánh, viết lại để công khai", "Thời gian chờ tại quầy quá lâu");
            head.fill("Trả lời", "Phường đã mở thêm một quầy vào buổi sáng.");
            sound(&head, "answer", view);
            head.press("Trả lời và công khai");
            assert!(head.text().contains("Không có phản ánh nào chờ trả lời"), "{}", head.text());

            let anyone = Browser::open(app.url(), view);
            anyone.goto("/phan-anh");
            let text = anyone.text();
            assert!(text.contains("Phường đã mở thêm một quầy"), "{text}");
            assert!(!text.contains("Phàn Nàn") && !text.contains("0905777666"), "{text}");
            sound(&anyone, "published", view);
        }
    }

    fn whoever_kept_number_and_secret_finds_what_they_sent(db: &TestDb) {
        let app = TestApp::on(db);
        let asked = serde_json::json!({ "agency": WARD, "question": "Tôi phải chờ hai giờ" });
        let raised = app.nobody().post("feedback", &asked).is(201);
        let (number, secret) = (raised.text_at("/number"), raised.text_at("/secret"));
        let citizen = app.browserless();
        let form = || citizen.get("/phan-anh").is(200).form("/phan-anh").with("/number", &number);
        citizen.send(&form().with("/secret", "AAAA-AAAA-AAAA")).is(404).says("chưa đúng").form("/phan-anh");
        citizen.get(&format!("/phan-anh/{number}?ma=AAAA")).is(404);
        citizen.get(&format!("/phan-anh/{number}")).is(404);
        let page = citizen.send(&form().with("/secret", &secret.to_lowercase())).is(200).says("chờ hai giờ");
        assert_eq!(page.path, format!("/phan-anh/{number}"));
    }

    fn what_was_answered_is_shown_and_not_asked_again(db: &TestDb) {
        let app = TestApp::on(db);
        let asked = serde_json::json!({ "agency": WARD, "question": "Chờ lâu" });
        let id = app.nobody().post("feedback", &asked).is(201).text_at("/id");
        let head = app.at_the_pages(Role::Head, WARD);
        let page = format!("/phan-anh-cho-tra-loi/{id}");
        let form = head.get(&page).is(200).form(&page).with("/published_question", "Chờ lâu tại quầy");
        head.send(&form.with("/answer", "Đã mở thêm quầy")).is(200);
        let page = head.get(&page).is(200).says("Đã trả lời").says("Đã mở thêm quầy");
        assert!(!page.has("Trả lời và công khai"), "{}", page.html);
    }

    fn an_answer_that_says_who_asked_is_refused(db: &TestDb) {
        let app = TestApp::on(db);
        let asked = serde_json::json!({
            "agency": WARD, "question": "Chờ lâu", "name": "Đỗ Thị Phàn Nàn", "phone": "0905777666",
        });
        let id = app.nobody().post("feedback", &asked).is(201).text_at("/id");
        let head = app.at_the_pages(Role::Head, WARD);
        let page = format!("/phan-anh-cho-tra-loi/{id}");
        let form = head.get(&page).is(200).form(&page).with("/published_question", "Bà Đỗ Thị Phàn Nàn chờ lâu");
        let refused = head.send(&form.with("/answer", "Đã sửa")).is(409);
        refused.says("3.a¶2").says("Đã sửa").says("Nội dung công khai còn nêu: họ tên người phản ánh");
        assert!(!app.browserless().get("/phan-anh").is(200).has("Phàn Nàn"));
    }
}
