//! Feedback and its answer.

use super::schemas;
use crate::http::{Line, Prose};
use ::feedback::{Answer, Answered, Complainant, Standing};
use kernel::{AgencyCode, DossierNumber};
use serde::{Deserialize, Serialize, Serializer};
use store::feedback::{Author, Feedback};
use time::{OffsetDateTime, UtcOffset};
use utoipa::ToSchema;
use uuid::Uuid;

/// What somebody complains of or proposes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FeedbackIn {
    /// The agency it is for; may be left out where a dossier is named: then the one that received it.
    #[schema(value_type = Option<String>)]
    pub agency: Option<AgencyCode>,
    /// The number of the dossier that it is about; the agency must have to do with it.
    #[schema(value_type = Option<String>)]
    pub dossier: Option<DossierNumber>,
    /// What it is about: read by the agency alone.
    pub question: Prose<4000>,
    /// Who asks; never published.
    #[serde(default)]
    pub name: Line<200>,
    /// Their phone; never published.
    #[serde(default)]
    pub phone: Line<32>,
    /// Their e-mail; never published.
    #[serde(default)]
    pub email: Line<254>,
}

/// It is on record.
#[derive(Debug, Serialize, ToSchema)]
pub struct RaisedOut {
    /// Its id.
    pub id: Uuid,
    /// Its number.
    pub number: String,
    /// By which its author follows it; shown this once.
    pub secret: String,
    /// By when it is answered.
    #[serde(with = "time::serde::rfc3339")]
    pub due: OffsetDateTime,
}

/// A written answer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerIn {
    /// What was asked, as it is published: without anything that says who asked.
    pub published_question: Prose<4000>,
    /// The answer, as it is published.
    pub answer: Prose<8000>,
}

/// Feedback, as far as who asks may see it.
#[derive(Debug, Serialize, ToSchema)]
pub struct FeedbackOut {
    pub(crate) id: Uuid,
    pub(crate) number: String,
    /// The agency that answers.
    pub(crate) agency: String,
    pub(crate) agency_name: String,
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) raised_at: OffsetDateTime,
    /// By when it is to be answered.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) due: OffsetDateTime,
    /// How it stands to that.
    #[serde(serialize_with = "by_name")]
    #[schema(schema_with = schemas::feedback_standing)]
    pub(crate) standing: Standing,
    /// When it was answered and published.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) answered_at: Option<OffsetDateTime>,
    /// What was asked, as it is published.
    pub(crate) published_question: Option<String>,
    /// The answer.
    pub(crate) answer: Option<String>,
    /// What its author said: for the author and for those who answer.
    pub(crate) said: Option<SaidOut>,
}

/// What the author of feedback said.
#[derive(Debug, Serialize, ToSchema)]
pub struct SaidOut {
    /// What was asked, as it came.
    pub(crate) question: String,
    /// The dossier that it is about.
    pub(crate) dossier: Option<String>,
    /// Who asks; empty where they didn't say.
    pub(crate) name: String,
    pub(crate) phone: String,
    pub(crate) email: String,
}

impl FeedbackOut {
    /// As it is at `now`.
    pub fn of(feedback: Feedback, agency_name: String, now: OffsetDateTime, offset: UtcOffset) -> Self {
        let Feedback { id, number, dossier, state, author } = feedback;
        let standing = state.standing(now);
        let answered_at = state.answered.as_ref().map(|answered| answered.at.to_offset(offset));
        let texts =
            state.answered.map(|Answered { published_question, answer, .. }| (published_question, answer));
        let (published_question, answer) = texts.unzip();
        Self {
            id: id.0,
            number,
            agency: state.agency.to_string(),
            agency_name,
            raised_at: state.raised_at.to_offset(offset),
            due: state.due.to_offset(offset),
            standing,
            answered_at,
            published_question,
            answer,
            said: author.map(|author| SaidOut::of(author, dossier)),
        }
    }
}

impl SaidOut {
    fn of(author: Author, dossier: Option<String>) -> Self {
        let Author { question, complainant: Complainant { name, phone, email } } = author;
        Self { question, dossier, name, phone, email }
    }
}

impl From<FeedbackIn> for Author {
    fn from(body: FeedbackIn) -> Self {
        let (name, phone, email) =
            (body.name.into_string(), body.phone.into_string(), body.email.into_string());
        Author { question: body.question.into_string(), complainant: Complainant { name, phone, email } }
    }
}

impl From<AnswerIn> for Answer {
    fn from(body: AnswerIn) -> Self {
        let (published_question, answer) = (body.published_question.into_string(), body.answer.into_string());
        Answer { published_question, answer }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
fn by_name<S: Serializer>(standing: &Standing, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(standing.as_str())
}
