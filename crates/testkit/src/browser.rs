//! A real Chromium before the server's pages, moved by the words that people see: labels, buttons, links.
//! `cargo xtask test` and `cargo xtask browser` start what drives it.

mod effort;
mod faults;
mod fields;
mod find;
mod keys;
mod loaded;
mod screenshot;
mod session;
mod view;
mod waiting;

pub use effort::Effort;
pub use keys::{Focus, Key};
pub use loaded::Loaded;
pub use view::View;

use serde_json::json;
use session::Session;
use std::cell::Cell;

/// A browser with one window and a profile of its own; closed when this value is dropped. Whoever asks for something
/// that isn't on the page panics with what is.
pub struct Browser {
    session: Session,
    server: String,
    view: View,
    effort: Cell<Effort>,
}

const READ: &str = "
    const places = [...document.querySelectorAll(arguments[0])];
    return places.map((place) => place.checkVisibility() ? place.innerText.trim() : '');
";

impl Browser {
    /// A browser for the pages of the server at this address, such as [`TestApp::url`](crate::app::TestApp::url).
    ///
    /// # Panics
    /// Where there is no Chromium to test with.
    #[track_caller]
    pub fn open(server: &str, view: View) -> Self {
        let session = Session::open(&view.capabilities());
        view.put_on(&session);
        Self { session, server: server.to_owned(), view, effort: Cell::default() }
    }

    /// Goes to a path of the server, and waits until the page is loaded.
    #[track_caller]
    pub fn goto(&self, path: &str) {
        self.session.post("url", &json!({ "url": format!("{}{path}", self.server) }));
    }

    /// Asks for the same page again.
    #[track_caller]
    pub fn reload(&self) {
        self.session.post("refresh", &json!({}));
    }

    /// Goes to the page before.
    #[track_caller]
    pub fn back(&self) {
        self.session.post("back", &json!({}));
    }

    /// Where it is: path and query, or the whole address where that isn't the server's.
    #[track_caller]
    pub fn path(&self) -> String {
        let address = self.session.text("url");
        address.strip_prefix(&self.server).unwrap_or(&address).to_owned()
    }

    /// The page's title.
    #[track_caller]
    pub fn title(&self) -> String {
        self.session.text("title")
    }

    /// What is to be read on the page, line by line; not what is hidden.
    #[track_caller]
    pub fn text(&self) -> String {
        self.text_of("body")
    }

    /// What is to be read in the one place that a CSS selector means, such as `h1` or `#faults`.
    #[track_caller]
    pub fn text_of(&self, selector: &str) -> String {
        let places = self.texts_of(selector);
        let [text] = places.as_slice() else { panic!("`{selector}` is there {} times", places.len()) };
        text.clone()
    }

    /// The same of each place that it means, in the page's order.
    #[track_caller]
    pub fn texts_of(&self, selector: &str) -> Vec<String> {
        session::texts(&self.session.run(READ, &json!([selector])))
    }
}
