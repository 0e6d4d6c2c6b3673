//! The browser that tests work with, tried on pages that are as they should be and on pages that aren't.

mod faults;
mod forms;
mod keyboard;
mod site;
mod views;

use site::Site;
use testkit::browser::{Browser, View};

/// A browser at the one page of a site.
fn at(page: &'static str, view: View) -> (Site, Browser) {
    let site = Site::of(page);
    let browser = Browser::open(site.url(), view);
    browser.goto("/");
    (site, browser)
}
