//! Places in the columns: one for each box, and one in each column that an edge passes.

use crate::card::Card;
use crate::graph::Graph;

/// Room for a line that passes a column.
const LANE_HEIGHT: i32 = 4;

/// Every place, and the edges as chains of them.
#[derive(Debug)]
pub(super) struct Slots {
    /// The nodes' own first, in their order; then the lanes.
    pub(super) all: Vec<Slot>,
    /// For each edge its slots, a column each, from box to box.
    pub(super) chains: Vec<Vec<usize>>,
    /// For each column its slots, from the top.
    pub(super) columns: Vec<Vec<usize>>,
}

/// A place in a column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    pub(super) column: usize,
    pub(super) height: i32,
    /// Whether only a line passes.
    pub(super) is_lane: bool,
}

impl Slots {
    pub(super) fn of(graph: &Graph<'_>, cards: &[Card]) -> Self {
        let nodes = graph.nodes.iter().zip(cards);
        let all = nodes.map(|(node, card)| Slot { column: node.column, height: card.height, is_lane: false });
        let mut slots = Slots { all: all.collect(), chains: Vec::new(), columns: Vec::new() };
        for edge in &graph.edges {
            let passed = graph.nodes[edge.from].column + 1..graph.nodes[edge.to].column;
            let lanes: Vec<usize> = passed.map(|column| slots.lane(column)).collect();
            slots.chains.push([edge.from].into_iter().chain(lanes).chain([edge.to]).collect());
        }
        let in_column = |column| (0..slots.all.len()).filter(|s| slots.all[*s].column == column).collect();
        slots.columns = (0..graph.columns()).map(in_column).collect();
        slots
    }

    fn lane(&mut self, column: usize) -> usize {
        self.all.push(Slot { column, height: LANE_HEIGHT, is_lane: true });
        self.all.len() - 1
    }

    /// Every pair of neighbouring slots that a line joins.
    pub(super) fn links(&self) -> impl Iterator<Item = (usize, usize)> {
        self.chains.iter().flat_map(|chain| chain.windows(2).map(|pair| (pair[0], pair[1])))
    }

    /// How many lines leave a column for the next.
    pub(super) fn links_from(&self, column: usize) -> usize {
        self.links().filter(|(from, _)| self.all[*from].column == column).count()
    }

    /// The slots in the column before (or after) that a line joins to this one.
    pub(super) fn neighbours(&self, slot: usize, before: bool) -> Vec<usize> {
        let other = |(from, to)| match before {
            true if to == slot => Some(from),
            false if from == slot => Some(to),
            _ => None,
        };
        self.links().filter_map(other).collect()
    }
}
