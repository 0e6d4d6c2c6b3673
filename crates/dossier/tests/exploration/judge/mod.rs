//! The independent judge: it reads events, keeps its own ledger of them, and says which rule an event breaks. It asks
//! nothing of the program that decides.

mod acceptance;
pub(crate) mod across;
mod actors;
pub(crate) mod almanac;
mod apology;
mod appointment;
mod breach;
mod bundle;
mod charge;
mod dispatch;
mod endorse;
mod ends;
mod fold;
mod fold_time;
mod fold_way;
mod gather;
mod guidance;
pub(crate) mod law;
pub(crate) mod ledger;
mod legs;
pub(crate) mod papers;
pub(crate) mod process;
mod receipt;
mod steps;
mod stops;
mod supplement;
mod third;
mod whole;

pub(crate) use actors::{agency_of, decides, is_at, is_signatory, signs_for, user_of, works_at};
pub(crate) use bundle::{members, missing};
pub(crate) use charge::{charges, told};
pub(crate) use fold::fold;
pub(crate) use legs::targets;
pub(crate) use third::is_within_third;
pub(crate) use whole::{agreement, recounted, timeliness};

use dossier::Event;
use kernel::Actor;
use law::Law;
use ledger::Ledger;
use time::OffsetDateTime;

/// One event, with who brought it about, when, and what was before it.
pub(crate) struct Deed<'a> {
    pub(crate) law: &'a Law,
    pub(crate) actor: &'a Actor,
    pub(crate) now: OffsetDateTime,
    pub(crate) before: &'a Ledger,
    pub(crate) event: &'a Event,
}

/// A rule that no event may break.
pub(crate) struct Invariant {
    /// Its slug: a rule's own, or the judge's name for what the domain says.
    pub(crate) slug: &'static str,
    /// Where it stands written.
    pub(crate) cite: &'static str,
    /// What is wrong with an event, if anything is.
    pub(crate) broken: fn(&Deed<'_>) -> Option<String>,
}

/// A rule that was broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Offence {
    pub(crate) slug: &'static str,
    pub(crate) cite: &'static str,
    pub(crate) what: String,
}

/// Every invariant, in the order of the domain.
pub(crate) const INVARIANTS: &[&[Invariant]] = &[
    guidance::INVARIANTS,
    supplement::INVARIANTS,
    gather::INVARIANTS,
    acceptance::INVARIANTS,
    actors::INVARIANTS,
    third::INVARIANTS,
    apology::INVARIANTS,
    endorse::INVARIANTS,
    dispatch::INVARIANTS,
    breach::INVARIANTS,
    appointment::INVARIANTS,
    stops::INVARIANTS,
    steps::INVARIANTS,
    receipt::INVARIANTS,
    bundle::INVARIANTS,
    ends::INVARIANTS,
];

/// What one decision breaks, event by event, and the ledger after it.
pub(crate) fn judge(
    law: &Law,
    actor: &Actor,
    now: OffsetDateTime,
    before: &Ledger,
    events: &[Event],
) -> (Ledger, Vec<Offence>) {
    let mut ledger = before.clone();
    let mut offences = Vec::new();
    for event in events {
        let deed = Deed { law, actor, now, before: &ledger, event };
        for invariant in INVARIANTS.iter().copied().flatten() {
            let broken = (invariant.broken)(&deed);
            offences.extend(broken.map(|what| Offence { slug: invariant.slug, cite: invariant.cite, what }));
        }
        ledger = fold(law, ledger, event, now);
    }
    offences.extend(whole::of_a_decision(actor, &ledger, events));
    (ledger, offences)
}

/// What is wrong, where it is.
pub(crate) fn wrong(is_wrong: bool, what: impl Into<String>) -> Option<String> {
    is_wrong.then(|| what.into())
}
