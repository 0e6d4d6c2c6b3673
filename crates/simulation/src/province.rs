//! The province that is simulated: agencies, calendars and published procedures, from the project's own files.

use crate::error::SimulationError;
use calendar::Calendar;
use catalog::files::{self, Format};
use catalog::{Agency, AgencyTree, Basis, Load, Version, calendar_file, publish};
use kernel::AgencyCode;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::Store;
use store::catalogue::{self, Publication};
use time::OffsetDateTime;

/// The nominal working day by which shares are added up, in minutes.
pub(crate) const NOMINAL_DAY: u32 = 480;

/// What each agency works by.
pub(crate) type Calendars = BTreeMap<AgencyCode, Arc<Calendar>>;

/// A province.
#[derive(Debug)]
pub struct Province {
    /// Its agencies.
    pub agencies: AgencyTree,
    /// Every procedure it publishes.
    pub versions: Vec<Arc<Version>>,
    /// The calendar of each agency.
    pub(crate) calendars: Calendars,
}

impl Province {
    /// Reads the sample province from the folder `config`.
    ///
    /// # Errors
    /// A file that can't be read, or isn't sound; a procedure that can't be published.
    pub fn read(config: &Path) -> Result<Self, SimulationError> {
        let list = text(&config.join("province/agencies.toml"))?;
        let list = files::agencies(&list, Format::Toml).map_err(unsound)?;
        let agencies = AgencyTree::new(list).map_err(unsound)?;
        let calendars = calendars(&config.join("calendars"), &agencies)?;
        let versions = versions(&config.join("province/procedures"), &agencies)?;
        Ok(Self { agencies, versions, calendars })
    }

    /// Takes it into an empty database.
    ///
    /// # Errors
    /// The database; one that isn't empty.
    pub fn put(&self, store: &Store, at: OffsetDateTime) -> Result<(), SimulationError> {
        if !store.read(catalogue::all_agencies)?.is_empty() {
            return Err(SimulationError::NotEmpty);
        }
        let calendars: Vec<_> = self.calendars.values().map(|calendar| calendar.data().clone()).collect();
        let agencies = self.top_down();
        let versions: Vec<_> = self.versions.iter().map(|version| publication(version)).collect();
        store.write(move |db| {
            calendars.iter().try_for_each(|calendar| catalogue::put_calendar(db, calendar, at).map(drop))?;
            agencies.iter().try_for_each(|agency| catalogue::put_agency(db, agency))?;
            versions.iter().try_for_each(|version| catalogue::put_version(db, version, at))
        })?;
        Ok(())
    }

    /// The agencies, those above before those below.
    fn top_down(&self) -> Vec<Agency> {
        let mut agencies: Vec<Agency> = self.agencies.iter().cloned().collect();
        agencies.sort_by_key(|agency| self.agencies.above(&agency.code).count());
        agencies
    }
}

fn publication(version: &Version) -> Publication {
    Publication {
        published: Load::of(version.time(), NOMINAL_DAY),
        longest: version.process().longest_path(NOMINAL_DAY).load,
        version: version.clone(),
    }
}

fn calendars(folder: &Path, agencies: &AgencyTree) -> Result<Calendars, SimulationError> {
    let path = |code: &str| folder.join(format!("{code}.toml"));
    let other = |code: &str| fs::read_to_string(path(code)).ok();
    let mut by_code: BTreeMap<&str, Arc<Calendar>> = BTreeMap::new();
    let mut calendars = Calendars::new();
    for agency in agencies.iter() {
        if !by_code.contains_key(agency.calendar.as_str()) {
            let data = calendar_file::read(&text(&path(&agency.calendar))?, 1, &other).map_err(unsound)?;
            by_code.insert(&agency.calendar, Arc::new(Calendar::new(data).map_err(unsound)?));
        }
        calendars.insert(agency.code.clone(), by_code[agency.calendar.as_str()].clone());
    }
    Ok(calendars)
}

fn versions(folder: &Path, agencies: &AgencyTree) -> Result<Vec<Arc<Version>>, SimulationError> {
    let mut versions = Vec::new();
    for path in toml_files(folder)? {
        for draft in files::procedures(&text(&path)?, Format::Toml).map_err(unsound)? {
            let published = publish(&draft, 1, Basis { agencies, minutes_per_day: NOMINAL_DAY });
            let lacks = |lacks: Vec<catalog::Lack>| lacks.iter().map(ToString::to_string).collect::<Vec<_>>();
            let refused = |found| unsound(format!("{}: {}", draft.code, lacks(found).join("; ")));
            versions.push(Arc::new(published.map_err(refused)?));
        }
    }
    Ok(versions)
}

fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, SimulationError> {
    let unreadable = |why| SimulationError::File(folder.to_owned(), why);
    let entries = fs::read_dir(folder).map_err(unreadable)?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>();
    let is_toml = |path: &PathBuf| path.extension().is_some_and(|end| end == "toml");
    let mut files: Vec<PathBuf> = paths.map_err(unreadable)?.into_iter().filter(is_toml).collect();
    files.sort();
    Ok(files)
}

fn text(path: &Path) -> Result<String, SimulationError> {
    fs::read_to_string(path).map_err(|why| SimulationError::File(path.to_owned(), why))
}

fn unsound(why: impl std::fmt::Display) -> SimulationError {
    SimulationError::Unsound(format!("{why}"))
}
