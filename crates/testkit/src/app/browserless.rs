//! Pages without a browser: cookies are kept, redirects followed, forms read from the page and sent as a browser would
//! without scripts.

mod html;

use super::TestApp;
use super::ground::{PASSWORD, username};
use html::{Form, forms, text_of};
use kernel::Role;
use std::cell::RefCell;
use std::collections::BTreeMap;
use ureq::Agent;
use ureq::http::{Method, Request, Response};

/// Somebody with a browser that runs no scripts.
pub struct Browserless {
    agent: Agent,
    url: String,
    headers: Vec<(String, String)>,
    cookies: RefCell<BTreeMap<Cookie, String>>,
}

/// A cookie's name, and the path that it is sent to.
type Cookie = (String, String);

/// A page, where the redirects ended; or the one answer that was asked for, and where it leads.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its status.
    pub status: u16,
    /// Its path and query.
    pub path: String,
    /// Its HTML.
    pub html: String,
}

/// A form as it is about to be sent.
#[derive(Debug, Clone)]
pub struct Sending {
    action: String,
    fields: Vec<(String, String)>,
}

impl TestApp {
    /// Somebody with a browser, not signed in.
    pub fn browserless(&self) -> Browserless {
        let config = Agent::config_builder().http_status_as_error(false).max_redirects(0);
        let agent = config.max_redirects_will_error(false).build().into();
        Browserless { agent, url: self.url().to_owned(), headers: Vec::new(), cookies: RefCell::default() }
    }

    /// Somebody with this role at this agency, signed in to the pages.
    ///
    /// # Panics
    /// Where they can't sign in.
    #[track_caller]
    pub fn at_the_pages(&self, role: Role, agency: &str) -> Browserless {
        let browser = self.browserless();
        let page = browser.sign_in(&username(role, agency), PASSWORD);
        assert_eq!(page.status, 200, "{}", page.html);
        browser
    }
}

impl Browserless {
    /// Signs in; the page that leads to.
    #[track_caller]
    pub fn sign_in(&self, name: &str, password: &str) -> Page {
        let form = self.get("/dang-nhap").form("/dang-nhap");
        self.send(&form.with("/username", name).with("/password", password))
    }

    /// Opens a page.
    #[track_caller]
    pub fn get(&self, path: &str) -> Page {
        self.ask(Method::GET, path, None)
    }

    /// The same, following no redirect: then the page's path is where it would have led.
    #[track_caller]
    pub fn get_once(&self, path: &str) -> Page {
        Page::of(self.once(Method::GET, path, None), path)
    }

    /// Sends a form.
    #[track_caller]
    pub fn send(&self, form: &Sending) -> Page {
        self.ask(Method::POST, &form.action, Some(form.body()))
    }

    /// The same, following no redirect.
    #[track_caller]
    pub fn send_once(&self, form: &Sending) -> Page {
        Page::of(self.once(Method::POST, &form.action, Some(form.body())), &form.action)
    }

    /// With one more header on every request.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    #[track_caller]
    fn ask(&self, method: Method, path: &str, body: Option<String>) -> Page {
        let mut response = self.once(method, path, body);
        let mut at = path.to_owned();
        while let Some(to) = led_on(&response) {
            response = self.once(Method::GET, &to, None);
            at = to;
        }
        Page::of(response, &at)
    }

    #[track_caller]
    fn once(&self, method: Method, path: &str, body: Option<String>) -> Response<ureq::Body> {
        let jar = self.cookies.borrow().clone();
        let sent = jar.iter().filter(|((_, own), _)| path.starts_with(own.as_str()));
        let cookies: Vec<String> = sent.map(|((name, _), value)| format!("{name}={value}")).collect();
        let request = Request::builder().method(method).uri(format!("{}{path}", self.url));
        let request = request.header("Cookie", cookies.join("; "));
        let request = request.header("Content-Type", "application/x-www-form-urlencoded");
        let request = self.headers.iter().fold(request, |request, (name, value)| request.header(name, value));
        let response = match body {
            Some(body) => self.agent.run(request.body(body).expect("a request")),
            None => self.agent.run(request.body(()).expect("a request")),
        };
        let response = response.unwrap_or_else(|why| panic!("no answer: {why}"));
        self.keep(&response);
        response
    }

