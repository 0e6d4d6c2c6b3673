//! Whoever opens a page: their language, their session, and what the forms shown to them must bear.

use crate::app::{App, blocking};
use crate::auth::{Right, in_a_browser};
use crate::http::{Problem, language};
use crate::keys::random;
use crate::pages::places::places;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use front::{Form, Frame, Markup, Seal, Typed, document, html};
use kernel::{Lang, Staff};
use std::future::{Future, Ready, ready};
use std::pin::Pin;
use store::accounts::Account;
use uuid::Uuid;

/// The cookie of a session: a token that opens it.
pub(crate) const SESSION: &str = "phien";
/// The cookie of a secret: sent to the pages alone that it opens.
pub(crate) const SECRET: &str = "ma";
/// The cookie of a browser without a session, so that its forms are its own.
const GUEST: &str = "khach";

/// A browser that asks for a page, whoever sits before it.
#[derive(Clone)]
pub(crate) struct Visit {
    /// The language of the page.
    pub(crate) lang: Lang,
    /// The path that was asked for.
    pub(crate) path: String,
    /// The account that is signed in, on pages that ask who it is.
    pub(crate) account: Option<Account>,
    /// What the forms of this browser bear.
    token: String,
    /// What they are bound to.
    bound: String,
    /// A cookie to be kept, where it has none yet.
    guest: Option<String>,
    is_secure: bool,
    app: web::Data<App>,
}

/// A member of staff with a right, in a browser.
#[derive(Clone)]
pub(crate) struct By<R> {
    /// The right, with who has it.
    pub(crate) right: R,
    /// Their browser.
    pub(crate) visit: Visit,
}

/// The value of a cookie.
pub(super) fn cookie(request: &HttpRequest, name: &str) -> Option<String> {
    request.cookie(name).map(|cookie| cookie.value().to_owned()).filter(|value| !value.is_empty())
}

/// What the forms of this browser are bound to: its session, or that it is the same browser.
pub(super) fn bound_to(request: &HttpRequest) -> Option<String> {
    cookie(request, SESSION).or_else(|| cookie(request, GUEST))
}

impl Visit {
    fn of(request: &HttpRequest) -> Result<Self, Problem> {
        let app = request.app_data::<web::Data<App>>().cloned();
        let app = app.ok_or_else(|| Problem::Fault("no app".to_owned()))?;
        let known = bound_to(request);
        let guest = if known.is_none() { Some(fresh()?) } else { None };
        let bound = known.or_else(|| guest.clone()).unwrap_or_default();
        Ok(Self {
            lang: language::of(request.headers()),
            path: request.uri().path_and_query().map_or_else(String::new, ToString::to_string),
            account: None,
            token: app.keys.form_token(&bound),
            bound,
            guest,
            is_secure: is_secure(&app),
            app,
        })
    }

