//! Top to bottom: a row for each box. What leads to the next row alone goes straight down; a fork runs down the left margin
//! and turns in wherever it is waited for; what comes together runs down the right margin.

mod lanes;
mod route;

use crate::card::Card;
use crate::graph::Graph;
use crate::picture::Picture;
use crate::plan::{Plan, Rect};
use lanes::Lanes;

/// How wide the picture is, the painter's margins included.
pub(crate) const WIDTH: i32 = 360;
/// What the painter leaves blank at each side.
pub(crate) const MARGIN: i32 = 8;
/// A box is never narrower; with very many lanes the picture becomes wider instead.
const NARROWEST: i32 = 150;
/// From a box to the next, with room for an arrow.
const BETWEEN_ROWS: i32 = 30;
/// Above what is side by side, for the words that say so.
const SAID: i32 = 20;

/// The cards of every node, and where they stand.
pub(crate) fn planned(picture: &Picture, graph: &Graph<'_>) -> (Vec<Card>, Plan) {
    let lanes = Lanes::of(graph);
    let room = WIDTH - 2 * MARGIN;
    let step = lanes.step(room - NARROWEST);
    let (left, right) = lanes.margins(step);
    let width = (room - left - right).max(NARROWEST);

    let cards: Vec<Card> = (0..graph.nodes.len())
        .map(|place| Card::of(picture, graph.nodes[place].what, place, width))
        .collect();
    let boxes = stacked(graph, &cards, left, width);
    let bands = bands(graph, &boxes, left + width + right);
    let routes = route::routes(graph, &lanes, &boxes, step);
    let height = boxes.last().map_or(0, |last| last.bottom());
    (cards, Plan { width: left + width + right, height, boxes, routes, bands })
}

fn stacked(graph: &Graph<'_>, cards: &[Card], x: i32, width: i32) -> Vec<Rect> {
    let mut boxes: Vec<Rect> = Vec::new();
    for (place, card) in cards.iter().enumerate() {
        let above = boxes.last().map_or(0, |above| above.bottom() + BETWEEN_ROWS);
        let begins_band = place > 0
            && graph.nodes[place - 1].column != graph.nodes[place].column
            && is_side_by_side(graph, graph.nodes[place].column);
        let y = if begins_band { above + SAID } else { above };
        boxes.push(Rect { x, y, width, height: card.height });
    }
    boxes
}

fn is_side_by_side(graph: &Graph<'_>, column: usize) -> bool {
    graph.in_column(column).nth(1).is_some()
}

/// The ground of each column with more than one leg, as wide as the picture; words that say so go into its top.
fn bands(graph: &Graph<'_>, boxes: &[Rect], width: i32) -> Vec<Rect> {
    let columns = (0..graph.columns()).filter(|column| is_side_by_side(graph, *column));
    let band = |column| {
        let first = graph.in_column(column).next()?;
        let last = graph.in_column(column).last()?;
        let y = boxes[first].y - SAID - 4;
        Some(Rect { x: 0, y, width, height: boxes[last].bottom() + 8 - y })
    };
    columns.filter_map(band).collect()
}
