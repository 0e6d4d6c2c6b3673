#![doc = include_str!("../README.md")]

mod assets;
mod field;
mod form;
mod frame;
mod parts;
mod table;
mod timeline;

pub use assets::{Asset, ICON, SCRIPT, STYLE};
pub use field::{Choice, Field};
pub use form::{Fault, Form, Seal, Typed};
pub use frame::{Frame, Link, document};
pub use maud::{Markup, html};
pub use parts::{
    Tone, actions, banner, button, confirmation, details, error_summary, inset, link, pairs, tag, task_list,
    warning,
};
pub use table::{Row, table};
pub use timeline::{Moment, timeline};
