//! Which edge runs where: straight down, in a lane of the left margin (forks), in one of the right margin (joins).

use crate::graph::Graph;

/// Between the box and the innermost lane, with room for an arrow head.
pub(super) const FIRST_LANE: i32 = 18;
/// Between lanes, where there is room.
const BETWEEN_LANES: i32 = 9;
/// Between lanes, where there is little.
const LEAST_BETWEEN: i32 = 3;

/// How every edge runs.
#[derive(Debug)]
pub(super) struct Lanes {
    /// For each edge.
    pub(super) ways: Vec<Way>,
    /// The forks, in the lanes of the left margin.
    pub(super) forks: Vec<Bus>,
    /// The joins, in the lanes of the right margin.
    pub(super) joins: Vec<Bus>,
}

/// How an edge runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// To the next row.
    Straight,
    /// With the fork of this place.
    Fork(usize),
    /// With the join of this place.
    Join(usize),
}

/// Edges that share a lane: all from one box, or all to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bus {
    /// The box that they share.
    pub(super) shared: usize,
    /// Its first row.
    pub(super) first: usize,
    /// Its last row.
    pub(super) last: usize,
    /// Its lane, from the box outwards.
    pub(super) lane: usize,
}

impl Lanes {
    pub(super) fn of(graph: &Graph<'_>) -> Self {
        let mut lanes = Lanes { ways: Vec::new(), forks: Vec::new(), joins: Vec::new() };
        for (from, to) in graph.edges.iter().map(|edge| (edge.from, edge.to)) {
            let way = if is_straight(graph, from, to) {
                Way::Straight
            } else if leaves_by_fork(graph, from) {
                Way::Fork(join_bus(&mut lanes.forks, from, from, to))
            } else {
                Way::Join(join_bus(&mut lanes.joins, to, from, to))
            };
            lanes.ways.push(way);
        }
        allot(&mut lanes.forks);
        allot(&mut lanes.joins);
        lanes
    }

    /// How far apart lanes lie if all of them are to have this room.
    pub(super) fn step(&self, room: i32) -> i32 {
        let (left, right) = (count(&self.forks), count(&self.joins));
        let all = (left + right).max(1);
        ((room - 2 * FIRST_LANE) / all).clamp(LEAST_BETWEEN, BETWEEN_LANES)
    }

    /// The widths of the left and the right margin.
    pub(super) fn margins(&self, step: i32) -> (i32, i32) {
        let margin = |buses| match count(buses) {
            0 => 0,
            lanes => FIRST_LANE + lanes * step,
        };
        (margin(&self.forks), margin(&self.joins))
    }
}

/// Whether the edge leads to the row below, between the only two of their columns that it could join.
fn is_straight(graph: &Graph<'_>, from: usize, to: usize) -> bool {
    let column = |place: usize| graph.nodes[place].column;
    let beside = graph.after(from).any(|other| other != to && column(other) == column(to));
    let before = graph.before(to).any(|other| other != from && column(other) == column(from));
    to == from + 1 && !beside && !before
}

/// Whether more than one line leaves the box by its side.
fn leaves_by_fork(graph: &Graph<'_>, from: usize) -> bool {
    graph.after(from).filter(|to| !is_straight(graph, from, *to)).nth(1).is_some()
}

/// Adds an edge to the bus of the box it shares, and answers that bus.
fn join_bus(buses: &mut Vec<Bus>, shared: usize, from: usize, to: usize) -> usize {
    let place = buses.iter().position(|bus| bus.shared == shared).unwrap_or_else(|| {
        buses.push(Bus { shared, first: from, last: to, lane: 0 });
        buses.len() - 1
    });
    let bus = &mut buses[place];
    (bus.first, bus.last) = (bus.first.min(from), bus.last.max(to));
    place
}

/// Gives each bus a lane, short ones the inner lanes. Two may share one if one ends where, or before, the other begins:
/// at a box what arrives stands above what leaves.
fn allot(buses: &mut [Bus]) {
    let mut order: Vec<usize> = (0..buses.len()).collect();
    order.sort_by_key(|place| buses[*place].last - buses[*place].first);
    for (rank, &place) in order.iter().enumerate() {
        let bus = buses[place];
        let meets = |other: &Bus| other.first < bus.last && bus.first < other.last;
        let taken: Vec<usize> =
            order[..rank].iter().map(|other| buses[*other]).filter(meets).map(|other| other.lane).collect();
        buses[place].lane = (0..).find(|lane| !taken.contains(lane)).unwrap_or(0);
    }
}

fn count(buses: &[Bus]) -> i32 {
    buses.iter().map(|bus| bus.lane + 1).max().and_then(|lanes| i32::try_from(lanes).ok()).unwrap_or(0)
}
