//! Taking a submission down, and accepting it where nothing is missing: two acts, each once.

use super::known::KnownOut;
use crate::app::App;
use crate::execute::{Act, Target, done_under, execute_and_wait};
use crate::handlers::dossiers::submit::handing_in;
use crate::http::{Asked, Key, Problem, Terms};
use crate::pages::Sent;
use crate::pages::found::faults;
use crate::wire::submission::SubmissionIn;
use catalog::Version;
use front::Fault;
use kernel::{Actor, CaseCode, DossierId, Lang, Staff};
use store::log;
use store::query::{Ref, Scope};

/// What became of a form.
pub(super) enum Taken {
    /// It is accepted.
    Accepted(DossierId),
    /// It is taken down: something is missing, or the clerk only wanted that.
    Submitted(DossierId),
    /// Only the applicant was looked for.
    Recalled(Option<KnownOut>),
    /// Nothing yet: this is missing or wrong.
    Faulty(Vec<Fault>),
    /// Nothing: the form was used before, for what it held then.
    Used,
}

/// What became of a form that was sent before: the id that it was given is its dossier's. Sent again with other words in it, it
/// isn't that dossier's form any more.
///
/// # Errors
/// The database.
pub(super) fn already_taken(
    app: &App,
    by: &Staff,
    id: DossierId,
    terms: &Terms,
) -> Result<Option<Taken>, Problem> {
    let there = app.store.read(|db| log::load(db, &Scope::of(by), &Ref::Id(id)))?;
    let Some(dossier) = there else { return Ok(None) };
    let target = Target::Known(Scope::of(by), Ref::Id(id));
    let is_the_same = match done_under(app, &Actor::Staff(by.clone()), &target, terms) {
        // Its key was used, for other words.
        Err(Problem::Input(_)) => false,
        done => done?,
    };
    Ok(Some(match (is_the_same, dossier.state.intake.accepted.is_some()) {
        (false, _) => Taken::Used,
        (true, true) => Taken::Accepted(id),
        (true, false) => Taken::Submitted(id),
    }))
}

/// What is missing or wrong, as it is typed so far.
///
/// # Errors
/// [`Problem::Input`] with the names of the fields.
pub(super) fn checked(version: &Version, case: &CaseCode, sent: Sent) -> Result<Vec<Fault>, Problem> {
    Ok(faults(version, case, &submission(version, case, sent)?, Lang::Vi))
}

fn submission(version: &Version, case: &CaseCode, sent: Sent) -> Result<SubmissionIn, Problem> {
    let mut sent = sent.listing("/components", "component");
    sent.typed = sent.typed.with("/procedure", version.code().as_str()).with("/case", case.as_str());
    sent.read()
}

/// Takes it down; accepts it where the clerk wants that and nothing is missing: otherwise nothing is taken down yet.
///
/// # Errors
/// [`Problem::Input`] with the names of the fields; a broken rule; the database.
pub(super) fn taken(
    app: &App,
    by: &Staff,
    version: &Version,
    case: &CaseCode,
    sent: Sent,
) -> Result<Taken, Problem> {
    let wants_acceptance = sent.typed.get("tiep-nhan").is_some();
    let id = DossierId(sent.future.ok_or(Problem::Unsealed)?);
    let terms = sent.terms.clone();
    let body = submission(version, case, sent)?;
    let faults = faults(version, case, &body, Lang::Vi);
    if wants_acceptance && !faults.is_empty() {
        return Ok(Taken::Faulty(faults));
    }
    let asked = Asked { body, terms: terms.clone() };
    let id = execute_and_wait(app, &handing_in(app, id, Some(by.clone()), asked)?)?.dossier.id;
    if !wants_acceptance {
        return Ok(Taken::Submitted(id));
    }
    let on = Target::Known(Scope::of(by), Ref::Id(id));
    let act = Act::new(Actor::Staff(by.clone()), on, intake::Command::Accept, after(&terms));
    // It is taken down by now: where accepting fails, it leads to its page, which offers that again.
    let accepted = execute_and_wait(app, &act)
        .inspect_err(|why| tracing::warn!(dossier = %id, why = why.slug(), "taken down, not accepted"));
    Ok(accepted.map_or(Taken::Submitted(id), |_| Taken::Accepted(id)))
}

/// The second act of the same form has a key of its own.
fn after(terms: &Terms) -> Terms {
    let key = terms.key.as_ref().map(|key| Key { key: format!("{}+", key.key), hash: key.hash.clone() });
    Terms { key, if_match: None }
}
