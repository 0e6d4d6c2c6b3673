use crate::app::{App, blocking};
use crate::auth::Maybe;
use crate::execute::{Act, Target, execute};
use crate::handlers::known_agency;
use crate::http::{Asked, Problem, language};
use crate::wire::submission::{SubmissionIn, SubmissionOut};
use actix_web::{HttpRequest, HttpResponse, post, web};
use catalog::{Channel, Version};
use intake::{Applicant, Command, Handed, Submit};
use kernel::{Actor, AgencyCode, CaseCode, DossierId, PersonId, Role, Staff};
use store::people::Person;

/// Hands a submission in: a clerk at the counter or from the post, anyone online. What is missing or wrong is told at
/// once; it keeps the submission from being accepted, not from being recorded.
///
/// # Errors
/// 403 for staff who are no clerks; 409 `listed-components-only`, `right-desk`; 422; 429 for online submissions.
#[utoipa::path(tag = "dossiers", security((), ("bearer" = [])), request_body = SubmissionIn,
    responses((status = 201, body = SubmissionOut)))]
#[post("/dossiers")]
pub(crate) async fn submit(
    app: web::Data<App>,
    request: HttpRequest,
    by: Maybe,
    asked: Asked<SubmissionIn>,
) -> Result<HttpResponse, Problem> {
    let lang = language::of(request.headers());
    if by.0.is_none() {
        app.limits.submission.count(&request)?;
    }
    let id = DossierId(app.clock.id());
    let handing_in = blocking(app.clone(), move |app| handing_in(app, id, by.0, asked)).await?;
    let done = execute(app.clone(), handing_in).await?;
    Ok(HttpResponse::Created().json(SubmissionOut::of(&app.keys, &done, lang)?))
}

/// What hands a submission in under this id: by staff at their counter, by anyone online.
///
/// # Errors
/// 403 for staff who are no clerks; 422; the database.
pub(crate) fn handing_in(
    app: &App,
    id: DossierId,
    by: Option<Staff>,
    asked: Asked<SubmissionIn>,
) -> Result<Act, Problem> {
    let Asked { body, terms } = asked;
    let agency = receiving(by.as_ref(), &body)?;
    let version = app.directory.current(&body.procedure)?.ok_or_else(|| {
        Problem::input(
            "/procedure",
            "unknown",
            "Không có thủ tục này đang công bố.",
            "No such procedure is published.",
        )
    })?;
    let case = case_of(&version, body.case.clone())?;
    offered(&version, body.channel)?;
    known_agency(app, &agency)?;
    let submission = command(app, body, agency.clone(), case.clone());
    let actor = by.map_or(Actor::Applicant, Actor::Staff);
    let details = Person::applicant(submission.person, &submission.applicant, &submission.request);
    let command = Command::Submit(Box::new(submission));
    Ok(Act::new(actor, Target::New { id, version, case, agency }, command, terms).with(details))
}

/// A clerk's own agency, or the one an applicant names online.
fn receiving(by: Option<&Staff>, body: &SubmissionIn) -> Result<AgencyCode, Problem> {
    let online = body.channel == Channel::Online;
    match (by, &body.agency) {
        (Some(staff), _) if !staff.is(Role::Clerk) => Err(Problem::Forbidden),
        (Some(_), _) if online => Err(Problem::input(
            "/channel",
            "not-a-counter",
            "Tại bộ phận một cửa chỉ nhận trực tiếp hoặc qua bưu chính.",
            "A counter takes in what comes in person or by post.",
        )),
        (Some(staff), Some(agency)) if *agency != staff.agency => Err(Problem::input(
            "/agency",
            "not-yours",
            "Công chức chỉ tiếp nhận tại cơ quan của mình.",
            "A clerk takes in at their own agency only.",
        )),
        (Some(staff), _) => Ok(staff.agency.clone()),
        (None, _) if !online => Err(Problem::SignIn),
        (None, Some(agency)) => Ok(agency.clone()),
        (None, None) => Err(Problem::input(
            "/agency",
            "missing",
            "Hãy chọn cơ quan tiếp nhận.",
            "Name the agency that is to receive it.",
        )),
    }
}

fn case_of(version: &Version, named: Option<CaseCode>) -> Result<CaseCode, Problem> {
    let cases = &version.content().cases;
    let fault = |code, vi, en| Problem::input("/case", code, vi, en);
    match (named, cases.as_slice()) {
        (Some(case), _) if version.case(&case).is_some() => Ok(case),
        (Some(_), _) => {
            Err(fault("unknown", "Thủ tục không có trường hợp này.", "The procedure has no such case."))
        }
        (None, [only]) => Ok(only.code.clone()),
        (None, _) => {
            Err(fault("missing", "Hãy chọn trường hợp của thủ tục.", "Choose the procedure's case."))
        }
    }
}

fn offered(version: &Version, channel: Channel) -> Result<(), Problem> {
    if version.content().channels.iter().any(|offer| offer.channel == channel) {
        return Ok(());
    }
    Err(Problem::input(
        "/channel",
        "not-offered",
        "Thủ tục không nhận qua hình thức này.",
        "The procedure isn't offered on this channel.",
    ))
}

fn command(app: &App, body: SubmissionIn, agency: AgencyCode, case: CaseCode) -> Submit {
    Submit {
        agency,
        case,
        channel: body.channel,
        person: PersonId(app.clock.id()),
        applicant: Applicant::from(body.applicant),
        request: body.request.into_string(),
        components: body.components.into_iter().map(Handed::from).collect(),
        notify: body.notify.into(),
    }
}
