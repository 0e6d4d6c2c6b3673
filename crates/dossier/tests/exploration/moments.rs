//! The interesting moments: time only goes forward, from each to the next.

use crate::ground::Variant;
use crate::judge::almanac::{midnight, tomorrow};
use crate::judge::law::Span;
use crate::judge::ledger::Ledger;
use time::{Duration, OffsetDateTime};

/// The next interesting moment of a life: of the variant's own, and those about what the life has before it. What has
/// ended, or has its result, is looked at once more, at the very end.
pub(crate) fn next(variant: &Variant, ledger: &Ledger, now: OffsetDateTime) -> Option<OffsetDateTime> {
    let last = *variant.moments.last()?;
    let settled = ledger.ended.is_some() || ledger.result.is_some();
    let own = if settled || variant.coarse { vec![] } else { edges(variant, ledger) };
    let common = if settled { &[last][..] } else { &variant.moments[..] };
    own.iter().chain(common).copied().filter(|moment| *moment > now && *moment <= last).min()
}

/// The moments about the appointment, the term for asking for a supplement, and the days for bringing it.
fn edges(variant: &Variant, ledger: &Ledger) -> Vec<OffsetDateTime> {
    let (mut edges, law) = (Vec::new(), &variant.law);
    if let Some(out) = &ledger.out {
        edges.extend(either_side(midnight(tomorrow(out.due.date()))));
    } else if let (Some(appointment), None) = (ledger.appointment(), ledger.standing) {
        edges.extend(either_side(midnight(appointment.date())));
        edges.push(appointment);
        match law.span {
            Span::Days(_) => edges.extend(either_side(midnight(tomorrow(appointment.date())))),
            Span::Hours(_) => edges.push(appointment + Duration::SECOND),
        }
    }
    if let Some(day) = ledger.letter_waits().filter(|_| ledger.is_in_hand()) {
        edges.extend(either_side(day));
    }
    if let (Some(accepted), 0, None) = (ledger.accepted, ledger.requests, ledger.standing) {
        let term = law.almanac(accepted).due(accepted, Span::Days(3));
        edges.extend(either_side(midnight(tomorrow(term.date()))));
    }
    edges
}

/// The last second before a moment, and the moment.
fn either_side(of: OffsetDateTime) -> [OffsetDateTime; 2] {
    [of - Duration::SECOND, of]
}
