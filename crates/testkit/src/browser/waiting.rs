//! Waiting for the page that an act leads to. The driver waits for one that has begun to come; an act may return before
//! that.

use super::Browser;
use super::find::Element;
use serde_json::json;
use std::time::{Duration, Instant};

const LEADS: &str = include_str!("leads.js");

const PATIENCE: Duration = Duration::from_secs(30);

/// What is done to an element.
#[derive(Clone, Copy)]
pub(super) enum Act {
    Click,
    Enter,
    Space,
}

impl Act {
    fn name(self) -> &'static str {
        match self {
            Self::Click => "click",
            Self::Enter => "enter",
            Self::Space => "space",
        }
    }
}

impl Browser {
    /// Does something to an element; where that leads to another page, waits until it is there.
    #[track_caller]
    pub(super) fn acting_on(&self, element: &Element, act: Act, does: impl FnOnce()) {
        if self.session.run(LEADS, &json!([element.json(), act.name()])) != true {
            return does();
        }
        let before = Element::of(self.session.run("return document.documentElement", &json!([])));
        does();
        let begun = Instant::now();
        while self.is_there(&before) || !self.is_loaded() {
            assert!(begun.elapsed() < PATIENCE, "no other page comes after {}", self.path());
        }
    }

    /// Waits until a script of the page has done what `is_so` looks for.
    ///
    /// # Panics
    /// Where it never does.
    #[track_caller]
    pub fn becomes(&self, is_so: impl Fn() -> bool) {
        let begun = Instant::now();
        while !is_so() {
            assert!(begun.elapsed() < PATIENCE, "that never came about on {}: {}", self.path(), self.text());
        }
    }

    /// Whether it is still the page that this element belongs to.
    fn is_there(&self, element: &Element) -> bool {
        self.session.asked(&element.path("name")).is_ok()
    }

    fn is_loaded(&self) -> bool {
        self.session.run("return document.readyState", &json!([])) == "complete"
    }
}
