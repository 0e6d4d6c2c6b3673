//! One supplement request for all agencies: what each of those still to act needs is gathered before it goes out, once.

use crate::desk::at_the_counter;
use crate::event::{Event, NeedsAsked, NeedsStated, Requested};
use crate::facts::Facts;
use crate::item::Item;
use crate::state::State;
use crate::supplement::{self, may_be_asked};
use calendar::{ProcessingTime, Unit};
use kernel::{Actor, AgencyCode, Role, Rule, UserId, Violation};

/// A gathering that is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathering {
    /// As it was opened.
    pub asked: NeedsAsked,
    /// What the agencies have said so far.
    pub stated: Vec<NeedsStated>,
}

impl Gathering {
    /// The agencies that haven't said anything yet.
    pub fn silent(&self) -> impl Iterator<Item = &AgencyCode> {
        let has_stated = |agency: &AgencyCode| self.stated.iter().any(|stated| stated.agency == *agency);
        self.asked.agencies.iter().filter(move |agency| !has_stated(agency))
    }

    /// Everything that is needed, each thing once.
    fn items(&self) -> Vec<Item> {
        let all = self.asked.items.iter().chain(self.stated.iter().flat_map(|stated| &stated.items));
        all.fold(Vec::new(), with_item)
    }
}

/// Opens the gathering (2.d, 3.b¶2): every other agency still to act adds its items, or says that it has none, by a deadline.
/// Where one is under way already, the items join it.
///
/// # Errors
/// - `supplement-once`, `guidance-once`, `listed-components-only`, `stage-order`: as for the request itself.
/// - `one-request-for-all-agencies`: as [`state_needs`].
pub(crate) fn open_or_join(state: &State, facts: &Facts<'_>, items: Vec<Item>) -> Result<Event, Violation> {
    if state.gathering.is_some() {
        may_be_asked(state, facts, &items)?;
        return state_needs(state, facts, items).map(Event::NeedsStated);
    }
    let (_, _, by) = supplement::ready(state, facts)?;
    may_be_asked(state, facts, &items)?;
    let agency = agency_of(facts.actor)?;
    let agencies = facts.to_act.iter().filter(|other| *other != agency).cloned().collect();
    let within = facts.version.field_law().needs_within.unwrap_or_else(to_state_needs);
    let due = facts.calendar.due(facts.now, within).expect("the calendar covers now");
    Ok(Event::NeedsAsked(NeedsAsked { at: facts.now, by, agency: agency.clone(), agencies, items, due }))
}

/// An agency adds what it needs, or says that it needs nothing.
///
/// # Errors
/// - `guidance-once`, `listed-components-only`: as for the request itself.
/// - `one-request-for-all-agencies`: it wasn't asked, it has said so before, or its time to say so is over: silence is none.
/// - `right-desk`, `stage-order`: as [`ready_to_state`].
pub fn state_needs(state: &State, facts: &Facts<'_>, items: Vec<Item>) -> Result<NeedsStated, Violation> {
    let (agency, by) = ready_to_state(state, facts)?;
    if !items.is_empty() {
        may_be_asked(state, facts, &items)?;
    }
    Ok(NeedsStated { at: facts.now, by, agency, items })
}

/// Whether the actor may state the needs of an agency now; of which, and who it is.
///
/// # Errors
/// - `stage-order`: nothing is gathered.
/// - `right-desk` (3.b¶2): by nobody who works at one of the agencies asked.
/// - `one-request-for-all-agencies`: it has said so before, or its time is over.
pub fn ready_to_state(state: &State, facts: &Facts<'_>) -> Result<(AgencyCode, UserId), Violation> {
    let gathering = under_way(state)?;
    let asked: Vec<String> = gathering.asked.agencies.iter().map(ToString::to_string).collect();
    let staff = facts.actor.staff().filter(|staff| staff.is_at_work());
    let staff = staff.ok_or_else(|| Violation::of(Rule::RightDesk).with("asked", asked.clone()))?;
    let refused = || Violation::of(Rule::OneRequestForAllAgencies).with("needs_due", gathering.asked.due.at);
    if staff.agency != gathering.asked.agency && !gathering.asked.agencies.contains(&staff.agency) {
        return Err(Violation::of(Rule::RightDesk).with("asked", asked));
    }
    if !gathering.silent().any(|agency| *agency == staff.agency) || is_over(gathering, facts) {
        return Err(refused());
    }
    Ok((staff.agency.clone(), staff.user))
}

/// Issues the one request, at the lead's counter, with everything that was gathered; who said nothing is on record.
///
/// # Errors
/// As [`ready_to_issue`].
pub fn issue(state: &State, facts: &Facts<'_>) -> Result<Event, Violation> {
    let (gathering, by) = ready_to_issue(state, facts)?;
    let silent = gathering.silent().cloned().collect();
    let requested = supplement::requested(state, facts, by, gathering.items())?;
    Ok(supplement::as_event(Requested { silent, ..requested }))
}

/// Whether the actor may issue the request now; what was gathered, and who it is.
///
/// # Errors
/// - `stage-order`: nothing is gathered.
/// - `right-desk` (3.b¶2): not by a clerk of the agency that received the dossier.
/// - `one-request-for-all-agencies` (2.d, 3.b¶2): an agency still to act hasn't said what it needs, and its time isn't over; the
///   facts say which, and until when.
/// - `supplement-once`: there was a request before.
pub fn ready_to_issue<'a>(state: &'a State, facts: &Facts<'_>) -> Result<(&'a Gathering, UserId), Violation> {
    let (submitted, ..) = supplement::ready(state, facts)?;
    let gathering = under_way(state)?;
    let by = at_the_counter(facts.actor, &submitted.agency)?;
    let silent: Vec<String> = gathering.silent().map(ToString::to_string).collect();
    if silent.is_empty() || is_over(gathering, facts) {
        return Ok((gathering, by));
    }
    let violation = Violation::of(Rule::OneRequestForAllAgencies).with("waiting_for", silent);
    Err(violation.with("needs_due", gathering.asked.due.at))
}

/// By when the other agencies say what they need, where the field has no term of its own: the next working day, so that
/// the request can go out within its three (NĐ 118/2025 Đ19.5).
fn to_state_needs() -> ProcessingTime {
    ProcessingTime::new(1, Unit::WorkingDays).expect("a sensible amount")
}

fn under_way(state: &State) -> Result<&Gathering, Violation> {
    let nothing = || Violation::of(Rule::StageOrder).with("supplement", "nothing is gathered");
    state.gathering.as_ref().ok_or_else(nothing)
}

fn is_over(gathering: &Gathering, facts: &Facts<'_>) -> bool {
    facts.calendar.missed(&gathering.asked.due, facts.now)
}

fn agency_of(actor: &Actor) -> Result<&AgencyCode, Violation> {
    let refused = || Violation::of(Rule::RightDesk).with("role", Role::Officer.as_str());
    actor.staff().map(|staff| &staff.agency).ok_or_else(refused)
}

const NOTES_APART: &str = "; ";

/// The items with one more; the same fault of the same component is asked for once, with what each agency notes.
fn with_item(mut items: Vec<Item>, item: &Item) -> Vec<Item> {
    let twin = items.iter_mut().find(|other| other.component == item.component && other.fault == item.fault);
    match twin {
        None => items.push(item.clone()),
        Some(twin) if item.note.is_empty() || twin.note.split(NOTES_APART).any(|note| note == item.note) => {}
        Some(twin) if twin.note.is_empty() => twin.note.clone_from(&item.note),
        Some(twin) => twin.note = [twin.note.as_str(), &item.note].join(NOTES_APART),
    }
    items
}
