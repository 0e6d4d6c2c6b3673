//! What deciding at the end needs to know.

use crate::event::{Event, Kind, MemberPaper, PaperReturned, Recorded, Returned};
use crate::score::Score;
use kernel::LegCode;

/// The end so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// The papers of a bundle's members, in the order they were recorded.
    pub papers: Vec<MemberPaper>,
    /// Those of them that were handed out early.
    pub papers_returned: Vec<PaperReturned>,
    /// The result, once it is there.
    pub recorded: Option<Recorded>,
    /// The hand-over, once it happened.
    pub returned: Option<Returned>,
    /// The rating, once it was given.
    pub rated: Option<Score>,
}

impl State {
    /// Which way it was decided, once it was.
    pub fn kind(&self) -> Option<Kind> {
        self.recorded.as_ref().map(|recorded| recorded.result)
    }

    /// The paper that a leg ended in, once it is there.
    pub fn paper_of(&self, leg: &LegCode) -> Option<&MemberPaper> {
        self.papers.iter().find(|paper| paper.leg == *leg)
    }

    /// The early hand-over of a leg's paper, once it happened.
    pub fn paper_returned(&self, leg: &LegCode) -> Option<&PaperReturned> {
        self.papers_returned.iter().find(|returned| returned.leg == *leg)
    }
}

/// The state after one more event.
pub fn evolve(mut state: State, event: &Event) -> State {
    match event {
        Event::PaperRecorded(paper) => state.papers.push(paper.clone()),
        Event::PaperReturned(returned) => state.papers_returned.push(returned.clone()),
        Event::ResultRecorded(recorded) => state.recorded = Some(recorded.clone()),
        Event::ResultReturned(returned) => state.returned = Some(returned.clone()),
        Event::Rated(rated) => state.rated = Some(rated.score),
    }
    state
}
