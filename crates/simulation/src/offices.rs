//! The agencies at work: as many people of each role as what is to be expected asks for.

use crate::chance::Chance;
use crate::demand::{Choice, added_up};
use crate::error::SimulationError;
use crate::habits;
use crate::pool::{Pool, PoolId};
use crate::province::{NOMINAL_DAY, Province};
use catalog::{Leg, Load, Step};
use kernel::{AgencyCode, Role, Staff, UserId};
use std::collections::BTreeMap;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

/// One agency.
#[derive(Debug)]
pub(crate) struct Office {
    /// How often a step turns out to be hard.
    pub(crate) hard: u32,
    /// How often it proposes a rescheduling in time.
    pub(crate) diligent: u32,
    /// How many results and papers it has given out.
    pub(crate) papers: u32,
    pools: BTreeMap<Role, PoolId>,
}

/// All agencies with their people.
#[derive(Debug)]
pub(crate) struct Offices {
    by_code: BTreeMap<AgencyCode, Office>,
    /// The people, a pool for each role at each agency.
    pub(crate) pools: Vec<Pool>,
}

/// Minutes of work by agency and role.
type Expected = BTreeMap<(AgencyCode, Role), i64>;

impl Offices {
    /// Enough people for so many dossiers of these choices in a year.
    pub(crate) fn staffed(
        province: &Province,
        choices: &[Choice],
        (year, dossiers): (i32, u32),
        chance: &mut Chance,
    ) -> Result<Self, SimulationError> {
        let expected = expected(choices, dossiers);
        let mut offices = Self { by_code: BTreeMap::new(), pools: Vec::new() };
        for (n, agency) in province.agencies.iter().enumerate() {
            let calendar = province.calendars[&agency.code].clone();
            let open =
                calendar.working_minutes(new_year(year, &calendar)?, new_year(year + 1, &calendar)?)?;
            let mut pools = BTreeMap::new();
            for role in Role::AT_WORK {
                let busy = if role == Role::Clerk { habits::BUSY_COUNTER } else { habits::BUSY };
                let busy = chance.between(busy);
                let minutes = expected.get(&(agency.code.clone(), role)).copied().unwrap_or(0);
                let people = (minutes * 100 / (open * busy) + 1).max(at_least(role));
                let people = (0..people).map(|which| person(province, &agency.code, n, role, which));
                pools.insert(role, offices.pools.len());
                offices.pools.push(Pool::of(calendar.clone(), people.collect()));
            }
            let hard = rate(chance.between(habits::HARD));
            let diligent = rate(chance.between(habits::DILIGENT));
            offices.by_code.insert(agency.code.clone(), Office { hard, diligent, papers: 0, pools });
        }
        Ok(offices)
    }

    /// The agency.
    pub(crate) fn of(&self, agency: &AgencyCode) -> &Office {
        &self.by_code[agency]
    }

    /// The number of an agency's next paper.
    pub(crate) fn next_paper(&mut self, agency: &AgencyCode) -> u32 {
        let office = self.by_code.get_mut(agency).expect("an agency of the province");
        office.papers += 1;
        office.papers
    }

    /// The agency's people with this role.
    pub(crate) fn pool(&self, agency: &AgencyCode, role: Role) -> PoolId {
        let pools = &self.by_code[agency].pools;
        pools.get(&role).copied().unwrap_or(pools[&Role::Officer])
    }

    /// Every agency's code.
    pub(crate) fn codes(&self) -> Vec<AgencyCode> {
        self.by_code.keys().cloned().collect()
    }

    /// How many people work there.
    pub(crate) fn people(&self, agency: &AgencyCode) -> usize {
        self.by_code[agency].pools.values().map(|pool| self.pools[*pool].workers.len()).sum()
    }
}

/// 00:00 of the first day of a year, where the calendar's agency is.
pub(crate) fn new_year(year: i32, calendar: &calendar::Calendar) -> Result<OffsetDateTime, SimulationError> {
    let day = Date::from_ordinal_date(year, 1).map_err(|why| SimulationError::Unsound(why.to_string()))?;
    Ok(day.midnight().assume_offset(calendar.data().utc_offset))
}

/// Two may sign: whoever proposes or endorses doesn't approve.
fn at_least(role: Role) -> i64 {
    if role == Role::Head { 2 } else { 1 }
}

fn rate(n: i64) -> u32 {
    u32::try_from(n).unwrap_or(0)
}

fn person(province: &Province, agency: &AgencyCode, n: usize, role: Role, which: i64) -> Staff {
    let place = Role::AT_WORK.iter().position(|other| *other == role).unwrap_or(0);
    let number = n as u128 * 1_000_000 + place as u128 * 100_000 + u128::try_from(which).unwrap_or(0);
    let fields = |role| {
        let all = province.versions.iter().map(|version| version.field().to_owned());
        if role == Role::Deputy { all.collect() } else { Vec::new() }
    };
    Staff {
        user: UserId(Uuid::from_u128(0x0190_0000_0000_7000_8004_0000_0000_0000 + number)),
        agency: agency.clone(),
        roles: vec![role],
        fields: fields(role),
    }
}

/// What is to be expected of work in hand, by agency and role.
fn expected(choices: &[Choice], dossiers: u32) -> Expected {
    let all = added_up(choices).last().copied().unwrap_or(1).max(1);
    let mut expected = Expected::new();
    for choice in choices {
        let count = i64::try_from(u64::from(dossiers) * choice.weight * 100 / all).unwrap_or(0);
        let mut add = |agency: &AgencyCode, role: Role, minutes: i64| {
            *expected.entry((agency.clone(), role)).or_default() += count * minutes / 100;
        };
        let counter = habits::TO_TAKE_IN + habits::TO_HAND_OUT + habits::TO_DO_A_SMALL_THING;
        add(&choice.agency, Role::Clerk, counter);
        for leg in &choice.process().legs {
            let agency = leg.agency_under(&choice.agency);
            let steps = leg.steps.iter();
            steps.for_each(|step| add(agency, step.role, worked(leg, minutes_at_hand(minutes_of(step)))));
        }
    }
    expected
}

fn worked(leg: &Leg, minutes: i64) -> i64 {
    if leg.only_if.is_some() { minutes * i64::from(habits::LEG_WORKED) / 1000 } else { minutes }
}

/// A step's share in working minutes, about.
fn minutes_of(step: &Step) -> i64 {
    i64::try_from(Load::of(step.share, NOMINAL_DAY).units() / 7).unwrap_or(0)
}

/// What somebody works on a step that is given so many minutes, on average.
pub(crate) fn minutes_at_hand(given: i64) -> i64 {
    (given * habits::HANDS_ON / 1000).max(2)
}
