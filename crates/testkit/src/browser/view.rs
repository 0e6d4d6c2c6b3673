//! What kind of screen a person sits before, and how they like it.

use super::session::Session;
use serde_json::{Value, json};
use std::fmt;

/// A screen, light or dark, with scripts allowed or not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct View {
    width: u32,
    height: u32,
    is_phone: bool,
    is_dark: bool,
    runs_scripts: bool,
}

/// Runs as root and without a network of its own, keeps quiet.
const ARGUMENTS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

/// For a message or a file's name: `phone-dark`.
impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_phone { "phone" } else { "desktop" })?;
        f.write_str(if self.is_dark { "-dark" } else { "-light" })?;
        f.write_str(if self.runs_scripts { "" } else { "-without-scripts" })
    }
}

impl View {
    /// A desk's screen.
    pub fn desktop() -> Self {
        Self { width: 1280, height: 800, is_phone: false, is_dark: false, runs_scripts: true }
    }

    /// A small phone: 360 × 740 CSS pixels, with touch.
    pub fn phone() -> Self {
        Self { width: 360, height: 740, is_phone: true, ..Self::desktop() }
    }

    /// The same for someone who prefers dark colours.
    #[must_use]
    pub fn dark(self) -> Self {
        Self { is_dark: true, ..self }
    }

    /// The same where pages' scripts don't run.
    #[must_use]
    pub fn without_scripts(self) -> Self {
        Self { runs_scripts: false, ..self }
    }

    /// Each screen by each liking.
    pub fn all() -> [Self; 4] {
        [Self::desktop(), Self::desktop().dark(), Self::phone(), Self::phone().dark()]
    }

    /// Whether it is a phone on which pages' scripts don't run.
    pub(super) fn is_tapped_without_scripts(self) -> bool {
        self.is_phone && !self.runs_scripts
    }

    /// How wide it is, in CSS pixels.
    pub(super) fn width(self) -> u32 {
        self.width
    }

    /// What is asked of the driver. The profile is the driver's own affair: a fresh one for each session.
    pub(super) fn capabilities(self) -> Value {
        let size = format!("--window-size={},{}", self.width, self.height);
        let arguments: Vec<&str> = ARGUMENTS.into_iter().chain([size.as_str()]).collect();
        let mut options = json!({ "args": arguments, "prefs": { "intl.accept_languages": "vi,en" } });
        if self.is_phone {
            let screen =
                json!({ "width": self.width, "height": self.height, "pixelRatio": 2, "touch": true });
            options["mobileEmulation"] = json!({ "deviceMetrics": screen });
        }
        json!({
            "browserName": "chrome",
            "unhandledPromptBehavior": "accept",
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": options,
        })
    }

    /// What only an open session can be told.
    pub(super) fn put_on(self, session: &Session) {
        let scheme = if self.is_dark { "dark" } else { "light" };
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        session.tools("Emulation.setEmulatedMedia", &json!({ "features": features }));
        self.let_scripts_run(session, false);
    }

    /// Lets scripts run where they mayn't, for as long as a test needs one of its own that takes its time.
    pub(super) fn let_scripts_run(self, session: &Session, anyway: bool) {
        let value = !(self.runs_scripts || anyway);
        session.tools("Emulation.setScriptExecutionDisabled", &json!({ "value": value }));
    }
}
