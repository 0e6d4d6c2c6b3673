//! A problem as it is written (RFC 9457).

use super::{InputError, Problem};
use actix_web::ResponseError;
use kernel::{Fact, Lang, Rule, Violation};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A problem as it is written (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemDetails {
    /// What kind of problem, as a URI reference.
    #[serde(rename = "type")]
    kind: String,
    /// The kind in a few words.
    title: String,
    /// The HTTP status.
    status: u16,
    /// What is wrong and what to do.
    detail: String,
    /// For a broken rule: its slug.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
    /// For a broken rule: where it stands written.
    #[serde(skip_serializing_if = "Option::is_none")]
    citation: Option<&'static str>,
    /// For a broken rule: the facts that decided, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<BTreeMap<String, serde_json::Value>>)]
    facts: Option<BTreeMap<&'static str, Fact>>,
    /// For input that doesn't fit: every fault.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<InputDetails>,
}

/// One fault in the input, as it is written.
#[derive(Debug, Serialize, ToSchema)]
pub struct InputDetails {
    /// Where, as a JSON pointer into the body; a parameter's name with a leading `?`.
    pointer: String,
    /// What kind of fault.
    code: &'static str,
    /// What is wrong.
    detail: String,
}

impl Problem {
    /// The problem as it is written in `lang`.
    pub fn details(&self, lang: Lang) -> ProblemDetails {
        let (slug, said) = self.said();
        let broken = self.broken();
        ProblemDetails {
            kind: format!("/problems/{slug}"),
            title: said.to(lang).to_owned(),
            status: self.status_code().as_u16(),
            detail: broken
                .as_ref()
                .map_or_else(|| self.detail(lang), |broken| broken.rule.said().to(lang).to_owned()),
            rule: broken.as_ref().map(|broken| broken.rule.slug()),
            citation: broken.as_ref().map(|broken| broken.rule.citation()),
            facts: broken
                .map(|broken| broken.facts.into_iter().map(|(name, fact)| (name, fact.to(lang))).collect()),
            errors: self.errors(lang),
        }
    }

    fn broken(&self) -> Option<Violation> {
        match self {
            Problem::Broken(violation) => Some(violation.clone()),
            Problem::Changed => Some(Violation::of(Rule::ChangedMeanwhile)),
            _ => None,
        }
    }

    fn errors(&self, lang: Lang) -> Vec<InputDetails> {
        let Problem::Input(errors) = self else { return Vec::new() };
        let detail = |error: &InputError| match lang {
            Lang::Vi => error.vi.clone(),
            Lang::En => error.en.clone(),
        };
        let details = errors.iter().map(|e| InputDetails {
            pointer: e.pointer.clone(),
            code: e.code,
            detail: detail(e),
        });
        details.collect()
    }
}