    /// The words in the page's language.
    pub(crate) fn say(&self, vi: &'static str, en: &'static str) -> &'static str {
        kernel::Said { vi, en }.to(self.lang)
    }

    /// The account as it acts, where one is signed in.
    pub(crate) fn staff(&self) -> Option<Staff> {
        self.account.as_ref().map(Account::staff)
    }

    /// What stands around a page called `title`.
    pub(crate) fn frame(&self, title: impl Into<String>) -> Frame {
        let leave = self.account.as_ref().map(|_| {
            self.form(Typed::default())
                .to("/dang-xuat", &html! { button type="submit" { (self.say("Đăng xuất", "Sign out")) } })
        });
        Frame {
            lang: self.lang,
            title: title.into(),
            places: places(self),
            who: self.account.as_ref().map(|account| account.name.clone()),
            leave,
            is_wide: self.account.is_some(),
            ..Frame::default()
        }
    }

    /// An empty form, or one with what is proposed.
    pub(crate) fn form(&self, typed: Typed) -> Form {
        let seal =
            Seal { token: self.token.clone(), key: self.app.clock.id().to_string(), ..Seal::default() };
        Form { lang: self.lang, seal, typed, faults: Vec::new() }
    }

    /// The same for something new, which will be kept under an id of ours: the one it was given before, or a fresh one.
    pub(crate) fn form_for_new(&self, typed: Typed, future: Option<Uuid>) -> Form {
        let id = future.unwrap_or_else(|| self.app.clock.id());
        let mut form = self.form(typed);
        form.seal.future =
            Some(format!("{id}.{}", self.app.keys.form_token(&format!("{}.{id}", self.bound))));
        form
    }

    /// The same for a version of what it changes.
    pub(crate) fn form_for(&self, typed: Typed, version: impl Into<Option<i64>>) -> Form {
        let mut form = self.form(typed);
        form.seal.version = version.into();
        form
    }

    /// The page.
    pub(crate) fn show(&self, frame: &Frame, content: &Markup) -> HttpResponse {
        self.show_as(StatusCode::OK, frame, content)
    }

    /// The page, with another status.
    pub(crate) fn show_as(&self, status: StatusCode, frame: &Frame, content: &Markup) -> HttpResponse {
        let mut response = HttpResponse::build(status);
        if let Some(guest) = &self.guest {
            response.cookie(self.cookie(GUEST, guest.clone(), "/"));
        }
        response.content_type("text/html; charset=utf-8").body(document(frame, content).into_string())
    }

    /// A page with a form, below what is wrong with it.
    pub(crate) fn show_form(
        &self,
        status: StatusCode,
        frame: &Frame,
        form: &Form,
        content: &Markup,
    ) -> HttpResponse {
        let frame = Frame { is_faulty: !form.faults.is_empty(), ..frame.clone() };
        self.show_as(status, &frame, &html! { (form.summary()) (content) })
    }

    /// Leads on to the pages at `address`, for which the browser keeps their secret.
    ///
    /// # Errors
    /// A secret that can't be a cookie's value.
    pub(crate) fn see_with(&self, address: &str, secret: &str) -> Result<HttpResponse, Problem> {
        let mut response = see(address);
        self.keep(&mut response, address, secret)?;
        Ok(response)
    }

    /// The browser keeps the secret of the pages at `address`.
    ///
    /// # Errors
    /// A secret that can't be a cookie's value.
    pub(crate) fn keep(
        &self,
        response: &mut HttpResponse,
        address: &str,
        secret: &str,
    ) -> Result<(), Problem> {
        let secret: String = secret.chars().filter(char::is_ascii_alphanumeric).collect();
        let cookie = self.cookie(SECRET, secret, address);
        response.add_cookie(&cookie).map_err(|why| Problem::Fault(why.to_string()))
    }

    /// A cookie that scripts can't read and other sites can't send with a form.
    pub(crate) fn cookie(&self, name: &'static str, value: String, path: &str) -> Cookie<'static> {
        let cookie = Cookie::build(name, value).path(path.to_owned()).http_only(true);
        cookie.same_site(SameSite::Lax).secure(self.is_secure).finish()
    }
}

/// Cookies go over TLS alone where the site is found by it.
fn is_secure(app: &App) -> bool {
    app.config.notices.site.starts_with("https:")
}

fn fresh() -> Result<String, Problem> {
    let bytes: [u8; 16] = random().map_err(|why| Problem::Fault(why.to_string()))?;
    Ok(data_encoding::BASE64URL_NOPAD.encode(&bytes))
}

impl FromRequest for Visit {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Visit::of(request))
    }
}

impl<R: Right> FromRequest for By<R> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let visit = Visit::of(request);
        let session = cookie(request, SESSION).ok_or(Problem::SignIn);
        Box::pin(async move {
            let (visit, session) = (visit?, session?);
            let (account, _) = blocking(visit.app.clone(), move |app| in_a_browser(app, &session)).await?;
            let right = R::of(account.staff())?;
            // The pages of the offices are in Vietnamese, whatever the browser prefers (docs/decisions/0012).
            Ok(Self { right, visit: Visit { account: Some(account), lang: Lang::Vi, ..visit } })
        })
    }
}

/// Leads on to another page.
pub(crate) fn see(address: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((actix_web::http::header::LOCATION, address)).finish()
}
