//! The right to act, as an argument's type: a handler that takes a [`Clerk`] is reached by clerks only.

use super::token::Claims;
use crate::app::App;
use crate::http::Problem;
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, web};
use kernel::{Actor, Role, Staff};
use std::future::{Ready, ready};
use store::query::Scope;

/// Anyone signed in.
#[derive(Debug, Clone)]
pub struct SignedIn(pub Claims);

/// Whoever is signed in, or nobody: for what is open to anyone and more to staff.
#[derive(Debug, Clone)]
pub struct Maybe(pub Option<Staff>);

impl FromRequest for SignedIn {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(claims(request).and_then(|claims| claims.map(SignedIn).ok_or(Problem::SignIn)))
    }
}

impl FromRequest for Maybe {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(claims(request).map(|claims| Maybe(claims.map(|claims| claims.staff()))))
    }
}

/// What the bearer token says; none where there is no token.
fn claims(request: &HttpRequest) -> Result<Option<Claims>, Problem> {
    let Some(value) = request.headers().get(header::AUTHORIZATION) else { return Ok(None) };
    let token = value.to_str().ok().and_then(|value| value.strip_prefix("Bearer ")).ok_or(Problem::SignIn)?;
    let app = request.app_data::<web::Data<App>>().ok_or_else(|| Problem::Fault("no app".to_owned()))?;
    app.tokens.read(token.trim(), app.clock.now()).map(Some)
}

/// A right that a member of staff has or hasn't.
pub trait Right: Sized + 'static {
    /// Whoever has it.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for whoever hasn't.
    fn of(staff: Staff) -> Result<Self, Problem>;
}

macro_rules! right {
    ($(#[$doc:meta])* $name:ident: $($role:ident),+) => {
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $name(pub Staff);

        impl $name {
            /// As it acts on a dossier.
            pub fn actor(&self) -> Actor {
                Actor::Staff(self.0.clone())
            }

            /// The dossiers it may see.
            pub fn scope(&self) -> Scope {
                Scope::of(&self.0)
            }
        }

        impl Right for $name {
            fn of(staff: Staff) -> Result<Self, Problem> {
                let may = [$(Role::$role),+].into_iter().any(|role| staff.is(role));
                if may { Ok(Self(staff)) } else { Err(Problem::Forbidden) }
            }
        }

        impl FromRequest for $name {
            type Error = Problem;
            type Future = Ready<Result<Self, Problem>>;

            fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
                let signed_in = SignedIn::from_request(request, payload).into_inner();
                ready(signed_in.and_then(|SignedIn(claims)| Self::of(claims.staff())))
            }
        }
    };
}

right!(
    /// A counter clerk.
    Clerk: Clerk
);
right!(
    /// Whoever works on dossiers at an agency.
    AtWork: Clerk, Officer, Leader, Head, Deputy
);
right!(
    /// Whoever may record the paper a leg ends in.
    Signatory: Officer, Head, Deputy
);
right!(
    /// Whoever may record the result of a whole: signatories, and the counter that collects a bundle.
    Recorder: Clerk, Officer, Head, Deputy
);
right!(
    /// Whoever may read dossiers: those at work, and supervisors.
    Reader: Clerk, Officer, Leader, Head, Deputy, Supervisor
);
right!(
    /// Whoever answers an agency's hotline.
    Hotline: Clerk, Leader, Head, Deputy
);
right!(
    /// Whoever may approve a rescheduling: the head, and deputies inside their fields.
    Approver: Head, Deputy
);
right!(
    /// Whoever answers for what an agency's people hold.
    Overseer: Leader, Head, Deputy
);
right!(
    /// Whoever keeps agencies, accounts, procedures and calendars.
    Administrator: Administrator
);
