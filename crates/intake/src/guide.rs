//! The one guidance notice.

use crate::desk::{at_the_counter, only_listed, open};
use crate::event::{Event, Guided, Submitted};
use crate::facts::Facts;
use crate::fault::{Fault, told};
use crate::item::Item;
use crate::state::State;
use catalog::{Allowance, Version};
use kernel::{Rule, UserId, Violation};

/// Tells the applicant, once and in writing, everything that is missing or wrong: what the system found, all of it, and
/// what the clerk saw besides.
///
/// A second notice is only for a procedure whose published version carries that exception of its field's own law; it is
/// an event of its own, with the citation.
///
/// # Errors
/// - `guidance-once` (3.b¶2): there was a notice before, nothing lacks, or the clerk doesn't say what to do about what
///   they saw.
/// - `listed-components-only` (3.b¶2): a component that the published version doesn't list.
/// - `right-desk`: not by a clerk of the receiving agency.
/// - `stage-order`: accepted, refused or withdrawn before.
pub fn decide(state: &State, facts: &Facts<'_>, seen: Vec<Item>) -> Result<Event, Violation> {
    let (submitted, by) = ready(state, facts)?;
    let named = seen.iter().filter_map(|item| item.component.as_ref());
    only_listed(facts.version, &submitted.case, named)?;
    explained(&seen)?;
    let items = complete(state, seen);
    if items.is_empty() {
        return Err(Violation::of(Rule::GuidanceOnce).with("lacking", "nothing"));
    }
    let exception = second_by(state, facts.version).map(str::to_owned);
    let again = exception.is_some();
    let guided = Guided { at: facts.now, by, items, exception };
    Ok(if again { Event::GuidedAgain(guided) } else { Event::Guided(guided) })
}

/// Whether the applicant may be guided now; the submission if so, and who guides.
///
/// # Errors
/// `guidance-once`, `right-desk`, `stage-order`, as [`decide`].
pub fn ready<'a>(state: &'a State, facts: &Facts<'_>) -> Result<(&'a Submitted, UserId), Violation> {
    let submitted = open(state)?;
    let by = at_the_counter(facts.actor, &submitted.agency)?;
    match state.guided.as_slice() {
        [] => Ok((submitted, by)),
        [_] if second_by(state, facts.version).is_some() => Ok((submitted, by)),
        [.., last] => Err(Violation::of(Rule::GuidanceOnce).with("guided_at", last.at)),
    }
}

/// The citation that allows a second notice, where this would be one.
fn second_by<'a>(state: &State, version: &'a Version) -> Option<&'a str> {
    if state.guided.is_empty() { None } else { version.field_law().exception(Allowance::SecondGuidance) }
}

fn explained(seen: &[Item]) -> Result<(), Violation> {
    let unexplained = |item: &&Item| item.fault.is_seen_by_a_person() && item.note.trim().is_empty();
    let lacking: Vec<Fault> = seen.iter().filter(unexplained).map(Item::as_fault).collect();
    let lacking: Vec<&Fault> = lacking.iter().collect();
    if lacking.is_empty() {
        Ok(())
    } else {
        Err(Violation::of(Rule::GuidanceOnce).with("unexplained", told(&lacking)))
    }
}

/// Everything the system found, in its order, with the clerk's note where they speak of the same; then what they saw
/// besides; then what a person saw before a second notice, and nobody mended since.
fn complete(state: &State, mut seen: Vec<Item>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for fault in &state.faults {
        match seen.iter().position(|item| item.as_fault() == *fault) {
            Some(place) => items.push(seen.remove(place)),
            None => items.push(Item::found(fault)),
        }
    }
    items.extend(seen);
    let unmended = state.open.iter().filter(|item| item.fault.is_seen_by_a_person());
    for item in unmended {
        if items.iter().all(|listed| listed.as_fault() != item.as_fault()) {
            items.push(item.clone());
        }
    }
    items
}
