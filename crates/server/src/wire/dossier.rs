//! A dossier as staff read it.

use super::appointment::{AppointmentOut, Detail};
use super::consultations::ConsultationOut;
use super::files::FileOut;
use super::lateness::LatenessOut;
use super::legs::LegOut;
use super::may::ActOut;
use super::notices::{AskedOut, name_of};
use super::payment::PaymentOut;
use super::schemas;
use super::steps::{StepOut, steps};
use super::submission::{FaultOut, NotifyIn};
use crate::app::App;
use crate::http::Problem;
use catalog::{Channel, Form, Version};
use dossier::{Facts, State, Timeliness};
use kernel::{DossierId, Lang};
use result::Kind;
use serde::Serialize;
use store::files::of_dossier;
use store::log::Loaded;
use store::people::{self, Person};
use store::query::Scope;
use time::{Date, OffsetDateTime, UtcOffset};
use utoipa::ToSchema;
use uuid::Uuid;

time::serde::format_description!(iso_day, Date, "[year]-[month]-[day]");

/// A dossier in full.
#[derive(Debug, Serialize, ToSchema)]
pub struct DossierOut {
    /// Its id.
    pub(crate) id: Uuid,
    /// Its number, once accepted.
    pub(crate) code: Option<String>,
    /// Its stage.
    #[schema(schema_with = schemas::stage)]
    pub(crate) stage: &'static str,
    /// Its stage in words.
    pub(crate) stage_text: &'static str,
    /// The national portal's code of its stage (`TrangThaiHoSo`).
    pub(crate) national_code: u8,
    /// Its version: how many events it has had.
    pub(crate) version: i64,
    /// The receiving agency.
    pub(crate) agency: String,
    /// The procedure.
    pub(crate) procedure: ProcedureNamed,
    /// The case.
    pub(crate) case: String,
    /// How it came in.
    #[schema(schema_with = schemas::channel)]
    pub(crate) channel: Channel,
    /// Who applies; only for who may see it.
    pub(crate) applicant: Option<ApplicantOut>,
    /// What is in hand: what was handed in, with what was brought in the place of it.
    pub(crate) components: Vec<HandedOut>,
    /// Its files, in the order in which they were added; only for who may see them.
    pub(crate) files: Vec<FileOut>,
    /// What the system finds missing or wrong in it.
    pub(crate) faults: Vec<FaultOut>,
    /// What was asked of the applicant in writing.
    pub(crate) asked: AskedOut,
    /// What the applicant wants to be told.
    pub(crate) notify: NotifyIn,
    /// When it came in.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) submitted_at: OffsetDateTime,
    /// When it was accepted.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) accepted_at: Option<OffsetDateTime>,
    /// When the result is due, and why then.
    pub(crate) appointment: Option<AppointmentOut>,
    /// How it stands to its appointment.
    #[schema(schema_with = schemas::timeliness_if_any)]
    pub(crate) timeliness: Option<Timeliness>,
    /// The payment that is out.
    pub(crate) payment: Option<PaymentOut>,
    /// What was said or found about its being late.
    pub(crate) lateness: LatenessOut,
    /// The legs of its process, which agency answers for each and when it is due.
    pub(crate) legs: Vec<LegOut>,
    /// Where it lies and where it has been; for a coordinating agency, at its own desks.
    pub(crate) steps: Vec<StepOut>,
    /// What other agencies were asked; for a coordinating agency, what it asked or was asked.
    pub(crate) consultations: Vec<ConsultationOut>,
    /// The result, once it is there.
    pub(crate) result: Option<ResultOut>,
    /// When it was handed over.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) returned_at: Option<OffsetDateTime>,
    /// The rating, 1 to 5, once it was given.
    pub(crate) rating: Option<u8>,
    /// What whoever asks may do now.
    pub(crate) may: Vec<ActOut>,
}

/// A procedure by name.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProcedureNamed {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) version: u32,
}

/// Who applies.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApplicantOut {
    /// What kind.
    #[schema(schema_with = schemas::applicant_kind_if_any)]
    pub(crate) kind: Option<String>,
    pub(crate) name: String,
    pub(crate) identity: String,
    pub(crate) phone: String,
    pub(crate) email: String,
    pub(crate) address: String,
    /// What they ask for.
    pub(crate) request: String,
}

/// A component as it was handed in.
#[derive(Debug, Serialize, ToSchema)]
pub struct HandedOut {
    pub(crate) component: String,
    pub(crate) name: String,
    #[schema(schema_with = schemas::form)]
    pub(crate) form: Form,
    pub(crate) copies: u16,
    /// Its scan, by its file's id.
    pub(crate) file: Option<Uuid>,
    /// Why it is kept on paper only.
    pub(crate) paper_only_reason: Option<String>,
}

/// A result.
#[derive(Debug, Serialize, ToSchema)]
pub struct ResultOut {
    #[schema(schema_with = schemas::result_kind)]
    pub(crate) kind: Kind,
    /// The paper; none where the legs of a bundle have theirs.
    pub(crate) paper: Option<PaperOut>,
    pub(crate) reasons: String,
    /// When it was recorded.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) at: OffsetDateTime,
}

