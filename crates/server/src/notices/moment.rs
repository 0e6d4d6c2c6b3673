//! What a message is made from: the dossier as it was when something became true of it.

use crate::app::App;
use crate::http::Problem;
use catalog::{Process, Version};
use deadline::Warning;
use dossier::{Event, State, evolve};
use intake::Notify;
use kernel::{AgencyCode, DossierId, PersonId};
use notify::{About, Dossier, Names, Occasion, occasions, warning};
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
    /// The consultation that it is about, if it is about one.
    pub(super) consultation: Option<routing::Consulted>,
    /// What there is to tell.
    pub(super) occasions: Vec<Occasion>,
    /// Who applies and what they want to be told, as it is now.
    pub(super) applicant: (PersonId, Notify),
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
    let entries = app.store.read(|db| log::entries(db, dossier))?;
    let (mut before, mut after, mut event) = (State::default(), State::default(), None);
    let now = State::of(entries.iter().map(|entry| &entry.event)).intake;
    for entry in entries.into_iter().filter(|entry| entry.seq <= seq) {
        before = after.clone();
        after = evolve(after, &entry.event);
        event = Some(entry.event);
    }
    let Some(submitted) = after.intake.submitted.clone() else { return Ok(None) };
    let version = app.directory.version(&submitted.procedure, submitted.version)?;
    let offset = app.directory.newest()?.calendar_of(&submitted.agency)?.data().utc_offset;
    let consultation = consulted(&after, event.as_ref());
    let about = About {
        dossier: named(app, &after, &version)?,
        offset,
        appointment: after.deadline.clock.as_ref().map(|clock| clock.appointment),
        holders: dossier::holders(&after),
        proposal: before.deadline.proposal.clone(),
        consultation: consultation.clone(),
        names: names(app, &version, version.process_of(&submitted.case))?,
    };
    let (occasions, event) = match warning {
        Some(given) => (self::warning(given, &about).into_iter().collect(), None),
        None => (event.as_ref().map(|event| self::occasions(event, &about)).unwrap_or_default(), event),
    };
    let applicant = (now.applicant.unwrap_or(submitted.applicant), now.notify);
    let (agency, field) = (submitted.agency, version.field().to_owned());
    Ok(Some(Moment { before, after, event, consultation, occasions, applicant, offset, agency, field }))
}

fn named(app: &App, state: &State, version: &Version) -> Result<Dossier, Problem> {
    let newest = app.directory.newest()?;
    let agency = state.intake.submitted.as_ref().and_then(|submitted| newest.agency(&submitted.agency));
    let number =
        state.intake.accepted.as_ref().map(|accepted| accepted.number.to_string()).unwrap_or_default();
    let link = match number.as_str() {
        "" => String::new(),
        number => format!("{}/ho-so/{number}", app.config.notices.site),
    };
    Ok(Dossier {
        procedure: version.name().to_owned(),
        agency: agency.map(|agency| agency.name.clone()).unwrap_or_default(),
        hotline: agency.and_then(|agency| agency.hotline.clone()).unwrap_or_default(),
        number,
        link,
    })
}

/// The consultation that the event is about.
fn consulted(state: &State, event: Option<&Event>) -> Option<routing::Consulted> {
    let number = match event? {
        Event::Routing(routing::Event::Consulted(consulted)) => consulted.number,
        Event::Routing(routing::Event::ConsultationAnswered(answered)) => answered.number,
        Event::Routing(routing::Event::ConsultationUnanswered(unanswered)) => unanswered.number,
        _ => return None,
    };
    let mut all = state.routing.consultations.iter();
    all.find(|one| one.asked.number == number).map(|one| one.asked.clone())
}

fn names(app: &App, version: &Version, process: &Process) -> Result<Names, Problem> {
    let (newest, content) = (app.directory.newest()?, version.content());
    let steps = process.legs.iter().flat_map(|leg| &leg.steps);
    Ok(Names {
        agencies: newest.agencies.iter().map(|agency| (agency.code.clone(), agency.name.clone())).collect(),
        components: content.components.iter().map(|one| (one.code.clone(), one.name.clone())).collect(),
        grounds: content.grounds.iter().map(|ground| (ground.code.clone(), ground.text.clone())).collect(),
        legs: process
            .legs
            .iter()
            .map(|leg| (leg.code.clone(), leg.paper.as_ref().map_or(&leg.name, |paper| &paper.name).clone()))
            .collect(),
        steps: steps.map(|step| (step.code.clone(), step.name.clone())).collect(),
    })
}
