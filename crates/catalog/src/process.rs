//! Processes: legs of agencies, steps of officers, each with its share of the published time.

use crate::leg::Leg;
use crate::load::Load;
use kernel::{AgencyCode, LegCode, StepCode};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use thiserror::Error;

/// How a procedure is worked: a graph of legs. A plain procedure has one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Process {
    /// The legs; the receiving agency leads (2.d).
    pub legs: Vec<Leg>,
}

/// Why a set of legs isn't a process.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ProcessFault {
    /// There is nothing in it.
    #[error("the process has no leg")]
    NoLeg,
    /// A leg without work.
    #[error("leg {0} has no step")]
    NoStep(LegCode),
    /// Two legs or two steps share a code.
    #[error("the code {0} is used twice")]
    Twice(String),
    /// A leg waits for one that isn't there.
    #[error("leg {leg} waits for {after}, which isn't in the process")]
    UnknownLeg {
        /// The leg that waits.
        leg: LegCode,
        /// What it waits for.
        after: LegCode,
    },
    /// Legs wait for each other.
    #[error("leg {0} waits for itself")]
    Circle(LegCode),
    /// What is said of a leg at the end of a step is said too late, or never.
    #[error("leg {leg} goes by what is said at the end of step {step}, which isn't in a leg before it")]
    SaidTooLate {
        /// The leg.
        leg: LegCode,
        /// The step.
        step: StepCode,
    },
    /// More than one payment is waited for.
    #[error("leg {0} waits for a second payment; a process has one at most")]
    SecondPayment(LegCode),
    /// Every leg is worked under a condition only.
    #[error("every leg has a condition: nothing would be sure to be worked")]
    NothingSure,
    /// A leg's steps take longer than the leg.
    #[error("the steps of leg {0} add up to more than its share")]
    StepsExceedLeg(LegCode),
}

impl ProcessFault {
    /// Why it isn't a process, in Vietnamese, for whoever writes it.
    pub fn vietnamese(&self) -> String {
        match self {
            Self::NoLeg => "quy trình chưa có chặng nào".to_owned(),
            Self::NoStep(leg) => format!("chặng {leg} chưa có bước nào"),
            Self::Twice(code) => format!("mã {code} được dùng hai lần"),
            Self::UnknownLeg { leg, after } => {
                format!("chặng {leg} chờ {after}, nhưng quy trình không có chặng này")
            }
            Self::Circle(leg) => format!("chặng {leg} chờ chính mình"),
            Self::SaidTooLate { leg, step } => {
                format!("chặng {leg} tùy theo kết thúc bước {step}, nhưng bước đó không ở chặng trước nó")
            }
            Self::SecondPayment(leg) => format!("chặng {leg} chờ lần nộp tiền thứ hai; quy trình chỉ có một"),
            Self::NothingSure => {
                "chặng nào cũng có điều kiện: không có việc gì chắc chắn được làm".to_owned()
            }
            Self::StepsExceedLeg(leg) => format!("các bước của chặng {leg} cộng lại quá thời gian của chặng"),
        }
    }
}

/// The longest way through a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LongestPath {
    /// The legs along it, in order.
    pub legs: Vec<LegCode>,
    /// What their shares add up to.
    pub load: Load,
}

impl Process {
    /// The leg with this code.
    pub fn leg(&self, code: &LegCode) -> Option<&Leg> {
        self.legs.iter().find(|leg| leg.code == *code)
    }

    /// Checks the shape: legs and steps there, codes unique, no unknown leg, no circle, steps inside their leg's
    /// share. `minutes_per_day` is the nominal working day.
    ///
    /// # Errors
    /// The first [`ProcessFault`] found.
    pub fn check(&self, minutes_per_day: u32) -> Result<(), ProcessFault> {
        if self.legs.is_empty() {
            return Err(ProcessFault::NoLeg);
        }
        self.check_codes()?;
        self.legs.iter().try_for_each(|leg| self.check_leg(leg, minutes_per_day))?;
        self.legs.iter().try_for_each(|leg| self.check_circle(leg))?;
        self.legs.iter().try_for_each(|leg| self.check_what_is_said(leg))?;
        self.check_conditions()
    }

    /// The agencies that coordinate where `lead` received the dossier: all that work on it besides (2.d).
    pub fn coordinators<'a>(&'a self, lead: &'a AgencyCode) -> BTreeSet<&'a AgencyCode> {
        self.legs.iter().map(|leg| leg.agency_under(lead)).filter(|agency| *agency != lead).collect()
    }

    /// The leg that a step belongs to, and its place there.
    pub fn place_of(&self, step: &StepCode) -> Option<(&Leg, usize)> {
        self.legs.iter().find_map(|leg| Some((leg, leg.steps.iter().position(|s| s.code == *step)?)))
    }

