//! What is filled in, chosen and pressed is what arrives.

use super::at;
use std::{fs, thread};
use testkit::browser::{Browser, Effort, View};

const FORM: &str = r#"<!doctype html><html lang="vi"><title>Form</title><body>
<form method="post" action="/taken" enctype="text/plain">
<label for="name">Họ và tên <span>(bắt buộc)</span></label><input id="name" name="name" value="trước">
<label>Thủ tục <select name="procedure"><option value="a">Khai sinh</option><option value="b">Kết hôn</option></select></label>
<fieldset><legend>Kênh</legend><label><input type="radio" name="channel" value="counter"> Tại quầy</label>
<label><input type="radio" name="channel" value="post"> Bưu chính</label></fieldset>
<label><input type="checkbox" name="paper" value="yes"> Có bản giấy</label>
<label hidden>Ẩn <input name="hidden"></label>
<button>Tiếp nhận</button> <button name="later" value="1">Tiếp nhận sau</button>
</form>
<form method="post" action="/taken" enctype="multipart/form-data"><label>Tệp <input type="file" name="file"></label>
<button>Gửi tệp</button></form>
<a href="/late">Muộn</a> <form method="post" action="/late"><button>Gửi muộn</button></form>
</body></html>"#;

#[test]
fn a_form_is_filled_by_its_labels_and_sent_by_its_button() {
    let (_site, browser) = at(FORM, View::desktop());
    browser.fill("Họ và tên", "Trần Văn Thử");
    browser.choose("Thủ tục", "Kết hôn");
    browser.choose("Kênh", "Bưu chính");
    browser.tick("Có bản giấy");
    assert_eq!(browser.value_of("Họ và tên (bắt buộc)"), "Trần Văn Thử");
    browser.press("Tiếp nhận");
    assert_eq!(browser.path(), "/taken");
    let taken = browser.text();
    for line in ["name=Trần Văn Thử", "procedure=b", "channel=post", "paper=yes"] {
        assert!(taken.contains(line), "{taken}");
    }
    assert!(!taken.contains("later"), "the other button was pressed: {taken}");
    assert_eq!(browser.effort(), Effort { clicks: 6, keys: 0, letters: 12 });
    assert_eq!(browser.effort_anew().acts(), 6);
    assert_eq!(browser.effort(), Effort::default());
}

#[test]
fn a_file_is_handed_over_and_a_secure_cookie_comes_back_over_plain_http() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("scan.txt");
    fs::write(&file, "what is in the file").expect("written");
    let (_site, browser) = at(FORM, View::phone());
    browser.upload("Tệp", &file);
    browser.press("Gửi tệp");
    let taken = browser.text();
    assert!(taken.contains("what is in the file") && taken.contains("scan.txt"), "{taken}");
    assert!(taken.contains("session=s1"), "{taken}");
}

#[test]
fn a_page_that_comes_late_is_waited_for() {
    comes_late(|browser| browser.press("Gửi muộn"));
    comes_late(|browser| browser.follow("Muộn"));
}

/// The answer isn't given before it is asked for, and is there once the act is done.
fn comes_late(act: impl Fn(&Browser)) {
    const TIMES: usize = 10;
    let (mut site, browser) = at(FORM, View::desktop());
    for _ in 0..TIMES {
        browser.goto("/");
        let site = &mut site;
        thread::scope(|scope| {
            scope.spawn(move || {
                site.asked.recv().expect("somebody asks");
                thread::yield_now();
                site.release.send(()).expect("somebody waits");
            });
            act(&browser);
            assert_eq!(browser.text_of("h1"), "Late");
        });
    }
}

#[test]
#[should_panic(expected = "0 times a button `Từ chối` on /; there are [\"Tiếp nhận\",\"Tiếp nhận sau\",")]
fn a_button_that_is_not_there_is_an_error_that_says_what_is() {
    let (_site, browser) = at(FORM, View::desktop());
    browser.press("Từ chối");
}

#[test]
#[should_panic(expected = "0 times a field `Ẩn` on /")]
fn what_is_hidden_is_not_there() {
    let (_site, browser) = at(FORM, View::desktop());
    browser.fill("Ẩn", "x");
}
