//! Procedures: taken in from a file, after a dry run. What may be published is, the rest stays a draft with everything it
//! lacks.

use super::{Books, Keeper, Plan};
use crate::app::App;
use crate::http::{InputError, Problem};
use crate::import::{Judged, NOMINAL_DAY, Outcome};
use catalog::files::{self, Format};
use catalog::{AgencyTree, Basis, Draft, Lack, publish};
use kernel::ProcedureCode;
use sha2::{Digest, Sha256};
use store::catalogue;
use store::office::{Change, Subject};

/// Reads a catalogue file: JSON where it begins with a brace, TOML otherwise.
///
/// # Errors
/// 422 with what the parser says.
pub fn read(text: &str) -> Result<Vec<Draft>, Problem> {
    let format = if text.trim_start().starts_with('{') { Format::Json } else { Format::Toml };
    let drafts = files::procedures(text, format).map_err(|why| {
        let (vi, en) = (format!("Không đọc được tệp: {why}"), why.to_string());
        Problem::Input(vec![InputError { pointer: "/text".to_owned(), code: "unfit", vi, en }])
    })?;
    if drafts.is_empty() {
        return Err(Problem::input(
            "/text",
            "empty",
            "Tệp không có thủ tục nào.",
            "The file has no procedure.",
        ));
    }
    let is_twice = |at: usize| drafts[..at].iter().any(|before| before.code == drafts[at].code);
    if let Some(twice) = (0..drafts.len()).find(|at| is_twice(*at)) {
        let code = &drafts[twice].code;
        return Err(Problem::Input(vec![InputError {
            pointer: "/text".to_owned(),
            code: "twice",
            vi: format!("Thủ tục {code} có hai lần trong tệp; hãy giữ lại một."),
            en: format!("Procedure {code} stands in the file twice; keep one."),
        }]));
    }
    Ok(drafts)
}

/// What would become of each procedure: the dry run. Nothing is kept.
///
/// # Errors
/// The database.
pub fn tried(app: &App, drafts: Vec<Draft>) -> Result<Vec<Judged>, Problem> {
    let tree = agencies(app)?;
    drafts.into_iter().map(|draft| Ok(Judged::of(&app.store, draft, &tree)?)).collect()
}

/// The drafts that are kept, each with everything that it lacks by the agencies there are now.
///
/// # Errors
/// The database.
pub fn drafts(app: &App) -> Result<Vec<(Draft, Vec<Lack>)>, Problem> {
    let tree = agencies(app)?;
    let basis = Basis { agencies: &tree, minutes_per_day: NOMINAL_DAY };
    let lacking = |draft: Draft| {
        let lacks = publish(&draft, 1, basis).err().unwrap_or_default();
        (draft, lacks)
    };
    Ok(app.store.read(catalogue::all_drafts)?.into_iter().map(lacking).collect())
}

/// The draft of a procedure, judged; none where there is none.
///
/// # Errors
/// The database.
pub fn draft(app: &App, code: &ProcedureCode) -> Result<Option<Judged>, Problem> {
    let Some(draft) = app.store.read(|db| catalogue::draft(db, code))? else { return Ok(None) };
    Ok(Some(Judged::of(&app.store, draft, &agencies(app)?)?))
}

/// Takes procedures in, all of them or none.
///
/// # Errors
/// [`Problem::Changed`] where something else would become of them than the keeper has seen; the database.
pub fn take_in(app: &App, by: &Keeper, drafts: Vec<Draft>) -> Result<(), Problem> {
    if by.done_before(&app.store)?.is_some() {
        return Ok(());
    }
    let judged = tried(app, drafts)?;
    by.expects(fingerprint(&judged))?;
    let plans: Vec<Plan> = judged.iter().filter_map(plan).collect();
    if plans.is_empty() {
        return Ok(());
    }
    let at = app.clock.now();
    Books::of(app).carry_out_all(by, plans, move |db| judged.iter().try_for_each(|one| one.keep(db, at)))
}

/// Tells one dry run from another: what was shown is what is confirmed.
pub fn fingerprint(judged: &[Judged]) -> i64 {
    let mut hash = Sha256::new();
    for one in judged {
        hash.update(format!("{} {:?}\n", one.draft.code, one.outcome()));
    }
    hash.finalize().iter().take(7).fold(0, |sum, byte| sum << 8 | i64::from(*byte))
}

fn agencies(app: &App) -> Result<AgencyTree, Problem> {
    let tree = AgencyTree::new(app.store.read(catalogue::all_agencies)?);
    tree.map_err(|why| Problem::Fault(why.to_string()))
}

fn plan(judged: &Judged) -> Option<Plan> {
    let number = |number: u32| number.to_string();
    let (deed, changes) = match judged.outcome() {
        Outcome::Unchanged(_) => return None,
        Outcome::Published(version) => {
            let from = judged.current.as_ref().map(|current| number(current.number));
            ("published", Change::of("version", from.unwrap_or_default(), number(version)))
        }
        Outcome::Draft(lacks) => {
            ("left-draft", Change::of("lacks", "", number(u32::try_from(lacks.len()).ok()?)))
        }
    };
    let (about, changes) = (judged.draft.code.to_string(), changes.into_iter().collect());
    Some(Plan { subject: Subject::Procedure, about, deed, changes })
}
