//! What was asked of the applicant in writing, and what lacks after they brought something: as it goes out.

use super::acts::StandingOut;
use super::appointment::{AppointmentOut, Detail};
use super::schemas;
use super::submission::FaultOut;
use crate::execute::{Done, Judged};
use crate::http::Problem;
use catalog::Version;
use dossier::State;
use intake::{FaultKind, Guided, Item, Requested};
use kernel::{AgencyCode, ComponentCode, Lang};
use serde::Serialize;
use time::OffsetDateTime;
use utoipa::ToSchema;
use uuid::Uuid;

/// One thing asked of the applicant, as it was told.
#[derive(Debug, Serialize, ToSchema)]
pub struct ItemOut {
    /// The component; none for the applicant's details.
    pub(crate) component: Option<String>,
    /// The component's name.
    pub(crate) name: Option<String>,
    /// What is wrong.
    #[schema(schema_with = schemas::fault)]
    pub(crate) fault: FaultKind,
    /// In words.
    pub(crate) detail: &'static str,
    /// What is to be done.
    pub(crate) note: String,
}

/// A guidance notice or a supplement request, as it went out.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoticeOut {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) at: OffsetDateTime,
    /// Who signed it.
    pub(crate) by: Uuid,
    /// Everything it asks for.
    pub(crate) items: Vec<ItemOut>,
    /// By when it is to be brought, for a supplement: then the dossier is closed.
    #[serde(with = "time::serde::rfc3339::option", skip_serializing_if = "Option::is_none")]
    pub(crate) due: Option<OffsetDateTime>,
    /// Whether a supplement was asked for after the term for asking.
    pub(crate) after_term: bool,
    /// For a second one: the article of the field's own law that allows it.
    pub(crate) exception: Option<String>,
    /// The agencies that were asked what they need of a supplement and said nothing.
    pub(crate) silent: Vec<String>,
}

/// What the agencies still to act need of the one supplement request, while it is gathered.
#[derive(Debug, Serialize, ToSchema)]
pub struct GatheringOut {
    /// When it was opened.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) at: OffsetDateTime,
    /// By which agency.
    pub(crate) agency: String,
    /// By when the others are to say what they need: silence is none.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) needs_due: OffsetDateTime,
    /// What each agency needs that has said so, the opening one first.
    pub(crate) needs: Vec<NeedOut>,
    /// The agencies that haven't said anything yet.
    pub(crate) waiting_for: Vec<String>,
}

/// What one agency needs.
#[derive(Debug, Serialize, ToSchema)]
pub struct NeedOut {
    pub(crate) agency: String,
    /// Nothing where it needs nothing.
    pub(crate) items: Vec<ItemOut>,
}

/// Where a dossier stands once a supplement was asked for: at once, or while it is gathered what all agencies need.
#[derive(Debug, Serialize, ToSchema)]
pub struct SupplementAskedOut {
    #[serde(flatten)]
    pub(crate) standing: StandingOut,
    /// What went out.
    pub(crate) notice: Option<NoticeOut>,
    /// What is being gathered.
    pub(crate) gathering: Option<GatheringOut>,
}

/// Everything that was asked of the applicant so far.
#[derive(Debug, Serialize, ToSchema)]
pub struct AskedOut {
    /// The guidance notices.
    pub(crate) guidance: Vec<NoticeOut>,
    /// The supplement requests.
    pub(crate) supplements: Vec<NoticeOut>,
    /// What is being gathered for the one supplement request of several agencies.
    pub(crate) gathering: Option<GatheringOut>,
    /// What was asked for and isn't there yet.
    pub(crate) open: Vec<ItemOut>,
}

/// Where a dossier stands once something was asked for.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoticeSentOut {
    #[serde(flatten)]
    pub(crate) standing: StandingOut,
    /// What went out.
    pub(crate) notice: NoticeOut,
}

/// Where a dossier stands once something was brought.
#[derive(Debug, Serialize, ToSchema)]
pub struct BroughtOut {
    #[serde(flatten)]
    pub(crate) standing: StandingOut,
    /// What the system finds missing or wrong now; before acceptance.
    pub(crate) faults: Vec<FaultOut>,
    /// What was asked for and isn't there yet.
    pub(crate) open: Vec<ItemOut>,
    /// When the result is due; after acceptance.
    pub(crate) appointment: Option<AppointmentOut>,
}

