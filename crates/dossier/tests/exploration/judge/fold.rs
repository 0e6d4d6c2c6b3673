//! How the ledger takes in an event.

use super::across;
use super::across::Gathering;
use super::fold_time::in_time;
use super::fold_way::along_the_way;
use super::law::Law;
use super::ledger::{Clock, Ended, Ledger, Out};
use crate::ground::known;
use dossier::Event;
use intake::{Event as Desk, FaultKind, Handed, Item};
use result::Event as End;
use time::OffsetDateTime;

/// The ledger after one more event, which happened at `now`.
pub(crate) fn fold(law: &Law, mut ledger: Ledger, event: &Event, now: OffsetDateTime) -> Ledger {
    ledger.last = Some(now);
    match event {
        Event::Intake(event) => at_the_desk(&mut ledger, event),
        Event::Routing(event) => along_the_way(law, &mut ledger, event, now),
        Event::Deadline(event) => in_time(law, &mut ledger, event, now),
        Event::Result(End::PaperRecorded(paper)) => {
            let leg = law.leg(paper.leg.as_str()).map(|leg| (leg.code, paper.result));
            ledger.papers.extend(leg);
        }
        Event::Result(End::PaperReturned(paper)) => {
            ledger.papers_out.extend(law.leg(paper.leg.as_str()).map(|leg| leg.code));
        }
        Event::Result(End::ResultRecorded(_)) => ledger.result = Some(now),
        Event::Result(End::ResultReturned(_)) => ledger.returned = true,
        Event::Result(End::Rated(_)) => ledger.rated = true,
    }
    ledger
}

fn at_the_desk(ledger: &mut Ledger, event: &Desk) {
    match event {
        Desk::Submitted(submitted) => {
            ledger.submitted = true;
            take(ledger, &submitted.components);
        }
        Desk::Guided(notice) | Desk::GuidedAgain(notice) => {
            ledger.notices += 1;
            ledger.noticed.extend(named(&notice.items));
            ledger.found.extend(seen(&notice.items));
        }
        Desk::Completed(completed) => {
            count(ledger, "completed");
            take(ledger, &completed.components);
        }
        Desk::ContactChanged(_) => {}
        Desk::Accepted(accepted) => {
            let (first, start) = (accepted.appointment.at, accepted.at);
            ledger.accepted = Some(start);
            ledger.clock = Some(Clock { first, appointment: first, start, stops: vec![], by_people: false });
        }
        Desk::SupplementRequested(request) | Desk::SupplementRequestedAgain(request) => {
            // A gathering was counted when it was opened.
            if ledger.gathering.take().is_none() {
                count(ledger, "requested");
            }
            ledger.requests += 1;
            ledger.out = Some(Out { due: request.due.at, wanted: named(&request.items).collect() });
        }
        Desk::Supplied(supplied) => {
            count(ledger, "supplied");
            take(ledger, &supplied.components);
            ledger.out = ledger.out.take().and_then(|out| left(out, ledger, &supplied.components));
        }
        Desk::NeedsAsked(asked) => {
            count(ledger, "requested");
            ledger.gathering = Some(Gathering {
                asked: across::named(&asked.agencies),
                stated: [].into(),
                wanted: named(&asked.items).collect(),
                due: asked.due.at,
            });
        }
        Desk::NeedsStated(stated) => {
            if let Some(gathering) = &mut ledger.gathering {
                gathering.stated.insert(known(stated.agency.as_str()));
                gathering.wanted.extend(named(&stated.items));
            }
        }
        Desk::Refused(_) => ledger.ended = Some(Ended::Refused),
        Desk::Withdrawn(_) => ledger.ended = Some(Ended::Withdrawn),
        Desk::Closed(_) => ledger.ended = Some(Ended::Closed),
    }
}

/// What a request still wants: what wasn't brought now, or isn't there in full.
fn left(mut out: Out, ledger: &Ledger, brought: &[Handed]) -> Option<Out> {
    out.wanted.retain(|wanted| {
        let now = brought.iter().any(|handed| handed.component.as_str() == wanted);
        !now || super::papers::wanting(ledger).contains(&wanted.as_str())
    });
    (!out.wanted.is_empty()).then_some(out)
}

fn take(ledger: &mut Ledger, components: &[Handed]) {
    for handed in components {
        let component = handed.component.as_str().to_owned();
        let said = handed.paper_only_reason.as_ref().is_some_and(|reason| !reason.trim().is_empty());
        let kept = handed.file.is_some() || said;
        ledger.found.remove(&component);
        if ledger.notices > 0 {
            ledger.brought.insert(component.clone());
        }
        ledger.handed.insert(component, (handed.copies, kept));
    }
}

fn named(items: &[Item]) -> impl Iterator<Item = String> {
    items.iter().filter_map(|item| item.component.as_ref()).map(|component| component.as_str().to_owned())
}

/// The components in which a person saw something wrong.
fn seen(items: &[Item]) -> impl Iterator<Item = String> {
    let by_a_person = [FaultKind::Unreadable, FaultKind::NotValid, FaultKind::Inconsistent];
    let seen = items.iter().filter(move |item| by_a_person.contains(&item.fault));
    seen.filter_map(|item| item.component.as_ref()).map(|component| component.as_str().to_owned())
}

/// Counts what could be repeated for ever.
pub(super) fn count(ledger: &mut Ledger, what: &'static str) {
    *ledger.often.entry(what).or_default() += 1;
}
