//! Random pictures: up to twelve legs, each waiting for any of those before it, with names of any length.

use crate::{Dates, Direction, Lang, Leg, LegState, Now, Picture};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

pub(super) fn pictures() -> impl Strategy<Value = Picture> {
    let frame = (text(), text(), of(now()), any::<bool>(), any::<bool>());
    (frame, vec((leg(), any::<u16>(), any::<u16>()), 0..=12)).prop_map(
        |((title, lead, now, is_down, is_english), legs)| {
            let direction = if is_down { Direction::Down } else { Direction::Across };
            let lang = if is_english { Lang::En } else { Lang::Vi };
            let legs: Vec<Leg> = legs.into_iter().enumerate().map(waiting).collect();
            let critical = critical(&legs);
            Picture { title, lead, legs, critical, now, direction, lang }
        },
    )
}

/// A leg that waits for those before it whose bits are set: few, as two dice must agree.
fn waiting((place, (leg, one, other)): (usize, (Leg, u16, u16))) -> Leg {
    let is_waited_for = |before: &usize| (one & other) >> before & 1 == 1;
    let after = (0..place).filter(is_waited_for).map(code).collect();
    Leg { code: code(place), after, ..leg }
}

fn code(place: usize) -> String {
    format!("leg-{place}")
}

/// From the last leg back along what each first waits for.
fn critical(legs: &[Leg]) -> Vec<String> {
    let mut path = Vec::new();
    let mut at = legs.last();
    while let Some(leg) = at {
        path.push(leg.code.clone());
        at = leg.after.first().and_then(|code| legs.iter().find(|leg| leg.code == *code));
    }
    path.reverse();
    path
}

fn leg() -> impl Strategy<Value = Leg> {
    let about = (text(), text(), any::<bool>(), text(), of(text()), of(text()));
    let stands = (select(&LegState::ALL), of(dates()), of(text()), any::<bool>());
    (about, stands).prop_map(|((name, agency, agency_is_lead, share, conditional, payment), stands)| {
        let (state, dates, holder, late) = stands;
        let (code, after) = (String::new(), Vec::new());
        Leg {
            code,
            name,
            agency,
            agency_is_lead,
            after,
            share,
            conditional,
            payment,
            state,
            dates,
            holder,
            late,
        }
    })
}

fn dates() -> impl Strategy<Value = Dates> {
    (of(text()), of(text()), of(text())).prop_map(|(from, due, done)| Dates { from, due, done })
}

fn now() -> impl Strategy<Value = Now> {
    (text(), of(text()), of(text()), of(text())).prop_map(|(at, accepted, appointment, returned)| Now {
        at,
        accepted,
        appointment,
        returned,
    })
}

/// Words as people write them, one endless word, and anything that can be printed.
fn text() -> impl Strategy<Value = String> {
    let words =
        vec(select(&["Ủy", "ban", "nhân", "dân", "phường", "thường", "trú", "NGHIÊNG", "5", "<&\">"]), 1..9);
    prop_oneof![
        6 => words.prop_map(|words| words.join(" ")),
        1 => "[a-zA-ZđĐƯựỹ]{1,90}",
        2 => "\\PC{0,40}",
    ]
}
