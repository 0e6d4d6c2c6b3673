//! The ends: results, returns, ratings, withdrawals, and nothing after an end.

use super::{Deed, Invariant, wrong};
use dossier::Event;
use intake::Event as Desk;
use result::{Event as End, Kind};

pub(super) const INVARIANTS: &[Invariant] = &[
    Invariant { slug: "nothing-after-an-end", cite: "Stages", broken: nothing_after },
    Invariant { slug: "submitted-first-and-once", cite: "Stages", broken: submitted },
    Invariant { slug: "result-after-all-work", cite: "Stages", broken: result },
    Invariant { slug: "denial-needs-reasons", cite: "3.b¶2", broken: denial },
    Invariant { slug: "returned-once", cite: "Stages", broken: returned },
    Invariant { slug: "rated-once", cite: "motcua", broken: rated },
    Invariant { slug: "withdraw-before-decision", cite: "NĐ 118/2025 Đ21", broken: withdrawn },
];

/// Nothing follows a refusal, a withdrawal or a closing; a return is followed by one rating.
fn nothing_after(deed: &Deed<'_>) -> Option<String> {
    let rating = matches!(deed.event, Event::Result(End::Rated(_)));
    wrong(deed.before.is_over() && !rating || deed.before.ended.is_some(), "it had ended")
}

/// A life begins with one submission.
fn submitted(deed: &Deed<'_>) -> Option<String> {
    let submission = matches!(deed.event, Event::Intake(Desk::Submitted(_)));
    wrong(submission == deed.before.submitted, "submitted twice, or not at all")
}

/// One result, when every step is done and the clock runs.
fn result(deed: &Deed<'_>) -> Option<String> {
    let Event::Result(End::ResultRecorded(_)) = deed.event else { return None };
    wrong(!deed.before.is_in_work(), "a second result, or none is due: the clock stands, or it isn't in work")
        .or_else(|| {
            wrong(!deed.before.finished || !deed.before.open.is_empty(), "a step is still to be done")
        })
}

/// A negative result says why.
fn denial(deed: &Deed<'_>) -> Option<String> {
    let (result, reasons) = match deed.event {
        Event::Result(End::ResultRecorded(recorded)) => (recorded.result, &recorded.reasons),
        Event::Result(End::PaperRecorded(recorded)) => (recorded.result, &recorded.reasons),
        _ => return None,
    };
    wrong(result == Kind::Denied && reasons.trim().is_empty(), "denied without reasons")
}

/// One return, of a result.
fn returned(deed: &Deed<'_>) -> Option<String> {
    let Event::Result(End::ResultReturned(_)) = deed.event else { return None };
    wrong(deed.before.result.is_none() || deed.before.returned, "nothing is there to return")
}

/// One rating, after the return.
fn rated(deed: &Deed<'_>) -> Option<String> {
    let Event::Result(End::Rated(_)) = deed.event else { return None };
    wrong(!deed.before.returned || deed.before.rated, "rated before the return, or twice")
}

/// The applicant withdraws until there is a result.
fn withdrawn(deed: &Deed<'_>) -> Option<String> {
    let Event::Intake(Desk::Withdrawn(_)) = deed.event else { return None };
    wrong(deed.before.result.is_some(), "withdrawn after the decision")
}
