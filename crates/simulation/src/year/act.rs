//! Acts: decided by the real deciders with the facts of the simulated moment, written by the recorder.

use super::Year;
use crate::account::Wait;
use crate::agenda::LifeId;
use crate::error::SimulationError;
use crate::pool::{PoolId, Task, Work};
use crate::recorder::Entry;
use dossier::{Act, Command, evolve};
use intake::Command as Desk;
use kernel::Actor;
use std::mem;
use std::sync::Arc;
use store::log::Numbering;
use store::people::Person;

impl Year {
    /// Everything that the actor could do to a dossier now.
    pub(super) fn may(&self, life: LifeId, actor: &Actor) -> Result<Vec<Act>, SimulationError> {
        let Some(life) = self.life(life) else { return Ok(Vec::new()) };
        let facts = life.facts(self.choice(life), actor, self.now)?;
        Ok(dossier::may(&life.state, &facts))
    }

    /// Does something that is expected to be lawful; whether it was. What follows from it is put down.
    pub(super) fn act(
        &mut self,
        life: LifeId,
        actor: &Actor,
        (what, command): (&'static str, impl Into<Command>),
    ) -> Result<bool, SimulationError> {
        let Some(one) = self.lives[life as usize].as_deref_mut() else { return Ok(false) };
        let command = command.into();
        let facts = one.facts(&self.choices[one.choice], actor, self.now)?;
        let people = people_of(&command);
        let day = facts.now().to_offset(facts.calendar().data().utc_offset).date();
        let series = (facts.agency().clone(), day);
        let drawn = command.draws_a_number().then(|| self.numbers.get(&series).copied().unwrap_or(0) + 1);
        let facts = facts.with_ordinal(drawn.unwrap_or(1));
        let events = match dossier::decide(&one.state, &facts, command) {
            Ok(events) => Arc::new(events),
            Err(why) => {
                self.account.refuse(what, one, &why);
                return Ok(false);
            }
        };
        one.state = events.iter().fold(mem::take(&mut one.state), evolve);
        self.account.count(&events);
        let (dossier, last) = (one.id, one.is_over());
        let place = self.choices[one.choice].place;
        let numbered = drawn.map(|ordinal| {
            self.numbers.insert(series.clone(), ordinal);
            (Numbering { agency: series.0, day: series.1 }, ordinal)
        });
        let (actor, at) = (actor.clone(), facts.now());
        let entry = Entry { dossier, actor, at, numbered, events: events.clone(), people, last };
        self.recorder.put(place, entry)?;
        self.follow(life, &events)?;
        if last {
            self.end(life)?;
        }
        Ok(true)
    }

    /// A dossier has come to its end.
    fn end(&mut self, life: LifeId) -> Result<(), SimulationError> {
        let Some(life) = self.lives[life as usize].take() else { return Ok(()) };
        self.account.close(&life, &self.choices[life.choice], self.now, self.settings.year)
    }

    /// A task has waited until now.
    pub(super) fn note_wait(
        &mut self,
        pool: PoolId,
        task: &Task,
        worked: i64,
    ) -> Result<(), SimulationError> {
        let people = &self.offices.pools[pool];
        let minutes = people.calendar.working_minutes(task.since, self.now)?;
        let agency = people.workers[0].staff.agency.clone();
        match &task.work {
            Work::Step(step, _) => {
                let step = step.clone();
                self.account
                    .wait(Wait { minutes, agency, step, since: task.since, number: task.life }, worked);
            }
            _ => self.account.time.entry(agency).or_default().besides += worked,
        }
        Ok(())
    }
}

/// The personal details that a command brings.
fn people_of(command: &Command) -> Vec<Person> {
    match command {
        Command::Intake(Desk::Submit(submit)) => {
            vec![Person::applicant(submit.person, &submit.applicant, &submit.request)]
        }
        Command::Intake(Desk::Complete(brought)) => {
            let anew = brought.applicant.iter();
            anew.map(|(person, applicant)| Person::applicant(*person, applicant, "")).collect()
        }
        Command::Result(
            result::Command::Return { person, to, .. } | result::Command::HandOutPaper { person, to, .. },
        ) => vec![Person::recipient(*person, to)],
        Command::Intake(_) | Command::Routing(_) | Command::Deadline(_) | Command::Result(_) => Vec::new(),
    }
}
