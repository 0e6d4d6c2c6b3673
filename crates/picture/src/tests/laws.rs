//! Where things stand.

use super::random::pictures;
use super::seen::{Seen, SeenEdge, SeenText, seen};
use crate::plan::Rect;
use crate::{Direction, Picture, svg};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_leg_has_a_box_and_no_two_boxes_overlap(picture in pictures()) {
        let seen = seen(&svg(&picture));
        let legs: Vec<&String> = seen.boxes.iter().filter_map(|seen| seen.leg.as_ref()).collect();
        prop_assert_eq!((legs.len(), seen.boxes.len()), (picture.legs.len(), picture.legs.len() + 2));
        prop_assert!(picture.legs.iter().all(|leg| legs.contains(&&leg.code)));
        for (place, one) in seen.boxes.iter().enumerate() {
            for other in &seen.boxes[place + 1..] {
                prop_assert!(!meet(grown(one.rect, 10), grown(other.rect, 10)), "{:?} {:?}", one, other);
            }
        }
    }

    #[test]
    fn every_leg_waits_for_what_it_waits_for(picture in pictures()) {
        let seen = seen(&svg(&picture));
        let place = |code: &String| seen.boxes.iter().position(|seen| seen.leg.as_ref() == Some(code));
        for leg in &picture.legs {
            let mut wanted: Vec<_> = leg.after.iter().filter_map(&place).collect();
            if wanted.is_empty() {
                wanted.push(0);
            }
            wanted.sort_unstable();
            let to = place(&leg.code);
            let mut drawn: Vec<_> = seen.edges.iter().filter(|edge| Some(edge.to) == to).map(|edge| edge.from).collect();
            drawn.sort_unstable();
            prop_assert_eq!(drawn, wanted);
            prop_assert!(seen.edges.iter().any(|edge| Some(edge.from) == to));
        }
    }

    #[test]
    fn edges_go_from_side_to_side_forward(picture in pictures()) {
        let seen = seen(&svg(&picture));
        for edge in &seen.edges {
            let (from, to) = (seen.boxes[edge.from].rect, seen.boxes[edge.to].rect);
            prop_assert!(on_side(from, edge.line[0]), "{:?} leaves {:?}", edge.line[0], from);
            prop_assert!(on_side(to, edge.head[1]), "{:?} reaches {:?}", edge.head[1], to);
            let (end, base) = (edge.line[edge.line.len() - 1], middle(edge.head[0], edge.head[2]));
            prop_assert_eq!(end, base, "the line ends under the head");
            match picture.direction {
                Direction::Across => prop_assert!(from.right() < to.x),
                Direction::Down => prop_assert!(from.bottom() < to.y),
            }
        }
    }

    #[test]
    fn no_edge_runs_through_a_box(picture in pictures()) {
        let seen = seen(&svg(&picture));
        for edge in &seen.edges {
            for seen_box in &seen.boxes {
                let through = through(edge, grown(seen_box.rect, -1));
                prop_assert!(!through, "{} to {} by {:?}", edge.from, edge.to, seen_box.rect);
            }
        }
    }

    #[test]
    fn edges_that_have_no_box_in_common_may_cross_but_share_no_way(picture in pictures()) {
        let seen = seen(&svg(&picture));
        for (place, one) in seen.edges.iter().enumerate() {
            let others = seen.edges[place + 1..].iter().filter(|other| one.from != other.from && one.to != other.to);
            for other in others {
                let shared = straights(one).iter().any(|one| straights(other).iter().any(|other| overlap(*one, *other)));
                prop_assert!(!shared, "{}→{} and {}→{}", one.from, one.to, other.from, other.to);
            }
        }
    }

    #[test]
    fn everything_lies_inside_the_picture(picture in pictures()) {
        let seen = seen(&svg(&picture));
        for rect in &seen.rects {
            prop_assert!(inside(&seen, (rect.x.into(), rect.y.into())));
            prop_assert!(inside(&seen, (rect.right().into(), rect.bottom().into())));
        }
        for edge in &seen.edges {
            prop_assert!(edge.line.iter().chain(&edge.head).all(|point| inside(&seen, *point)));
        }
        for text in &seen.texts {
            prop_assert!(text.x >= 0 && text.right() as f64 <= seen.width, "{:?}", text);
            prop_assert!(text.baseline >= text.font.size && f64::from(text.baseline) < seen.height - 3.0);
        }
    }

    #[test]
    fn no_line_of_text_is_wider_than_its_box(picture in pictures()) {
        for seen in seen(&svg(&picture)).boxes {
            for text in &seen.texts {
                prop_assert!(fits(text, seen.rect), "{:?} in {:?}", text, seen.rect);
            }
        }
    }

    #[test]
    fn lines_of_text_stand_one_below_the_other(picture in pictures()) {
        for seen in seen(&svg(&picture)).boxes {
            let far_enough = |pair: &[SeenText]| pair[1].baseline - pair[0].baseline >= pair[1].font.size;
            prop_assert!(seen.texts.windows(2).all(far_enough), "{:?}", seen.texts);
        }
    }

    #[test]
    fn a_picture_for_phones_is_360_units_wide(picture in pictures()) {
        let seen = seen(&svg(&Picture { direction: Direction::Down, ..picture }));
        prop_assert!(seen.width <= 360.0, "{}", seen.width);
    }
}

