//! Left to right: a column for each distance from the start. Edges that skip columns get a lane between the boxes there.

mod order;
mod place;
mod route;
mod slots;

use crate::card::Card;
use crate::graph::{Graph, What};
use crate::picture::Picture;
use crate::plan::{Plan, Rect};
use slots::Slots;

const LEG_WIDTH: i32 = 190;
const COUNTER_WIDTH: i32 = 164;

/// How wide a box is.
pub(crate) fn width(what: What<'_>) -> i32 {
    match what {
        What::Leg(_) => LEG_WIDTH,
        What::Received | What::Returned => COUNTER_WIDTH,
    }
}

/// The cards of every node, and where they stand.
pub(crate) fn planned(picture: &Picture, graph: &Graph<'_>) -> (Vec<Card>, Plan) {
    let cards: Vec<Card> = (0..graph.nodes.len())
        .map(|place| Card::of(picture, graph.nodes[place].what, place, width(graph.nodes[place].what)))
        .collect();
    let mut slots = Slots::of(graph, &cards);
    order::sort(&mut slots);
    let middles = place::middles(&slots);
    let columns = columns(graph, &slots);

    let boxes = boxes(graph, &cards, &middles, &columns);
    let routes = route::routes(graph, &slots, &middles, &columns, &boxes);
    let reach = |slot: &usize| middles[*slot] + slots.all[*slot].height / 2;
    let height = (0..slots.all.len()).map(|slot| reach(&slot)).max().unwrap_or(0);
    let width = columns.last().map_or(0, |column| column.right);
    (cards, Plan { width, height, boxes, routes, bands: Vec::new() })
}

/// From where to where a column reaches.
#[derive(Debug, Clone, Copy)]
struct Column {
    left: i32,
    right: i32,
}

fn columns(graph: &Graph<'_>, slots: &Slots) -> Vec<Column> {
    let mut left = 0;
    let mut columns = Vec::new();
    for column in 0..graph.columns() {
        let widest = graph.in_column(column).map(|place| width(graph.nodes[place].what)).max().unwrap_or(0);
        columns.push(Column { left, right: left + widest });
        left += widest + channel(slots.links_from(column));
    }
    columns
}

/// How wide the room between two columns is that so many lines pass.
fn channel(lines: usize) -> i32 {
    44 + i32::try_from(lines.min(12)).unwrap_or(12) * 4
}

fn boxes(graph: &Graph<'_>, cards: &[Card], middles: &[i32], columns: &[Column]) -> Vec<Rect> {
    let rect = |place: usize| {
        let (node, height) = (&graph.nodes[place], cards[place].height);
        Rect { x: columns[node.column].left, y: middles[place] - height / 2, width: width(node.what), height }
    };
    (0..graph.nodes.len()).map(rect).collect()
}
