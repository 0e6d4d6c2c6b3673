//! Finding what people see by what they read: exactly, or else from the beginning.

use super::Browser;
use super::waiting::Act;
use serde_json::{Value, json};
use std::panic::Location;

const SCRIPT: &str = include_str!("find.js");

/// The name that WebDriver gives to references to elements.
const KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Something on the page.
pub(super) struct Element(Value);

/// What can be looked for.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// A field by its label, or a group of them by its legend.
    Field,
    /// What can be chosen in a list or a group.
    Option,
    /// What does something.
    Button,
    /// What leads somewhere.
    Link,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Field => "field",
            Self::Option => "option",
            Self::Button => "button",
            Self::Link => "link",
        }
    }
}

impl Element {
    /// Those in an answer.
    pub(super) fn all(answer: &Value) -> Vec<Self> {
        answer.as_array().into_iter().flatten().cloned().map(Self).collect()
    }

    /// The one that an answer is.
    pub(super) fn of(answer: Value) -> Self {
        Self(answer)
    }

    /// The address of something about it.
    pub(super) fn path(&self, what: &str) -> String {
        format!("element/{}/{what}", self.0[KEY].as_str().expect("a reference to an element"))
    }

    /// As an argument of a script.
    pub(super) fn json(&self) -> Value {
        self.0.clone()
    }
}

/// A list opens in a window of its own, in which nothing is clicked on.
const TAP: &str = "
    const [element] = arguments;
    if (element.tagName === 'OPTION') element.selected = true; else element.click();
";

impl Browser {
    /// The one thing of its kind that these words mean, on the page or in a part of it.
    #[track_caller]
    pub(super) fn find(&self, kind: Kind, words: &str, within: Option<&Element>) -> Element {
        let answer = self.session.run(SCRIPT, &json!([kind.name(), words, within.map(Element::json)]));
        let mut found = Element::all(&answer["found"]);
        if found.len() != 1 {
            let at = Location::caller();
            let (path, there, text) = (self.path(), &answer["there"], self.text());
            panic!(
                "{at}: {} times a {} `{words}` on {path}; there are {there}\n{text}",
                found.len(),
                kind.name()
            );
        }
        found.remove(0)
    }

    /// Clicks on it, and waits for the page that this leads to, where it does.
    #[track_caller]
    pub(super) fn click(&self, element: &Element) {
        self.acting_on(element, Act::Click, || {
            // The driver taps on a phone, and where scripts don't run it waits for ever for what came of that.
            if self.view.is_tapped_without_scripts() {
                self.session.run(TAP, &json!([element.json()]));
            } else {
                self.session.post(&element.path("click"), &json!({}));
            }
        });
    }
}
