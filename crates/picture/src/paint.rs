//! Writing the picture: header, boxes and lines where the layout put them, legend.

mod boxes;
mod frame;
mod lines;

use crate::graph::Graph;
use crate::look::{FONTS, PAPER};
use crate::picture::{Direction, Picture};
use crate::text::Font;
use crate::told::in_words;
use crate::xml::Element;
use crate::{across, down};

/// Between the picture's parts.
const APART: i32 = 18;

/// The picture as an SVG document that needs nothing else: no script, no style sheet, no font, no address, and no id, so
/// that several may stand in one page. The same input gives the same bytes. Each box is a `g` with `data-box` (`received`,
/// `leg`, `returned`), a leg's with its code in `data-leg`; each edge is a `g` with `data-from` and `data-to`.
///
/// Codes ought to be unique and legs not to wait for each other in a circle; where they do, it is drawn as if the leg that
/// closes the circle didn't wait.
pub fn svg(picture: &Picture) -> String {
    let graph = Graph::of(picture);
    let (margin, (cards, plan)) = match picture.direction {
        Direction::Across => (20, across::planned(picture, &graph)),
        Direction::Down => (down::MARGIN, down::planned(picture, &graph)),
    };
    let (header, top) = frame::header(picture, margin, plan.width);
    let parts = [
        frame::bands(picture, &plan, margin, top),
        lines::drawn(&graph, &plan, margin, top),
        boxes::drawn(&graph, &cards, &plan, margin, top),
    ];
    let (legend, bottom) = frame::legend(picture, &graph, margin, top + plan.height + APART, plan.width);

    let (width, height) = (plan.width + 2 * margin, bottom + margin);
    document(picture, width, height).with(header).with(parts).with([legend]).to_string()
}

fn document(picture: &Picture, width: i32, height: i32) -> Element {
    let ground = Element::new("rect").set("width", width).set("height", height).set("fill", PAPER);
    Element::new("svg")
        .set("xmlns", "http://www.w3.org/2000/svg")
        .set("viewBox", format!("0 0 {width} {height}"))
        .set("width", width)
        .set("height", height)
        .set("role", "img")
        .set("lang", picture.lang.code())
        .set("xml:lang", picture.lang.code())
        .set("font-family", FONTS)
        .with([
            Element::new("title").text(picture.title.as_str()),
            Element::new("desc").text(in_words(picture)),
            ground,
        ])
}

/// A line of text with its left end there.
fn written(text: &str, font: Font, ink: &str, x: i32, baseline: i32) -> Element {
    let element =
        Element::new("text").set("x", x).set("y", baseline).set("font-size", font.size).set("fill", ink);
    let element = if font.bold { element.set("font-weight", "bold") } else { element };
    element.text(text)
}