    /// Every leg that must be done before this one, nearest or not.
    pub fn before(&self, leg: &Leg) -> BTreeSet<&LegCode> {
        let mut seen = BTreeSet::new();
        let mut to_visit: Vec<&LegCode> =
            self.leg(&leg.code).into_iter().flat_map(|leg| &leg.after).collect();
        while let Some(code) = to_visit.pop() {
            if let Some(leg) = self.leg(code)
                && seen.insert(&leg.code)
            {
                to_visit.extend(&leg.after);
            }
        }
        seen
    }

    /// The path whose shares add up to most; of equal ones the first as written. The process must have passed
    /// [`Process::check`].
    pub fn longest_path(&self, minutes_per_day: u32) -> LongestPath {
        let mut to: BTreeMap<&LegCode, LongestPath> = BTreeMap::new();
        for leg in self.in_order() {
            let before = leg.after.iter().filter_map(|code| to.get(code));
            let path = longest(before).then(leg, minutes_per_day);
            to.insert(&leg.code, path);
        }
        longest(self.legs.iter().filter_map(|leg| to.get(&leg.code)))
    }

    /// The legs so that each comes after those it waits for. Legs that wait for each other are left out.
    pub fn in_order(&self) -> Vec<&Leg> {
        let mut ordered: Vec<&Leg> = Vec::new();
        let mut waiting: Vec<&Leg> = self.legs.iter().collect();
        loop {
            let is_done = |code: &LegCode| ordered.iter().any(|leg| leg.code == *code);
            let (ready, still): (Vec<_>, Vec<_>) =
                waiting.into_iter().partition(|leg| leg.after.iter().all(is_done));
            if ready.is_empty() {
                return ordered;
            }
            ordered.extend(ready);
            waiting = still;
        }
    }

    fn check_codes(&self) -> Result<(), ProcessFault> {
        let mut seen = BTreeSet::new();
        let legs = self.legs.iter().map(|leg| format!("leg {}", leg.code));
        let steps = self.legs.iter().flat_map(|leg| &leg.steps).map(|step| format!("step {}", step.code));
        match legs.chain(steps).find(|code| !seen.insert(code.clone())) {
            Some(twin) => Err(ProcessFault::Twice(twin)),
            None => Ok(()),
        }
    }

    fn check_leg(&self, leg: &Leg, minutes_per_day: u32) -> Result<(), ProcessFault> {
        if leg.steps.is_empty() {
            return Err(ProcessFault::NoStep(leg.code.clone()));
        }
        if let Some(after) = leg.after.iter().find(|code| self.leg(code).is_none()) {
            return Err(ProcessFault::UnknownLeg { leg: leg.code.clone(), after: after.clone() });
        }
        let steps: Load = leg.steps.iter().map(|step| Load::of(step.share, minutes_per_day)).sum();
        if steps > Load::of(leg.share, minutes_per_day) {
            return Err(ProcessFault::StepsExceedLeg(leg.code.clone()));
        }
        Ok(())
    }

    fn check_circle(&self, leg: &Leg) -> Result<(), ProcessFault> {
        if self.before(leg).contains(&leg.code) {
            return Err(ProcessFault::Circle(leg.code.clone()));
        }
        Ok(())
    }

    fn check_what_is_said(&self, leg: &Leg) -> Result<(), ProcessFault> {
        let before = self.before(leg);
        let in_time = |step| self.place_of(step).is_some_and(|(said_in, _)| before.contains(&said_in.code));
        match leg.steps_asked().find(|step| !in_time(step)) {
            Some(step) => Err(ProcessFault::SaidTooLate { leg: leg.code.clone(), step: step.clone() }),
            None => Ok(()),
        }
    }

    fn check_conditions(&self) -> Result<(), ProcessFault> {
        if self.legs.iter().all(|leg| leg.only_if.is_some()) {
            return Err(ProcessFault::NothingSure);
        }
        match self.legs.iter().filter(|leg| leg.payment.is_some()).nth(1) {
            Some(second) => Err(ProcessFault::SecondPayment(second.code.clone())),
            None => Ok(()),
        }
    }
}

impl LongestPath {
    const NONE: LongestPath = LongestPath { legs: Vec::new(), load: Load::ZERO };

    fn then(mut self, leg: &Leg, minutes_per_day: u32) -> Self {
        self.legs.push(leg.code.clone());
        self.load = self.load + Load::of(leg.share, minutes_per_day);
        self
    }
}

fn longest<'a>(paths: impl Iterator<Item = &'a LongestPath>) -> LongestPath {
    let longest = paths.reduce(|best, path| if path.load > best.load { path } else { best });
    longest.cloned().unwrap_or(LongestPath::NONE)
}

#[cfg(test)]
mod tests;
