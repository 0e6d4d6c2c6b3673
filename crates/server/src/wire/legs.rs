//! The legs of a dossier: which agency answers for each, how it stands, when it is due, the paper it ends in.

use super::schemas;
use crate::app::App;
use crate::http::Problem;
use catalog::{Leg, Process};
use dossier::{Facts, State};
use kernel::{AgencyCode, Lang};
use result::Kind;
use routing::LegInTime;
use serde::Serialize;
use time::{OffsetDateTime, UtcOffset};
use utoipa::ToSchema;
use uuid::Uuid;

/// A leg.
#[derive(Debug, Serialize, ToSchema)]
pub struct LegOut {
    /// Its code.
    pub(crate) leg: String,
    /// What it is.
    pub(crate) name: String,
    /// The agency that answers for it.
    pub(crate) agency: String,
    /// That agency's name.
    pub(crate) agency_name: String,
    /// The legs that must be done before.
    pub(crate) after: Vec<String>,
    /// How it stands.
    #[schema(schema_with = schemas::leg_standing)]
    pub(crate) standing: &'static str,
    /// Whether it was received there, where it was handed over.
    pub(crate) received: bool,
    /// Its share, in working minutes.
    pub(crate) given_minutes: i64,
    /// What it took of that so far.
    pub(crate) used_minutes: i64,
    /// What it took beyond its share; nobody else is charged for that.
    pub(crate) late_minutes: i64,
    /// When it began, or may be expected to.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) from: Option<OffsetDateTime>,
    /// When its share is used up.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) due: Option<OffsetDateTime>,
    /// When it was done, or may be expected to be.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) done: Option<OffsetDateTime>,
    /// Why these dates: what it waited for, its share, the days off it met.
    pub(crate) explained: Vec<String>,
    /// Whether it lies on the path that decides when the whole is done.
    pub(crate) critical: bool,
    /// The paper of its own that it ends in.
    pub(crate) paper: Option<LegPaperOut>,
}

/// The paper of its own that a leg of a bundle ends in.
#[derive(Debug, Serialize, ToSchema)]
pub struct LegPaperOut {
    /// Its name.
    pub(crate) name: String,
    /// Whether it may be handed out before the others are there.
    pub(crate) early: bool,
    /// Which way it was decided, once it was.
    #[schema(schema_with = schemas::result_kind_if_any)]
    pub(crate) kind: Option<Kind>,
    /// Its number and sign, once it is there.
    pub(crate) number: Option<String>,
    /// The paper itself, by its file's id.
    pub(crate) file: Option<Uuid>,
    /// The reasons of a denial.
    pub(crate) reasons: Option<String>,
    /// When it was handed out by itself, if it was.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) returned_at: Option<OffsetDateTime>,
}

/// A leg, as the applicant reads it.
#[derive(Debug, Serialize, ToSchema)]
pub struct LegPlainOut {
    /// What it is.
    pub(crate) name: String,
    /// The agency that answers for it.
    pub(crate) agency: String,
    /// How it stands.
    #[schema(schema_with = schemas::leg_standing)]
    pub(crate) standing: &'static str,
    /// How it stands, in words.
    pub(crate) standing_text: &'static str,
}

impl LegPlainOut {
    /// The legs that several agencies work on; nothing where one alone does.
    ///
    /// # Errors
    /// The database.
    pub fn all(
        app: &App,
        state: &State,
        process: &Process,
        receiving: &AgencyCode,
        lang: Lang,
    ) -> Result<Vec<Self>, Problem> {
        if state.intake.accepted.is_none() || process.coordinators(receiving).is_empty() {
            return Ok(Vec::new());
        }
        let plain = |leg: &Leg| {
            let standing = routing::legs::standing(&state.routing, leg);
            let agency = name_of(app, leg.agency_under(receiving))?;
            let (name, standing_text) = (leg.name.clone(), standing.said().to(lang));
            Ok(Self { name, agency, standing: standing.as_str(), standing_text })
        };
        process.legs.iter().map(plain).collect()
    }
}

impl LegOut {
    /// The legs of a dossier at the facts' moment, those that others wait for first.
    ///
    /// # Errors
    /// The database.
    pub fn all(
        app: &App,
        state: &State,
        process: &Process,
        facts: &Facts,
        lang: Lang,
    ) -> Result<Vec<Self>, Problem> {
        let offset = facts.calendar().data().utc_offset;
        let plan = dossier::plan(state, facts);
        let found = plan.iter().filter_map(|in_time| Some((in_time, process.leg(&in_time.leg)?)));
        found
            .map(|(in_time, leg)| {
                let explained = dossier::leg_explained(in_time, facts, lang);
                let agency_name = name_of(app, &in_time.agency)?;
                Ok(Self { explained, agency_name, ..Self::of(state, in_time, leg, offset) })
            })
            .collect()
    }

    fn of(state: &State, in_time: &LegInTime, leg: &Leg, offset: UtcOffset) -> Self {
        let local = |moment: Option<OffsetDateTime>| moment.map(|moment| moment.to_offset(offset));
        Self {
            leg: leg.code.to_string(),
            name: leg.name.clone(),
            agency: in_time.agency.to_string(),
            agency_name: String::new(),
            after: leg.after.iter().map(ToString::to_string).collect(),
            standing: in_time.standing.as_str(),
            received: state.routing.received.contains(&leg.code),
            given_minutes: in_time.given_minutes,
            used_minutes: in_time.used_minutes,
            late_minutes: (in_time.used_minutes - in_time.given_minutes).max(0),
            from: local(in_time.from),
            due: local(in_time.due),
            done: local(in_time.done),
            explained: Vec::new(),
            critical: in_time.critical,
            paper: paper(state, leg, offset),
        }
    }
}

/// What an agency is called.
pub fn name_of(app: &App, agency: &AgencyCode) -> Result<String, Problem> {
    let newest = app.directory.newest()?;
    Ok(newest.agency(agency).map_or_else(|| agency.to_string(), |agency| agency.name.clone()))
}

fn paper(state: &State, leg: &Leg, offset: UtcOffset) -> Option<LegPaperOut> {
    let paper = leg.paper.as_ref()?;
    let recorded = state.result.paper_of(&leg.code);
    let returned = state.result.paper_returned(&leg.code);
    Some(LegPaperOut {
        name: paper.name.clone(),
        early: paper.early,
        kind: recorded.map(|recorded| recorded.result),
        number: recorded.map(|recorded| recorded.paper.number.clone()),
        file: recorded.and_then(|recorded| recorded.paper.file).map(|file| file.0),
        reasons: recorded.map(|recorded| recorded.reasons.clone()).filter(|reasons| !reasons.is_empty()),
        returned_at: returned.map(|returned| returned.at.to_offset(offset)),
    })
}
