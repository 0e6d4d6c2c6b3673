//! A draft, held by whoever has its secret: a cookie that is sent to its pages alone.

use crate::app::{App, blocking};
use crate::http::Problem;
use crate::http::limits::client;
use crate::pages::visit::cookie;
use crate::pages::{Sent, Visit, found};
use crate::wire::submission::SubmissionIn;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};
use catalog::Version;
use front::{Fault, Frame, Link, Typed};
use kernel::{DossierId, Lang};
use std::future::{Ready, ready};
use std::sync::Arc;
use store::drafts::{Draft, draft, save};
use uuid::Uuid;

/// The cookie with the secret.
const SECRET: &str = "ma";

/// Who holds the draft that an address names. The secret is its own: that has been checked, that there is such a draft hasn't.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Drafting(pub(crate) DossierId);

/// A draft with what it is for.
pub(super) struct Open {
    pub(super) draft: Draft,
    pub(super) typed: Typed,
    pub(super) version: Arc<Version>,
}

/// Each such request is counted among the look-ups: no door is for trying secrets out.
impl FromRequest for Drafting {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(drafting(request))
    }
}

fn drafting(request: &HttpRequest) -> Result<Drafting, Problem> {
    let app = request.app_data::<web::Data<App>>().ok_or_else(|| Problem::Fault("no app".to_owned()))?;
    app.limits.look_up.count(&client(app, request))?;
    let named = request.match_info().get("draft").unwrap_or_default();
    let id = Uuid::try_parse(named).map(DossierId).map_err(|_| Problem::NotFound)?;
    let secret = cookie(request, SECRET).unwrap_or_default();
    if app.keys.is_secret_of(id, &secret) { Ok(Drafting(id)) } else { Err(Problem::NotFound) }
}

/// The browser keeps the secret for this draft's pages.
pub(super) fn keep(
    app: &App,
    visit: &Visit,
    response: &mut HttpResponse,
    id: DossierId,
) -> Result<(), Problem> {
    let cookie = visit.cookie(SECRET, app.keys.secret_of(id).replace('-', ""), &address(id));
    response.add_cookie(&cookie).map_err(|why| Problem::Fault(why.to_string()))
}

/// Where a draft's pages are.
pub(super) fn address(id: DossierId) -> String {
    format!("/nop/{}", id.0)
}

/// The draft as it is.
///
/// # Errors
/// Not found, where it was sent or forgotten; the database.
pub(super) async fn open(app: web::Data<App>, Drafting(id): Drafting) -> Result<Open, Problem> {
    blocking(app, move |app| read(app, id)).await
}

/// The same, with the database in hand.
pub(super) fn read(app: &App, id: DossierId) -> Result<Open, Problem> {
    let draft = app.store.read(|db| draft(db, id))?.ok_or(Problem::NotFound)?;
    let version = app.directory.current(&draft.procedure)?.ok_or(Problem::NotFound)?;
    let pairs = serde_json::from_str(&draft.body).map_err(|why| Problem::Fault(why.to_string()))?;
    Ok(Open { draft, typed: Typed(pairs), version })
}

impl Open {
    /// Saves a part of it: what was typed there takes the place of what that part had.
    pub(super) fn save(&mut self, app: &App, part: &str, typed: Typed) -> Result<(), Problem> {
        self.typed.0.retain(|(name, _)| !name.starts_with(part));
        self.typed.0.extend(typed.0.into_iter().filter(|(name, _)| name.starts_with(part)));
        let body = serde_json::to_string(&self.typed.0).map_err(|why| Problem::Fault(why.to_string()))?;
        if body.len() > app.config.server.largest_body {
            return Err(Problem::TooLarge);
        }
        let (id, at) = (self.draft.id, app.clock.now());
        if app.store.write(move |db| save(db, id, &body, at))? { Ok(()) } else { Err(Problem::NotFound) }
    }

    /// The submission as it would be sent.
    ///
    /// # Errors
    /// [`Problem::Input`] with the names of the fields.
    pub(super) fn submission(&self) -> Result<SubmissionIn, Problem> {
        let typed = self.typed.clone();
        let typed = typed.with("/procedure", self.draft.procedure.as_str()).with("/channel", "online");
        let typed = typed.with("/case", self.draft.case.as_str()).with("/agency", self.draft.agency.as_str());
        Sent::of(typed).listing("/components", "component").read()
    }

    /// What is missing or wrong, at its fields.
    pub(super) fn faults(&self, lang: Lang) -> Vec<Fault> {
        match self.submission() {
            Ok(body) => found::faults(&self.version, &self.draft.case, &body, lang),
            Err(problem) => crate::pages::faults(&problem, &front::Form { lang, ..front::Form::default() }),
        }
    }

    /// What stands around one of its pages.
    pub(super) fn frame(&self, visit: &Visit, title: &str) -> Frame {
        let mut frame = visit.frame(title);
        frame.back =
            Some(Link::new(address(self.draft.id), visit.say("Các mục của hồ sơ", "Parts of the dossier")));
        frame
    }
}