    fn keep(&self, response: &Response<ureq::Body>) {
        for cookie in response.headers().get_all("set-cookie") {
            let mut parts = cookie.to_str().unwrap_or_default().split(';').map(str::trim);
            let (name, value) = parts.next().and_then(|pair| pair.split_once('=')).unwrap_or_default();
            let path = parts.find_map(|part| part.strip_prefix("Path=")).unwrap_or("/");
            self.cookies.borrow_mut().insert((name.to_owned(), path.to_owned()), value.to_owned());
        }
    }
}

fn led_on(response: &Response<ureq::Body>) -> Option<String> {
    let is_redirect = response.status().is_redirection();
    response.headers().get("location").filter(|_| is_redirect)?.to_str().ok().map(str::to_owned)
}

impl Page {
    fn of(mut response: Response<ureq::Body>, asked: &str) -> Self {
        let status = response.status().as_u16();
        let path = led_on(&response).unwrap_or_else(|| asked.to_owned());
        // What isn't text is nothing that a page says.
        let html = response.body_mut().read_to_vec().unwrap_or_else(|why| panic!("no page: {why}"));
        Self { status, path, html: String::from_utf8_lossy(&html).into_owned() }
    }

    /// The same page, if its status is this one.
    ///
    /// # Panics
    /// Where it is another one, with the page.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}: {}", self.path, self.html);
        self
    }

    /// The same page, if this stands on it.
    ///
    /// # Panics
    /// Where it doesn't, with the page.
    #[track_caller]
    pub fn says(self, text: &str) -> Self {
        assert!(self.has(text), "{}: no `{text}` in {}", self.path, self.html);
        self
    }

    /// Whether this stands on it.
    pub fn has(&self, text: &str) -> bool {
        html::unescaped(&self.html).contains(text)
    }

    /// What is said to be wrong with a field; empty where nothing is.
    pub fn fault(&self, field: &str) -> String {
        text_of(&self.html, &format!("id=\"{field}-fault\""))
    }

    /// What stands in the one element with these attributes.
    pub fn text_of(&self, attributes: &str) -> String {
        text_of(&self.html, attributes)
    }

    /// The form that is sent to this address, as it stands there.
    ///
    /// # Panics
    /// Where there is none, with those that there are.
    #[track_caller]
    pub fn form(&self, action: &str) -> Sending {
        let all = forms(&self.html);
        let found = all.iter().find(|form| form.action == action);
        let Form { action, fields } = found.unwrap_or_else(|| {
            let there: Vec<&str> = all.iter().map(|form| form.action.as_str()).collect();
            panic!("{}: no form to {action}, but {there:?} in {}", self.path, self.html)
        });
        Sending { action: action.clone(), fields: fields.clone() }
    }
}

impl Sending {
    fn body(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.fields).finish()
    }

    /// The same with a field filled in, in place of what stood there.
    #[must_use]
    pub fn with(self, name: &str, value: &str) -> Self {
        self.without(name).also(name, value)
    }

    /// The same with one more chosen.
    #[must_use]
    pub fn also(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same without anything in a field.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self
    }

    /// Where it is sent.
    pub fn action(&self) -> &str {
        &self.action
    }

    /// The same, sent elsewhere.
    #[must_use]
    pub fn to(mut self, action: &str) -> Self {
        action.clone_into(&mut self.action);
        self
    }

    /// What stands in a field; empty where nothing does.
    pub fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// Everything that was chosen of a field.
    pub fn values(&self, name: &str) -> Vec<&str> {
        self.fields.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect()
    }
}
