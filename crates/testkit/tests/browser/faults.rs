//! What is wrong is found, and nothing is found where nothing is wrong.

use super::at;
use super::site::STYLE;
use testkit::browser::{Loaded, View};

const SOUND: &str = r#"<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Sound</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"></head>
<body><main><h1>Tốt</h1><p>Một dòng chữ.</p></main></body></html>"#;

const BROKEN: &str = r#"<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Broken</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/icon.svg"></head>
<body><main><h1>Hỏng</h1><img src="/icon.svg" width="900" height="10"><p style="color: red">đỏ</p>
<script src="/gone.js"></script><script>nothing.there();</script></main></body></html>"#;

#[test]
fn nothing_is_found_on_a_sound_page() {
    for view in View::all() {
        let (_site, browser) = at(SOUND, view);
        assert_eq!(browser.faults(), Vec::<String>::new(), "{view:?}");
        browser.reload();
        assert_eq!(browser.faults(), Vec::<String>::new(), "{view:?}");
    }
}

#[test]
fn what_is_wrong_with_a_page_is_found_once() {
    let (_site, browser) = at(BROKEN, View::phone());
    let faults = browser.faults();
    let expected = [
        "critical: image-alt",
        "sticks out sideways: img",
        "/gone.js - Failed to load resource",
        "style-src 'self'",
        "nothing is not defined",
    ];
    for fault in expected {
        assert_eq!(faults.iter().filter(|line| line.contains(fault)).count(), 1, "{fault}: {faults:#?}");
    }
    assert_eq!(faults.len(), expected.len(), "{faults:#?}");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn a_wide_screen_has_room_for_a_wide_picture() {
    let (_site, browser) = at(BROKEN, View::desktop());
    assert_eq!(browser.sticking_out(), Vec::<String>::new());
    assert_eq!(browser.violations().len(), 1);
}

#[test]
fn where_scripts_may_not_run_axe_still_does() {
    let (_site, browser) = at(BROKEN, View::desktop().without_scripts());
    assert!(browser.violations()[0].starts_with("critical: image-alt"));
}

#[test]
fn what_came_over_the_wire_is_counted() {
    const HEADERS: u64 = 300;
    let (_site, browser) = at(SOUND, View::desktop());
    let file = |from: &str, text: &str| Loaded {
        from: from.to_owned(),
        bytes: u64::try_from(text.len()).expect("a short text") + HEADERS,
    };
    assert_eq!(browser.loaded(), [file("/", SOUND), file("/style.css", STYLE)]);
    assert_eq!(browser.bytes(), u64::try_from(SOUND.len() + STYLE.len()).expect("short texts") + 2 * HEADERS);
    assert_eq!(browser.status(), 200);
    browser.goto("/nowhere");
    assert_eq!(browser.status(), 404);
}
