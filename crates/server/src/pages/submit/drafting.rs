//! A draft, held by whoever has its secret: a cookie that is sent to its pages alone.

use crate::app::{App, blocking};
use crate::http::Problem;
use crate::pages::visit::{SECRET, cookie};
use crate::pages::{Sent, Visit, found};
use crate::wire::submission::SubmissionIn;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use catalog::Version;
use front::{Fault, Frame, Link, Typed};
use kernel::{ComponentCode, DossierId, Lang};
use std::future::{Ready, ready};
use std::sync::Arc;
use store::drafts::{Draft, draft, save};
use uuid::Uuid;

/// With which version of the procedure before them the rows of papers were written.
const WRITTEN_FOR: &str = "version";

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
    app.limits.look_up.count(request)?;
    let named = request.match_info().get("draft").unwrap_or_default();
    let id = Uuid::try_parse(named).map(DossierId).map_err(|_| Problem::NotFound)?;
    let secret = cookie(request, SECRET).unwrap_or_default();
    if app.keys.is_secret_of(id, &secret) { Ok(Drafting(id)) } else { Err(Problem::NotFound) }
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
    if version.case(&draft.case).is_none() || !version.is_received_by(&draft.agency) {
        return Err(overtaken());
    }
    let pairs = serde_json::from_str(&draft.body).map_err(|why| Problem::Fault(why.to_string()))?;
    let typed = moved(app, &draft, Typed(pairs), &version)?;
    Ok(Open { draft, typed, version })
}

/// Rows stand by their places: where the version that they were written for had other components, each goes to where its own
/// stands now.
fn moved(app: &App, draft: &Draft, typed: Typed, version: &Version) -> Result<Typed, Problem> {
    let written_for = typed.get(WRITTEN_FOR).and_then(|number| number.parse().ok());
    let Some(number) = written_for.filter(|number| *number != version.number) else { return Ok(typed) };
    let old = app.directory.version(&draft.procedure, number)?;
    let codes = |version: &Version| -> Vec<ComponentCode> {
        version.components_of(&draft.case).map(|component| component.code.clone()).collect()
    };
    Ok(Typed(rows_moved(typed.0, &codes(&old), &codes(version))))
}

/// The rows of components that aren't there any more go.
fn rows_moved(
    typed: Vec<(String, String)>,
    before: &[ComponentCode],
    now: &[ComponentCode],
) -> Vec<(String, String)> {
    let place_now = |place: &str| {
        let code = before.get(place.parse::<usize>().ok()?)?;
        now.iter().position(|known| known == code)
    };
    let moved = typed.into_iter().filter_map(|(name, value)| {
        let Some(row) = name.strip_prefix("/components/") else { return Some((name, value)) };
        let (place, field) = row.split_once('/')?;
        Some((format!("/components/{}/{field}", place_now(place)?), value))
    });
    moved.collect()
}

fn overtaken() -> Problem {
    Problem::input(
        "",
        "overtaken",
        "Thủ tục này vừa thay đổi: trường hợp hoặc nơi tiếp nhận bạn đã chọn không còn. Hãy bắt đầu lại từ trang thủ tục.",
        "The procedure has changed: your case, or who was to receive it, isn't there any more. Begin anew from its page.",
    )
}

impl Open {
    /// Saves parts of it: what was typed there takes the place of what they had. What is still missing or wrong there.
    ///
    /// # Errors
    /// 413 for what is too large; not found, where it was sent or forgotten meanwhile; the database.
    pub(super) fn save(
        &mut self,
        app: &App,
        parts: &[&str],
        typed: Typed,
        lang: Lang,
    ) -> Result<Vec<Fault>, Problem> {
        let is_here = |name: &str| parts.iter().any(|part| name.starts_with(part));
        self.typed.0.retain(|(name, _)| !is_here(name));
        self.typed.0.extend(typed.0.into_iter().filter(|(name, _)| is_here(name)));
        self.typed.set(WRITTEN_FOR, self.version.number.to_string());
        let body = serde_json::to_string(&self.typed.0).map_err(|why| Problem::Fault(why.to_string()))?;
        if body.len() > app.config.server.largest_body {
            return Err(Problem::TooLarge);
        }
        let (id, at) = (self.draft.id, app.clock.now());
        if !app.store.write(move |db| save(db, id, &body, at))? {
            return Err(Problem::NotFound);
        }
        let mut faults = self.faults(lang);
        faults.retain(|fault| fault.name.as_deref().is_some_and(is_here));
        Ok(faults)
    }

    /// The submission as it would be sent.
    ///
    /// # Errors
    /// [`Problem::Input`] with the names of the fields.
    pub(super) fn submission(&self) -> Result<SubmissionIn, Problem> {
        let mut typed = self.typed.clone();
        // Before anything was written of the applicant, the papers are looked at all the same.
        if typed.get("/applicant/kind").is_none() {
            typed = typed.with("/applicant/kind", "citizen").with("/applicant/name:text", "");
        }
        let typed = typed.with("/procedure", self.draft.procedure.as_str()).with("/channel", "online");
        let typed = typed.with("/case", self.draft.case.as_str()).with("/agency", self.draft.agency.as_str());
        Sent::of(typed).listing("/components", "component").read()
    }

    /// What is missing or wrong, at its fields.
    pub(super) fn faults(&self, lang: Lang) -> Vec<Fault> {
        match self.submission() {
            Ok(body) => found::faults(&self.version, &self.draft.case, &body, lang),
            Err(problem) => crate::pages::faults(&problem, lang),
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

#[cfg(test)]
mod tests {
    use super::rows_moved;
    use kernel::ComponentCode;

    #[test]
    fn a_row_stays_with_its_paper_where_the_papers_are_others() {
        let codes = |codes: [&str; 2]| codes.map(|code| code.parse::<ComponentCode>().expect("a code"));
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let typed = vec![
            pair("/applicant/phone", "0905"),
            pair("/components/0/file", "of a"),
            pair("/components/1/file", "of b"),
            pair("/components/9/file", "of none"),
        ];
        let expected = vec![pair("/applicant/phone", "0905"), pair("/components/1/file", "of a")];
        assert_eq!(rows_moved(typed, &codes(["a", "b"]), &codes(["c", "a"])), expected);
    }
}
