//! How the ledger takes in what happens along the way through the desks.

use super::across::{Consultation, LegStands};
use super::charge::begun_afresh;
use super::fold::count;
use super::law::Law;
use super::ledger::{Ledger, Turn};
use super::process::OnlyIf;
use crate::ground::known;
use kernel::LegCode;
use routing::{Event as Way, Opened, SentBack, StepDone};
use std::collections::BTreeMap;
use time::OffsetDateTime;

/// The ledger after an event of the desks.
pub(super) fn along_the_way(law: &Law, ledger: &mut Ledger, event: &Way, now: OffsetDateTime) {
    match event {
        Way::Started(started) => {
            decide(law, ledger);
            open(law, ledger, &started.opened, now);
            skip(law, ledger, &started.skipped);
        }
        Way::StepDone(done) => step_done(law, ledger, done, now),
        Way::StepSentBack(back) => sent_back(law, ledger, back, now),
        Way::StepAssigned(assigned) => {
            count(ledger, "assigned");
            let open = ledger.open.iter_mut().find(|open| open.step == assigned.step.as_str());
            open.into_iter().for_each(|open| open.officer = Some(assigned.officer));
        }
        Way::Paused(paused) => {
            for rested in &paused.steps {
                use_up(law, ledger, rested.step.as_str(), rested.used_minutes);
            }
            ledger.resting = std::mem::take(&mut ledger.open);
        }
        Way::Resumed(resumed) => {
            if resumed.afresh {
                begun_afresh(law, ledger);
            }
            let resting = std::mem::take(&mut ledger.resting);
            open(law, ledger, &resumed.opened, now);
            ledger.open.iter_mut().for_each(|open| open.officer = officer_of(&resting, open.step));
            started(law, ledger);
        }
        Way::LegReceived(received) => {
            count(ledger, "received");
            ledger.received.extend(law.leg(received.leg.as_str()).map(|leg| leg.code));
        }
        Way::LegPaid(paid) => {
            ledger.paid = true;
            open(law, ledger, &paid.opened, now);
            started(law, ledger);
        }
        Way::Consulted(asked) => {
            count(ledger, "consulted");
            let asked = Consultation {
                asked: known(asked.asked.as_str()),
                due: asked.due,
                answered: false,
                unanswered: false,
            };
            ledger.consultations.push(asked);
        }
        Way::ConsultationAnswered(answered) => {
            consultation(ledger, answered.number).into_iter().for_each(|one| one.answered = true);
        }
        Way::ConsultationUnanswered(unanswered) => {
            consultation(ledger, unanswered.number).into_iter().for_each(|one| one.unanswered = true);
        }
    }
}

/// The consultation with this number, from 1.
fn consultation(ledger: &mut Ledger, number: u32) -> Option<&mut Consultation> {
    ledger.consultations.get_mut(usize::try_from(number).ok()?.checked_sub(1)?)
}

fn officer_of(turns: &[Turn], step: &str) -> Option<kernel::UserId> {
    turns.iter().find(|turn| turn.step == step).and_then(|turn| turn.officer)
}

/// What was handed in settles which legs are worked.
fn decide(law: &Law, ledger: &mut Ledger) {
    for leg in law.legs {
        let is_handed = |component: &str| ledger.handed.contains_key(component);
        let worked = match leg.only_if {
            OnlyIf::Handed(component) => is_handed(component),
            OnlyIf::NotHanded(component) => !is_handed(component),
            OnlyIf::Always | OnlyIf::Decided(_) => continue,
        };
        ledger.decided.insert(leg.code, worked);
    }
}

fn step_done(law: &Law, ledger: &mut Ledger, done: &StepDone, now: OffsetDateTime) {
    leave(law, ledger, done.step.as_str(), done.used_minutes);
    said(law, ledger, &done.decided);
    ledger.told = done.told.or(ledger.told);
    if let Some(seat) = law.seat(done.step.as_str()).filter(|seat| seat.next().is_none()) {
        ledger.legs.insert(seat.leg.code, LegStands::Done);
    }
    skip(law, ledger, &done.skipped);
    open(law, ledger, &done.opened, now);
    let awaiting = done.awaiting.as_ref().and_then(|leg| law.leg(leg.as_str()));
    ledger.awaiting = awaiting.map(|leg| leg.code).or(ledger.awaiting);
    started(law, ledger);
    ledger.finished = law.legs.iter().all(|leg| ledger.is_done_with(leg.code));
}

fn said(law: &Law, ledger: &mut Ledger, decided: &BTreeMap<LegCode, bool>) {
    let known = decided.iter().filter_map(|(leg, worked)| Some((law.leg(leg.as_str())?.code, *worked)));
    ledger.decided.extend(known);
}

fn sent_back(law: &Law, ledger: &mut Ledger, back: &SentBack, now: OffsetDateTime) {
    count(ledger, "sent back");
    leave(law, ledger, back.step.as_str(), back.used_minutes);
    let (from, to) = (law.seat(back.step.as_str()), law.seat(back.opened.step.as_str()));
    if let (Some(from), Some(to)) = (from, to) {
        ledger.legs.remove(to.leg.code);
        if from.leg.code != to.leg.code {
            ledger.legs.insert(from.leg.code, LegStands::BackAt(from.desk.step));
            ledger.received.remove(from.leg.code);
        }
    }
    open(law, ledger, std::slice::from_ref(&back.opened), now);
    ledger.finished = false;
}

/// A step is left.
fn leave(law: &Law, ledger: &mut Ledger, step: &str, minutes: i64) {
    use_up(law, ledger, step, minutes);
    ledger.touched = true;
    ledger.open.retain(|open| open.step != step);
}

fn open(law: &Law, ledger: &mut Ledger, opened: &[Opened], now: OffsetDateTime) {
    for opened in opened {
        let Some(seat) = law.seat(opened.step.as_str()) else { continue };
        ledger.legs.remove(seat.leg.code);
        ledger.open.push(Turn { step: seat.desk.step, since: now, officer: None });
    }
}

fn skip(law: &Law, ledger: &mut Ledger, legs: &[LegCode]) {
    let skipped = legs.iter().filter_map(|leg| law.leg(leg.as_str()));
    ledger.legs.extend(skipped.map(|leg| (leg.code, LegStands::Skipped)));
}

/// A leg that has started waits for its payment no longer.
fn started(law: &Law, ledger: &mut Ledger) {
    ledger.awaiting = ledger.awaiting.filter(|leg| !ledger.lies_in(law, leg));
}

fn use_up(law: &Law, ledger: &mut Ledger, step: &str, minutes: i64) {
    if let Some(seat) = law.seat(step) {
        *ledger.used.entry(seat.desk.step).or_default() += minutes;
    }
}
