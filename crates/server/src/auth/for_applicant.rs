//! Who may act for the applicant: the holder of the dossier's secret, or a clerk on their behalf.

use super::holder::{Holder, by_holder};
use super::signed_in::Maybe;
use crate::app::App;
use crate::http::Problem;
use crate::http::limits::client;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use kernel::{Actor, Role, Staff};
use std::future::{Ready, ready};
use store::query::{Ref, Scope};

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
        let by = Maybe::from_request(request, payload).into_inner();
        let holder = Holder::from_request(request, payload).into_inner();
        ready(by.and_then(|by| match (by.0, holder?.0) {
            (Some(staff), _) if staff.is(Role::Clerk) => Ok(ForApplicant::Clerk(staff)),
            (Some(_), _) => Err(Problem::Forbidden),
            (None, Some(secret)) => counted(request).map(|()| ForApplicant::Holder(secret)),
            (None, None) => Err(Problem::SignIn),
        }))
    }
}

fn counted(request: &HttpRequest) -> Result<(), Problem> {
    let app = request.app_data::<web::Data<App>>().ok_or_else(|| Problem::Fault("no app".to_owned()))?;
    app.limits.look_up.count(&client(app, request))
}
