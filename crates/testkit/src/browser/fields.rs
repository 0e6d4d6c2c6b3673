//! What people do with a form and with links.

use super::find::{Element, Kind};
use super::{Browser, Effort};
use serde_json::json;
use std::path::Path;

impl Browser {
    /// Writes into the field with this label, in place of what stood there.
    #[track_caller]
    pub fn fill(&self, label: &str, text: &str) {
        let field = self.find(Kind::Field, label, None);
        self.session.post(&field.path("clear"), &json!({}));
        self.write(&field, text);
        self.took(Effort::clicks(1) + Effort::letters(text));
    }

    /// Chooses from the list with this label, or from the group with this legend.
    #[track_caller]
    pub fn choose(&self, label: &str, option: &str) {
        let field = self.find(Kind::Field, label, None);
        let option = self.find(Kind::Option, option, Some(&field));
        self.click(&option);
        let is_list = self.session.text(&field.path("name")) == "select";
        self.took(Effort::clicks(if is_list { 2 } else { 1 }));
    }

    /// Ticks the box with this label, or takes the tick away.
    #[track_caller]
    pub fn tick(&self, label: &str) {
        let field = self.find(Kind::Field, label, None);
        self.click(&field);
        self.took(Effort::clicks(1));
    }

    /// Hands a file to the field with this label: a click, and one more in the window that opens.
    #[track_caller]
    pub fn upload(&self, label: &str, file: &Path) {
        let field = self.find(Kind::Field, label, None);
        self.write(&field, &file.canonicalize().expect("the file is there").display().to_string());
        self.took(Effort::clicks(2));
    }

    /// What stands in the field with this label.
    #[track_caller]
    pub fn value_of(&self, label: &str) -> String {
        let field = self.find(Kind::Field, label, None);
        self.session.text(&field.path("property/value"))
    }

    /// Presses the button with this text, and waits for the page that this leads to, where it does.
    #[track_caller]
    pub fn press(&self, text: &str) {
        let button = self.find(Kind::Button, text, None);
        self.click(&button);
        self.took(Effort::clicks(1));
    }

    /// Follows the link with this text, and waits for the page.
    #[track_caller]
    pub fn follow(&self, text: &str) {
        let link = self.find(Kind::Link, text, None);
        self.click(&link);
        self.took(Effort::clicks(1));
    }

    /// Types into an element.
    #[track_caller]
    pub(super) fn write(&self, element: &Element, text: &str) {
        self.session.post(&element.path("value"), &json!({ "text": text }));
    }
}
