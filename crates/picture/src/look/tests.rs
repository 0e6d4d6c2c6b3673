use super::*;

/// The relative luminance of WCAG 2.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("hexadecimal")) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn looks() -> Vec<Look> {
    LegState::ALL.into_iter().map(Look::of).chain([Look::PLAIN]).collect()
}

#[test]
fn black_on_white_is_the_most() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 0.01);
}

#[test]
fn text_stands_out_from_its_ground() {
    for look in looks() {
        for ink in [look.ink, TEXT, QUIET, LATE] {
            assert!(contrast(ink, look.fill) >= 4.5, "{ink} on {}", look.fill);
        }
    }
    for ground in [PAPER, BAND] {
        assert!(contrast(QUIET, ground) >= 4.5 && contrast(TEXT, ground) >= 4.5);
    }
}

#[test]
fn lines_stand_out_from_paper_and_band() {
    let borders = looks().into_iter().map(|look| look.border);
    for line in borders.chain([EDGE, CRITICAL]) {
        for ground in [PAPER, BAND] {
            assert!(contrast(line, ground) >= 3.0, "{line} on {ground}");
        }
    }
}

#[test]
fn no_two_states_have_the_same_line() {
    let lines: Vec<_> = LegState::ALL.map(|state| (Look::of(state).tenths, Look::of(state).dashes)).to_vec();
    let twins = lines.iter().enumerate().any(|(place, line)| lines[..place].contains(line));
    assert!(!twins, "{lines:?}");
}
