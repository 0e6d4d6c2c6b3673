//! The year: its clock, and what happens one thing after another.

mod act;
mod counter;
mod follow;
mod late;
mod matters;
mod papers;
mod people;
mod steps;
mod supplement;

use crate::account::Account;
use crate::agenda::{Agenda, Happening, LifeId, Matter};
use crate::arrivals::{Arrival, arrivals};
use crate::chance::Chance;
use crate::demand::{Choice, choices};
use crate::error::SimulationError;
use crate::habits;
use crate::life::Life;
use crate::offices::{Offices, minutes_at_hand, new_year};
use crate::pool::{PoolId, Task, Work};
use crate::province::Province;
use crate::recorder::Recorder;
use crate::settings::Settings;
use calendar::Calendar;
use catalog::Channel;
use kernel::{Actor, AgencyCode, DossierId, Role, Staff};
use std::collections::BTreeMap;
use store::Store;
use time::{Date, Duration, OffsetDateTime};
use uuid::Uuid;

/// A year of a province.
#[derive(Debug)]
pub struct Year {
    settings: Settings,
    now: OffsetDateTime,
    end: OffsetDateTime,
    chance: Chance,
    agenda: Agenda,
    choices: Vec<Choice>,
    arrivals: std::vec::IntoIter<Arrival>,
    lives: Vec<Option<Box<Life>>>,
    offices: Offices,
    numbers: BTreeMap<(AgencyCode, Date), u32>,
    account: Account,
    recorder: Recorder,
}

/// What came of a year.
#[derive(Debug)]
pub struct Outcome {
    /// What was counted.
    pub account: Account,
    /// How many people worked at each agency.
    pub people: BTreeMap<AgencyCode, usize>,
}

impl Year {
    /// The year at its first moment: everybody at work, nothing handed in. The store has the province in it.
    ///
    /// # Errors
    /// A calendar that doesn't reach the year.
    pub fn begin(settings: Settings, province: &Province, store: &Store) -> Result<Self, SimulationError> {
        let mut chance = Chance::seeded(settings.seed);
        let choices = choices(province);
        let arrivals = arrivals(&choices, settings.year, settings.dossiers, &mut chance)?;
        let offices = Offices::staffed(province, &choices, (settings.year, settings.dossiers), &mut chance)?;
        let calendar = province.calendars.values().next();
        let calendar = calendar.ok_or_else(|| SimulationError::Unsound("no agency".to_owned()))?;
        let (now, end) = (new_year(settings.year, calendar)?, new_year(settings.year + 1, calendar)?);
        Ok(Self {
            settings,
            now,
            end,
            chance,
            agenda: Agenda::default(),
            choices,
            lives: Vec::with_capacity(arrivals.len()),
            arrivals: arrivals.into_iter(),
            offices,
            numbers: BTreeMap::new(),
            account: Account::default(),
            recorder: Recorder::start(store),
        })
    }

    /// Lets it go by.
    ///
    /// # Errors
    /// The database; a calendar that doesn't reach far enough. What is refused is no error but counted.
    pub fn run(mut self) -> Result<Outcome, SimulationError> {
        let went = self.go_by();
        // What stopped the thread that writes says more than that it stopped.
        self.recorder.finish()?;
        went?;
        let people = |agency: AgencyCode| (agency.clone(), self.offices.people(&agency));
        Ok(Outcome { people: self.offices.codes().into_iter().map(people).collect(), account: self.account })
    }

    fn go_by(&mut self) -> Result<(), SimulationError> {
        self.expect_next();
        while let Some((at, what)) = self.agenda.next() {
            if at >= self.end {
                break;
            }
            self.now = at;
            self.happen(what)?;
        }
        self.now = self.end - Duration::seconds(1);
        for life in self.lives.iter().flatten() {
            self.account.close(life, &self.choices[life.choice], self.now, self.settings.year)?;
        }
        Ok(())
    }

    fn happen(&mut self, what: Happening) -> Result<(), SimulationError> {
        match what {
            Happening::Arrival => {
                self.come_in()?;
                self.expect_next();
            }
            Happening::Opening(pool) => {
                self.offices.pools[pool].to_open = false;
                self.serve(pool)?;
            }
            Happening::Finished(pool, worker) => {
                let staff = self.offices.pools[pool].workers[worker].staff.clone();
                if let Some(task) = self.offices.pools[pool].finish(worker) {
                    self.done(&task, &staff)?;
                }
                self.serve(pool)?;
            }
            Happening::Concerning(life, matter) => {
                if self.lives[life as usize].is_some() {
                    self.matter(life, matter)?;
                }
            }
        }
        Ok(())
    }

    fn expect_next(&mut self) {
        if let Some(next) = self.arrivals.as_slice().first() {
            self.agenda.put(next.at, Happening::Arrival);
        }
    }

    /// A dossier comes in: online at once, otherwise when a clerk is free.
    fn come_in(&mut self) -> Result<(), SimulationError> {
        let Some(arrival) = self.arrivals.next() else { return Ok(()) };
        let life = u32::try_from(self.lives.len()).unwrap_or(u32::MAX);
        let born = self.born(life, arrival);
        self.lives.push(Some(Box::new(born)));
        if self.chance.happens(habits::WITHDRAWS) {
            let after = Duration::minutes(self.chance.between(60..=14_400));
            self.expect(life, self.now + after, Matter::Withdraws);
        }
        let agency = self.choices[arrival.choice].agency.clone();
        if arrival.channel == Channel::Online {
            self.submit(life, &Actor::Applicant)?;
            let due = self.after_minutes(&agency, 480)?;
            return self.give(life, (&agency, Role::Clerk), Work::Check, due);
        }
        let due = if arrival.channel == Channel::Counter { 15 } else { 240 };
        let due = self.after_minutes(&agency, due)?;
        self.give(life, (&agency, Role::Clerk), Work::TakeIn, due)
    }

