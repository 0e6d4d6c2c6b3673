//! The legend: what of the picture's signs and lines is in it, and what they mean.

use crate::card::counter_stands;
use crate::graph::Graph;
use crate::look::Look;
use crate::picture::{LegState, Picture};
use crate::sign::Sign;
use crate::text::{Font, wrap};

/// The sample before the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sample {
    /// A box of a leg in this state.
    Box(Look, Sign),
    /// A sign.
    Sign(Sign),
    /// An edge.
    Edge { critical: bool, conditional: bool },
}

/// An entry, measured from the legend's upper left corner.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) sample: Sample,
    pub(crate) lines: Vec<String>,
    pub(crate) x: i32,
    pub(crate) y: i32,
}

/// How wide a sample is.
pub(crate) const SAMPLE: i32 = 34;
/// From a sample to its words, and between entries.
pub(crate) const GAP: i32 = 8;
const BETWEEN: i32 = 20;
const ROW: i32 = 26;

/// The entries in rows no wider than `width`, and how high they are together.
pub(crate) fn entries(picture: &Picture, graph: &Graph<'_>, font: Font, width: i32) -> (Vec<Entry>, i32) {
    let (mut x, mut y, mut row) = (0, 0, ROW);
    let mut entries = Vec::new();
    for (sample, words) in explained(picture, graph) {
        let lines = wrap(words, font, width - SAMPLE - GAP);
        let widest = lines.iter().map(|line| font.width(line)).max().unwrap_or(0);
        let long = SAMPLE + GAP + i32::try_from(widest).unwrap_or(width);
        if x > 0 && x + long > width {
            (x, y, row) = (0, y + row, ROW);
        }
        let more = i32::try_from(lines.len().saturating_sub(1)).unwrap_or(0);
        row = row.max(ROW + more * font.line_height());
        entries.push(Entry { sample, lines, x, y });
        x += long + BETWEEN;
    }
    (entries, y + row)
}

fn explained(picture: &Picture, graph: &Graph<'_>) -> Vec<(Sample, &'static str)> {
    let lang = picture.lang;
    let mut explained = Vec::new();
    if picture.now.is_some() {
        let shown = LegState::ALL.into_iter().filter(|state| is_shown(picture, graph, *state));
        explained
            .extend(shown.map(|state| (Sample::Box(Look::of(state), Sign::State(state)), lang.state(state))));
        let is_late = picture.legs.iter().any(|leg| leg.late);
        explained.extend(is_late.then(|| (Sample::Sign(Sign::Late), lang.late())));
    }
    let edge = |critical, conditional| Sample::Edge { critical, conditional };
    let any = |which: fn(&crate::graph::Edge) -> bool| graph.edges.iter().any(which);
    explained.extend(any(|edge| edge.critical).then(|| (edge(true, false), lang.critical())));
    explained
        .extend(any(|edge| !edge.critical && !edge.conditional).then(|| (edge(false, false), lang.then())));
    explained.extend(any(|edge| edge.conditional).then(|| (edge(false, true), lang.conditional())));
    explained
}

/// Whether a leg, or the counter, stands so.
fn is_shown(picture: &Picture, graph: &Graph<'_>, state: LegState) -> bool {
    let mut counters = graph.nodes.iter().filter_map(|node| counter_stands(picture, node.what));
    picture.legs.iter().any(|leg| leg.state == state) || counters.any(|(counter, _)| counter == state)
}
