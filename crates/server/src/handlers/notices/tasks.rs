use crate::app::{App, blocking};
use crate::auth::Clerk;
use crate::http::Problem;
use crate::notices::by_hand;
use crate::wire::tasks::{TaskOut, TasksOut};
use actix_web::{HttpResponse, get, web};
use kernel::Staff;
use store::notices::tasks as open_tasks;
use time::Duration;

/// How many are shown.
const SHOWN: i64 = 200;

/// What the law sets a moment for is a task from so long before it, as long as it hasn't gone out.
const NEAR: Duration = Duration::DAY;

/// Whom my counter has to tell of what by other means, as no message reached them: the most pressing first, with what to say,
/// whom to call and the letter to hand over.
///
/// # Errors
/// 401; 403 for others than clerks.
#[utoipa::path(tag = "notices", security(("bearer" = [])), responses((status = 200, body = TasksOut)))]
#[get("/tasks")]
pub(crate) async fn tasks(app: web::Data<App>, by: Clerk) -> Result<HttpResponse, Problem> {
    let items = blocking(app, move |app| open(app, &by.0)).await?;
    Ok(HttpResponse::Ok().json(TasksOut { items }))
}

/// What the counter of `by` has to tell by other means.
///
/// # Errors
/// The database.
pub(crate) fn open(app: &App, by: &Staff) -> Result<Vec<TaskOut>, Problem> {
    let now = app.clock.now();
    let open = app.store.read(|db| open_tasks(db, &by.agency, now + NEAR, SHOWN))?;
    let each = open.into_iter().map(|task| by_hand(app, task)).filter_map(Result::transpose);
    each.map(|task| Ok(TaskOut::of(task?, now))).collect()
}
