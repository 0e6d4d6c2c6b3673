//! Working by keyboard alone.

use super::find::Element;
use super::waiting::Act;
use super::{Browser, Effort};
use serde_json::json;

/// A key that does something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Key {
    /// To the next element.
    Tab,
    /// To the one before.
    ShiftTab,
    /// Sends a form, follows a link.
    Enter,
    /// Ticks, presses.
    Space,
    /// Leaves something.
    Escape,
    /// To the next choice.
    Down,
    /// To the choice before.
    Up,
    /// A letter with Alt: an access key.
    Alt(char),
}

/// The element that keys go to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Focus {
    /// Its role, as a screen reader says it: `link`, `button`, `textbox`.
    pub role: String,
    /// Its name, as a screen reader says it.
    pub name: String,
    /// Whether it looks otherwise than without focus: an outline, or a shadow in its place.
    pub is_visible: bool,
}

const SHIFT: char = '\u{e008}';
const ALT: char = '\u{e00a}';

const RING: &str = "
    const [element] = arguments, style = getComputedStyle(element);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
        && !/^rgba\\(.*, 0\\)$/.test(style.outlineColor);
    return outlined || style.boxShadow !== 'none';
";

impl Key {
    /// As WebDriver writes it, what is held down first.
    fn code(self) -> Vec<char> {
        match self {
            Self::Tab => vec!['\u{e004}'],
            Self::ShiftTab => vec![SHIFT, '\u{e004}'],
            Self::Enter => vec!['\u{e007}'],
            Self::Space => vec![' '],
            Self::Escape => vec!['\u{e00c}'],
            Self::Down => vec!['\u{e015}'],
            Self::Up => vec!['\u{e013}'],
            Self::Alt(letter) => vec![ALT, letter],
        }
    }
}

impl Browser {
    /// Presses a key, wherever the focus is, and waits for the page that this leads to, where it does.
    #[track_caller]
    pub fn key(&self, key: Key) {
        let code = key.code();
        let down = code.iter().map(|part| json!({ "type": "keyDown", "value": part }));
        let up = code.iter().rev().map(|part| json!({ "type": "keyUp", "value": part }));
        let actions: Vec<_> = down.chain(up).collect();
        let keyboard = json!([{ "type": "key", "id": "keyboard", "actions": actions }]);
        let presses = || drop(self.session.post("actions", &json!({ "actions": keyboard })));
        match self.meant(key) {
            Some((element, act)) => self.acting_on(&element, act, presses),
            None => presses(),
        }
        self.took(Effort::keys(1));
    }

    /// The element that a key does something to, where it may lead to another page.
    fn meant(&self, key: Key) -> Option<(Element, Act)> {
        match key {
            Key::Enter => Some((self.focused(), Act::Enter)),
            Key::Space => Some((self.focused(), Act::Space)),
            Key::Alt(letter) => Some((self.with_access_key(letter)?, Act::Click)),
            Key::Tab | Key::ShiftTab | Key::Escape | Key::Down | Key::Up => None,
        }
    }

    /// Writes where the focus is.
    #[track_caller]
    pub fn write_there(&self, text: &str) {
        let element = self.focused();
        self.write(&element, text);
        self.took(Effort::letters(text));
    }

    /// Where the focus is.
    #[track_caller]
    pub fn focus(&self) -> Focus {
        let element = self.focused();
        Focus {
            role: self.session.text(&element.path("computedrole")),
            name: self.session.text(&element.path("computedlabel")),
            is_visible: self.session.run(RING, &json!([element.json()])) == true,
        }
    }

    /// Presses Tab until the element with this name has the focus; what had it on the way, that one included.
    ///
    /// # Panics
    /// Where it can't be reached in a hundred steps, or the focus can't be seen on the way.
    #[track_caller]
    pub fn tab_to(&self, name: &str) -> Vec<Focus> {
        const STEPS: usize = 100;
        let mut way = Vec::new();
        while way.last().is_none_or(|focus: &Focus| focus.name != name) {
            assert!(way.len() < STEPS, "`{name}` can't be reached by Tab: {way:#?}");
            self.key(Key::Tab);
            let focus = self.focus();
            assert!(focus.is_visible, "it can't be seen that {focus:?} has the focus");
            way.push(focus);
        }
        way
    }

    fn with_access_key(&self, letter: char) -> Option<Element> {
        let script = "return [...document.querySelectorAll('[accesskey]')].filter((one) => one.accessKey === arguments[0])";
        Element::all(&self.session.run(script, &json!([letter]))).pop()
    }

    fn focused(&self) -> Element {
        Element::of(self.session.get("element/active"))
    }
}
