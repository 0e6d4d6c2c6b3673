//! The edges.

use crate::graph::{Edge, Graph};
use crate::look::{CRITICAL, EDGE};
use crate::plan::{Plan, Route};
use crate::xml::Element;

/// Every edge, so far from the picture's left and top; the critical path above the others.
pub(super) fn drawn(graph: &Graph<'_>, plan: &Plan, left: i32, top: i32) -> Element {
    let mut edges: Vec<(&Edge, &Route)> = graph.edges.iter().zip(&plan.routes).collect();
    edges.sort_by_key(|(edge, _)| edge.critical);
    let edges = edges.into_iter().map(|(edge, route)| {
        Element::new("g").set("data-from", edge.from).set("data-to", edge.to).with(strokes(
            route,
            edge.critical,
            edge.conditional,
        ))
    });
    Element::new("g").set("transform", format!("translate({left} {top})")).with(edges)
}

/// The line and the head of an edge, or of a sample of one.
pub(super) fn strokes(route: &Route, critical: bool, conditional: bool) -> [Element; 2] {
    let (colour, width, half) = if critical { (CRITICAL, "3.5", 6) } else { (EDGE, "1.6", 4) };
    let line = Element::new("path")
        .set("d", route.line())
        .set("fill", "none")
        .set("stroke", colour)
        .set("stroke-width", width);
    let line = if conditional { line.set("stroke-dasharray", "6 4") } else { line };
    [line, Element::new("path").set("d", route.head(half)).set("fill", colour)]
}
