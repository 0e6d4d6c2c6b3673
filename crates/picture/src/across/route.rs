//! The lines: level curves in the channels between columns, straight across the columns they pass. A curve stays between
//! its ends, so no line meets a box.

use super::Column;
use super::slots::Slots;
use crate::graph::{Edge, Graph};
use crate::plan::{Heading, Point, Rect, Route, Stroke};

/// Between two lines at a box's side, where there is room.
const BETWEEN_PORTS: i32 = 16;
/// Before the head.
const STRAIGHT: i32 = 4;
/// From a box's corner to the nearest line.
const CORNER: i32 = 10;

/// The way of every edge.
pub(super) fn routes(
    graph: &Graph<'_>,
    slots: &Slots,
    middles: &[i32],
    columns: &[Column],
    boxes: &[Rect],
) -> Vec<Route> {
    let passed = |lane: &usize| (columns[slots.all[*lane].column], middles[*lane]);
    let route = |(edge, chain): (&Edge, &Vec<usize>)| {
        let (from, to) = (boxes[edge.from], boxes[edge.to]);
        let start = Point { x: from.right(), y: port(slots, middles, (edge.from, from), chain[1], false) };
        let tip = Point { x: to.x, y: port(slots, middles, (edge.to, to), chain[chain.len() - 2], true) };
        through(start, chain[1..chain.len() - 1].iter().map(passed), tip)
    };
    graph.edges.iter().zip(&slots.chains).map(route).collect()
}

fn through(start: Point, passed: impl Iterator<Item = (Column, i32)>, tip: Point) -> Route {
    let mut strokes = Vec::new();
    for (column, y) in passed {
        strokes.push(Stroke::Level(Point { x: column.left, y }));
        strokes.push(Stroke::Line(Point { x: column.right, y }));
    }
    let end = tip.before_head(Heading::Right);
    strokes.push(Stroke::Level(Point { x: end.x - STRAIGHT, ..end }));
    strokes.push(Stroke::Line(end));
    Route { start, strokes, tip, heading: Heading::Right }
}

/// How high the line to a neighbour meets a box's side: the lines spread around its middle in the order of where they
/// come from or go to.
fn port(slots: &Slots, middles: &[i32], (slot, rect): (usize, Rect), neighbour: usize, before: bool) -> i32 {
    let mut lines = slots.neighbours(slot, before);
    lines.sort_by_key(|line| (middles[*line], *line));
    let count = i32::try_from(lines.len()).unwrap_or(i32::MAX);
    let above = lines.iter().take_while(|line| **line != neighbour).count();
    let twice_from_middle = 2 * i32::try_from(above).unwrap_or(0) + 1 - count;
    let between = BETWEEN_PORTS.min((rect.height - 2 * CORNER) / count.max(1));
    rect.middle().y + twice_from_middle * between / 2
}
