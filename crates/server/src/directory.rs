//! Agencies, calendars and versions, remembered: versions for ever, since they never change; agencies and calendars
//! for a second, so that a change shows at once to people and costs no question per request.

use crate::http::Problem;
use arc_swap::ArcSwapOption;
use calendar::{Calendar, CalendarData};
use catalog::{Agency, AgencyTree, Process, Version};
use dossier::State;
use kernel::{AgencyCode, ProcedureCode};
use parking_lot::{Mutex, RwLock};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::{Store, StoreError, catalogue};

/// Remembers the catalogue.
pub struct Directory {
    store: Store,
    newest: ArcSwapOption<Newest>,
    reading: Mutex<()>,
    versions: RwLock<HashMap<(ProcedureCode, u32), Arc<Version>>>,
    calendars: RwLock<HashMap<(String, u32), Arc<Calendar>>>,
}

/// Agencies and their calendars, as they were a moment ago.
pub struct Newest {
    read_at: Instant,
    /// All agencies.
    pub agencies: AgencyTree,
    calendars: BTreeMap<String, Arc<Calendar>>,
}

const FRESH: Duration = Duration::from_secs(1);

impl Directory {
    /// Remembers nothing yet.
    pub fn new(store: Store) -> Self {
        let (versions, calendars) = (RwLock::default(), RwLock::default());
        Self { store, newest: ArcSwapOption::empty(), reading: Mutex::default(), versions, calendars }
    }

    /// Forgets agencies and calendars: they have been changed here.
    pub fn forget(&self) {
        self.newest.store(None);
    }

    /// Agencies and calendars of at most a second ago. Of those who find them older one reads, for all.
    ///
    /// # Errors
    /// The database; stored data that isn't sound.
    pub fn newest(&self) -> Result<Arc<Newest>, Problem> {
        if let Some(newest) = self.fresh() {
            return Ok(newest);
        }
        let _reading = self.reading.lock();
        if let Some(newest) = self.fresh() {
            return Ok(newest);
        }
        let newest = Arc::new(self.read_newest()?);
        self.newest.store(Some(newest.clone()));
        Ok(newest)
    }

    fn fresh(&self) -> Option<Arc<Newest>> {
        self.newest.load_full().filter(|newest| newest.read_at.elapsed() < FRESH)
    }

    /// A published version.
    ///
    /// # Errors
    /// The database; a version that isn't there any more.
    pub fn version(&self, procedure: &ProcedureCode, number: u32) -> Result<Arc<Version>, Problem> {
        let key = (procedure.clone(), number);
        if let Some(version) = self.versions.read().get(&key) {
            return Ok(version.clone());
        }
        let read = self.store.read(|db| catalogue::version(db, procedure, number))?;
        let lost = || Problem::Fault(format!("version {number} of {procedure} isn't there"));
        let version = Arc::new(read.ok_or_else(lost)?);
        self.versions.write().insert(key, version.clone());
        Ok(version)
    }

    /// The version of a procedure that is published now.
    ///
    /// # Errors
    /// The database.
    pub fn current(&self, procedure: &ProcedureCode) -> Result<Option<Arc<Version>>, Problem> {
        let current = self.store.read(|db| catalogue::current_version(db, procedure))?;
        Ok(current.map(|version| {
            let key = (version.code().clone(), version.number);
            self.versions.write().entry(key).or_insert_with(|| Arc::new(version)).clone()
        }))
    }

    /// A calendar as it was in one version.
    ///
    /// # Errors
    /// The database; a calendar that isn't there any more, or isn't sound.
    pub fn calendar(&self, code: &str, version: u32) -> Result<Arc<Calendar>, Problem> {
        let key = (code.to_owned(), version);
        if let Some(calendar) = self.calendars.read().get(&key) {
            return Ok(calendar.clone());
        }
        let read = self.store.read(|db| catalogue::calendar(db, code, version))?;
        let data =
            read.ok_or_else(|| Problem::Fault(format!("calendar {code} version {version} isn't there")))?;
        self.compiled(data)
    }

    /// The calendar that a dossier's first appointment was counted by, as it was then; none before acceptance.
    ///
    /// # Errors
    /// As [`Directory::calendar`].
    pub fn counted_by(&self, state: &State) -> Result<Option<Arc<Calendar>>, Problem> {
        let accepted = state.intake.accepted.as_ref();
        let named = accepted.map(|accepted| &accepted.calendar);
        named.map(|calendar| self.calendar(&calendar.code, calendar.version)).transpose()
    }

    /// The calendars that deciding on a dossier of `agency` needs: its own and those of the process's other agencies.
    ///
    /// # Errors
    /// The database; an agency or calendar that isn't there.
    pub fn calendars_for(
        &self,
        agency: &AgencyCode,
        process: &Process,
    ) -> Result<BTreeMap<AgencyCode, Arc<Calendar>>, Problem> {
        let newest = self.newest()?;
        let others = process.coordinators(agency);
        std::iter::once(agency)
            .chain(others)
            .map(|agency| Ok((agency.clone(), newest.calendar_of(agency)?)))
            .collect()
    }

    fn read_newest(&self) -> Result<Newest, Problem> {
        let read_at = Instant::now();
        let (agencies, data) =
            self.store.read(|db| Ok((catalogue::all_agencies(db)?, catalogue::newest_calendars(db)?)))?;
        let agencies = AgencyTree::new(agencies).map_err(|why| Problem::Fault(why.to_string()))?;
        let compiled = data.into_iter().map(|data| Ok((data.code.clone(), self.compiled(data)?)));
        Ok(Newest { read_at, agencies, calendars: compiled.collect::<Result<_, Problem>>()? })
    }

    fn compiled(&self, data: CalendarData) -> Result<Arc<Calendar>, Problem> {
        let key = (data.code.clone(), data.version);
        if let Some(calendar) = self.calendars.read().get(&key) {
            return Ok(calendar.clone());
        }
        let calendar = Arc::new(Calendar::new(data).map_err(|why| Problem::Fault(why.to_string()))?);
        self.calendars.write().insert(key, calendar.clone());
        Ok(calendar)
    }
}

impl Newest {
    /// The agency with this identifier.
    pub fn agency(&self, code: &AgencyCode) -> Option<&Agency> {
        self.agencies.get(code)
    }

    /// The calendar an agency works by.
    ///
    /// # Errors
    /// An agency or calendar that isn't there.
    pub fn calendar_of(&self, code: &AgencyCode) -> Result<Arc<Calendar>, Problem> {
        let calendar = self.agency(code).and_then(|agency| self.calendars.get(&agency.calendar));
        calendar
            .cloned()
            .ok_or_else(|| Problem::from(StoreError::Stored(format!("no calendar for agency {code}"))))
    }
}
