//! A submission.

use super::schemas;
use crate::execute::Done;
use crate::http::object::{object, objects};
use crate::http::{Line, Problem, Prose};
use crate::keys::Keys;
use catalog::{Channel, Form};
use intake::{Applicant, ApplicantKind, Fault, Handed, Notify};
use kernel::{AgencyCode, CaseCode, ComponentCode, FileId, Lang, ProcedureCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// What is handed in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmissionIn {
    /// The procedure's code.
    #[schema(value_type = String)]
    pub procedure: ProcedureCode,
    /// The case; may be left out where the procedure has one only.
    #[schema(value_type = Option<String>)]
    pub case: Option<CaseCode>,
    /// The receiving agency: for an online submission; a clerk's own counts otherwise.
    #[schema(value_type = Option<String>)]
    pub agency: Option<AgencyCode>,
    /// How it comes in: `counter` or `post` by a clerk, `online` by anyone.
    #[schema(schema_with = schemas::channel)]
    pub channel: Channel,
    /// Who applies.
    #[serde(deserialize_with = "object")]
    pub applicant: ApplicantIn,
    /// What is handed in; a component may stand twice, in different forms.
    #[serde(deserialize_with = "objects::<_, _, 200>")]
    #[schema(max_items = 200)]
    pub components: Vec<HandedIn>,
    /// What the applicant asks for, in a line.
    #[serde(default)]
    pub request: Prose<1000>,
    /// What the applicant wants to be told.
    #[serde(default, deserialize_with = "object")]
    pub notify: NotifyIn,
}

/// Who applies.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApplicantIn {
    /// What kind.
    #[schema(schema_with = schemas::applicant_kind)]
    pub kind: ApplicantKind,
    /// Full name.
    pub name: Line<200>,
    /// Identity or enterprise number.
    #[serde(default)]
    pub identity: Line<32>,
    /// Phone.
    #[serde(default)]
    pub phone: Line<32>,
    /// E-mail.
    #[serde(default)]
    pub email: Line<254>,
    /// Address.
    #[serde(default)]
    pub address: Line<500>,
}

/// One component as it is handed in.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandedIn {
    /// Which.
    #[schema(value_type = String)]
    pub component: ComponentCode,
    /// In which form.
    #[schema(schema_with = schemas::form)]
    pub form: Form,
    /// How many.
    pub copies: u16,
    /// Its scan: one of the dossier's own files, by its id.
    #[schema(value_type = Option<Uuid>)]
    pub file: Option<FileId>,
    /// Why it is kept on paper only.
    pub paper_only_reason: Option<Line<500>>,
}

/// What the applicant wants to be told, beyond what the law has them told.
#[derive(Debug, Default, Clone, Copy, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NotifyIn {
    /// By SMS.
    #[serde(default)]
    pub sms: bool,
    /// By e-mail.
    #[serde(default)]
    pub email: bool,
    /// On each step.
    #[serde(default)]
    pub each_step: bool,
}

impl From<ApplicantIn> for Applicant {
    fn from(applicant: ApplicantIn) -> Self {
        Applicant {
            kind: applicant.kind,
            name: applicant.name.into_string(),
            identity: applicant.identity.into_string(),
            phone: applicant.phone.into_string(),
            email: applicant.email.into_string(),
            address: applicant.address.into_string(),
        }
    }
}

impl From<HandedIn> for Handed {
    fn from(handed: HandedIn) -> Self {
        Handed {
            component: handed.component,
            form: handed.form,
            copies: handed.copies,
            file: handed.file,
            paper_only_reason: handed.paper_only_reason.map(Line::into_string),
        }
    }
}

impl From<NotifyIn> for Notify {
    fn from(notify: NotifyIn) -> Self {
        Notify { sms: notify.sms, email: notify.email, each_step: notify.each_step }
    }
}

impl From<Notify> for NotifyIn {
    fn from(notify: Notify) -> Self {
        Self { sms: notify.sms, email: notify.email, each_step: notify.each_step }
    }
}

/// A submission as it was taken down.
#[derive(Debug, Serialize, ToSchema)]
pub struct SubmissionOut {
    /// The dossier's id.
    pub id: Uuid,
    /// Its stage.
    #[schema(schema_with = schemas::stage)]
    pub stage: &'static str,
    /// What is missing or wrong.
    pub faults: Vec<FaultOut>,
    /// For an online submission: the secret that opens it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret: Option<String>,
}

impl SubmissionOut {
    /// What was handed in, with what it lacks.
    ///
    /// # Errors
    /// Not found where nothing was.
    pub fn of(keys: &Keys, done: &Done, lang: Lang) -> Result<Self, Problem> {
        let dossier = &done.dossier;
        let submitted = dossier.state.intake.submitted.as_ref().ok_or(Problem::NotFound)?;
        let online = submitted.channel == Channel::Online;
        Ok(Self {
            id: dossier.id.0,
            stage: "submitted",
            faults: submitted.faults.iter().map(|fault| FaultOut::of(fault, lang)).collect(),
            secret: online.then(|| keys.secret_of(dossier.id)),
        })
    }
}

/// One thing missing or wrong.
#[derive(Debug, Serialize, ToSchema)]
pub struct FaultOut {
    /// The component; none for the applicant's details.
    pub(crate) component: Option<String>,
    /// What kind of fault.
    #[schema(schema_with = schemas::fault)]
    pub(crate) fault: intake::FaultKind,
    /// The rule it keeps from being satisfied.
    pub(crate) rule: &'static str,
    /// In words.
    pub(crate) detail: &'static str,
}

impl FaultOut {
    /// A fault, said in `lang`.
    pub fn of(fault: &Fault, lang: Lang) -> Self {
        Self {
            component: fault.component.as_ref().map(ToString::to_string),
            fault: fault.kind,
            rule: fault.kind.rule().slug(),
            detail: fault.kind.said().to(lang),
        }
    }
}
