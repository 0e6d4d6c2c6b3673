//! What the members' papers of a bundle come to.

use crate::event::Kind;
use crate::member::{Member, legs};
use crate::state::State;
use kernel::{Role, Rule, Violation};

/// Who records what a bundle comes to: who decides, and the clerk who collects its papers.
pub(crate) const COLLECTING: [Role; 4] = [Role::Officer, Role::Deputy, Role::Head, Role::Clerk];

/// Every member's paper is there.
///
/// # Errors
/// `lead-and-coordinators` (2.d): some aren't; the facts list their legs.
pub(crate) fn is_complete(state: &State, members: &[Member]) -> Result<(), Violation> {
    let missing = legs(members.iter().filter(|member| state.paper_of(&member.leg).is_none()));
    if missing.is_empty() {
        return Ok(());
    }
    Err(Violation::of(Rule::LeadAndCoordinators).with("papers_missing", missing))
}

/// The bundle is denied where all its members are, and granted where one is; one that isn't a bundle comes to anything.
///
/// # Errors
/// `stage-order`: the other way round; the facts list the legs that say otherwise.
pub(crate) fn comes_to(state: &State, members: &[Member], result: Kind) -> Result<(), Violation> {
    let decided = |kind| {
        let so =
            move |member: &&Member| state.paper_of(&member.leg).is_some_and(|paper| paper.result == kind);
        legs(members.iter().filter(so))
    };
    let (granted, denied) = (decided(Kind::Granted), decided(Kind::Denied));
    match result {
        Kind::Denied if !granted.is_empty() => Err(Violation::of(Rule::StageOrder).with("granted", granted)),
        Kind::Granted if granted.is_empty() && !denied.is_empty() => {
            Err(Violation::of(Rule::StageOrder).with("denied", denied))
        }
        Kind::Granted | Kind::Denied => Ok(()),
    }
}
