//! Takes a catalogue into the store: what may be published is, the rest stays a draft with everything it lacks told.

use catalog::adoption::Adoption;
use catalog::{Agency, AgencyTree, Basis, Draft, Lack, Load, Version, publish};
use kernel::ProcedureCode;
use std::fmt;
use store::catalogue::{self, Publication};
use store::{Db, Store, StoreError};
use time::OffsetDateTime;

/// What became of one procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its code.
    pub code: ProcedureCode,
    /// Its name.
    pub name: String,
    /// What became of it.
    pub outcome: Outcome,
    /// What wants a person's eye all the same.
    pub remarks: Vec<String>,
}

/// What became of one procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Published as this version.
    Published(u32),
    /// The current version says the same already.
    Unchanged(u32),
    /// Left a draft: it lacks these.
    Draft(Vec<String>),
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.outcome {
            Outcome::Published(version) => {
                write!(f, "{}  published, version {version}  {}", self.code, self.name)?;
            }
            Outcome::Unchanged(version) => {
                write!(f, "{}  unchanged, version {version}  {}", self.code, self.name)?;
            }
            Outcome::Draft(lacks) => {
                write!(f, "{}  LEFT A DRAFT  {}", self.code, self.name)?;
                lacks.iter().try_for_each(|lack| write!(f, "\n    lacks: {lack}"))?;
            }
        }
        self.remarks.iter().try_for_each(|remark| write!(f, "\n    remark: {remark}"))
    }
}

/// Takes agencies in, those above before those below.
///
/// # Errors
/// A tree that isn't one, together with the agencies there are already; the database.
pub fn agencies(store: &Store, agencies: &[Agency]) -> Result<(), StoreError> {
    let known = store.read(catalogue::all_agencies)?;
    let others = known.into_iter().filter(|known| agencies.iter().all(|agency| agency.code != known.code));
    let tree = AgencyTree::new(others.chain(agencies.iter().cloned()).collect());
    let tree = tree.map_err(|why| StoreError::Stored(why.to_string()))?;
    let mut ordered: Vec<Agency> = agencies.to_vec();
    ordered.sort_by_key(|agency| tree.above(&agency.code).count());
    store.write(move |db| ordered.iter().try_for_each(|agency| catalogue::put_agency(db, agency)))
}

/// Takes procedures in, each with what is to be remarked on it, after `adoption` has added what the province adds.
/// Each procedure is taken in whole, or not at all.
///
/// # Errors
/// The database.
pub fn procedures(
    store: &Store,
    drafts: Vec<(Draft, Vec<String>)>,
    adoption: Option<&Adoption>,
    at: OffsetDateTime,
) -> Result<Vec<Line>, StoreError> {
    let tree = AgencyTree::new(store.read(catalogue::all_agencies)?);
    let tree = tree.map_err(|why| StoreError::Stored(why.to_string()))?;
    let taken = drafts.into_iter().map(|(mut draft, remarks)| {
        if let Some(adoption) = adoption {
            adoption.take_up(&mut draft, NOMINAL_DAY);
        }
        let judged = Judged::of(store, draft, &tree)?;
        let (code, name, outcome) = (judged.draft.code.clone(), judged.draft.name.clone(), judged.outcome());
        store.write(move |db| judged.keep(db, at))?;
        Ok(Line { code, name, outcome, remarks })
    });
    taken.collect()
}

/// The nominal working day by which shares are added up, in minutes.
pub const NOMINAL_DAY: u32 = 480;

/// A procedure, and what would become of it if it were taken in.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The procedure.
    pub draft: Draft,
    /// The version that is published now.
    pub current: Option<Version>,
    /// The version it would be, or everything that it lacks.
    pub verdict: Result<Version, Vec<Lack>>,
}

impl Judged {
    /// Judges a procedure by the agencies there are. Nothing is kept.
    ///
    /// # Errors
    /// The database.
    pub fn of(store: &Store, draft: Draft, agencies: &AgencyTree) -> Result<Self, StoreError> {
        let current = store.read(|db| catalogue::current_version(db, &draft.code))?;
        let next = store.read(|db| catalogue::next_number(db, &draft.code))?;
        let verdict = publish(&draft, next, Basis { agencies, minutes_per_day: NOMINAL_DAY });
        Ok(Self { draft, current, verdict })
    }

    /// What would become of it.
    pub fn outcome(&self) -> Outcome {
        match (&self.verdict, &self.current) {
            (Ok(version), Some(current)) if current.content() == version.content() => {
                Outcome::Unchanged(current.number)
            }
            (Ok(version), _) => Outcome::Published(version.number),
            (Err(lacks), _) => Outcome::Draft(lacks.iter().map(ToString::to_string).collect()),
        }
    }

    /// Publishes it, or keeps it as a draft with what it lacks; one that says nothing new is left alone.
    ///
    /// # Errors
    /// The database.
    pub fn keep(&self, db: &mut Db, at: OffsetDateTime) -> Result<(), StoreError> {
        match (&self.verdict, self.outcome()) {
            (_, Outcome::Unchanged(_)) => Ok(()),
            (Ok(version), _) => catalogue::put_version(db, &publication(version), at),
            (Err(lacks), _) => {
                let lacks: Vec<String> = lacks.iter().map(ToString::to_string).collect();
                catalogue::put_draft(db, &self.draft, &lacks, at)
            }
        }
    }
}

fn publication(version: &Version) -> Publication {
    Publication {
        published: Load::of(version.time(), NOMINAL_DAY),
        longest: version.process().longest_path(NOMINAL_DAY).load,
        version: version.clone(),
    }
}
