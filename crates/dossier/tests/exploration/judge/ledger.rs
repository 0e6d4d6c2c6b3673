//! What the judge keeps of a life: its events, folded a second time.

use super::across::{Charged, Consultation, Gathering, LegStands};
use deadline::{Cause, Proposed};
use kernel::UserId;
use result::Kind;
use std::collections::{BTreeMap, BTreeSet};
use time::OffsetDateTime;

/// A life so far, as the judge keeps it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Ledger {
    /// Whether anything was submitted.
    pub(crate) submitted: bool,
    /// What is in hand: how many copies of each component, and whether the electronic file has it.
    pub(crate) handed: BTreeMap<String, (u16, bool)>,
    /// How many guidance notices there were.
    pub(crate) notices: usize,
    /// The components they named.
    pub(crate) noticed: BTreeSet<String>,
    /// What was brought since the first of them.
    pub(crate) brought: BTreeSet<String>,
    /// What a person found wrong, and nobody brought anew.
    pub(crate) found: BTreeSet<String>,
    /// When it was accepted.
    pub(crate) accepted: Option<OffsetDateTime>,
    /// Whether it was refused, withdrawn or closed.
    pub(crate) ended: Option<Ended>,
    /// How many supplement requests there were.
    pub(crate) requests: usize,
    /// The one that is out.
    pub(crate) out: Option<Out>,
    /// The appointment, and what it is counted from.
    pub(crate) clock: Option<Clock>,
    /// Since when the clock stands, and for what.
    pub(crate) standing: Option<(OffsetDateTime, Cause)>,
    /// The proposal that waits.
    pub(crate) proposal: Option<Proposed>,
    /// Who put the name of the agency that holds the dossier up to it.
    pub(crate) endorsed: Option<UserId>,
    /// Whether it was rescheduled.
    pub(crate) rescheduled: bool,
    /// Its letter.
    pub(crate) letter: Option<Letter>,
    /// The missed appointments on record.
    pub(crate) breaches: Vec<OffsetDateTime>,
    /// Whether there was a belated apology.
    pub(crate) apologised: bool,
    /// The steps that lie open.
    pub(crate) open: Vec<Turn>,
    /// The steps that rest while the clock stands.
    pub(crate) resting: Vec<Turn>,
    /// The minutes each step has used of its share, since the time last began afresh.
    pub(crate) used: BTreeMap<&'static str, i64>,
    /// What each agency took before that.
    pub(crate) charged: BTreeMap<&'static str, Charged>,
    /// The legs that are done with, or were sent back.
    pub(crate) legs: BTreeMap<&'static str, LegStands>,
    /// The legs of coordinating agencies that these have received.
    pub(crate) received: BTreeSet<&'static str>,
    /// Of which legs it was decided whether they are worked.
    pub(crate) decided: BTreeMap<&'static str, bool>,
    /// The payment that is out, and the leg that waits for it, if one does.
    pub(crate) payment: Option<Option<&'static str>>,
    /// The sum that was told.
    pub(crate) told: Option<u64>,
    /// Whether it was paid.
    pub(crate) paid: bool,
    /// The leg that waits for nothing but that.
    pub(crate) awaiting: Option<&'static str>,
    /// The consultations.
    pub(crate) consultations: Vec<Consultation>,
    /// What is gathered before a request goes out.
    pub(crate) gathering: Option<Gathering>,
    /// The papers of a bundle's members.
    pub(crate) papers: BTreeMap<&'static str, Kind>,
    /// Those of them that were handed out early.
    pub(crate) papers_out: BTreeSet<&'static str>,
    /// Whether any step was done or sent back.
    pub(crate) touched: bool,
    /// Whether every leg is done with.
    pub(crate) finished: bool,
    /// When the result was recorded.
    pub(crate) result: Option<OffsetDateTime>,
    /// Whether it was returned.
    pub(crate) returned: bool,
    /// Whether it was rated.
    pub(crate) rated: bool,
    /// When the last thing happened.
    pub(crate) last: Option<OffsetDateTime>,
    /// How often what could be repeated for ever was done.
    pub(crate) often: BTreeMap<&'static str, u8>,
}

