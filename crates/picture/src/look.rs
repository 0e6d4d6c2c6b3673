//! Colours, line styles and sizes. Text stands out from its ground by 4.5 to 1 at least, lines by 3 to 1 (WCAG AA).

use crate::picture::{Direction, LegState};
use crate::text::Font;

/// What is read.
pub(crate) const TEXT: &str = "#1f2328";
/// What is read second.
pub(crate) const QUIET: &str = "#4b535d";
/// What is late.
pub(crate) const LATE: &str = "#a4001c";
/// The critical path.
pub(crate) const CRITICAL: &str = "#1f2328";
/// Every other edge.
pub(crate) const EDGE: &str = "#6e7781";
/// Behind everything.
pub(crate) const PAPER: &str = "#ffffff";
/// Behind what is side by side.
pub(crate) const BAND: &str = "#eff1f4";
/// Fonts of the reader's own system.
pub(crate) const FONTS: &str = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif";

/// How a box looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Look {
    pub(crate) fill: &'static str,
    pub(crate) border: &'static str,
    /// How wide the border is, in tenths of a unit.
    pub(crate) tenths: u8,
    /// Dashes and gaps; none: a solid line.
    pub(crate) dashes: Option<&'static str>,
    /// The colour of the words that say the state.
    pub(crate) ink: &'static str,
}

impl Look {
    /// The look of a box where no dossier stands.
    pub(crate) const PLAIN: Look = solid("#ffffff", "#57606a", 15, TEXT);

    /// The look of a leg in this state.
    pub(crate) const fn of(state: LegState) -> Self {
        match state {
            LegState::Ahead => solid("#ffffff", "#6e7781", 10, QUIET),
            LegState::Open => solid("#e6f0fd", "#0a4fa3", 30, "#0a4fa3"),
            LegState::Waiting => dashed("#fff5dc", "#9a6700", 25, "10 4", "#744700"),
            LegState::Resting => dashed("#f4effb", "#6f42c1", 25, "3 3", "#5b3a94"),
            LegState::SentBack => dashed("#fff0e6", "#b84a00", 25, "12 3 3 3", "#953200"),
            LegState::Done => solid("#e9f6ec", "#1a7f37", 15, "#17602f"),
            LegState::Skipped => dashed("#f6f8fa", "#818a94", 12, "5 5", QUIET),
        }
    }

    /// The width of the border as SVG writes it.
    pub(crate) fn stroke_width(self) -> String {
        match (self.tenths / 10, self.tenths % 10) {
            (units, 0) => units.to_string(),
            (units, tenths) => format!("{units}.{tenths}"),
        }
    }
}

const fn solid(fill: &'static str, border: &'static str, tenths: u8, ink: &'static str) -> Look {
    Look { fill, border, tenths, dashes: None, ink }
}

const fn dashed(
    fill: &'static str,
    border: &'static str,
    tenths: u8,
    dashes: &'static str,
    ink: &'static str,
) -> Look {
    Look { fill, border, tenths, dashes: Some(dashes), ink }
}

/// The sizes of what is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Type {
    pub(crate) title: Font,
    pub(crate) name: Font,
    pub(crate) text: Font,
    pub(crate) strong: Font,
}

impl Type {
    pub(crate) const fn of(direction: Direction) -> Self {
        let (title, name, text) = match direction {
            Direction::Across => (18, 14, 12),
            Direction::Down => (17, 15, 13),
        };
        Type {
            title: Font::bold(title),
            name: Font::bold(name),
            text: Font::plain(text),
            strong: Font::bold(text),
        }
    }
}

#[cfg(test)]
mod tests;