impl ItemOut {
    /// Items of a dossier, said in `lang`.
    pub fn all(items: &[Item], state: &State, version: &Version, lang: Lang) -> Vec<Self> {
        let told = items.iter().map(|item| Self {
            component: item.component.as_ref().map(ToString::to_string),
            name: item.component.as_ref().map(|component| name_of(component, state, version)),
            fault: item.fault,
            detail: item.fault.said().to(lang),
            note: item.note.clone(),
        });
        told.collect()
    }
}

impl NoticeOut {
    fn guidance(guided: &Guided, state: &State, version: &Version, lang: Lang) -> Self {
        Self {
            at: guided.at,
            by: guided.by.0,
            items: ItemOut::all(&guided.items, state, version, lang),
            due: None,
            after_term: false,
            exception: guided.exception.clone(),
            silent: Vec::new(),
        }
    }

    fn supplement(requested: &Requested, state: &State, version: &Version, lang: Lang) -> Self {
        Self {
            at: requested.at,
            by: requested.by.0,
            items: ItemOut::all(&requested.items, state, version, lang),
            due: Some(requested.due.at),
            after_term: requested.after_term,
            exception: requested.exception.clone(),
            silent: requested.silent.iter().map(ToString::to_string).collect(),
        }
    }
}

impl AskedOut {
    /// What was asked of a dossier's applicant.
    pub fn of(state: &State, version: &Version, lang: Lang) -> Self {
        let (guided, requested) = (state.intake.guided.iter(), state.intake.requested.iter());
        Self {
            guidance: guided.map(|guided| NoticeOut::guidance(guided, state, version, lang)).collect(),
            supplements: requested.map(|asked| NoticeOut::supplement(asked, state, version, lang)).collect(),
            gathering: GatheringOut::of(state, version, lang),
            open: ItemOut::all(&state.intake.open, state, version, lang),
        }
    }
}

impl GatheringOut {
    /// What is being gathered, if anything is.
    fn of(state: &State, version: &Version, lang: Lang) -> Option<Self> {
        let gathering = state.intake.gathering.as_ref()?;
        let need = |agency: &AgencyCode, items: &[Item]| NeedOut {
            agency: agency.to_string(),
            items: ItemOut::all(items, state, version, lang),
        };
        let asked = &gathering.asked;
        let stated = gathering.stated.iter().map(|stated| need(&stated.agency, &stated.items));
        Some(Self {
            at: asked.at,
            agency: asked.agency.to_string(),
            needs_due: asked.due.at,
            needs: std::iter::once(need(&asked.agency, &asked.items)).chain(stated).collect(),
            waiting_for: gathering.silent().map(ToString::to_string).collect(),
        })
    }
}

impl SupplementAskedOut {
    /// What went out, or what is being gathered.
    pub fn of(done: &Done, lang: Lang) -> Self {
        let (state, version) = (&done.dossier.state, &done.by.version);
        let out = state.intake.supplement_open.as_ref();
        Self {
            standing: StandingOut::of(done.dossier.id, state),
            notice: out.map(|requested| NoticeOut::supplement(requested, state, version, lang)),
            gathering: GatheringOut::of(state, version, lang),
        }
    }
}

impl NoticeSentOut {
    /// The guidance notice that went out last.
    ///
    /// # Errors
    /// Not found where none did.
    pub fn guidance(done: &Done, lang: Lang) -> Result<Self, Problem> {
        let (state, version) = (&done.dossier.state, &done.by.version);
        let guided = state.intake.guided.last().ok_or(Problem::NotFound)?;
        Ok(Self {
            standing: StandingOut::of(done.dossier.id, state),
            notice: NoticeOut::guidance(guided, state, version, lang),
        })
    }
}

impl BroughtOut {
    /// What lacks after something was brought.
    ///
    /// # Errors
    /// As [`AppointmentOut::of`].
    pub fn of(done: &Done, detail: Detail, lang: Lang) -> Result<Self, Problem> {
        let (state, Judged { version, calendar }) = (&done.dossier.state, &done.by);
        let faults = state.intake.faults.iter().filter(|_| state.intake.accepted.is_none());
        Ok(Self {
            standing: StandingOut::of(done.dossier.id, state),
            faults: faults.map(|fault| FaultOut::of(fault, lang)).collect(),
            open: ItemOut::all(&state.intake.open, state, version, lang),
            appointment: AppointmentOut::of(calendar.as_deref(), state, detail, lang)?,
        })
    }
}

/// What a component is called; nothing where the published version has no such.
pub fn name_of(component: &ComponentCode, state: &State, version: &Version) -> String {
    let case = state.intake.submitted.as_ref().map(|submitted| &submitted.case);
    let listed = case.and_then(|case| version.component_of(case, component));
    listed.map(|component| component.name.clone()).unwrap_or_default()
}
