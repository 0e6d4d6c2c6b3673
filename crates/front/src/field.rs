//! One field of a form: label, hint, fault, input.

use crate::form::{Form, place_of};
use maud::{Markup, html};
use std::borrow::Cow;

/// A field, made step by step and shown by one of the methods that return [`Markup`].
#[derive(Debug, Clone)]
pub struct Field<'a> {
    form: &'a Form,
    name: Cow<'a, str>,
    label: Cow<'a, str>,
    of: Option<&'a str>,
    hint: Option<Cow<'a, str>>,
    autocomplete: Option<&'a str>,
    inputmode: Option<&'a str>,
    max: Option<usize>,
    width: &'a str,
    is_wanted: bool,
}

/// One of what can be chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What it is called.
    pub text: String,
    /// What helps to choose.
    pub hint: Option<String>,
}

impl Choice {
    /// A choice without a hint.
    pub fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Self { value: value.into(), text: text.into(), hint: None }
    }
}

impl<'a> Field<'a> {
    /// The field of this name.
    pub fn new(form: &'a Form, name: impl Into<Cow<'a, str>>, label: impl Into<Cow<'a, str>>) -> Self {
        Self {
            form,
            name: name.into(),
            label: label.into(),
            of: None,
            hint: None,
            autocomplete: None,
            inputmode: None,
            max: None,
            width: "",
            is_wanted: false,
        }
    }

    /// What it is a field of, where several of the same label stand on a page: read out with the label, not shown.
    #[must_use]
    pub fn of(mut self, what: &'a str) -> Self {
        self.of = Some(what);
        self
    }

    /// What helps to fill it in.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Cow<'a, str>>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// What the browser may fill in by itself.
    #[must_use]
    pub fn autocomplete(mut self, what: &'a str) -> Self {
        self.autocomplete = Some(what);
        self
    }

    /// Digits: phones show a number pad.
    #[must_use]
    pub fn digits(mut self) -> Self {
        self.inputmode = Some("numeric");
        self.width = "short";
        self
    }

    /// At most so many characters.
    #[must_use]
    pub fn max(mut self, characters: usize) -> Self {
        self.max = Some(characters);
        self
    }

    /// Where typing begins.
    #[must_use]
    pub fn first(mut self) -> Self {
        self.is_wanted = true;
        self
    }

    /// One line of text.
    pub fn line(&self) -> Markup {
        self.of_type("text")
    }

    /// A password.
    pub fn password(&self) -> Markup {
        self.framed(&html! {
            input type="password" id=(self.id()) name=(self.name) autocomplete=[self.autocomplete]
                aria-describedby=[self.described()] aria-invalid=[self.invalid()];
        })
    }

    /// A phone number.
    pub fn phone(&self) -> Markup {
        self.of_type("tel")
    }

    /// An e-mail address.
    pub fn email(&self) -> Markup {
        self.of_type("email")
    }

    /// A day.
    pub fn day(&self) -> Markup {
        self.of_type("date")
    }

    /// A day and a time of day.
    pub fn moment(&self) -> Markup {
        self.of_type("datetime-local")
    }

    /// Text of several lines.
    pub fn text(&self, rows: u8) -> Markup {
        self.framed(&html! {
            textarea id=(self.id()) name=(self.name) rows=(rows) maxlength=[self.max] autofocus[self.is_wanted && self.form.faults.is_empty()]
                aria-describedby=[self.described()] aria-invalid=[self.invalid()] {
                // A line break right after the tag is dropped by browsers; this one stands for it.
                "\n" (self.value())
            }
        })
    }

    /// A file. One that is there already goes along unless another is chosen, and `there` says so.
    pub fn file(&self, accept: &str, there: &str) -> Markup {
        html! {
            @if !self.value().is_empty() {
                input type="hidden" name=(self.name) value=(self.value());
                p.hint { (there) }
            }
            (self.framed(&html! {
                input type="file" id=(self.id()) name=(self.name) accept=(accept)
                    aria-describedby=[self.described()] aria-invalid=[self.invalid()];
            }))
        }
    }

