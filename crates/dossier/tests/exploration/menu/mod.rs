//! Everything that is asked of a dossier in every state: sound commands, and unsound ones beside them.

mod across;
mod at_the_desk;
mod at_the_end;
mod in_time;
mod on_the_way;

use crate::ground::Variant;
use crate::judge::ledger::Ledger;
use dossier::Command;
use kernel::{LegCode, StepCode, UserId};
use result::Kind;
use time::OffsetDateTime;

/// What a command asks for, as far as it decides who may ask it and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What {
    Submit {
        online: bool,
    },
    /// At the counter of an agency that only coordinates: never.
    SubmitElsewhere,
    /// Guidance; whether the clerk names something themselves.
    Guide {
        names: bool,
    },
    Complete,
    Accept,
    Refuse,
    Withdraw,
    /// To be told elsewhere.
    ChangeContact,
    /// A supplement, of this component.
    Request(&'static str),
    /// What an agency needs of a supplement: this component, or nothing.
    StateNeeds(Option<&'static str>),
    Issue,
    Supply,
    Close,
    /// A step done, with what is said at its end: whether a leg is worked, what is to be paid.
    Done {
        step: StepCode,
        decides: Option<bool>,
        tells: Option<u64>,
    },
    Back(StepCode, StepCode),
    Assign(StepCode, UserId),
    Receive(LegCode),
    Consult {
        step: StepCode,
        asked: &'static str,
        due: OffsetDateTime,
    },
    Answer(u32),
    Unanswered(u32),
    AskPayment,
    Pay,
    Propose(OffsetDateTime),
    Endorse,
    Approve,
    Reject,
    /// That the letter went out: handed to a provider, or seen to by a clerk.
    Send {
        by_hand: bool,
    },
    Unsent,
    Apologise,
    Breach,
    Recount,
    Paper(LegCode),
    HandOut(LegCode),
    Record {
        kind: Kind,
        paper: bool,
    },
    Return,
    Rate,
}

/// A command to be asked by everybody.
pub(crate) struct Offer {
    /// In words, for reports.
    pub(crate) name: String,
    /// What it asks for.
    pub(crate) what: What,
    /// The command.
    pub(crate) command: Command,
    /// Whether its arguments are such as the rules allow; what isn't sound is to be refused whoever asks, whenever.
    pub(crate) sound: bool,
    /// Whether the exploration goes on from what it brings about.
    pub(crate) followed: bool,
}

impl Offer {
    fn sound(name: &str, what: What, command: impl Into<Command>) -> Offer {
        Offer { name: name.to_owned(), what, command: command.into(), sound: true, followed: true }
    }

    fn unsound(name: &str, what: What, command: impl Into<Command>) -> Offer {
        Offer { sound: false, ..Offer::sound(name, what, command) }
    }

    fn only_asked(self) -> Offer {
        Offer { followed: false, ..self }
    }
}

/// The bound of the exploration, with what a variant says of its own: beyond it everything is still asked
/// and judged, but not lived on from. What may be repeated, and how often it is followed in one life.
const REPEATED: [(&str, u8); 8] = [
    ("completed", 2),
    ("supplied", 2),
    ("sent back", 1),
    ("assigned", 1),
    ("payment", 1),
    ("proposed", 2),
    ("received", 1),
    ("consulted", 1),
];
/// What leads away from the straight way from acceptance to result.
pub(crate) const DETOURS: [&str; 7] =
    ["requested", "sent back", "assigned", "payment", "proposed", "received", "consulted"];
/// The detours that stop the clock.
pub(crate) const STOPS: [&str; 2] = ["requested", "payment"];

/// Everything to be asked of a dossier now.
pub(crate) fn menu(variant: &Variant, ledger: &Ledger, now: OffsetDateTime) -> Vec<Offer> {
    let law = &variant.law;
    let mut offers = at_the_desk::offers(law, ledger.submitted, ledger.accepted.is_some());
    offers.extend(on_the_way::offers(law));
    offers.extend(across::offers(law));
    offers.extend(at_the_end::offers(law));
    offers.extend(in_time::offers(law, ledger, now));
    for offer in &mut offers {
        offer.followed &= is_followed(variant, ledger, now, &offer.what);
    }
    offers
}

fn is_followed(variant: &Variant, ledger: &Ledger, now: OffsetDateTime, what: &What) -> bool {
    if let What::Accept = what {
        let untouched = ledger.notices == 0 && ledger.how_often("completed") == 0;
        return now <= variant.moments[if untouched { variant.accepted_at - 1 } else { 0 }];
    }
    // Once it is on record that the letter hadn't gone out, nothing more depends on it.
    if let What::Send { .. } = what {
        return ledger.letter.is_some_and(|letter| !letter.unsent);
    }
    if variant.from_acceptance && is_passed_over(what) {
        return false;
    }
    counted(what).is_none_or(|counted| !is_spent(variant, ledger, counted))
}

/// What is followed only where everything begins at the counter: it is the same whoever works on the dossier.
fn is_passed_over(what: &What) -> bool {
    matches!(what, What::Guide { .. } | What::Complete | What::Refuse | What::Withdraw | What::Close)
        || matches!(what, What::Submit { online: true })
}

fn counted(what: &What) -> Option<&'static str> {
    Some(match what {
        What::Complete => "completed",
        What::Supply => "supplied",
        What::Back(..) => "sent back",
        What::Assign(..) => "assigned",
        What::Request(_) => "requested",
        What::AskPayment => "payment",
        What::Propose(_) => "proposed",
        What::Receive(_) => "received",
        What::Consult { .. } => "consulted",
        _ => return None,
    })
}

fn is_spent(variant: &Variant, ledger: &Ledger, what: &'static str) -> bool {
    // Who joins what is gathered already asks for nothing more.
    if what == "requested" && ledger.gathering.is_some() {
        return false;
    }
    let (detours, stops) = (spent_on(ledger, &DETOURS), spent_on(ledger, &STOPS));
    let repeated = REPEATED.iter().any(|(name, most)| *name == what && ledger.how_often(name) >= *most);
    let stopped = STOPS.contains(&what) && stops >= variant.stops;
    repeated || stopped || (DETOURS.contains(&what) && detours >= variant.detours)
}

/// How many of these a life has had.
pub(crate) fn spent_on(ledger: &Ledger, what: &[&'static str]) -> u8 {
    what.iter().map(|what| ledger.how_often(what)).sum()
}
