//! A browser without a screen, for what no page shows: forms without a token, sent twice, or for a dossier that has changed.

use super::answer::Answer;
use super::client::Client;
use super::ground::{PASSWORD, username};
use kernel::Role;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Somebody who opens pages and sends forms, with the cookies they were given.
pub struct Visitor {
    client: Client,
    cookies: RefCell<BTreeMap<(String, String), String>>,
}

/// A form as a page shows it: where it is sent, and what it hides.
#[derive(Debug, Clone)]
pub struct FormSeen {
    /// Where it is sent.
    pub action: String,
    /// What it hides: names and values.
    pub hidden: Vec<(String, String)>,
}

impl Visitor {
    /// Somebody who has no cookies yet.
    pub fn new(url: &str) -> Self {
        Self { client: Client::new(url), cookies: RefCell::default() }
    }

    /// The same with one more header on every request.
    #[must_use]
    pub fn with_header(self, name: &str, value: &str) -> Self {
        Self { client: self.client.with_header(name, value), ..self }
    }

    /// Signs in as the ground's member of staff with this role at this agency.
    ///
    /// # Panics
    /// Where that isn't possible.
    #[track_caller]
    pub fn sign_in(self, role: Role, agency: &str) -> Self {
        let fields = [("/username", username(role, agency)), ("/password", PASSWORD.to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.send("/dang-nhap", &fields).is(303);
        self
    }

    /// Opens a page.
    #[track_caller]
    pub fn get(&self, path: &str) -> Answer {
        let call = self.client.call("GET", path).header("Cookie", &self.cookies_for(path));
        self.kept(call.send())
    }

    /// Sends fields as they are, to an address that may have a query.
    #[track_caller]
    pub fn post(&self, path: &str, fields: &[(String, String)]) -> Answer {
        let call = self.client.call("POST", path).header("Cookie", &self.cookies_for(path));
        let call = call.header("Content-Type", "application/x-www-form-urlencoded");
        self.kept(call.body(encoded(fields)).send())
    }

    /// Opens a page, fills its form in and sends it.
    #[track_caller]
    pub fn send(&self, page: &str, fields: &[(&str, &str)]) -> Answer {
        let form = self.form(page);
        self.post(&form.action.clone(), &form.filled(fields))
    }

    /// The form in the middle of a page.
    ///
    /// # Panics
    /// Where there is none.
    #[track_caller]
    pub fn form(&self, page: &str) -> FormSeen {
        FormSeen::of(&self.get(page).is(200).text)
    }

    fn cookies_for(&self, path: &str) -> String {
        let cookies = self.cookies.borrow();
        let sent = cookies.iter().filter(|((_, own), _)| path.starts_with(own.as_str()));
        sent.map(|((name, _), value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    fn kept(&self, answer: Answer) -> Answer {
        for cookie in answer.headers.get_all("set-cookie") {
            let cookie = cookie.to_str().expect("text");
            let mut parts = cookie.split(';').map(str::trim);
            let (name, value) = parts.next().and_then(|pair| pair.split_once('=')).expect("a cookie");
            let path = parts.find_map(|part| part.strip_prefix("Path=")).unwrap_or("/");
            let key = (name.to_owned(), path.to_owned());
            if value.is_empty() {
                self.cookies.borrow_mut().remove(&key);
            } else {
                self.cookies.borrow_mut().insert(key, value.to_owned());
            }
        }
        answer
    }
}

impl FormSeen {
    /// The form that posts something, in the middle of a page's HTML.
    ///
    /// # Panics
    /// Where there is none.
    #[track_caller]
    pub fn of(html: &str) -> Self {
        let main = html.find("<main").unwrap_or_default();
        let begin = html[main..].find("<form method=\"post\"").unwrap_or_else(|| panic!("no form: {html}"));
        let form = &html[main + begin..];
        let form = &form[..form.find("</form>").unwrap_or(form.len())];
        let action = attribute(form, "action").unwrap_or_default();
        let inputs = form.split("<input ").skip(1).map(|input| input.split('>').next().unwrap_or_default());
        let hidden = inputs.filter(|input| input.contains("type=\"hidden\""));
        let hidden = hidden.filter_map(|input| Some((attribute(input, "name")?, attribute(input, "value")?)));
        Self { action, hidden: hidden.collect() }
    }

    /// What is sent once these fields are filled in.
    pub fn filled(&self, fields: &[(&str, &str)]) -> Vec<(String, String)> {
        let own =
            self.hidden.iter().filter(|(name, _)| !fields.iter().any(|(field, _)| field == name)).cloned();
        own.chain(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))).collect()
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let value = tag.split_once(&format!("{name}=\""))?.1.split('"').next()?;
    Some(value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
}

fn encoded(fields: &[(String, String)]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(fields).finish()
}
