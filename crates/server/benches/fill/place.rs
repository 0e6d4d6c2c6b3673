//! The sample province with a hundred communes more, a clerk in each, and one procedure that all of them receive.

use catalog::files::{self, Format};
use catalog::{Agency, Version};
use kernel::{AgencyCode, ProcedureCode, Role, Staff, UserId};
use server::{auth, import, province};
use std::collections::BTreeMap;
use std::error::Error;
use std::sync::Arc;
use store::accounts::{self, Account};
use store::{Store, catalogue};
use time::OffsetDateTime;
use time::macros::datetime;
use uuid::Uuid;

/// Where the dossiers are handed in.
pub(crate) struct Place {
    /// A clerk of each commune.
    pub(crate) clerks: Vec<Clerk>,
    /// The procedure.
    pub(crate) version: Arc<Version>,
    /// The communes' calendar.
    pub(crate) calendar: Arc<calendar::Calendar>,
}

/// A clerk of a commune.
pub(crate) struct Clerk {
    pub(crate) agency: AgencyCode,
    pub(crate) username: String,
    pub(crate) staff: Staff,
}

/// Every clerk's.
pub(crate) const PASSWORD: &str = "motcua-bench";
/// As many communes as a province has.
pub(crate) const COMMUNES: u32 = 100;

const OPENED: OffsetDateTime = datetime!(2026-01-01 0:00 +7);
const CALENDAR: &str = "khanh-hoa";
const PROCEDURES: &str = include_str!("../../../../config/province/procedures/ho-tich.toml");
/// A certificate of marital status.
const MODEL: &str = "1.004873";
const PROCEDURE: &str = "9.000001";

impl Place {
    /// Takes it into an empty database.
    pub(crate) fn take_in(store: &Store) -> Result<Place, Box<dyn Error>> {
        province::take_in(store, OPENED)?;
        let agencies = communes()?;
        import::agencies(store, &agencies)?;
        let procedure = publish(store, agencies.iter().map(|agency| agency.code.clone()).collect())?;
        let hash = auth::hash(PASSWORD).map_err(|why| why.to_string())?;
        let clerks = agencies.iter().zip(0..).map(|(agency, n)| hired(store, &agency.code, n, &hash));
        let version = store.read(|db| catalogue::current_version(db, &procedure))?;
        let calendar = store.read(|db| catalogue::newest_calendar(db, CALENDAR))?;
        Ok(Place {
            clerks: clerks.collect::<Result<_, _>>()?,
            version: Arc::new(version.ok_or("the procedure wasn't published")?),
            calendar: Arc::new(calendar::Calendar::new(calendar.ok_or("no calendar")?)?),
        })
    }

    /// The calendars that deciding at `agency` needs.
    pub(crate) fn calendars(&self, agency: &AgencyCode) -> BTreeMap<AgencyCode, Arc<calendar::Calendar>> {
        BTreeMap::from([(agency.clone(), self.calendar.clone())])
    }
}

fn communes() -> Result<Vec<Agency>, kernel::BadCode> {
    let top: AgencyCode = "H32".parse()?;
    let commune = |n: u32| {
        Ok(Agency {
            code: format!("H32.{}", 100 + n).parse()?,
            name: format!("Ủy ban nhân dân xã Số {n}"),
            parent: Some(top.clone()),
            calendar: CALENDAR.to_owned(),
            counter: Some(format!("Bộ phận một cửa xã Số {n}")),
            address: None,
            hotline: None,
            place: None,
            sign: None,
        })
    };
    (0..COMMUNES).map(commune).collect()
}

fn publish(store: &Store, received_by: Vec<AgencyCode>) -> Result<ProcedureCode, Box<dyn Error>> {
    let models = files::procedures(PROCEDURES, Format::Toml)?;
    let mut draft = models.into_iter().find(|draft| draft.code.as_str() == MODEL).ok_or("no model")?;
    draft.code = PROCEDURE.parse()?;
    draft.received_by = received_by;
    import::procedures(store, vec![(draft, Vec::new())], None, OPENED)?;
    Ok(PROCEDURE.parse()?)
}

fn hired(store: &Store, agency: &AgencyCode, n: u128, hash: &str) -> Result<Clerk, store::StoreError> {
    let account = Account {
        id: UserId(Uuid::from_u128(0x0190_0000_0000_7000_8003_0000_0000_0000 + n)),
        username: format!("clerk-{agency}"),
        password_hash: hash.to_owned(),
        name: format!("Công chức {agency}"),
        agency: agency.clone(),
        roles: vec![Role::Clerk, Role::Officer, Role::Head],
        fields: Vec::new(),
        active: true,
    };
    let clerk = Clerk { agency: agency.clone(), username: account.username.clone(), staff: account.staff() };
    store.write(move |db| accounts::add(db, &account, OPENED))?;
    Ok(clerk)
}
