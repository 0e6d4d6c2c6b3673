//! Signs, drawn as shapes: no font has to have them.

use crate::picture::LegState;
use crate::xml::Element;

/// How wide and high a sign is.
pub(crate) const SIGN: i32 = 16;

/// What stands before a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// How a leg stands.
    State(LegState),
    /// It is late.
    Late,
    /// How long it may take.
    Share,
    /// When it is worked at all.
    Condition,
    /// What is to be paid before.
    Payment,
    /// Who holds it.
    Holder,
    /// When.
    Dates,
}

impl Sign {
    /// The sign with its upper left corner there.
    pub(crate) fn drawn(self, x: i32, y: i32, colour: &str) -> Element {
        let (lines, fill) = self.shape();
        let element = Element::new("path")
            .set("d", lines)
            .set("transform", format!("translate({x} {y})"))
            .set("fill", if fill { colour } else { "none" });
        if fill {
            return element.set("fill-rule", "evenodd");
        }
        let width = if self == Sign::State(LegState::Done) { "2.4" } else { "1.6" };
        element
            .set("stroke", colour)
            .set("stroke-width", width)
            .set("stroke-linecap", "round")
            .set("stroke-linejoin", "round")
    }

    /// Its lines, and whether what they enclose is filled.
    fn shape(self) -> (&'static str, bool) {
        match self {
            Sign::State(state) => state_shape(state),
            Sign::Late => ("M8 1L15.5 15H.5ZM7.1 5.5V10.5H8.9V5.5ZM7.1 11.7V13.5H8.9V11.7Z", true),
            Sign::Share => ("M14 8A6 6 0 1 1 2 8A6 6 0 1 1 14 8M8 4.5V8L10.5 9.5", false),
            Sign::Condition => ("M8 1.5L14.5 8L8 14.5L1.5 8ZM6.5 6.7A1.6 1.6 0 1 1 8 8.4V9M8 11V11.2", false),
            Sign::Payment => ("M2 4H14V12.5H2ZM2 7H14M4.5 10H7", false),
            Sign::Holder => {
                ("M10.8 5A2.8 2.8 0 1 1 5.2 5A2.8 2.8 0 1 1 10.8 5M2.5 14C2.5 8.5 13.5 8.5 13.5 14", false)
            }
            Sign::Dates => ("M2.5 3.5H13.5V13.5H2.5ZM2.5 6.8H13.5M5.5 2V4.5M10.5 2V4.5", false),
        }
    }
}

fn state_shape(state: LegState) -> (&'static str, bool) {
    match state {
        LegState::Ahead => ("M13.5 8A5.5 5.5 0 1 1 2.5 8A5.5 5.5 0 1 1 13.5 8", false),
        LegState::Open => ("M14 8A6 6 0 1 1 2 8A6 6 0 1 1 14 8", true),
        LegState::Waiting => {
            ("M3.5 2H12.5M3.5 14H12.5M4.5 2C4.5 8 11.5 8 11.5 14M11.5 2C11.5 8 4.5 8 4.5 14", false)
        }
        LegState::Resting => ("M3.5 2.5H6.8V13.5H3.5ZM9.2 2.5H12.5V13.5H9.2Z", true),
        LegState::SentBack => ("M6 2.5L2.5 6L6 9.5M2.5 6H10A3.7 3.7 0 0 1 10 13.4H6", false),
        LegState::Done => ("M2.5 8.5L6.5 12.5L13.5 4", false),
        LegState::Skipped => ("M13.5 8A5.5 5.5 0 1 1 2.5 8A5.5 5.5 0 1 1 13.5 8M4.1 11.9L11.9 4.1", false),
    }
}
