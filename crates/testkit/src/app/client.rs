//! A client that speaks plain HTTP: what a test sends is what goes over the wire.

use super::answer::Answer;
use serde_json::Value;
use std::time::Duration;
use ureq::Agent;
use ureq::http::Request;
use ureq::http::request::Builder;

/// Someone who asks the server, with the headers that say who they are.
#[derive(Clone)]
pub struct Client {
    agent: Agent,
    url: String,
    headers: Vec<(String, String)>,
}

/// A request that is being put together.
pub struct Call<'a> {
    client: &'a Client,
    request: Builder,
    body: Option<Vec<u8>>,
}

const PATIENCE: Duration = Duration::from_secs(60);

impl Client {
    /// Somebody without an account at the server with this address.
    pub fn new(url: &str) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .allow_non_standard_methods(true)
            .timeout_global(Some(PATIENCE));
        Self { agent: config.build().into(), url: url.to_owned(), headers: Vec::new() }
    }

    /// The same with a bearer token.
    #[must_use]
    pub fn with_token(&self, token: &str) -> Self {
        self.with_header("Authorization", &format!("Bearer {token}"))
    }

    /// The same with one more header on every request.
    #[must_use]
    pub fn with_header(&self, name: &str, value: &str) -> Self {
        let mut client = self.clone();
        client.headers.push((name.to_owned(), value.to_owned()));
        client
    }

    /// Asks for a resource of the API (`procedures`), or for any address that begins with a slash.
    #[track_caller]
    pub fn get(&self, path: &str) -> Answer {
        self.call("GET", path).send()
    }

    /// Posts JSON to a resource of the API.
    #[track_caller]
    pub fn post(&self, path: &str, body: &Value) -> Answer {
        self.call("POST", path).json(body).send()
    }

    /// Begins a request.
    pub fn call(&self, method: &str, path: &str) -> Call<'_> {
        let api = if path.starts_with('/') { "" } else { "/api/v1/" };
        let request = Request::builder().method(method).uri(format!("{}{api}{path}", self.url));
        let request = self.headers.iter().fold(request, |request, (name, value)| request.header(name, value));
        Call { client: self, request, body: None }
    }
}

impl Call<'_> {
    /// With a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.request = self.request.header(name, value);
        self
    }

    /// With JSON as its body.
    #[must_use]
    pub fn json(self, body: &Value) -> Self {
        self.header("Content-Type", "application/json").body(body.to_string())
    }

    /// With these bytes as its body.
    #[must_use]
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// Sends it.
    ///
    /// # Panics
    /// Where no answer comes.
    #[track_caller]
    pub fn send(self) -> Answer {
        self.try_send().unwrap_or_else(|why| panic!("no answer: {why}"))
    }

    /// Sends it to a server that may be gone.
    ///
    /// # Errors
    /// No answer.
    pub fn try_send(self) -> Result<Answer, ureq::Error> {
        let agent = &self.client.agent;
        let response = match self.body {
            Some(body) => agent.run(self.request.body(body)?),
            None => agent.run(self.request.body(())?),
        };
        Answer::read(response?)
    }
}
