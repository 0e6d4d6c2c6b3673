//! A table that is read down its columns at a desk, and row by row on a phone.

use maud::{Markup, html};

/// A row.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its cells, as many as there are heads; the first names the row.
    pub cells: Vec<Markup>,
    /// Whether it wants to be looked at.
    pub is_pressing: bool,
}

impl Row {
    /// A row like any other.
    pub fn of<const N: usize>(cells: [Markup; N]) -> Self {
        Self { cells: cells.into(), is_pressing: false }
    }

    /// The same, wanting to be looked at.
    #[must_use]
    pub fn pressing(mut self, is_pressing: bool) -> Self {
        self.is_pressing = is_pressing;
        self
    }
}

/// A table; where it has no rows, `nothing` says so.
pub fn table(caption: &str, heads: &[&str], rows: &[Row], nothing: &str) -> Markup {
    html! {
        @if rows.is_empty() {
            @if !caption.is_empty() { h2 { (caption) } }
            p.nothing { (nothing) }
        } @else {
            table {
                caption { (caption) }
                thead { tr { @for head in heads { th scope="col" { (head) } } } }
                tbody { @for row in rows { (in_full(row, heads)) } }
            }
        }
    }
}

fn in_full(row: &Row, heads: &[&str]) -> Markup {
    html! {
        tr.pressing[row.is_pressing] {
            @for (place, (cell, head)) in row.cells.iter().zip(heads).enumerate() {
                @if place == 0 { th scope="row" { (cell) } } @else { td data-head=(head) { (cell) } }
            }
        }
    }
}
