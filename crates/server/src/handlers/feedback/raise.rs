use crate::app::{App, blocking};
use crate::auth::Maybe;
use crate::handlers::known_agency;
use crate::http::{Asked, Problem};
use crate::wire::feedback::{FeedbackIn, RaisedOut};
use actix_web::{HttpRequest, HttpResponse, post, web};
use feedback::due;
use kernel::{AgencyCode, DossierNumber, FeedbackId};
use store::feedback::{Author, New, holders, raise as raised};

/// Complains of something or proposes something: anyone, or staff for somebody who calls the hotline. It gets a number, a
/// secret by which its author follows it, and the day by which it is answered. Nobody needs to say who they are.
///
/// # Errors
/// 422; 429 without an account.
#[utoipa::path(tag = "feedback", security((), ("bearer" = [])), request_body = FeedbackIn,
    responses((status = 201, body = RaisedOut)))]
#[post("/feedback")]
pub(crate) async fn raise(
    app: web::Data<App>,
    request: HttpRequest,
    by: Maybe,
    asked: Asked<FeedbackIn>,
) -> Result<HttpResponse, Problem> {
    if by.0.is_none() {
        app.limits.submission.count(&request)?;
    }
    let taken = blocking(app, move |app| taken_in(app, asked)).await?;
    Ok(HttpResponse::Created().json(taken))
}

/// Whoever raises something is nobody yet: under a key only the very same request is the same act.
pub(crate) fn taken_in(app: &App, asked: Asked<FeedbackIn>) -> Result<RaisedOut, Problem> {
    let Asked { body, terms } = asked;
    if body.question.as_str().trim().is_empty() {
        return Err(unsaid());
    }
    let id = FeedbackId(terms.key.map_or_else(|| app.clock.id(), |key| app.keys.id_of(&key.key, &key.hash)));
    let agency = addressed(app, &body)?;
    let calendar = app.directory.newest()?.calendar_of(&agency)?;
    let (now, offset) = (app.clock.now(), calendar.data().utc_offset);
    let days = app.config.feedback.answer_within_working_days;
    let new = New {
        id,
        agency,
        dossier: body.dossier.as_ref().map(ToString::to_string),
        at: now,
        year: now.to_offset(offset).year(),
        due: due(&calendar, days, now).map_err(|why| Problem::Away(why.to_string()))?,
        author: Author::from(body),
    };
    let kept = app.store.write(move |db| raised(db, &new))?;
    let due = kept.state.due.to_offset(offset);
    Ok(RaisedOut { id: id.0, number: kept.number, secret: app.keys.feedback_secret(id), due })
}

/// The agency that is named, or the one that received the dossier; where both are named, they have to do with each other.
fn addressed(app: &App, body: &FeedbackIn) -> Result<AgencyCode, Problem> {
    let holders = body.dossier.as_ref().map(|number| holding(app, number)).transpose()?;
    match (&body.agency, holders) {
        (Some(agency), None) => known_agency(app, agency).map(|()| agency.clone()),
        (Some(agency), Some(holders)) if holders.contains(agency) => Ok(agency.clone()),
        (Some(_), Some(_)) => Err(elsewhere()),
        (None, Some(holders)) => holders.into_iter().next().ok_or_else(no_dossier),
        (None, None) => Err(unaddressed()),
    }
}

/// The agencies that have to do with a dossier, the receiving one first.
fn holding(app: &App, number: &DossierNumber) -> Result<Vec<AgencyCode>, Problem> {
    let holders = app.store.read(|db| holders(db, number))?;
    let holders = holders.into_iter().map(|agency| agency.parse());
    let holders: Vec<_> =
        holders.collect::<Result<_, kernel::BadCode>>().map_err(|why| Problem::Fault(why.to_string()))?;
    if holders.is_empty() { Err(no_dossier()) } else { Ok(holders) }
}

fn unsaid() -> Problem {
    Problem::input("/question", "missing", "Hãy viết nội dung phản ánh, kiến nghị.", "Say what it is about.")
}

fn unaddressed() -> Problem {
    Problem::input(
        "/agency",
        "missing",
        "Hãy chọn cơ quan cần phản ánh, kiến nghị.",
        "Name the agency it is for.",
    )
}

fn no_dossier() -> Problem {
    Problem::input(
        "/dossier",
        "unknown",
        "Không có hồ sơ mang mã số này.",
        "There is no dossier with this number.",
    )
}

fn elsewhere() -> Problem {
    Problem::input(
        "/agency",
        "not-concerned",
        "Hồ sơ này không do cơ quan đã chọn tiếp nhận hoặc xử lý.",
        "The agency has nothing to do with this dossier.",
    )
}
