use crate::app::{App, blocking};
use crate::auth::AtWork;
use crate::http::{Problem, Query};
use crate::wire::agencies::{StaffLine, StaffOut};
use crate::wire::schemas;
use actix_web::{HttpResponse, get, web};
use kernel::Role;
use serde::Deserialize;
use store::accounts;
use utoipa::IntoParams;

/// Whom to look for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wanted {
    /// The role.
    #[param(schema_with = schemas::role)]
    role: Role,
}

/// The people of my agency who have a role: to know whom a step can be given to.
///
/// # Errors
/// 401, 403; 422 for a role that isn't one.
#[utoipa::path(tag = "catalogue", security(("bearer" = [])), params(Wanted),
    responses((status = 200, body = StaffOut)))]
#[get("/staff")]
pub(crate) async fn staff(
    app: web::Data<App>,
    me: AtWork,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    let role = wanted.0.role;
    let people =
        blocking(app, move |app| Ok(app.store.read(|db| accounts::with_role(db, &me.0.agency, role))?));
    let items = people.await?.into_iter().map(|(id, name)| StaffLine { id: id.0, name }).collect();
    Ok(HttpResponse::Ok().json(StaffOut { items }))
}