/// A paper that a result stands on.
#[derive(Debug, Serialize, ToSchema)]
pub struct PaperOut {
    pub(crate) number: String,
    #[serde(with = "iso_day")]
    pub(crate) date: Date,
    pub(crate) title: String,
    /// The paper itself, by its file's id.
    pub(crate) file: Option<Uuid>,
}

impl From<&result::Paper> for PaperOut {
    fn from(paper: &result::Paper) -> Self {
        let (number, title) = (paper.number.clone(), paper.title.clone());
        Self { number, date: paper.date, title, file: paper.file.map(|file| file.0) }
    }
}

impl DossierOut {
    /// The dossier as whoever the facts are for reads it.
    ///
    /// # Errors
    /// Not found before anything was submitted; the database.
    pub fn of(
        app: &App,
        dossier: &Loaded,
        version: &Version,
        facts: &Facts,
        seen_by: &Scope,
        lang: Lang,
    ) -> Result<Self, Problem> {
        let state = &dossier.state;
        let applicant = applicant(app, state, seen_by)?;
        let (Some(submitted), Some(stage)) = (&state.intake.submitted, state.stage()) else {
            return Err(Problem::NotFound);
        };
        let offset = facts.calendar().data().utc_offset;
        let accepted = state.intake.accepted.as_ref();
        let process = version.process_of(&submitted.case);
        let calendar = app.directory.counted_by(state)?;
        let sees_files = seen_by.sees_people();
        let seen_by = seen_by.coordinating(&submitted.agency);
        Ok(Self {
            id: dossier.id.0,
            code: accepted.map(|accepted| accepted.number.to_string()),
            stage: stage.as_str(),
            stage_text: stage.said().to(lang),
            national_code: stage.national_code(),
            version: state.version,
            agency: submitted.agency.to_string(),
            procedure: ProcedureNamed {
                code: submitted.procedure.to_string(),
                name: version.name().to_owned(),
                version: submitted.version,
            },
            case: submitted.case.to_string(),
            channel: submitted.channel,
            applicant: applicant.map(ApplicantOut::from),
            components: handed(state, version),
            files: files(app, dossier.id, sees_files, offset)?,
            faults: state.intake.faults.iter().map(|fault| FaultOut::of(fault, lang)).collect(),
            asked: AskedOut::of(state, version, lang),
            notify: state.intake.notify.into(),
            submitted_at: submitted.at.to_offset(offset),
            accepted_at: accepted.map(|accepted| accepted.at.to_offset(offset)),
            appointment: AppointmentOut::of(calendar.as_deref(), state, Detail::Full, lang)?,
            timeliness: dossier::timeliness(state, facts.calendar(), facts.now()),
            payment: state.deadline.payment.as_ref().map(PaymentOut::from),
            lateness: LatenessOut::of(&state.deadline),
            legs: LegOut::all(app, state, process, facts, lang)?,
            steps: steps(state, process, seen_by.as_ref(), offset),
            consultations: ConsultationOut::of_agency(&state.routing, seen_by.as_ref(), offset),
            result: result_of(state, offset),
            returned_at: state.result.returned.as_ref().map(|returned| returned.at.to_offset(offset)),
            rating: state.result.rated.map(u8::from),
            may: dossier::may(state, facts).into_iter().map(ActOut::from).collect(),
        })
    }
}

/// Who applies, for those who see people.
fn applicant(app: &App, state: &State, seen_by: &Scope) -> Result<Option<Person>, Problem> {
    match state.intake.applicant.filter(|_| seen_by.sees_people()) {
        Some(id) => Ok(app.store.read(|db| people::person(db, id))?),
        None => Ok(None),
    }
}

/// Names of files bear names of people.
fn files(app: &App, id: DossierId, are_seen: bool, offset: UtcOffset) -> Result<Vec<FileOut>, Problem> {
    let files = if are_seen { app.store.read(|db| of_dossier(db, id))? } else { Vec::new() };
    Ok(FileOut::all(&files, offset))
}

fn handed(state: &State, version: &Version) -> Vec<HandedOut> {
    let handed = state.intake.components.iter().map(|handed| HandedOut {
        component: handed.component.to_string(),
        name: name_of(&handed.component, state, version),
        form: handed.form,
        copies: handed.copies,
        file: handed.file.map(|file| file.0),
        paper_only_reason: handed.paper_only_reason.clone(),
    });
    handed.collect()
}

fn result_of(state: &State, offset: UtcOffset) -> Option<ResultOut> {
    let recorded = state.result.recorded.as_ref()?;
    Some(ResultOut {
        kind: recorded.result,
        paper: recorded.paper.as_ref().map(PaperOut::from),
        reasons: recorded.reasons.clone(),
        at: recorded.at.to_offset(offset),
    })
}

impl From<Person> for ApplicantOut {
    fn from(person: Person) -> Self {
        Self {
            kind: person.kind,
            name: person.name,
            identity: person.identity,
            phone: person.phone,
            email: person.email,
            address: person.address,
            request: person.request,
        }
    }
}
