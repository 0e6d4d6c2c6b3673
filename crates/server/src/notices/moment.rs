//! What a message is made from: the dossier as it was when something became true of it.

use crate::app::App;
use crate::facts::facts_of;
use crate::http::Problem;
use catalog::Version;
use deadline::Warning;
use dossier::{Event, State, evolve};
use kernel::{Actor, AgencyCode, DossierId};
use notify::{About, Dossier, Names, Occasion, occasions, warning};
use std::sync::Arc;
use store::log;
use time::UtcOffset;

/// A dossier at the moment somebody is told something of it.
pub(super) struct Moment {
    /// Before the event.
    pub(super) before: State,
    /// After it.
    pub(super) after: State,
    /// What became true; none for a warning.
    pub(super) event: Option<Event>,
    /// What there is to tell.
    pub(super) occasions: Vec<Occasion>,
    /// The zone of the receiving agency.
    pub(super) offset: UtcOffset,
    /// The receiving agency.
    pub(super) agency: AgencyCode,
    /// The procedure's field.
    pub(super) field: String,
}

/// The moment of the event at this place of the log, or of the warning of this name; none where nothing is told of it.
pub(super) fn of(app: &App, dossier: DossierId, seq: i64, topic: &str) -> Result<Option<Moment>, Problem> {
    let warning = Warning::ALL.into_iter().find(|warning| warning.as_str() == topic);
    let mut entries =
        app.store.read(|db| log::entries(db, dossier))?.into_iter().filter(|entry| entry.seq <= seq);
    let (mut before, mut after, mut event) = (State::default(), State::default(), None);
    for entry in entries.by_ref() {
        before = after.clone();
        after = evolve(after, &entry.event);
        event = Some(entry.event);
    }
    let Some(submitted) = after.intake.submitted.clone() else { return Ok(None) };
    let (version, facts) = facts_of(app, &Actor::System, &after)?;
    let offset = facts.calendar().data().utc_offset;
    let about = About {
        dossier: named(app, &after, &version)?,
        offset,
        appointment: after.deadline.clock.as_ref().map(|clock| clock.appointment),
        holders: holders(&after),
        proposal: before.deadline.proposal.clone(),
        consultation: consulted(&after, event.as_ref()),
        names: names(app, &version)?,
    };
    let (occasions, event) = match warning {
        Some(given) => (self::warning(given, &about).into_iter().collect(), None),
        None => (event.as_ref().map(|event| self::occasions(event, &about)).unwrap_or_default(), event),
    };
    let (agency, field) = (submitted.agency, version.field().to_owned());
    Ok(Some(Moment { before, after, event, occasions, offset, agency, field }))
}

fn named(app: &App, state: &State, version: &Version) -> Result<Dossier, Problem> {
    let newest = app.directory.newest()?;
    let agency = state.intake.submitted.as_ref().and_then(|submitted| newest.agency(&submitted.agency));
    let number =
        state.intake.accepted.as_ref().map(|accepted| accepted.number.to_string()).unwrap_or_default();
    let link = match number.as_str() {
        "" => String::new(),
        number => format!("{}/api/v1/status/{number}", app.config.notices.site),
    };
    Ok(Dossier {
        procedure: version.name().to_owned(),
        agency: agency.map(|agency| agency.name.clone()).unwrap_or_default(),
        hotline: agency.and_then(|agency| agency.hotline.clone()).unwrap_or_default(),
        number,
        link,
    })
}

fn holders(state: &State) -> Vec<deadline::Holder> {
    let holder = |open: &routing::OpenStep| deadline::Holder {
        step: open.opened.step.clone(),
        agency: open.opened.agency.clone(),
        officer: open.officer,
    };
    state.routing.open.iter().map(holder).collect()
}

fn consulted(state: &State, event: Option<&Event>) -> Option<routing::Consulted> {
    let number = match event? {
        Event::Routing(routing::Event::ConsultationAnswered(answered)) => answered.number,
        Event::Routing(routing::Event::ConsultationUnanswered(unanswered)) => unanswered.number,
        _ => return None,
    };
    let mut all = state.routing.consultations.iter();
    all.find(|one| one.asked.number == number).map(|one| one.asked.clone())
}

fn names(app: &App, version: &Arc<Version>) -> Result<Names, Problem> {
    let (newest, content) = (app.directory.newest()?, version.content());
    let processes =
        || content.process.iter().chain(content.cases.iter().filter_map(|case| case.process.as_ref()));
    let legs = || processes().flat_map(|process| &process.legs);
    let steps = || legs().flat_map(|leg| &leg.steps);
    Ok(Names {
        agencies: newest.agencies.iter().map(|agency| (agency.code.clone(), agency.name.clone())).collect(),
        components: content.components.iter().map(|one| (one.code.clone(), one.name.clone())).collect(),
        grounds: content.grounds.iter().map(|ground| (ground.code.clone(), ground.text.clone())).collect(),
        legs: legs()
            .map(|leg| (leg.code.clone(), leg.paper.as_ref().map_or(&leg.name, |paper| &paper.name).clone()))
            .collect(),
        steps: steps().map(|step| (step.code.clone(), step.name.clone())).collect(),
    })
}
