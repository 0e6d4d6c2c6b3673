//! What is seen in an SVG: boxes, edges and text, read back from it.

use crate::plan::Rect;
use crate::text::Font;
use roxmltree::{Document, Node};

/// A picture read back.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) width: f64,
    pub(super) height: f64,
    /// In the order of their numbers.
    pub(super) boxes: Vec<SeenBox>,
    pub(super) edges: Vec<SeenEdge>,
    /// Every text, those in boxes too.
    pub(super) texts: Vec<SeenText>,
    /// Every rectangle.
    pub(super) rects: Vec<Rect>,
    pub(super) title: String,
    pub(super) desc: String,
}

#[derive(Debug)]
pub(super) struct SeenBox {
    pub(super) rect: Rect,
    pub(super) leg: Option<String>,
    pub(super) texts: Vec<SeenText>,
}

#[derive(Debug)]
pub(super) struct SeenEdge {
    pub(super) from: usize,
    pub(super) to: usize,
    /// Where the line goes, curves as many short ways.
    pub(super) line: Vec<(f64, f64)>,
    /// The three corners of the head, its tip in the middle.
    pub(super) head: Vec<(f64, f64)>,
}

#[derive(Debug, Clone)]
pub(super) struct SeenText {
    pub(super) text: String,
    pub(super) x: i32,
    pub(super) baseline: i32,
    pub(super) font: Font,
}

impl SeenText {
    pub(super) fn right(&self) -> i64 {
        i64::from(self.x) + self.font.width(&self.text)
    }
}

/// Reads a picture; anything that isn't XML, or not in the shape expected, fails the test.
pub(super) fn seen(svg: &str) -> Seen {
    let document = Document::parse(svg).expect("well-formed");
    let root = document.root_element();
    let named = |name| document.descendants().filter(move |node: &Node<'_, '_>| node.has_tag_name(name));
    let first_text = |name| named(name).next().and_then(|node| node.text()).unwrap_or_default().to_owned();
    Seen {
        width: number(root, "width").into(),
        height: number(root, "height").into(),
        boxes: named("g").filter(|node| node.has_attribute("data-box")).map(seen_box).collect(),
        edges: named("g").filter(|node| node.has_attribute("data-from")).map(seen_edge).collect(),
        texts: named("text").map(seen_text).collect(),
        rects: named("rect").map(rect).collect(),
        title: first_text("title"),
        desc: first_text("desc"),
    }
}

fn number(node: Node<'_, '_>, name: &str) -> i32 {
    node.attribute(name).and_then(|value| value.parse().ok()).expect(name)
}

fn rect(node: Node<'_, '_>) -> Rect {
    let or_0 = |name| if node.has_attribute(name) { number(node, name) } else { 0 };
    Rect { x: or_0("x"), y: or_0("y"), width: number(node, "width"), height: number(node, "height") }
}

fn seen_box(node: Node<'_, '_>) -> SeenBox {
    let first = node.first_element_child().filter(|child| child.has_tag_name("rect"));
    SeenBox {
        rect: rect(first.expect("a frame")),
        leg: node.attribute("data-leg").map(str::to_owned),
        texts: node.children().filter(|child| child.has_tag_name("text")).map(seen_text).collect(),
    }
}

fn seen_text(node: Node<'_, '_>) -> SeenText {
    let font = Font { size: number(node, "font-size"), bold: node.attribute("font-weight") == Some("bold") };
    let (x, baseline) = (number(node, "x"), number(node, "y"));
    SeenText { text: node.text().unwrap_or_default().to_owned(), x, baseline, font }
}

fn seen_edge(node: Node<'_, '_>) -> SeenEdge {
    let place = |name| node.attribute(name).and_then(|value| value.parse().ok()).expect(name);
    let moved =
        node.parent().and_then(|parent| parent.attribute("transform")).expect("a group that is moved");
    let moved = numbers(moved.trim_start_matches("translate(").trim_end_matches(')'));
    let paths = node.children().filter_map(|child| child.attribute("d"));
    let mut paths = paths.map(|d| points(d).into_iter().map(|(x, y)| (x + moved[0], y + moved[1])).collect());
    let (line, head) = (paths.next().expect("a line"), paths.next().expect("a head"));
    SeenEdge { from: place("data-from"), to: place("data-to"), line, head }
}

fn numbers(text: &str) -> Vec<f64> {
    text.split_whitespace().map(|number| number.parse().expect("a number")).collect()
}

/// The points of a path made of `M`, `L`, `Q`, `C` and `Z`, 40 of each curve.
fn points(d: &str) -> Vec<(f64, f64)> {
    let mut points: Vec<(f64, f64)> = Vec::new();
    let starts: Vec<usize> = d.char_indices().filter(|(_, c)| c.is_alphabetic()).map(|(at, _)| at).collect();
    for (place, &start) in starts.iter().enumerate() {
        let end = starts.get(place + 1).copied().unwrap_or(d.len());
        let numbers = numbers(&d[start + 1..end]);
        let mut controls: Vec<(f64, f64)> = numbers.chunks(2).map(|pair| (pair[0], pair[1])).collect();
        match &d[start..=start] {
            "M" | "L" => points.extend(controls),
            "Q" | "C" => {
                controls.insert(0, *points.last().expect("a start"));
                points.extend((1..=40).map(|step| on_curve(&controls, f64::from(step) / 40.0)));
            }
            "Z" => {}
            other => panic!("{other} isn't drawn"),
        }
    }
    points
}

/// De Casteljau's construction.
fn on_curve(controls: &[(f64, f64)], at: f64) -> (f64, f64) {
    if let [point] = controls {
        return *point;
    }
    let between = |pair: &[(f64, f64)]| {
        let mix = |one: f64, other: f64| one + (other - one) * at;
        (mix(pair[0].0, pair[1].0), mix(pair[0].1, pair[1].1))
    };
    on_curve(&controls.windows(2).map(between).collect::<Vec<_>>(), at)
}
