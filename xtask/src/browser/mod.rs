//! A Chromium of our own, driven by WebDriver, for as long as we run.

mod axe;
mod beside;
mod private;

pub(crate) use beside::beside;
pub(crate) use private::Private;
