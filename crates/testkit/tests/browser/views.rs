//! Each kind of screen shows what is meant for it.

use super::at;
use testkit::browser::View;

const PAGE: &str = r#"<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Views</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/icon.svg"></head>
<body><picture><source media="(max-width: 360px)" srcset="/icon.svg?narrow"><img alt="" src="/icon.svg?wide"></picture>
<picture><source media="(prefers-color-scheme: dark)" srcset="/icon.svg?dark"><img alt="" src="/icon.svg?light"></picture>
<noscript>without</noscript><script>document.body.append('with');</script></body></html>"#;

#[track_caller]
fn shows(view: View, words: [&str; 2], text: &str) {
    let (_site, browser) = at(PAGE, view);
    for again in [false, true] {
        if again {
            browser.reload();
        }
        let loaded = browser.loaded();
        for word in words {
            assert!(
                loaded.iter().any(|file| file.from == format!("/icon.svg?{word}")),
                "{view:?}: {loaded:?}"
            );
        }
        assert_eq!(browser.text(), text, "{view:?}");
    }
}

#[test]
fn a_desktop_is_wide_and_light_unless_told_otherwise() {
    shows(View::desktop(), ["wide", "light"], "with");
    shows(View::desktop().dark().without_scripts(), ["wide", "dark"], "without");
}

#[test]
fn a_phone_is_narrow_and_light_unless_told_otherwise() {
    shows(View::phone(), ["narrow", "light"], "with");
    shows(View::phone().dark().without_scripts(), ["narrow", "dark"], "without");
}

#[test]
fn it_goes_back_to_where_it_was() {
    let (_site, browser) = at(PAGE, View::desktop());
    browser.goto("/taken");
    assert_eq!((browser.path().as_str(), browser.title().as_str()), ("/taken", ""));
    browser.back();
    assert_eq!((browser.path().as_str(), browser.title().as_str()), ("/", "Views"));
}
