//! What deciding at the desk needs to know.

use crate::complete::with;
use crate::event::{Accepted, Event, Guided, Requested, Submitted};
use crate::fault::{Fault, FaultKind};
use crate::gather::Gathering;
use crate::handed::{Handed, Notify};
use crate::item::Item;
use kernel::{GroundCode, PersonId};

/// A submission so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// What came in; none before anything did.
    pub submitted: Option<Submitted>,
    /// The acceptance, once there is one.
    pub accepted: Option<Accepted>,
    /// How it ended at the desk, if it did.
    pub ended: Option<Ended>,
    /// The ground it was refused on, if it was.
    pub refused_on: Option<GroundCode>,
    /// Who applies, as they were last given; none before anything came in.
    pub applicant: Option<PersonId>,
    /// What the applicant wants to be told.
    pub notify: Notify,
    /// What is in hand: what was handed in, with what was brought in the place of it.
    pub components: Vec<Handed>,
    /// What the system finds missing or wrong in it.
    pub faults: Vec<Fault>,
    /// The guidance notices: one, or two where the field's own law allows it.
    pub guided: Vec<Guided>,
    /// What was asked for in writing and isn't there.
    pub open: Vec<Item>,
    /// What was brought after the first guidance notice.
    pub brought: Vec<Handed>,
    /// The supplement requests: one, or two where the field's own law allows it.
    pub requested: Vec<Requested>,
    /// The one that is out.
    pub supplement_open: Option<Requested>,
    /// What the agencies still to act need, while it is gathered.
    pub gathering: Option<Gathering>,
    /// What was gathered for the requests that went out.
    pub gathered: Vec<Gathering>,
}

impl State {
    /// Everything that keeps the submission from being accepted: what the system finds, and what a person asked for and
    /// isn't mended.
    pub fn lacking(&self) -> Vec<Fault> {
        let seen = self.open.iter().filter(|item| item.fault.is_seen_by_a_person());
        self.faults.iter().cloned().chain(seen.map(Item::as_fault)).collect()
    }
}

/// How a submission ended at the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Refused.
    Refused,
    /// Withdrawn.
    Withdrawn,
    /// Closed: what was asked for wasn't brought.
    Closed,
}

impl Ended {
    /// The stage it is at for good.
    pub fn as_str(self) -> &'static str {
        match self {
            Ended::Refused => "refused",
            Ended::Withdrawn => "withdrawn",
            Ended::Closed => "closed",
        }
    }
}

/// The state after one more event.
pub fn evolve(mut state: State, event: &Event) -> State {
    match event {
        Event::Submitted(submitted) => {
            state.components = submitted.components.clone();
            state.faults = submitted.faults.clone();
            (state.applicant, state.notify) = (Some(submitted.applicant), submitted.notify);
            state.submitted = Some(submitted.clone());
        }
        Event::Accepted(accepted) => state.accepted = Some(accepted.clone()),
        Event::Refused(refused) => {
            state.ended = Some(Ended::Refused);
            state.refused_on = Some(refused.ground.clone());
        }
        Event::Withdrawn(_) => state.ended = Some(Ended::Withdrawn),
        Event::Guided(guided) | Event::GuidedAgain(guided) => {
            state.open = guided.items.clone();
            state.guided.push(guided.clone());
        }
        Event::Completed(completed) => {
            bring(&mut state, &completed.components, &completed.open);
            state.faults = completed.faults.clone();
            state.applicant = completed.applicant.or(state.applicant);
        }
        Event::ContactChanged(changed) => {
            if changed.applicant.is_some() {
                state.applicant = changed.applicant;
                state.faults.retain(|fault| fault.kind != FaultKind::NoPhoneOrEmail);
            }
            state.notify = changed.notify.unwrap_or(state.notify);
        }
        Event::SupplementRequested(requested) | Event::SupplementRequestedAgain(requested) => {
            state.gathered.extend(state.gathering.take());
            state.open = requested.items.clone();
            state.supplement_open = Some(requested.clone());
            state.requested.push(requested.clone());
        }
        Event::NeedsAsked(asked) => {
            state.gathering = Some(Gathering { asked: asked.clone(), stated: Vec::new() });
        }
        Event::NeedsStated(stated) => {
            state.gathering.iter_mut().for_each(|gathering| gathering.stated.push(stated.clone()));
        }
        Event::Supplied(supplied) => {
            bring(&mut state, &supplied.components, &supplied.open);
            state.supplement_open = state.supplement_open.filter(|_| !supplied.open.is_empty());
        }
        Event::Closed(_) => state.ended = Some(Ended::Closed),
    }
    state
}

fn bring(state: &mut State, brought: &[Handed], open: &[Item]) {
    state.components = with(&state.components, brought);
    state.brought.extend_from_slice(if state.guided.is_empty() { &[] } else { brought });
    state.open = open.to_vec();
}
