//! The lines: straight down between neighbours, or out of a box's side, down a lane, and into a side.

use super::lanes::{Bus, FIRST_LANE, Lanes, Way};
use crate::graph::{Edge, Graph};
use crate::plan::{Heading, Point, Rect, Route};

/// The way of every edge.
pub(super) fn routes(graph: &Graph<'_>, lanes: &Lanes, boxes: &[Rect], step: i32) -> Vec<Route> {
    let side = |buses, is_left| Side { graph, lanes, boxes, buses, is_left, step };
    let (left, right) = (side(&lanes.forks, true), side(&lanes.joins, false));
    let edges = graph.edges.iter().zip(&lanes.ways);
    edges
        .map(|(edge, way)| match way {
            Way::Straight => straight(boxes[edge.from], boxes[edge.to]),
            Way::Fork(bus) => left.route(*edge, *bus),
            Way::Join(bus) => right.route(*edge, *bus),
        })
        .collect()
}

fn straight(from: Rect, to: Rect) -> Route {
    let x = from.middle().x;
    Route::angular(&[Point { x, y: from.bottom() }, Point { x, y: to.y }], Heading::Down)
}

/// One side of the boxes and the margin beside it.
struct Side<'a> {
    graph: &'a Graph<'a>,
    lanes: &'a Lanes,
    boxes: &'a [Rect],
    buses: &'a [Bus],
    is_left: bool,
    step: i32,
}

impl Side<'_> {
    fn route(&self, edge: Edge, bus: usize) -> Route {
        let lane = self.lane(edge.from, bus);
        let (out, into) = (self.port(edge.from, bus, true), self.port(edge.to, bus, false));
        let edge_of = |place: usize, y| Point { x: self.edge(place), y };
        let points = [
            edge_of(edge.from, out),
            Point { x: lane, y: out },
            Point { x: lane, y: into },
            edge_of(edge.to, into),
        ];
        Route::angular(&points, if self.is_left { Heading::Right } else { Heading::Left })
    }

    /// Where the side of a box is.
    fn edge(&self, place: usize) -> i32 {
        if self.is_left { self.boxes[place].x } else { self.boxes[place].right() }
    }

    fn lane(&self, place: usize, bus: usize) -> i32 {
        let lane = i32::try_from(self.buses[bus].lane).unwrap_or(0);
        let out = FIRST_LANE + lane * self.step;
        if self.is_left { self.edge(place) - out } else { self.edge(place) + out }
    }

    /// How high a bus meets the side of a box: what arrives above what leaves, inner lanes first where it arrives and
    /// last where it leaves, so that lines don't cross here.
    fn port(&self, place: usize, bus: usize, leaves: bool) -> i32 {
        let arriving = self.meeting(place, false);
        let mut leaving = self.meeting(place, true);
        leaving.reverse();
        let above = |ports: &[usize]| ports.iter().take_while(|port| **port != bus).count();
        let before = if leaves { arriving.len() + above(&leaving) } else { above(&arriving) };
        let (before, all) = (i32::try_from(before).unwrap_or(0), arriving.len() + leaving.len());
        let all = i32::try_from(all).unwrap_or(i32::MAX - 1);
        let rect = self.boxes[place];
        rect.y + rect.height * (before + 1) / (all + 1)
    }

    /// The buses that arrive at (or leave) a box on this side, inner lanes first.
    fn meeting(&self, place: usize, leaves: bool) -> Vec<usize> {
        let edges = self.graph.edges.iter().zip(&self.lanes.ways);
        let here = edges.filter(|(edge, _)| if leaves { edge.from == place } else { edge.to == place });
        let mut buses: Vec<usize> = here
            .filter_map(|(_, way)| match way {
                Way::Fork(bus) if self.is_left => Some(*bus),
                Way::Join(bus) if !self.is_left => Some(*bus),
                Way::Straight | Way::Fork(_) | Way::Join(_) => None,
            })
            .collect();
        buses.sort_by_key(|bus| self.buses[*bus].lane);
        buses.dedup();
        buses
    }
}
