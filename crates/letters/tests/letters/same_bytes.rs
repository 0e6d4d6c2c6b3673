//! The same letter gives the same bytes.

use letters::{Kind, samples};
use time::Duration;

use crate::{press, sample};

#[test]
fn the_same_letter_is_the_same_file_whatever_was_printed_before() {
    let press = press();
    for kind in Kind::ALL {
        let (letter, frame) = (samples::letter(kind), samples::frame(kind));
        let first = press.print(&letter, &frame, samples::AT).expect("printed");
        let again = press.print(&letter, &frame, samples::AT).expect("printed");
        assert!(first == again && first == sample(kind), "{kind}");
    }
}

#[test]
fn another_moment_is_another_file() {
    let (letter, frame) = (samples::letter(Kind::Refusal), samples::frame(Kind::Refusal));
    let later = press().print(&letter, &frame, samples::AT + Duration::minutes(1)).expect("printed");
    assert_ne!(later, sample(Kind::Refusal));
}
