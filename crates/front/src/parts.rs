//! Small parts of a page.

use crate::form::{Fault, place_of};
use crate::frame::Link;
use kernel::{Lang, Said};
use maud::{Markup, html};

/// How something is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As it is.
    Plain,
    /// All is well.
    Good,
    /// Needs a look.
    Warn,
    /// Is wrong, or late.
    Bad,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Tone::Plain => "plain",
            Tone::Good => "good",
            Tone::Warn => "warn",
            Tone::Bad => "bad",
        }
    }
}

/// A word in a coloured box; the colour adds nothing that the word doesn't say.
pub fn tag(tone: Tone, text: &str) -> Markup {
    html! { strong.tag.(tone.class()) { (text) } }
}

/// What has just happened.
pub fn banner(tone: Tone, text: &Markup) -> Markup {
    html! { div.banner.(tone.class()) role="status" { (text) } }
}

/// That something is done, with the number to keep.
pub fn confirmation(title: &str, content: &Markup) -> Markup {
    html! { div.confirmation role="status" { h1 { (title) } (content) } }
}

/// Something to heed.
pub fn warning(lang: Lang, text: &Markup) -> Markup {
    let heed = Said { vi: "Lưu ý", en: "Warning" }.to(lang);
    html! { div.warning { span.sign aria-hidden="true" { "!" } div { strong.unseen { (heed) ": " } (text) } } }
}

/// Something set apart.
pub fn inset(content: &Markup) -> Markup {
    html! { div.inset { (content) } }
}

/// What is wrong with a form, with links to its fields; nothing where nothing is.
pub fn error_summary(faults: &[Fault], lang: Lang) -> Markup {
    let title = Said { vi: "Cần sửa các mục sau", en: "There is a problem" }.to(lang);
    html! {
        @if !faults.is_empty() {
            div.errors role="alert" tabindex="-1" autofocus {
                h2 { (title) }
                ul {
                    @for fault in faults {
                        li {
                            @match &fault.name {
                                Some(name) => a href=(format!("#{}", place_of(name))) { (fault.text) },
                                None => (fault.text),
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Names with what they stand for; a row of nothing is left out.
pub fn pairs(rows: &[(&str, Markup)]) -> Markup {
    html! {
        dl.pairs {
            @for (name, value) in rows.iter().filter(|(_, value)| !value.0.is_empty()) {
                div { dt { (name) } dd { (value) } }
            }
        }
    }
}

/// What is to be done, each with how it stands.
pub fn task_list(rows: &[(Link, Markup)]) -> Markup {
    html! {
        ul.tasks {
            @for (link, standing) in rows { li { a href=(link.to) { (link.text) } span { (standing) } } }
        }
    }
}

/// What most readers needn't read.
pub fn details(summary: &str, content: &Markup) -> Markup {
    html! { details { summary { (summary) } div { (content) } } }
}

/// A link.
pub fn link(link: &Link) -> Markup {
    html! { a href=(link.to) { (link.text) } }
}

/// The button that sends a form.
pub fn button(text: &str) -> Markup {
    html! { button type="submit" data-once { (text) } }
}

/// What can be done from here, the likeliest first.
pub fn actions(links: &[Link]) -> Markup {
    html! {
        @if !links.is_empty() {
            ul.actions {
                @for (place, link) in links.iter().enumerate() {
                    li { a.action.main[place == 0] href=(link.to) { (link.text) } }
                }
            }
        }
    }
}
