//! Feedback and hotlines: anyone raises something and reads what was answered; the agency's hotline answers.

pub(crate) mod answer;
pub(crate) mod hotlines;
pub(crate) mod one;
pub(crate) mod open;
pub(crate) mod published;
pub(crate) mod raise;

use crate::pages::words::{moment, prose};
use crate::wire::feedback::FeedbackOut;
use front::{Markup, html};
use kernel::Lang;

/// What was asked and what was answered, as anyone may read it.
fn answered(one: &FeedbackOut, lang: Lang) -> Markup {
    html! {
        p.faint { (one.agency_name) ", " (moment(one.answered_at.unwrap_or(one.raised_at), lang)) }
        @if let Some(question) = &one.published_question { (prose(question)) }
        @if let Some(answer) = &one.answer { div.inset { (prose(answer)) } }
    }
}
