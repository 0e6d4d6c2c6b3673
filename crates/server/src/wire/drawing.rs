//! A process, and where a dossier stands in it, in the words of a picture.

use super::appointment::in_words;
use super::catalogue::condition_in_words;
use super::legs::name_of;
use super::steps;
use crate::app::App;
use crate::http::Problem;
use crate::import::NOMINAL_DAY;
use calendar::{english_moment, vietnamese_moment};
use catalog::{Draft, Leg, Process, Version};
use dossier::{Facts, State};
use kernel::{AgencyCode, CaseCode, Lang};
use picture::{Dates, Direction, LegState, Now, Picture};
use routing::{LegInTime, Standing};
use time::{OffsetDateTime, UtcOffset};

/// A published process under one of its leads, with its longest path.
///
/// # Errors
/// The database.
pub fn process(
    app: &App,
    version: &Version,
    case: &CaseCode,
    lead: &AgencyCode,
    direction: Direction,
    lang: Lang,
) -> Result<String, Problem> {
    drawn(app, version.content(), version.process_of(case), lead, direction, lang)
}

/// The process of a draft under one of its leads; not found where it has none that can be drawn.
///
/// # Errors
/// Not found; the database.
pub fn draft(app: &App, draft: &Draft, direction: Direction, lang: Lang) -> Result<String, Problem> {
    let lead = draft.received_by.first().ok_or(Problem::NotFound)?;
    let process = draft.processes().next().ok_or(Problem::NotFound)?;
    app.directory.newest()?.agency(lead).ok_or(Problem::NotFound)?;
    process.check(NOMINAL_DAY).map_err(|_| Problem::NotFound)?;
    drawn(app, draft, process, lead, direction, lang)
}

fn drawn(
    app: &App,
    content: &Draft,
    process: &Process,
    lead: &AgencyCode,
    direction: Direction,
    lang: Lang,
) -> Result<String, Problem> {
    let day = app.directory.newest()?.calendar_of(lead)?.data().minutes_per_day;
    let critical = process.longest_path(day).legs;
    let reader = Drawing { app, content, lead, lang };
    let legs = process.legs.iter().map(|leg| reader.leg(leg)).collect::<Result<_, _>>()?;
    let title = format!("{} - {}", content.code, content.name);
    let critical = critical.iter().map(ToString::to_string).collect();
    reader.svg(Picture { title, legs, critical, direction, ..Picture::default() })
}

/// A dossier's process at the facts' moment, with the path that decides when the whole is done.
///
/// # Errors
/// Not found before anything was submitted; the database.
pub fn dossier(
    app: &App,
    state: &State,
    version: &Version,
    facts: &Facts,
    direction: Direction,
    lang: Lang,
) -> Result<String, Problem> {
    let submitted = state.intake.submitted.as_ref().ok_or(Problem::NotFound)?;
    let process = version.process_of(&submitted.case);
    let offset = facts.calendar().data().utc_offset;
    let told = Told { state, process, offset, lang };
    let reader = Drawing { app, content: version.content(), lead: facts.agency(), lang };
    let plan = dossier::plan(state, facts);
    let legs = plan.iter().filter_map(|in_time| Some((in_time, process.leg(&in_time.leg)?)));
    let legs = legs.map(|(in_time, leg)| Ok(told.standing(in_time, reader.leg(leg)?)));
    let legs = legs.collect::<Result<_, Problem>>()?;
    let critical = plan.iter().filter(|leg| leg.critical).map(|leg| leg.leg.to_string()).collect();
    let now = Some(told.now(facts.now()));
    let number = state.intake.accepted.as_ref().map(|accepted| format!("{} - ", accepted.number));
    let title = format!("{}{}", number.unwrap_or_default(), version.name());
    reader.svg(Picture { title, legs, critical, now, direction, ..Picture::default() })
}

/// A process under one lead, in one language.
struct Drawing<'a> {
    app: &'a App,
    content: &'a Draft,
    lead: &'a AgencyCode,
    lang: Lang,
}

impl Drawing<'_> {
    fn leg(&self, leg: &Leg) -> Result<picture::Leg, Problem> {
        let agency = leg.agency_under(self.lead);
        let components = &self.content.components;
        let condition = leg.only_if.as_ref();
        Ok(picture::Leg {
            code: leg.code.to_string(),
            name: leg.name.clone(),
            agency: name_of(self.app, agency)?,
            agency_is_lead: agency == self.lead,
            after: leg.after.iter().map(ToString::to_string).collect(),
            share: in_words(leg.share, self.lang),
            conditional: condition.map(|condition| condition_in_words(condition, components, self.lang)),
            payment: leg.payment.as_ref().map(|payment| payment.purpose.clone()),
            ..picture::Leg::default()
        })
    }

    fn svg(&self, picture: Picture) -> Result<String, Problem> {
        let lang = match self.lang {
            Lang::Vi => picture::Lang::Vi,
            Lang::En => picture::Lang::En,
        };
        Ok(picture::svg(&Picture { lead: name_of(self.app, self.lead)?, lang, ..picture }))
    }
}

/// A dossier, told in one language.
struct Told<'a> {
    state: &'a State,
    process: &'a Process,
    offset: UtcOffset,
    lang: Lang,
}

impl Told<'_> {
    fn standing(&self, in_time: &LegInTime, leg: picture::Leg) -> picture::Leg {
        let is_done = in_time.standing == Standing::Done;
        let dates = Dates {
            from: in_time.from.map(|at| self.moment(at)),
            due: in_time.due.map(|at| self.moment(at)),
            done: in_time.done.filter(|_| is_done).map(|at| self.moment(at)),
        };
        let open = self.state.routing.open.iter().find(|open| open.opened.leg == in_time.leg);
        picture::Leg {
            state: leg_state(in_time.standing),
            dates: Some(dates).filter(|_| in_time.from.is_some()),
            holder: open.map(|open| steps::name_of(self.process, &open.opened.step)),
            late: in_time.used_minutes > in_time.given_minutes,
            ..leg
        }
    }

    fn now(&self, now: OffsetDateTime) -> Now {
        let clock = self.state.deadline.clock.as_ref();
        let accepted = self.state.intake.accepted.as_ref();
        Now {
            at: self.moment(now),
            accepted: accepted.map(|accepted| self.moment(accepted.at)),
            appointment: clock.map(|clock| self.moment(clock.appointment.at)),
            returned: self.state.result.returned.as_ref().map(|returned| self.moment(returned.at)),
        }
    }

    fn moment(&self, at: OffsetDateTime) -> String {
        let at = at.to_offset(self.offset);
        match self.lang {
            Lang::Vi => vietnamese_moment(at),
            Lang::En => english_moment(at),
        }
    }
}

fn leg_state(standing: Standing) -> LegState {
    match standing {
        Standing::Ahead => LegState::Ahead,
        Standing::AwaitingPayment => LegState::Waiting,
        Standing::Open => LegState::Open,
        Standing::Resting => LegState::Resting,
        Standing::SentBack => LegState::SentBack,
        Standing::Done => LegState::Done,
        Standing::Skipped => LegState::Skipped,
    }
}
