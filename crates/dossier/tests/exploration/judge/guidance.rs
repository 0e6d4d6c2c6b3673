//! `guidance-once` and `listed-components-only` (3.b¶2).

use super::law::{IF_NEED_BE, PUBLISHED};
use super::papers::wanting;
use super::{Deed, Invariant, wrong};
use dossier::Event;
use intake::{Event as Desk, Guided, Item};

pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant { slug: "guidance-once", cite: "3.b¶2", broken: once },
    Invariant { slug: "guidance-once: complete", cite: "3.b¶2", broken: complete },
    Invariant {
        slug: "guidance-once: nothing left out is asked for later", cite: "3.b¶2", broken: left_out
    },
    Invariant { slug: "listed-components-only", cite: "3.b¶2", broken: listed },
];

fn notice<'a>(deed: &Deed<'a>) -> Option<&'a Guided> {
    match deed.event {
        Event::Intake(Desk::Guided(notice) | Desk::GuidedAgain(notice)) => Some(notice),
        _ => None,
    }
}

/// One notice before acceptance; a second only by the field's own law, flagged with its article.
fn once(deed: &Deed<'_>) -> Option<String> {
    let notice = notice(deed)?;
    let again = matches!(deed.event, Event::Intake(Desk::GuidedAgain(_)));
    let flagged = again && notice.exception.as_ref().is_some_and(|article| !article.is_empty());
    wrong(!deed.before.is_at_the_counter(), "guided after the counter")
        .or_else(|| wrong(deed.before.notices >= deed.law.times(), "guided once too often"))
        .or_else(|| {
            wrong((deed.before.notices > 0) != flagged, "a second notice isn't flagged, or a first is")
        })
}

/// A notice lists everything that lacks, and says what to do about what a person saw.
fn complete(deed: &Deed<'_>) -> Option<String> {
    let notice = notice(deed)?;
    let names = |component: &str| notice.items.iter().any(|item| component_of(item) == Some(component));
    let silent = notice.items.iter().any(|item| is_seen(item) && item.note.trim().is_empty());
    let found = deed.before.found.iter().map(String::as_str);
    let omitted: Vec<&str> =
        wanting(deed.before).into_iter().chain(found).filter(|component| !names(component)).collect();
    wrong(notice.items.is_empty(), "a notice of nothing")
        .or_else(|| wrong(silent, "a notice that doesn't say what to do"))
        .or_else(|| wrong(!omitted.is_empty(), format!("the notice omits {omitted:?}")))
}

/// After a notice only what it listed, or what was handed in since, may be found wanting.
fn left_out(deed: &Deed<'_>) -> Option<String> {
    let items = match deed.event {
        Event::Intake(Desk::SupplementRequested(asked) | Desk::SupplementRequestedAgain(asked)) => {
            &asked.items
        }
        Event::Intake(Desk::NeedsAsked(asked)) => &asked.items,
        Event::Intake(Desk::NeedsStated(stated)) => &stated.items,
        _ => return None,
    };
    let known =
        |component: &str| deed.before.noticed.contains(component) || deed.before.brought.contains(component);
    let left_out = items.iter().filter_map(component_of).any(|component| !known(component));
    wrong(deed.before.notices > 0 && left_out, "it asks for what the notice left out")
}

/// Nothing but the published components is asked for, or recorded.
fn listed(deed: &Deed<'_>) -> Option<String> {
    let Event::Intake(event) = deed.event else { return None };
    let (asked, handed) = match event {
        Desk::Guided(notice) | Desk::GuidedAgain(notice) => (&notice.items[..], &[][..]),
        Desk::SupplementRequested(asked) | Desk::SupplementRequestedAgain(asked) => {
            (&asked.items[..], &[][..])
        }
        Desk::NeedsAsked(asked) => (&asked.items[..], &[][..]),
        Desk::NeedsStated(stated) => (&stated.items[..], &[][..]),
        Desk::Submitted(submitted) => (&[][..], &submitted.components[..]),
        Desk::Completed(completed) => (&[][..], &completed.components[..]),
        Desk::Supplied(supplied) => (&[][..], &supplied.components[..]),
        _ => return None,
    };
    let handed = handed.iter().map(|handed| handed.component.as_str());
    let strange =
        asked.iter().filter_map(component_of).chain(handed).find(|component| !is_published(component));
    strange.map(|strange| format!("{strange} isn't published"))
}

fn is_published(component: &str) -> bool {
    component == IF_NEED_BE || PUBLISHED.iter().any(|(published, _)| *published == component)
}

fn component_of(item: &Item) -> Option<&str> {
    item.component.as_ref().map(kernel::ComponentCode::as_str)
}

fn is_seen(item: &Item) -> bool {
    matches!(
        item.fault,
        intake::FaultKind::Unreadable | intake::FaultKind::NotValid | intake::FaultKind::Inconsistent
    )
}
