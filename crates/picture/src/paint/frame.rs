//! What stands around the process: the title, the bands behind what is side by side, the legend.

use super::boxes::framed;
use super::lines::strokes;
use super::{APART, written};
use crate::graph::Graph;
use crate::legend::{self, Entry, SAMPLE, Sample};
use crate::look::{BAND, QUIET, TEXT, Type};
use crate::picture::Picture;
use crate::plan::{Heading, Plan, Point, Rect, Route};
use crate::sign::SIGN;
use crate::text::{Font, wrap};
use crate::xml::Element;

/// The title, who leads, and the moment that is drawn; and where the process begins below.
pub(super) fn header(picture: &Picture, margin: i32, width: i32) -> (Vec<Element>, i32) {
    let (kind, lang) = (Type::of(picture.direction), picture.lang);
    let lead = format!("{}: {}", lang.lead(), picture.lead);
    let at = picture.now.as_ref().map(|now| format!("{}: {}", lang.stands_at(), now.at));
    let mut said = vec![(picture.title.as_str(), kind.title, TEXT), (&lead, kind.text, QUIET)];
    said.extend(at.as_deref().map(|at| (at, kind.text, QUIET)));

    let (mut lines, mut y) = (Vec::new(), margin);
    for (text, font, ink) in said {
        for line in wrap(text, font, width) {
            lines.push(written(&line, font, ink, margin, y + font.size));
            y += font.line_height();
        }
        y += 3;
    }
    (lines, y + APART)
}

/// The ground behind what is side by side, and the words that say so.
pub(super) fn bands(picture: &Picture, plan: &Plan, left: i32, top: i32) -> Element {
    let font = Type::of(picture.direction).strong;
    let band = |band: &Rect| {
        let ground = Element::new("rect")
            .set("x", band.x + left)
            .set("y", band.y + top)
            .set("width", band.width)
            .set("height", band.height)
            .set("fill", BAND);
        let x = plan.boxes.first().map_or(band.x, |first| first.x) + left;
        [ground, written(picture.lang.side_by_side(), font, QUIET, x, band.y + top + font.size + 4)]
    };
    Element::new("g").with(plan.bands.iter().flat_map(band))
}

/// The legend, and where it ends.
pub(super) fn legend(
    picture: &Picture,
    graph: &Graph<'_>,
    left: i32,
    top: i32,
    width: i32,
) -> (Element, i32) {
    let kind = Type::of(picture.direction);
    let (entries, height) = legend::entries(picture, graph, kind.text, width);
    let rule = Element::new("path").set("d", format!("M{left} {top}H{}", left + width)).set("stroke", BAND);
    let heading = written(picture.lang.legend(), kind.strong, TEXT, left, top + kind.strong.size + 8);
    let entries_top = top + kind.strong.size + 18;
    let entries = entries.into_iter().flat_map(|entry| explained(&entry, kind.text, left, entries_top));
    (Element::new("g").with([rule, heading]).with(entries), entries_top + height)
}

fn explained(entry: &Entry, font: Font, left: i32, top: i32) -> Vec<Element> {
    let (x, y) = (entry.x + left, entry.y + top);
    let lines = entry.lines.iter().zip(0..);
    let written = lines.map(|(line, row)| {
        written(line, font, TEXT, x + SAMPLE + legend::GAP, y + font.size + 2 + row * font.line_height())
    });
    sample(entry.sample, x, y).into_iter().chain(written).collect()
}

fn sample(sample: Sample, x: i32, y: i32) -> Vec<Element> {
    let (left, above) = (x + (SAMPLE - SIGN) / 2, y + 1);
    match sample {
        Sample::Box(look, sign) => {
            let rect = Rect { x: x + 1, y: y - 1, width: SAMPLE - 2, height: 20 };
            vec![framed(look, rect), sign.drawn(left, above, look.ink)]
        }
        Sample::Sign(sign) => vec![sign.drawn(left, above, crate::look::LATE)],
        Sample::Edge { critical, conditional } => {
            let at = |x| Point { x, y: y + 9 };
            let route = Route::angular(&[at(x), at(x + SAMPLE)], Heading::Right);
            strokes(&route, critical, conditional).into()
        }
    }
}
