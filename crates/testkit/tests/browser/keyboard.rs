//! Without a mouse.

use super::at;
use testkit::browser::{Effort, Key, View};

const PAGE: &str = r#"<!doctype html><html lang="vi"><title>Keys</title><body>
<a href="/taken?first">Bỏ qua</a>
<form action="/taken"><label>Tìm <input name="q"></label> <button accesskey="l">Lọc</button></form>
</body></html>"#;

const BLIND: &str = r#"<!doctype html><html lang="vi"><title>Blind</title>
<link rel="stylesheet" href="/style.css"><body><a href="/taken" class="blind">Mù</a>
<button>Thấy</button></body></html>"#;

#[test]
fn a_form_is_worked_by_keyboard_alone() {
    let (_site, browser) = at(PAGE, View::desktop().without_scripts());
    let way = browser.tab_to("Tìm");
    let names: Vec<&str> = way.iter().map(|focus| focus.name.as_str()).collect();
    assert_eq!(names, ["Bỏ qua", "Tìm"]);
    assert_eq!(way[0].role, "link");
    browser.write_there("H32");
    browser.key(Key::Tab);
    assert_eq!(browser.focus().name, "Lọc");
    browser.key(Key::ShiftTab);
    browser.key(Key::Enter);
    assert_eq!(browser.path(), "/taken?q=H32");
    assert_eq!(browser.effort(), Effort { clicks: 0, keys: 5, letters: 3 });
}

#[test]
fn an_access_key_presses_its_button() {
    let (_site, browser) = at(PAGE, View::desktop());
    browser.key(Key::Alt('l'));
    assert_eq!(browser.path(), "/taken?q=");
}

#[test]
#[should_panic(expected = "it can't be seen that Focus { role: \"link\", name: \"Mù\"")]
fn a_focus_that_cannot_be_seen_is_an_error() {
    let (_site, browser) = at(BLIND, View::desktop());
    browser.tab_to("Thấy");
}
