//! The boxes and what stands in them.

use super::written;
use crate::card::{Card, Line};
use crate::graph::{Graph, Node, What};
use crate::look::{CRITICAL, Look};
use crate::plan::{Plan, Rect};
use crate::sign::SIGN;
use crate::xml::Element;

const ROUNDED: i32 = 8;
/// How high the cap is that marks a box of the critical path.
const CAP: i32 = 6;

/// Every box, so far from the picture's left and top.
pub(super) fn drawn(graph: &Graph<'_>, cards: &[Card], plan: &Plan, left: i32, top: i32) -> Element {
    let nodes = graph.nodes.iter().zip(cards).zip(&plan.boxes);
    let boxes =
        nodes.map(|((node, card), rect)| one(node, card, Rect { x: rect.x + left, ..rect.lowered(top) }));
    Element::new("g").with(boxes)
}

fn one(node: &Node<'_>, card: &Card, rect: Rect) -> Element {
    let group = match node.what {
        What::Received => Element::new("g").set("data-box", "received"),
        What::Leg(leg) => Element::new("g").set("data-box", "leg").set("data-leg", &leg.code),
        What::Returned => Element::new("g").set("data-box", "returned"),
    };
    let lines = card.lines.iter().flat_map(|line| line_of(line, rect));
    group.with([framed(card.look, rect)]).with(node.critical.then(|| cap(rect))).with(lines)
}

/// The frame of a box, or of a sample of one.
pub(super) fn framed(look: Look, rect: Rect) -> Element {
    let element = Element::new("rect")
        .set("x", rect.x)
        .set("y", rect.y)
        .set("width", rect.width)
        .set("height", rect.height)
        .set("rx", ROUNDED.min(rect.height / 4))
        .set("fill", look.fill)
        .set("stroke", look.border)
        .set("stroke-width", look.stroke_width());
    match look.dashes {
        Some(dashes) => element.set("stroke-dasharray", dashes),
        None => element,
    }
}

/// A dark cap over the whole top.
fn cap(rect: Rect) -> Element {
    let (left, right, above, below) = (rect.x - 1, rect.right() + 1, rect.y - 1, rect.y + CAP);
    let corner = format!("A{ROUNDED} {}", CAP + 1);
    let (from, to) = (left + ROUNDED, right - ROUNDED);
    let line = format!("M{left} {below}{corner} 0 0 1 {from} {above}H{to}{corner} 0 0 1 {right} {below}Z");
    Element::new("path").set("d", line).set("fill", CRITICAL)
}

fn line_of(line: &Line, rect: Rect) -> Vec<Element> {
    let (x, baseline) = (rect.x + line.x, rect.y + line.baseline);
    let text = written(&line.text, line.font, line.ink, x, baseline);
    let middle = baseline - line.font.size * 4 / 11;
    let sign = line.sign.map(|sign| sign.drawn(x - SIGN - 5, middle - SIGN / 2, line.ink));
    sign.into_iter().chain([text]).collect()
}