/// The rectangle with so much around it.
fn grown(rect: Rect, by: i32) -> Rect {
    Rect { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by }
}

fn meet(one: Rect, other: Rect) -> bool {
    one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom()
}

fn fits(text: &SeenText, rect: Rect) -> bool {
    let (padded, baseline) = (grown(rect, -10), text.baseline);
    text.x >= padded.x
        && text.right() <= padded.right().into()
        && baseline - text.font.size >= padded.y
        && baseline <= padded.bottom()
}

/// Whether a point lies on a side, away from the corners where they are rounded.
fn on_side(rect: Rect, (x, y): (f64, f64)) -> bool {
    let along = |at: f64, from: i32, to: i32| f64::from(from) + 4.0 <= at && at <= f64::from(to) - 4.0;
    let is = |at: f64, side: i32| (at - f64::from(side)).abs() < 0.01;
    (is(x, rect.x) || is(x, rect.right())) && along(y, rect.y, rect.bottom())
        || (is(y, rect.y) || is(y, rect.bottom())) && along(x, rect.x, rect.right())
}

/// Whether some point of the line lies in the rectangle, looked at every half unit.
fn through(edge: &SeenEdge, rect: Rect) -> bool {
    let inside = |(x, y): (f64, f64)| {
        f64::from(rect.x) < x && x < rect.right().into() && f64::from(rect.y) < y && y < rect.bottom().into()
    };
    edge.line.windows(2).any(|ends| {
        let (far_x, far_y) = (ends[1].0 - ends[0].0, ends[1].1 - ends[0].1);
        let steps = (far_x.abs().max(far_y.abs()) * 2.0).ceil().max(1.0) as u32;
        let along = |step: u32| f64::from(step) / f64::from(steps);
        (0..=steps).any(|step| inside((ends[0].0 + far_x * along(step), ends[0].1 + far_y * along(step))))
    })
}

type Way = ((f64, f64), (f64, f64));

/// The level and upright parts of a line that are longer than the parts of a curve.
fn straights(edge: &SeenEdge) -> Vec<Way> {
    let ways = edge.line.windows(2).map(|ends| (ends[0], ends[1]));
    ways.filter(|(a, b)| (a.0 == b.0 || a.1 == b.1) && (a.0 - b.0).abs() + (a.1 - b.1).abs() > 2.0).collect()
}

/// Whether two straight ways lie on each other for some length.
fn overlap(one: Way, other: Way) -> bool {
    let upright = |way: Way| way.0.0 == way.1.0;
    let turned = |way: Way| ((way.0.1, way.0.0), (way.1.1, way.1.0));
    match (upright(one), upright(other)) {
        (true, true) => overlap(turned(one), turned(other)),
        (false, false) => {
            let from = one.0.0.min(one.1.0).max(other.0.0.min(other.1.0));
            let to = one.0.0.max(one.1.0).min(other.0.0.max(other.1.0));
            one.0.1 == other.0.1 && to - from > 0.5
        }
        _ => false,
    }
}

fn middle(one: (f64, f64), other: (f64, f64)) -> (f64, f64) {
    (f64::midpoint(one.0, other.0), f64::midpoint(one.1, other.1))
}

fn inside(seen: &Seen, (x, y): (f64, f64)) -> bool {
    (0.0..=seen.width).contains(&x) && (0.0..=seen.height).contains(&y)
}