/// How a dossier ended at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Ended {
    Refused,
    Withdrawn,
    Closed,
}

/// The letter of a rescheduling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Letter {
    /// 00:00 of the appointed day, before which it goes out.
    pub(crate) day: OffsetDateTime,
    /// Whether it went out.
    pub(crate) sent: bool,
    /// Whether it is on record that it hadn't when the day began.
    pub(crate) unsent: bool,
}

/// A supplement request that is out.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Out {
    /// By when it is to be brought.
    pub(crate) due: OffsetDateTime,
    /// What is still wanted.
    pub(crate) wanted: BTreeSet<String>,
}

/// An appointment and what it is counted from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Clock {
    /// The appointment of the receipt.
    pub(crate) first: OffsetDateTime,
    /// The present one.
    pub(crate) appointment: OffsetDateTime,
    /// Since when the time runs.
    pub(crate) start: OffsetDateTime,
    /// When it stood since then.
    pub(crate) stops: Vec<(OffsetDateTime, OffsetDateTime)>,
    /// Whether people set the present one, with a letter.
    pub(crate) by_people: bool,
}

/// A step on a desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Turn {
    /// The step.
    pub(crate) step: &'static str,
    /// Since when.
    pub(crate) since: OffsetDateTime,
    /// To whom it was given.
    pub(crate) officer: Option<UserId>,
}

impl Ledger {
    /// Whether it lies at the counter, not accepted yet.
    pub(crate) fn is_at_the_counter(&self) -> bool {
        self.submitted && self.accepted.is_none() && self.ended.is_none()
    }

    /// Whether it is in work: accepted, the clock running, no result yet.
    pub(crate) fn is_in_work(&self) -> bool {
        self.is_in_hand() && self.standing.is_none()
    }

    /// Whether it is accepted, neither ended nor decided, whether or not the clock stands.
    pub(crate) fn is_in_hand(&self) -> bool {
        self.accepted.is_some() && self.ended.is_none() && self.result.is_none()
    }

    /// Whether it is accepted, and its result still to be handed over.
    pub(crate) fn is_open_still(&self) -> bool {
        self.accepted.is_some() && !self.is_over()
    }

    /// The open step with this code.
    pub(crate) fn open(&self, step: &str) -> Option<&Turn> {
        self.open.iter().find(|open| open.step == step)
    }

    /// Whether it has ended for good.
    pub(crate) fn is_over(&self) -> bool {
        self.ended.is_some() || self.returned
    }

    /// The present appointment.
    pub(crate) fn appointment(&self) -> Option<OffsetDateTime> {
        self.clock.as_ref().map(|clock| clock.appointment)
    }

    /// Whether the present appointment's breach is on record.
    pub(crate) fn is_breached(&self) -> bool {
        self.appointment().is_some_and(|appointment| self.breaches.contains(&appointment))
    }

    /// The day before which a letter is still to go out; none where none is.
    pub(crate) fn letter_waits(&self) -> Option<OffsetDateTime> {
        self.letter.filter(|letter| !letter.sent).map(|letter| letter.day)
    }

    /// Whether the day of a letter that hadn't gone out has begun, of a dossier in hand, and that isn't on record.
    pub(crate) fn has_letter_unsent(&self, now: OffsetDateTime) -> bool {
        let unrecorded = self.letter.is_some_and(|letter| !letter.unsent);
        unrecorded && self.is_in_hand() && self.letter_waits().is_some_and(|day| now >= day)
    }

    /// How often something was done.
    pub(crate) fn how_often(&self, what: &'static str) -> u8 {
        self.often.get(what).copied().unwrap_or_default()
    }
}