    fn born(&mut self, number: u32, arrival: Arrival) -> Life {
        let milliseconds = u128::try_from(arrival.at.unix_timestamp_nanos() / 1_000_000).unwrap_or(0);
        let id = (milliseconds << 80) | (0x7000_8000 << 48) | u128::from(number);
        Life {
            id: DossierId(Uuid::from_u128(id)),
            state: dossier::State::default(),
            choice: arrival.choice,
            channel: arrival.channel,
            number,
            not_valid: self.chance.happens(habits::NOT_VALID),
            groundless: self.chance.happens(habits::GROUNDLESS),
            rates: self.chance.happens(habits::RATES),
            begun: Default::default(),
            aside: Default::default(),
            papers: Default::default(),
            to_record: false,
        }
    }

    /// Something is going to happen to a dossier.
    fn expect(&mut self, life: LifeId, at: OffsetDateTime, matter: Matter) {
        self.agenda.put(at.max(self.now), Happening::Concerning(life, matter));
    }

    /// Somebody is to do something; whoever is free first.
    fn give(
        &mut self,
        life: LifeId,
        (agency, role): (&AgencyCode, Role),
        work: Work,
        due: OffsetDateTime,
    ) -> Result<(), SimulationError> {
        let pool = self.offices.pool(agency, role);
        self.give_to(life, (pool, None), work, due)
    }

    fn give_to(
        &mut self,
        life: LifeId,
        (pool, only): (PoolId, Option<usize>),
        work: Work,
        due: OffsetDateTime,
    ) -> Result<(), SimulationError> {
        let task = Task { life, work, due, since: self.now };
        self.offices.pools[pool].put(task, only);
        self.serve(pool)
    }

    /// Whoever is free begins what is due first, if the agency is open; otherwise at the next opening.
    fn serve(&mut self, pool: PoolId) -> Result<(), SimulationError> {
        while self.offices.pools[pool].is_waiting() {
            let people = &mut self.offices.pools[pool];
            let opens = people.calendar.counting_from(self.now)?;
            if opens > self.now {
                if !people.to_open {
                    people.to_open = true;
                    self.agenda.put(opens, Happening::Opening(pool));
                }
                return Ok(());
            }
            let Some((worker, task)) = people.take() else { return Ok(()) };
            self.take_up(pool, worker, task)?;
        }
        Ok(())
    }

    fn take_up(&mut self, pool: PoolId, worker: usize, task: Task) -> Result<(), SimulationError> {
        let Some(life) = &self.lives[task.life as usize] else { return Ok(()) };
        let given = match &task.work {
            Work::Step(step, opened) if !life.lies_open(step, *opened) => return Ok(()),
            Work::Step(step, _) => life.state.routing.open_step(step).map(|open| open.opened.given_minutes),
            _ => None,
        };
        let minutes = self.minutes_for(&task.work, given);
        self.note_wait(pool, &task, minutes)?;
        let people = &mut self.offices.pools[pool];
        let until = people.calendar.after_working_minutes(self.now, minutes)?;
        people.begin(worker, task);
        self.agenda.put(until, Happening::Finished(pool, worker));
        Ok(())
    }

    fn minutes_for(&mut self, work: &Work, given: Option<i64>) -> i64 {
        let mean = match work {
            Work::Step(..) => minutes_at_hand(given.unwrap_or(0)),
            Work::TakeIn => habits::TO_TAKE_IN,
            Work::Check | Work::Complete | Work::Supply | Work::Refuse => habits::TO_CHECK,
            Work::HandOut | Work::HandOutPaper(_) => habits::TO_HAND_OUT,
            Work::Payment | Work::Receipt(_) | Work::Issue => habits::TO_DO_A_SMALL_THING,
            Work::Endorse | Work::Approve | Work::Apologise | Work::Paper(_) | Work::Result => {
                habits::TO_SIGN
            }
            Work::Needs | Work::Answer(_) | Work::Propose => habits::TO_WRITE,
        };
        self.chance.around(mean)
    }

    fn calendar_of(&self, agency: &AgencyCode) -> &Calendar {
        let pool = self.offices.pool(agency, Role::Clerk);
        &self.offices.pools[pool].calendar
    }

    fn after_minutes(&self, agency: &AgencyCode, minutes: i64) -> Result<OffsetDateTime, SimulationError> {
        Ok(self.calendar_of(agency).after_working_minutes(self.now, minutes)?)
    }

    /// Some days from now, at an hour at which the agency is open.
    fn some_day(&mut self, agency: &AgencyCode, days: i64) -> Result<OffsetDateTime, SimulationError> {
        let hour = Duration::minutes(self.chance.between(0..=500));
        let day = self.now + Duration::days(days) + hour;
        Ok(self.calendar_of(agency).counting_from(day)?)
    }

    fn life(&self, life: LifeId) -> Option<&Life> {
        self.lives[life as usize].as_deref()
    }

    fn choice(&self, life: &Life) -> &Choice {
        &self.choices[life.choice]
    }

    /// The agency that answers for a dossier.
    fn lead(&self, life: LifeId) -> Option<AgencyCode> {
        self.life(life).map(|life| self.choices[life.choice].agency.clone())
    }
}

/// An actor of this account.
fn as_staff(staff: &Staff) -> Actor {
    Actor::Staff(staff.clone())
}