    /// One of several, folded up.
    pub fn select(&self, choices: &[Choice]) -> Markup {
        self.framed(&html! {
            select id=(self.id()) name=(self.name) autofocus[self.is_wanted && self.form.faults.is_empty()]
                aria-describedby=[self.described()] aria-invalid=[self.invalid()] {
                @for choice in choices {
                    option value=(choice.value) selected[self.form.typed.has(&self.name, &choice.value)] { (choice.text) }
                }
            }
        })
    }

    /// One of several, all in sight.
    pub fn radios(&self, choices: &[Choice]) -> Markup {
        self.grouped("radio", choices)
    }

    /// Any of several.
    pub fn checks(&self, choices: &[Choice]) -> Markup {
        self.grouped("checkbox", choices)
    }

    /// A single tick: yes.
    pub fn tick(&self) -> Markup {
        self.tick_of("true")
    }

    /// A single tick, which stands for `value`.
    pub fn tick_of(&self, value: &str) -> Markup {
        html! {
            div.field.wrong[self.form.fault(&self.name).is_some()] {
                div.choice {
                    input type="checkbox" id=(self.id()) name=(self.name) value=(value)
                        checked[self.form.typed.has(&self.name, value)]
                        aria-describedby=[self.described()] aria-invalid=[self.invalid()];
                    label for=(self.id()) { (self.label) }
                    (self.helped())
                }
            }
        }
    }

    fn grouped(&self, kind: &str, choices: &[Choice]) -> Markup {
        html! {
            fieldset.field.wrong[self.form.fault(&self.name).is_some()] aria-describedby=[self.described()] {
                legend { (self.label) }
                (self.helped())
                @for (place, choice) in choices.iter().enumerate() {
                    // The first bears the field's own id: that is where the error summary leads.
                    @let id = if place == 0 { self.id().to_owned() } else { format!("{}-{place}", self.id()) };
                    div.choice {
                        input type=(kind) id=(id) name=(self.name) value=(choice.value)
                            checked[self.form.typed.has(&self.name, &choice.value)];
                        label for=(id) { (choice.text) @if let Some(hint) = &choice.hint { span.hint { (hint) } } }
                    }
                }
            }
        }
    }

    fn of_type(&self, kind: &str) -> Markup {
        self.framed(&html! {
            input class=[(!self.width.is_empty()).then_some(self.width)] type=(kind) id=(self.id()) name=(self.name)
                value=(self.value()) autocomplete=[self.autocomplete] inputmode=[self.inputmode] maxlength=[self.max]
                autofocus[self.is_wanted && self.form.faults.is_empty()] aria-describedby=[self.described()] aria-invalid=[self.invalid()];
        })
    }

    fn framed(&self, input: &Markup) -> Markup {
        html! {
            div.field.wrong[self.form.fault(&self.name).is_some()] {
                label for=(self.id()) {
                    (self.label)
                    @if let Some(what) = self.of { span.unseen { " (" (what) ")" } }
                }
                (self.helped())
                (input)
            }
        }
    }

    fn helped(&self) -> Markup {
        html! {
            @if let Some(hint) = &self.hint { p.hint id=(format!("{}-hint", self.id())) { (hint) } }
            @if let Some(fault) = self.form.fault(&self.name) {
                p.fault id=(format!("{}-fault", self.id())) { (fault) }
            }
        }
    }

    fn id(&self) -> &str {
        place_of(&self.name)
    }

    fn value(&self) -> &str {
        self.form.typed.get(&self.name).unwrap_or_default()
    }

    fn described(&self) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id()));
        let fault = self.form.fault(&self.name).map(|_| format!("{}-fault", self.id()));
        let ids: Vec<String> = hint.into_iter().chain(fault).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn invalid(&self) -> Option<&'static str> {
        self.form.fault(&self.name).map(|_| "true")
    }
}
