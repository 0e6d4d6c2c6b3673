//! Whoever has shown a dossier's secret keeps it in a cookie that is sent to that dossier's pages alone.

use crate::app::{App, blocking};
use crate::auth::by_holder;
use crate::handlers::reference;
use crate::http::Problem;
use crate::pages::visit::{SECRET, cookie};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use kernel::DossierId;
use std::future::{Future, Ready, ready};
use std::pin::Pin;
use store::query::Ref;

/// The dossier that an address names, and the secret that the browser has for it, unchecked.
#[derive(Debug, Clone)]
pub(crate) struct Holding {
    /// As the address names it.
    pub(crate) named: String,
    /// The same, read.
    pub(crate) reference: Ref,
    /// The secret, if it has one.
    pub(crate) secret: Option<String>,
}

impl Holding {
    /// The dossier, if the secret is its own.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for a wrong secret, for none, and for a dossier that isn't there, alike; the database.
    pub(crate) fn dossier(&self, app: &App) -> Result<DossierId, Problem> {
        by_holder(app, &self.reference, self.secret.as_deref().unwrap_or_default())
    }
}

/// Each such request is counted among the look-ups: no door is for trying secrets out.
impl FromRequest for Holding {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(holding(request))
    }
}

/// Whoever holds the secret of the dossier that an address names: that has been checked.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    /// The dossier.
    pub(crate) id: DossierId,
    /// As the address names it.
    pub(crate) named: String,
}

impl FromRequest for Held {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let holding = holding(request);
        let app = request.app_data::<web::Data<App>>().cloned();
        Box::pin(async move {
            let holding = holding?;
            let app = app.ok_or_else(|| Problem::Fault("no app".to_owned()))?;
            let named = holding.named.clone();
            Ok(Held { id: blocking(app, move |app| holding.dossier(app)).await?, named })
        })
    }
}

fn holding(request: &HttpRequest) -> Result<Holding, Problem> {
    let app = request.app_data::<web::Data<App>>().ok_or_else(|| Problem::Fault("no app".to_owned()))?;
    app.limits.look_up.count(request)?;
    let named = request.match_info().get("code").unwrap_or_default().to_owned();
    let reference = reference(&named)?;
    Ok(Holding { named, reference, secret: cookie(request, SECRET) })
}
