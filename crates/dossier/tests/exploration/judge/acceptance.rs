//! `complete-before-acceptance`, `refusal-needs-ground` (3.b¶2) and `electronic-dossier` (2.đ).

use super::law::GROUNDS;
use super::papers::{short, unkept};
use super::{Deed, Invariant, wrong};
use dossier::Event;
use intake::{Accepted, Event as Desk};

pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant { slug: "complete-before-acceptance", cite: "3.b¶2", broken: complete },
    Invariant { slug: "electronic-dossier", cite: "2.đ", broken: electronic },
    Invariant { slug: "refusal-needs-ground", cite: "3.b¶2", broken: ground },
    Invariant { slug: "first-appointment", cite: "Counting time", broken: appointment },
];

fn acceptance<'a>(deed: &Deed<'a>) -> Option<&'a Accepted> {
    if let Event::Intake(Desk::Accepted(accepted)) = deed.event { Some(accepted) } else { None }
}

/// Only what lacks nothing is accepted, and once.
fn complete(deed: &Deed<'_>) -> Option<String> {
    acceptance(deed)?;
    let (lacking, found) = (short(deed.before), &deed.before.found);
    wrong(!deed.before.is_at_the_counter(), "accepted twice, or after an end")
        .or_else(|| wrong(!lacking.is_empty(), format!("accepted without {lacking:?}")))
        .or_else(|| {
            wrong(
                !found.is_empty(),
                format!("accepted though {found:?} was found wrong and not brought anew"),
            )
        })
}

/// Everything that is accepted is in the electronic file, or marked paper-only with a reason.
fn electronic(deed: &Deed<'_>) -> Option<String> {
    acceptance(deed)?;
    let unkept = unkept(deed.before);
    wrong(!unkept.is_empty(), format!("accepted with {unkept:?} neither scanned nor explained"))
}

/// A refusal names a published ground, explains it, and comes before acceptance.
fn ground(deed: &Deed<'_>) -> Option<String> {
    let Event::Intake(Desk::Refused(refused)) = deed.event else { return None };
    wrong(!GROUNDS.contains(&refused.ground.as_str()), format!("{} is no ground", refused.ground))
        .or_else(|| wrong(refused.explanation.trim().is_empty(), "nothing is explained"))
        .or_else(|| wrong(!deed.before.is_at_the_counter(), "refused after the counter"))
}

/// The receipt's appointment is counted from the acceptance by the calendar in force.
fn appointment(deed: &Deed<'_>) -> Option<String> {
    let accepted = acceptance(deed)?;
    let due = deed.law.almanac(deed.now).due(deed.now, deed.law.span);
    wrong(accepted.appointment.at != due, format!("appointed to {}, not {due}", accepted.appointment.at))
}
