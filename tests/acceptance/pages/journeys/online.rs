//! A citizen online, from search to return and rating: at a desk, on a phone, and on a phone without scripts.

use crate::pages::people::{CERTIFICATE, FIRST, FORM, ToHandIn, WARD_NAME, scan, sound};
use std::fs;
use std::path::Path;
use testkit::app::{TestApp, WARD};
use testkit::browser::{Browser, View};
use testkit::db::TestDb;
use time::Duration;

fn submitted(citizen: &Browser, view: View) -> String {
    citizen.goto("/");
    assert!(citizen.bytes() < 100_000, "the first page: {:?}", citizen.loaded());
    sound(citizen, "home", view);
    citizen.fill("Bạn cần làm thủ tục gì?", "xac nhan tinh trang hon nhan");
    citizen.press("Tìm");
    sound(citizen, "procedures", view);
    citizen.follow(CERTIFICATE);
    citizen.choose("Trường hợp của bạn", FIRST);
    citizen.press("Xem");
    sound(citizen, "procedure", view);
    citizen.follow("Nộp trực tuyến");
    sound(citizen, "begin", view);
    citizen.choose("Nơi tiếp nhận", WARD_NAME);
    citizen.press("Bắt đầu");
    sound(citizen, "parts", view);
    citizen.follow("Thông tin của bạn");
    for (field, data) in [
        ("Họ và tên, hoặc tên tổ chức", "Lê Thị Hoa"),
        ("Số định danh cá nhân hoặc mã số doanh nghiệp", "056199001234"),
        ("Số điện thoại", "0905123456"),
        ("Địa chỉ", "12 Trần Phú"),
    ] {
        citizen.fill(field, data);
    }
    sound(citizen, "person", view);
    citizen.press("Lưu và tiếp tục");
    let scan = scan();
    citizen.tick(FORM);
    citizen.upload(&format!("Bản điện tử (PDF hoặc ảnh) ({FORM})"), &scan.file);
    sound(citizen, "papers", view);
    citizen.press("Lưu và tiếp tục");
    assert!(citizen.text().contains("Lê Thị Hoa") && citizen.text().contains("có tệp"), "{}", citizen.text());
    sound(citizen, "check", view);
    citizen.press("Gửi hồ sơ");
    assert!(citizen.text().contains("8 giờ làm việc"), "{}", citizen.text());
    sound(citizen, "sent", view);
    citizen.follow("Theo dõi hồ sơ");
    sound(citizen, "followed", view);
    citizen.path().trim_start_matches("/ho-so/").to_owned()
}

/// A draft with a scan, which nobody sends.
fn drafted(app: &TestApp, scan: &ToHandIn) {
    let citizen = Browser::open(app.url(), View::desktop());
    citizen.goto("/nop/thu-tuc/1.004873?truong-hop=cap-moi");
    citizen.choose("Nơi tiếp nhận", WARD_NAME);
    citizen.press("Bắt đầu");
    citizen.follow("Giấy tờ");
    citizen.upload(&format!("Bản điện tử (PDF hoặc ảnh) ({FORM})"), &scan.file);
    citizen.press("Lưu và tiếp tục");
    assert!(citizen.text().contains("có tệp"), "{}", citizen.text());
}

/// How many files lie in the folders of a shelf.
fn files_below(shelf: &Path) -> usize {
    let inside = |folder: &Path| {
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect::<Vec<_>>()
    };
    inside(shelf).iter().map(|folder| inside(folder).len()).sum()
}

testkit::on_both_databases! {
    fn a_citizen_submits_online_follows_it_and_rates(db: &TestDb) {
        let app = TestApp::on(db);
        for view in [View::desktop(), View::phone(), View::phone().dark(), View::phone().without_scripts()] {
            let citizen = Browser::open(app.url(), view);
            let id = submitted(&citizen, view);
            let receipt = app.clerk(WARD).accept(&id);
            citizen.reload();
            assert!(citizen.text().contains("Đã tiếp nhận"), "{}", citizen.text());
            assert!(citizen.text().contains("Vì sao hẹn ngày này?"), "{}", citizen.text());
            let (clerk, officer, head) = (app.clerk(WARD), app.officer(), app.head());
            clerk.done(&id, "tiep-nhan").is(200);
            officer.done(&id, "tra-cuu").is(200);
            head.grant(&id).is(200);
            citizen.reload();
            assert!(citizen.text().contains("Đã có kết quả"), "{}", citizen.text());
            clerk.hand_over(&id).is(200);
            citizen.reload();
            sound(&citizen, "returned", view);
            citizen.follow("Đánh giá sự phục vụ");
            citizen.choose("Bạn có hài lòng không?", "Rất hài lòng");
            sound(&citizen, "rating", view);
            citizen.press("Đánh giá sự phục vụ");
            assert!(citizen.text().contains("Cảm ơn bạn đã đánh giá"), "{}", citizen.text());
            // By the number, and the secret, it is the same dossier in another browser.
            let other = Browser::open(app.url(), view);
            other.goto("/ho-so");
            sound(&other, "look-up", view);
            other.fill("Mã hồ sơ", &receipt.code);
            other.fill("Mã tra cứu", &receipt.secret);
            other.press("Tra cứu");
            assert!(other.text().contains("Đã trả kết quả"), "{}", other.text());
        }
        assert_eq!(app.findings(), Vec::<String>::new());
    }

    fn what_was_written_is_there_again_in_another_browser(db: &TestDb) {
        let app = TestApp::on(db);
        let view = View::phone().without_scripts();
        let citizen = Browser::open(app.url(), view);
        citizen.goto("/nop/thu-tuc/1.004873?truong-hop=cap-moi");
        citizen.press("Bắt đầu");
        assert_eq!(citizen.status(), 422, "nobody is sent to the first of a list unasked");
        citizen.choose("Nơi tiếp nhận", WARD_NAME);
        citizen.press("Bắt đầu");
        let address = citizen.texts_of("main p a").pop().expect("the address to go on at");
        citizen.follow("Thông tin của bạn");
        citizen.fill("Họ và tên, hoặc tên tổ chức", "Lê Thị Hoa");
        citizen.press("Lưu và tiếp tục");
        assert_eq!(citizen.status(), 422);
        let other = Browser::open(app.url(), view);
        let path = address.find("/nop/").map(|at| address[at..].to_owned()).expect("an address of a draft");
        other.goto(&path);
        other.follow("Thông tin của bạn");
        assert_eq!(other.value_of("Họ và tên, hoặc tên tổ chức"), "Lê Thị Hoa");
        // Without the secret there is nothing to be seen.
        let stranger = Browser::open(app.url(), view);
        stranger.goto(path.split('?').next().expect("a path"));
        assert_eq!(stranger.status(), 404);
    }
    fn what_was_never_sent_is_forgotten_with_its_scans_unless_others_hold_them(db: &TestDb) {
        let app = TestApp::on(db);
        let kept = || files_below(&app.shelf());
        let scan = scan();
        drafted(&app, &scan);
        assert_eq!(kept(), 1);
        app.later(Duration::days(20));
        drafted(&app, &scan);
        assert_eq!((kept(), app.work().forgotten), (1, 0), "the same bytes are one file");
        app.later(Duration::days(11));
        assert_eq!((app.work().forgotten, kept()), (1, 1), "the second draft names them still");
        app.later(Duration::days(31));
        assert_eq!((app.work().forgotten, kept()), (1, 0));
        drafted(&app, &scan);
        assert_eq!(kept(), 1);
    }
}
