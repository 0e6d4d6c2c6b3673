//! Everything that is asked of a dossier in every state: sound commands, and unsound ones beside them.

mod at_the_desk;
mod in_time;
mod on_the_way;

use crate::ground::Variant;
use crate::judge::ledger::Ledger;
use dossier::Command;
use kernel::{StepCode, UserId};
use time::OffsetDateTime;

/// What a command asks for, as far as it decides who may ask it and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What {
    Submit {
        online: bool,
    },
    /// Guidance; whether the clerk names something themselves.
    Guide {
        names: bool,
    },
    Complete,
    Accept,
    Refuse,
    Withdraw,
    /// A supplement, of this component.
    Request(&'static str),
    Supply,
    Close,
    Done(StepCode),
    Back(StepCode, StepCode),
    Assign(StepCode, UserId),
    AskPayment,
    Pay,
    Propose(OffsetDateTime),
    Approve,
    Reject,
    Apologise,
    Breach,
    Recount,
    Record,
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
const REPEATED: [(&str, u8); 6] =
    [("completed", 2), ("supplied", 2), ("sent back", 1), ("assigned", 1), ("payment", 1), ("proposed", 2)];
/// What leads away from the straight way from acceptance to result.
pub(crate) const DETOURS: [&str; 5] = ["requested", "sent back", "assigned", "payment", "proposed"];
/// The detours that stop the clock.
pub(crate) const STOPS: [&str; 2] = ["requested", "payment"];

/// Everything to be asked of a dossier now.
pub(crate) fn menu(variant: &Variant, ledger: &Ledger, now: OffsetDateTime) -> Vec<Offer> {
    let law = &variant.law;
    let mut offers = at_the_desk::offers(ledger.submitted);
    offers.extend(on_the_way::offers(law));
    offers.extend(in_time::offers(law, ledger, now));
    let (detours, stops) = (spent_on(ledger, &DETOURS), spent_on(ledger, &STOPS));
    let spent = |what: &str| {
        let repeated = REPEATED.iter().any(|(name, most)| *name == what && ledger.how_often(name) >= *most);
        let stopped = STOPS.contains(&what) && stops >= variant.stops;
        repeated || stopped || (DETOURS.contains(&what) && detours >= variant.detours)
    };
    let untouched = ledger.notices == 0 && ledger.how_often("completed") == 0;
    let too_late = now > variant.moments[if untouched { variant.accepted_at - 1 } else { 0 }];
    for offer in &mut offers {
        offer.followed &= !(too_late && offer.what == What::Accept);
        let counted = match &offer.what {
            What::Complete => "completed",
            What::Supply => "supplied",
            What::Back(..) => "sent back",
            What::Assign(..) => "assigned",
            What::Request(_) => "requested",
            What::AskPayment => "payment",
            What::Propose(_) => "proposed",
            _ => continue,
        };
        offer.followed &= !spent(counted);
    }
    offers
}

/// How many of these a life has had.
pub(crate) fn spent_on(ledger: &Ledger, what: &[&'static str]) -> u8 {
    what.iter().map(|what| ledger.how_often(what)).sum()
}
