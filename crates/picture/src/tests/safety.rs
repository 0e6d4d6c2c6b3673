//! What may not be in a picture, and what nothing may bring into it.

use super::random::pictures;
use super::seen::seen;
use crate::{Direction, Leg, Now, Picture, svg};
use proptest::prelude::*;
use roxmltree::Document;

const ELEMENTS: [&str; 7] = ["svg", "title", "desc", "g", "rect", "path", "text"];
const ATTRIBUTES: [&str; 25] = [
    "viewBox",
    "width",
    "height",
    "role",
    "lang",
    "font-family",
    "font-size",
    "font-weight",
    "x",
    "y",
    "rx",
    "d",
    "fill",
    "fill-rule",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "transform",
    "data-box",
    "data-leg",
    "data-from",
    "data-to",
    "xmlns",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn there_is_neither_script_nor_style_nor_address_nor_id(picture in pictures()) {
        let svg = svg(&picture);
        let document = Document::parse(&svg).expect("well-formed");
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            prop_assert!(ELEMENTS.contains(&node.tag_name().name()), "{:?}", node);
            for attribute in node.attributes() {
                prop_assert!(ATTRIBUTES.contains(&attribute.name()), "{:?}", attribute);
            }
            let presented = node.attributes().filter(|attribute| !attribute.name().starts_with("data-"));
            prop_assert!(presented.into_iter().all(|attribute| !attribute.value().contains("url(")));
        }
    }

    #[test]
    fn the_same_is_drawn_the_same(picture in pictures()) {
        prop_assert_eq!(svg(&picture), svg(&picture.clone()));
    }

    #[test]
    fn no_text_breaks_out(text in any::<String>(), is_down in any::<bool>()) {
        let leg = Leg {
            code: text.clone(),
            name: text.clone(),
            agency: text.clone(),
            share: text.clone(),
            conditional: Some(text.clone()),
            payment: Some(text.clone()),
            holder: Some(text.clone()),
            ..Leg::default()
        };
        let now = Some(Now { at: text.clone(), ..Now::default() });
        let direction = if is_down { Direction::Down } else { Direction::Across };
        let picture = Picture { title: text.clone(), lead: text, legs: vec![leg], now, direction, ..Picture::default() };
        prop_assert_eq!(seen(&svg(&picture)).boxes.len(), 3);
    }
}

#[test]
fn legs_in_a_circle_or_with_the_same_code_are_drawn_all_the_same() {
    let leg = |code: &str, after: &[&str]| Leg {
        code: code.to_owned(),
        after: after.iter().map(|code| (*code).to_owned()).collect(),
        ..Leg::default()
    };
    let legs = vec![leg("a", &["b"]), leg("b", &["a", "gone"]), leg("b", &["b", "a"])];
    for direction in [Direction::Across, Direction::Down] {
        let picture = Picture { legs: legs.clone(), direction, ..Picture::default() };
        assert_eq!(seen(&svg(&picture)).boxes.len(), 5);
    }
}

#[test]
fn twenty_legs_that_all_wait_for_all_before_them_are_drawn() {
    let leg = |place: usize| Leg {
        code: place.to_string(),
        after: (0..place).map(|before| before.to_string()).collect(),
        ..Leg::default()
    };
    for direction in [Direction::Across, Direction::Down] {
        let picture = Picture { legs: (0..20).map(leg).collect(), direction, ..Picture::default() };
        assert_eq!(seen(&svg(&picture)).boxes.len(), 22);
    }
}
