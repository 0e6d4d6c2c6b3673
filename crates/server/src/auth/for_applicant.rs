//! Who may act for the applicant: the holder of the dossier's secret, or a clerk on their behalf.

use super::holder::{Holder, by_holder};
use super::signed_in::Maybe;
use crate::app::App;
use crate::http::Problem;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use kernel::{Actor, DossierId, Role, Staff};
use std::future::{Ready, ready};
use store::query::{Ref, Scope, find};

/// The holder of a secret, still unchecked, or a clerk. A holder is counted among the look-ups: no door is for trying
/// secrets out.
#[derive(Debug, Clone)]
pub enum ForApplicant {
    /// A clerk, at the counter.
    Clerk(Staff),
    /// Whoever brings this secret.
    Holder(String),
}

impl ForApplicant {
    /// As whom they act, on which dossier, within which reach.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for a wrong secret and for a dossier that isn't there, alike; the database.
    pub fn on(&self, app: &App, reference: &Ref) -> Result<(Actor, Scope, Ref), Problem> {
        match self {
            ForApplicant::Clerk(staff) => {
                Ok((Actor::Staff(staff.clone()), Scope::of(staff), reference.clone()))
            }
            ForApplicant::Holder(secret) => {
                let id = by_holder(app, reference, secret)?;
                Ok((Actor::Applicant, Scope::Holder(id), Ref::Id(id)))
            }
        }
    }
}

impl FromRequest for ForApplicant {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        ready(one_of(request, payload, |staff| staff.is(Role::Clerk)).map(|who| match who {
            Who::Staff(staff) => ForApplicant::Clerk(staff),
            Who::Holder(secret) => ForApplicant::Holder(secret),
        }))
    }
}

/// Whoever may hold a dossier's papers: who works on dossiers, or the holder of its secret.
#[derive(Debug, Clone)]
pub struct Entitled(Who);

#[derive(Debug, Clone)]
enum Who {
    Staff(Staff),
    Holder(String),
}

impl Entitled {
    /// The dossier, if they may see it, and who they are; none for its holder.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for a wrong secret, for a dossier that isn't there, and for one that isn't theirs to see, alike;
    /// the database.
    pub fn dossier(&self, app: &App, reference: &Ref) -> Result<(DossierId, Option<&Staff>), Problem> {
        match &self.0 {
            Who::Staff(staff) => {
                let found = app.store.read(|db| find(db, &Scope::of(staff), reference))?;
                Ok((found.ok_or(Problem::NotFound)?, Some(staff)))
            }
            Who::Holder(secret) => Ok((by_holder(app, reference, secret)?, None)),
        }
    }
}

impl FromRequest for Entitled {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        ready(one_of(request, payload, Staff::is_at_work).map(Entitled))
    }
}

/// A member of staff who may, or the holder of a secret.
fn one_of(request: &HttpRequest, payload: &mut Payload, may: fn(&Staff) -> bool) -> Result<Who, Problem> {
    let by = Maybe::from_request(request, payload).into_inner()?;
    let holder = Holder::from_request(request, payload).into_inner()?;
    match (by.0, holder.0) {
        (Some(staff), _) if may(&staff) => Ok(Who::Staff(staff)),
        (Some(_), _) => Err(Problem::Forbidden),
        (None, Some(secret)) => counted(request).map(|()| Who::Holder(secret)),
        (None, None) => Err(Problem::SignIn),
    }
}

fn counted(request: &HttpRequest) -> Result<(), Problem> {
    let app = request.app_data::<web::Data<App>>().ok_or_else(|| Problem::Fault("no app".to_owned()))?;
    app.limits.look_up.count(request)
}
