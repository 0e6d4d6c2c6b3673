//! A session of WebDriver, as W3C describes it: JSON over HTTP, by the HTTP client that tests have anyway.

use serde_json::{Value, json};
use std::env;
use std::time::Duration;
use ureq::Agent;

/// Longer than WebDriver's own, so that it is the driver that says what it waited for.
const PATIENCE: Duration = Duration::from_secs(60);
const PAGE_PATIENCE: Duration = Duration::from_secs(30);

/// An open session, which is closed when this value is dropped.
pub(super) struct Session {
    agent: Agent,
    url: String,
}

/// What `cargo xtask test` says of the browser.
#[track_caller]
pub(super) fn told(variable: &str) -> String {
    env::var(variable).unwrap_or_else(|_| {
        panic!("there is no browser to test with: run `cargo xtask test`, which starts one, or `cargo xtask browser -- cargo test …`")
    })
}

impl Session {
    /// Opens one.
    #[track_caller]
    pub(super) fn open(capabilities: &Value) -> Self {
        let driver = told("MOTCUA_TEST_BROWSER");
        let config = Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE));
        let mut session = Self { agent: config.build().into(), url: format!("{driver}/session") };
        let opened = session.post("", &json!({ "capabilities": { "alwaysMatch": capabilities } }));
        let id = opened["sessionId"].as_str().expect("a session has an id");
        session.url = format!("{}/{id}", session.url);
        let patience = u64::try_from(PAGE_PATIENCE.as_millis()).expect("a short time");
        session.post("timeouts", &json!({ "pageLoad": patience, "script": patience, "implicit": 0 }));
        session
    }

    /// What a GET answers.
    #[track_caller]
    pub(super) fn get(&self, path: &str) -> Value {
        self.asked(path).unwrap_or_else(|why| panic!("{path}: {why}"))
    }

    /// The same where it may fail; why, in the driver's words.
    pub(super) fn asked(&self, path: &str) -> Result<Value, String> {
        value(self.agent.get(self.at(path)).call())
    }

    /// The same, where it is a text.
    #[track_caller]
    pub(super) fn text(&self, path: &str) -> String {
        self.get(path).as_str().unwrap_or_else(|| panic!("{path} is no text")).to_owned()
    }

    /// What a POST answers.
    #[track_caller]
    pub(super) fn post(&self, path: &str, body: &Value) -> Value {
        value(self.agent.post(self.at(path)).send_json(body)).unwrap_or_else(|why| panic!("{path}: {why}"))
    }

    /// What the body of a function returns. It runs where the page's own scripts may not.
    #[track_caller]
    pub(super) fn run(&self, script: &str, arguments: &Value) -> Value {
        self.post("execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// What Chromium's developer tools answer to a command.
    #[track_caller]
    pub(super) fn tools(&self, command: &str, parameters: &Value) -> Value {
        self.post("goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    fn at(&self, path: &str) -> String {
        if path.is_empty() { self.url.clone() } else { format!("{}/{path}", self.url) }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A driver that is gone has taken its browsers with it.
        drop(self.agent.delete(&self.url).call());
    }
}

/// The answer's value, or what went wrong in the driver's words.
fn value(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Value, String> {
    let mut response = answer.map_err(|why| why.to_string())?;
    let mut body: Value = response.body_mut().read_json().map_err(|why| why.to_string())?;
    let value = body["value"].take();
    if response.status().is_success() {
        return Ok(value);
    }
    let words =
        |key: &str| value[key].as_str().unwrap_or_default().lines().next().unwrap_or_default().to_owned();
    Err(format!("{}: {}", words("error"), words("message")))
}

/// The texts in an answer.
pub(super) fn texts(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect()
}
