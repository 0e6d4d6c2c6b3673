//! `supplement-once` (3.b¶2) and its terms (NĐ 118/2025 Đ19.5).

use super::almanac::is_day_over;
use super::law::Span;
use super::{Deed, Invariant, wrong};
use dossier::Event;
use intake::{Event as Desk, Requested};

pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant { slug: "supplement-once", cite: "3.b¶2", broken: once },
    Invariant { slug: "supplement-once: its terms", cite: "NĐ 118/2025 Đ19.5", broken: terms },
    Invariant {
        slug: "supplement-once: brought in its days, closed after them",
        cite: "NĐ 118/2025 Đ19.5",
        broken: in_its_days,
    },
];

/// The days in which a supplement is to be brought.
const TO_BRING_IT: i64 = 15;
/// The working days in which it is to be asked for.
const TO_ASK: Span = Span::Days(3);

pub(super) fn request<'a>(deed: &Deed<'a>) -> Option<&'a Requested> {
    match deed.event {
        Event::Intake(Desk::SupplementRequested(request) | Desk::SupplementRequestedAgain(request)) => {
            Some(request)
        }
        _ => None,
    }
}

/// One request in a dossier's life, of something, while it is in work; a second only by the field's own law, flagged.
/// Nothing is gathered for one more.
fn once(deed: &Deed<'_>) -> Option<String> {
    if let Event::Intake(Desk::NeedsAsked(asked)) = deed.event {
        return wrong(deed.before.requests >= deed.law.times(), "gathered for one request too many")
            .or_else(|| wrong(!deed.before.is_in_work(), "gathered while it isn't in work"))
            .or_else(|| wrong(asked.items.is_empty(), "gathered for nothing"));
    }
    let request = request(deed)?;
    let again = matches!(deed.event, Event::Intake(Desk::SupplementRequestedAgain(_)));
    let flagged = again && request.exception.as_ref().is_some_and(|article| !article.is_empty());
    let vague = request.items.is_empty() || request.items.iter().any(|item| item.component.is_none());
    wrong(!deed.before.is_in_work(), "asked for while it isn't in work")
        .or_else(|| wrong(deed.before.requests >= deed.law.times(), "asked for once too often"))
        .or_else(|| {
            wrong((deed.before.requests > 0) != flagged, "a second request isn't flagged, or a first is")
        })
        .or_else(|| wrong(vague, "it asks for nothing"))
}

/// It is to be brought in 15 days, and flagged where it was asked for after three working days.
fn terms(deed: &Deed<'_>) -> Option<String> {
    let (request, accepted) = (request(deed)?, deed.before.accepted?);
    let almanac = deed.law.almanac(deed.now);
    let due = almanac.due_in_calendar_days(deed.now, TO_BRING_IT);
    let late = is_day_over(almanac.due(accepted, TO_ASK), deed.now);
    wrong(request.due.at != due, format!("to be brought by {}, not {due}", request.due.at))
        .or_else(|| wrong(request.after_term != late, "the term for asking isn't told right"))
}

/// A supplement is brought while one is out and its days aren't over; what isn't brought is closed when they are.
fn in_its_days(deed: &Deed<'_>) -> Option<String> {
    let over = || deed.before.out.as_ref().map(|out| is_day_over(out.due, deed.now));
    match deed.event {
        Event::Intake(Desk::Supplied(_)) => {
            wrong(over() != Some(false), "brought when none is out, or too late")
        }
        Event::Intake(Desk::Closed(_)) => {
            wrong(over() != Some(true), "closed when none is out, or too early")
        }
        _ => None,
    }
}
