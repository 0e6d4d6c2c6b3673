//! Consultations: another agency's opinion, asked for by a deadline.

use super::acts::StandingOut;
use crate::execute::Done;
use crate::http::moment::in_utc;
use crate::http::{Problem, Prose};
use kernel::{AgencyCode, StepCode};
use routing::{Consultation, Question};
use serde::{Deserialize, Serialize};
use time::{OffsetDateTime, UtcOffset};
use utoipa::ToSchema;
use uuid::Uuid;

/// What is asked.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsultationIn {
    /// The open step it is asked from.
    #[schema(value_type = String)]
    pub step: StepCode,
    /// The agency that is asked.
    #[schema(value_type = String)]
    pub agency: AgencyCode,
    /// What about.
    pub question: Prose<4000>,
    /// By when it is to answer.
    #[serde(deserialize_with = "in_utc")]
    pub due: OffsetDateTime,
}

/// An answer.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplyIn {
    /// The opinion.
    pub reply: Prose<8000>,
}

/// A consultation so far.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConsultationOut {
    /// Its number in the dossier, from 1.
    pub(crate) number: u32,
    /// The step it was asked from.
    pub(crate) step: String,
    /// The agency that asked.
    pub(crate) asking: String,
    /// Who asked.
    pub(crate) by: Uuid,
    /// The agency that was asked.
    pub(crate) asked: String,
    /// What about.
    pub(crate) question: String,
    /// When it was asked.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) at: OffsetDateTime,
    /// By when it is to be answered.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) due: OffsetDateTime,
    /// The answer, once there is one.
    pub(crate) reply: Option<String>,
    /// When it was answered.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) answered_at: Option<OffsetDateTime>,
    /// Whether it was found unanswered in time.
    pub(crate) unanswered: bool,
}

/// A consultation that was just asked.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConsultationAskedOut {
    #[serde(flatten)]
    pub(crate) standing: StandingOut,
    /// Its number in the dossier.
    pub(crate) number: u32,
}

impl From<ConsultationIn> for Question {
    fn from(asked: ConsultationIn) -> Self {
        let ConsultationIn { step, agency, question, due } = asked;
        Question { step, agency, question: question.into_string(), due }
    }
}

impl ConsultationOut {
    /// The consultations that `agency` asked or was asked; all of them for none.
    pub fn of_agency(state: &routing::State, agency: Option<&AgencyCode>, offset: UtcOffset) -> Vec<Self> {
        let concerns = |consultation: &&Consultation| {
            let asked = &consultation.asked;
            agency.is_none_or(|agency| asked.asking == *agency || asked.asked == *agency)
        };
        let concerned = state.consultations.iter().filter(concerns);
        concerned.map(|consultation| Self::of(consultation, offset)).collect()
    }

    fn of(consultation: &Consultation, offset: UtcOffset) -> Self {
        let asked = &consultation.asked;
        let answered = consultation.answered.as_ref();
        Self {
            number: asked.number,
            step: asked.step.to_string(),
            asking: asked.asking.to_string(),
            by: asked.by.0,
            asked: asked.asked.to_string(),
            question: asked.question.clone(),
            at: asked.at.to_offset(offset),
            due: asked.due.to_offset(offset),
            reply: answered.map(|answered| answered.reply.clone()),
            answered_at: answered.map(|answered| answered.at.to_offset(offset)),
            unanswered: consultation.unanswered.is_some(),
        }
    }
}

impl ConsultationAskedOut {
    /// The one that was asked last.
    ///
    /// # Errors
    /// Not found where none was.
    pub fn of(done: &Done) -> Result<Self, Problem> {
        let state = &done.dossier.state;
        let last = state.routing.consultations.last().ok_or(Problem::NotFound)?;
        Ok(Self { standing: StandingOut::of(done.dossier.id, state), number: last.asked.number })
    }
}
