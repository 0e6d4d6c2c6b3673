//! The one supplement request, after acceptance.

use crate::complete::names;
use crate::desk::only_listed;
use crate::event::{Accepted, Event, Requested, Submitted};
use crate::facts::Facts;
use crate::gather;
use crate::item::Item;
use crate::state::State;
use calendar::{ProcessingTime, Unit};
use catalog::{Allowance, Version};
use kernel::{ComponentCode, Role, Rule, UserId, Violation};

/// Asks the applicant, once in the dossier's life, to bring what lacks; the clock stands until it is all in. What isn't
/// brought in 15 days closes the dossier (NĐ 118/2025 Đ19.5).
///
/// Where the applicant was guided before acceptance, only what the notice listed, or a document handed in after it, may
/// still be found wanting. Where other agencies are still to act, what they need is gathered first (2.d). A second request is only for a procedure whose published version carries that exception.
/// That it is asked by whom the dossier lies with is seen to where the desks are.
///
/// # Errors
/// - `supplement-once` (3.b¶2): there was a request before, or it asks for nothing.
/// - `guidance-once` (3.b¶2): it asks for what the guidance notice left out.
/// - `listed-components-only` (3.b¶2): for what the published version doesn't list.
/// - `one-request-for-all-agencies` (2.d, 3.b¶2): it was said before what the agency needs, or too late.
/// - `right-desk`: not by a member of staff.
/// - `stage-order`: not accepted, or ended.
pub fn decide(state: &State, facts: &Facts<'_>, items: Vec<Item>) -> Result<Event, Violation> {
    if state.gathering.is_some() || concerns_others(state, facts) {
        return gather::open_or_join(state, facts, items);
    }
    let (_, _, by) = ready(state, facts)?;
    may_be_asked(state, facts, &items)?;
    Ok(as_event(requested(state, facts, by, items)?))
}

/// Whether other agencies are still to act, or one asks that doesn't answer for the dossier: then it isn't issued at once.
fn concerns_others(state: &State, facts: &Facts<'_>) -> bool {
    let Some(submitted) = &state.submitted else { return false };
    let asks = facts.actor.staff().map(|staff| &staff.agency);
    facts.to_act.iter().chain(asks).any(|agency| *agency != submitted.agency)
}

/// The request for these items.
pub(crate) fn requested(
    state: &State,
    facts: &Facts<'_>,
    by: UserId,
    items: Vec<Item>,
) -> Result<Requested, Violation> {
    let (_, accepted) = in_hand(state)?;
    let covered = "the calendar covers now";
    let due = facts.calendar.due(facts.now, to_bring_it()).expect(covered);
    let term = facts.version.field_law().supplement_within.unwrap_or_else(to_ask);
    let term = facts.calendar.due(accepted.at, term).expect(covered);
    let exception = second_by(state, facts.version).map(str::to_owned);
    let after_term = facts.calendar.missed(&term, facts.now);
    Ok(Requested { at: facts.now, by, items, due, after_term, exception, silent: Vec::new() })
}

/// The first request, or the second that the field's own law allows.
pub(crate) fn as_event(requested: Requested) -> Event {
    match &requested.exception {
        Some(_) => Event::SupplementRequestedAgain(requested),
        None => Event::SupplementRequested(requested),
    }
}

/// What may be asked for: something, that is published, and that no notice left out.
///
/// # Errors
/// `supplement-once`, `listed-components-only`, `guidance-once`, as [`decide`].
pub(crate) fn may_be_asked(state: &State, facts: &Facts<'_>, items: &[Item]) -> Result<(), Violation> {
    let (submitted, _) = in_hand(state)?;
    let named = asked_for(items)?;
    only_listed(facts.version, &submitted.case, named.iter().copied())?;
    not_left_out(state, &named)
}

/// Whether a supplement may be asked for now: at once, by opening a gathering or by joining it.
///
/// # Errors
/// `supplement-once`, `one-request-for-all-agencies`, `right-desk`, `stage-order`, as [`decide`].
pub fn ready_to_ask(state: &State, facts: &Facts<'_>) -> Result<(), Violation> {
    match &state.gathering {
        Some(_) => gather::ready_to_state(state, facts).map(drop),
        None => ready(state, facts).map(drop),
    }
}

/// Whether a supplement may be asked for now, and who asks.
///
/// # Errors
/// `supplement-once`, `right-desk`, `stage-order`, as [`decide`].
pub fn ready<'a>(
    state: &'a State,
    facts: &Facts<'_>,
) -> Result<(&'a Submitted, &'a Accepted, UserId), Violation> {
    let (submitted, accepted) = in_hand(state)?;
    let by = facts.actor.user().ok_or_else(|| Violation::wrong_desk(Role::Officer, &submitted.agency))?;
    let may_ask_again = || state.supplement_open.is_none() && second_by(state, facts.version).is_some();
    match state.requested.as_slice() {
        [] => Ok((submitted, accepted, by)),
        [_] if may_ask_again() => Ok((submitted, accepted, by)),
        [.., last] => Err(Violation::of(Rule::SupplementOnce).with("requested_at", last.at)),
    }
}

/// NĐ 118/2025 Đ19.5: what isn't brought by then closes the dossier.
fn to_bring_it() -> ProcessingTime {
    ProcessingTime::new(15, Unit::CalendarDays).expect("a sensible amount")
}

/// NĐ 118/2025 Đ19.5: by then a supplement is to be asked for, where the field has no term of its own. A later request
/// is flagged.
fn to_ask() -> ProcessingTime {
    ProcessingTime::new(3, Unit::WorkingDays).expect("a sensible amount")
}

fn in_hand(state: &State) -> Result<(&Submitted, &Accepted), Violation> {
    match (&state.submitted, &state.accepted, state.ended) {
        (Some(submitted), Some(accepted), None) => Ok((submitted, accepted)),
        (_, _, Some(ended)) => Err(Violation::of(Rule::StageOrder).with("stage", ended.as_str())),
        _ => Err(Violation::of(Rule::StageOrder).with("stage", "not accepted")),
    }
}

fn second_by<'a>(state: &State, version: &'a Version) -> Option<&'a str> {
    if state.requested.is_empty() { None } else { version.field_law().exception(Allowance::SecondSupplement) }
}

/// The components it asks for; each item names one.
fn asked_for(items: &[Item]) -> Result<Vec<&ComponentCode>, Violation> {
    if items.is_empty() {
        return Err(Violation::of(Rule::SupplementOnce).with("lacking", "items"));
    }
    let named: Vec<&ComponentCode> = items.iter().filter_map(|item| item.component.as_ref()).collect();
    if named.len() == items.len() {
        Ok(named)
    } else {
        Err(Violation::of(Rule::ListedComponentsOnly).with("lacking", "component"))
    }
}

/// `guidance-once`: what the notice didn't list can't be asked for later, except a document handed in afterwards.
fn not_left_out(state: &State, named: &[&ComponentCode]) -> Result<(), Violation> {
    if state.guided.is_empty() {
        return Ok(());
    }
    let notices = || state.guided.iter().flat_map(|guided| &guided.items);
    let listed = |component: &ComponentCode| notices().any(|item| item.component.as_ref() == Some(component));
    let left_out: Vec<String> = named
        .iter()
        .filter(|component| !listed(component) && !names(&state.brought, component))
        .map(ToString::to_string)
        .collect();
    if left_out.is_empty() {
        Ok(())
    } else {
        Err(Violation::of(Rule::GuidanceOnce).with("left_out", left_out))
    }
}
