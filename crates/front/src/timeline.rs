//! What has happened and what will, in order.

use maud::{Markup, html};

/// One thing that happened, or will.
#[derive(Debug, Clone)]
pub struct Moment {
    /// When, as it is read.
    pub when: String,
    /// What.
    pub what: Markup,
    /// Whether it is still to come.
    pub is_ahead: bool,
}

/// A timeline.
pub fn timeline(moments: &[Moment]) -> Markup {
    html! {
        ol.timeline {
            @for moment in moments {
                li.ahead[moment.is_ahead] { p.when { (moment.when) } div { (moment.what) } }
            }
        }
    }
}
