//! The API's description, for people who write clients.

use testkit::app::TestApp;
use testkit::browser::{Browser, Key, View};
use testkit::db::TestDb;

const DOCS: &str = "/api/docs";

/// No page of ours needs more.
const BYTES: u64 = 60_000;

testkit::on_both_databases! {
    fn the_description_of_the_api_is_sound_on_every_screen(db: &TestDb) {
        let app = TestApp::on(db);
        for view in View::all() {
            let browser = Browser::open(app.url(), view);
            browser.goto(DOCS);
            browser.screenshot(&format!("docs-{view}"));
            assert_eq!(browser.status(), 200);
            assert_eq!(browser.faults(), Vec::<String>::new(), "{view}");
            assert!(browser.text().contains("/api/v1/dossiers/{ref}/acceptance"), "{view}");
        }
    }

    fn it_is_small_and_comes_from_here_alone(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = Browser::open(app.url(), View::phone().without_scripts());
        browser.goto(DOCS);
        assert!((1..BYTES).contains(&browser.bytes()), "{:?}", browser.loaded());
        assert!(browser.loaded().iter().all(|file| file.from.starts_with('/')), "{:?}", browser.loaded());
    }

    fn the_whole_description_is_reached_by_keyboard(db: &TestDb) {
        let app = TestApp::on(db);
        let browser = Browser::open(app.url(), View::desktop());
        browser.goto(DOCS);
        browser.tab_to("openapi.json");
        browser.key(Key::Enter);
        assert_eq!(browser.path(), "/api/openapi.json");
        assert_eq!(browser.effort().acts(), 2);
    }
}
