//! A dossier as a member of staff sees it now, with the names that stand behind its ids.

use crate::app::App;
use crate::facts::facts_of;
use crate::http::Problem;
use crate::wire::dossier::DossierOut;
use catalog::Version;
use dossier::{Act, Facts, State};
use kernel::{Actor, AgencyCode, CaseCode, DossierId, Lang, LegCode, Said, Staff, UserId};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;
use store::query::{Ref, Scope};
use store::{accounts, log};
use time::{OffsetDateTime, UtcOffset};
use uuid::Uuid;

/// Who looks at a dossier, and acts on it.
#[derive(Debug, Clone)]
pub(crate) struct Doer {
    /// Who.
    pub(crate) actor: Actor,
    /// Within which reach.
    pub(crate) scope: Scope,
    /// In which language.
    pub(crate) lang: Lang,
    /// Where the dossier's page is for them.
    pub(crate) page: String,
}

impl Doer {
    /// A member of staff at a dossier that an address names.
    pub(crate) fn staff(staff: &Staff, named: &str) -> Self {
        let (actor, scope) = (Actor::Staff(staff.clone()), Scope::of(staff));
        Self { actor, scope, lang: Lang::Vi, page: format!("/lam-viec/ho-so/{named}") }
    }

    /// Whoever holds the dossier's secret.
    pub(crate) fn holder(id: DossierId, named: &str, lang: Lang) -> Self {
        Self { actor: Actor::Applicant, scope: Scope::Holder(id), lang, page: format!("/ho-so/{named}") }
    }
}

/// A dossier, in words and as it is.
pub(crate) struct Seen {
    /// Who sees it.
    pub(crate) by: Doer,
    /// In words.
    pub(crate) out: DossierOut,
    /// As it is.
    pub(crate) state: State,
    /// The version it is judged by.
    pub(crate) version: Arc<Version>,
    /// The facts of this moment, for who sees it.
    pub(crate) facts: Facts,
    /// What they may do.
    pub(crate) may: Vec<Act>,
    names: BTreeMap<Uuid, String>,
    agencies: BTreeMap<AgencyCode, String>,
}

impl Seen {
    /// The dossier, if they may see it.
    ///
    /// # Errors
    /// Not found; the database.
    pub(crate) fn by(app: &App, by: Doer, reference: &Ref) -> Result<Self, Problem> {
        let loaded = app.store.read(|db| log::load(db, &by.scope, reference))?.ok_or(Problem::NotFound)?;
        let (version, facts) = facts_of(app, &by.actor, &loaded.state)?;
        let out = DossierOut::of(app, &loaded, &version, &facts, &by.scope, by.lang)?;
        let names = names(app, &out, &loaded.state)?;
        let newest = app.directory.newest()?;
        let agencies =
            newest.agencies.iter().map(|agency| (agency.code.clone(), agency.name.clone())).collect();
        let may = dossier::may(&loaded.state, &facts);
        Ok(Self { by, out, state: loaded.state, version, facts, may, names, agencies })
    }

    /// Who that is; nothing where nobody is named.
    pub(crate) fn name(&self, user: Option<Uuid>) -> &str {
        user.and_then(|user| self.names.get(&user)).map_or("", String::as_str)
    }

    /// What an agency is called.
    pub(crate) fn agency(&self, code: &str) -> String {
        let known = code.parse().ok().and_then(|code: AgencyCode| self.agencies.get(&code));
        known.map_or_else(|| code.to_owned(), Clone::clone)
    }

    /// What a leg is called.
    pub(crate) fn leg(&self, code: &LegCode) -> String {
        let known = self.out.legs.iter().find(|known| known.leg == code.as_str());
        known.map_or_else(|| code.to_string(), |leg| leg.name.clone())
    }

    /// Every agency, by name.
    pub(crate) fn agencies(&self) -> impl Iterator<Item = (&AgencyCode, &String)> {
        self.agencies.iter()
    }

    /// Its case.
    pub(crate) fn case(&self) -> CaseCode {
        let submitted = self.state.intake.submitted.as_ref();
        submitted
            .map_or_else(|| self.version.content().cases[0].code.clone(), |submitted| submitted.case.clone())
    }

    /// The zone of its counter.
    pub(crate) fn offset(&self) -> UtcOffset {
        self.facts.calendar().data().utc_offset
    }

    /// A moment, as the counter's clock has it.
    pub(crate) fn local(&self, at: OffsetDateTime) -> OffsetDateTime {
        at.to_offset(self.offset())
    }

    /// The words in the language of who sees it.
    pub(crate) fn say(&self, vi: &'static str, en: &'static str) -> &'static str {
        Said { vi, en }.to(self.by.lang)
    }

    /// Its number, or that it has none yet.
    pub(crate) fn called(&self) -> String {
        self.out.code.clone().unwrap_or_else(|| self.say("chưa có mã", "without a number yet").to_owned())
    }
}

fn names(app: &App, out: &DossierOut, state: &State) -> Result<BTreeMap<Uuid, String>, Problem> {
    let steps = out.steps.iter().filter_map(|step| step.officer);
    let late = state.deadline.proposal.iter().map(|proposed| proposed.by.0);
    let given = state.deadline.rescheduled.iter().flat_map(|given| [given.by.0, given.proposed_by.0]);
    let asked = out.asked.guidance.iter().chain(&out.asked.supplements).map(|notice| notice.by);
    let holders = out.lateness.breaches.iter().flat_map(|breach| &breach.holders);
    let held = holders.filter_map(|holder| holder.officer);
    let consulted = out.consultations.iter().map(|consultation| consultation.by);
    let mut names = BTreeMap::new();
    for user in steps.chain(late).chain(given).chain(asked).chain(consulted).chain(held) {
        if let Entry::Vacant(unknown) = names.entry(user) {
            let contact = app.store.read(|db| accounts::signer(db, UserId(user)))?;
            unknown.insert(contact.map(|contact| contact.name).unwrap_or_default());
        }
    }
    Ok(names)
}
