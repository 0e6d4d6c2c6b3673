//! The parts a draft must have, each sound in itself.

use crate::agency::AgencyTree;
use crate::component::Component;
use crate::leg::{Condition, Leg};
use crate::procedure::Draft;
use crate::publish::Lack;
use kernel::{AgencyCode, CaseCode, ComponentCode};
use std::collections::BTreeSet;
use std::fmt::Display;

/// Every part that is missing or unsound.
pub(super) fn lacking(draft: &Draft, agencies: &AgencyTree) -> Vec<Lack> {
    let mut lacks = absent(draft);
    lacks.extend(agencies_unfit(draft, agencies));
    lacks.extend(codes_twice(draft));
    lacks.extend(draft.components.iter().flat_map(|component| component_unsound(component, draft)));
    lacks.extend(grounds_unsaid(draft));
    lacks.extend(exceptions_unsaid(draft));
    lacks.extend(draft.processes().flat_map(|process| legs_unsound(&process.legs, draft)));
    lacks.into_iter().map(Lack::Missing).collect()
}

fn absent(draft: &Draft) -> Vec<String> {
    let parts = [
        (draft.unverified, "not verified at its source: check it, then take the mark `unverified` off"),
        (draft.name.trim().is_empty(), "no name"),
        (draft.time.is_none(), "no usable processing time (amount and unit)"),
        (draft.process.is_none(), "no process"),
        (
            draft.grounds.is_empty(),
            "no ground of refusal: without one nothing could ever be refused lawfully",
        ),
        (draft.channels.is_empty(), "no channel"),
        (draft.received_by.is_empty(), "no agency receives it"),
    ];
    parts.into_iter().filter(|(lacks, _)| *lacks).map(|(_, what)| what.to_owned()).collect()
}

fn agencies_unfit(draft: &Draft, agencies: &AgencyTree) -> Vec<String> {
    let is_unknown = |code: &&AgencyCode| agencies.get(code).is_none();
    let has_no_counter =
        |code: &&AgencyCode| agencies.get(code).is_some_and(|agency| agency.counter.is_none());
    let receives = || draft.received_by.iter();
    let legs = draft.processes().flat_map(|process| &process.legs);
    let strangers = receives()
        .filter(is_unknown)
        .map(|code| format!("received by {code}, which isn't among the agencies"));
    let without_counter =
        receives().filter(has_no_counter).map(|code| format!("received by {code}, which has no counter"));
    let far_legs = legs
        .flat_map(Leg::agencies)
        .filter(is_unknown)
        .map(|code| format!("a leg lies with {code}, which isn't among the agencies"));
    strangers.chain(without_counter).chain(far_legs).collect()
}

fn codes_twice(draft: &Draft) -> Vec<String> {
    let channels = draft.channels.iter().map(|offer| offer.channel.as_str());
    let twins = [
        twice("case", draft.cases.iter().map(|case| &case.code)),
        twice("component", draft.components.iter().map(|component| &component.code)),
        twice("ground", draft.grounds.iter().map(|ground| &ground.code)),
        twice("channel", channels),
    ];
    twins.concat()
}

fn twice<T: Ord + Display>(what: &str, codes: impl Iterator<Item = T>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut twins = Vec::new();
    for code in codes {
        if seen.contains(&code) {
            twins.push(format!("{what} {code} is listed twice"));
        }
        seen.insert(code);
    }
    twins
}

fn component_unsound(component: &Component, draft: &Draft) -> Vec<String> {
    let code = &component.code;
    let mut faults = twice(
        &format!("component {code}: the form"),
        component.any_of.iter().map(|way| way.form.vietnamese()),
    );
    if component.any_of.is_empty() || component.any_of.iter().any(|way| way.count == 0) {
        faults.push(format!("component {code} needs a form and a number of at least 1"));
    }
    let is_listed = |code: &CaseCode| draft.cases.iter().any(|case| case.code == *code);
    let unlisted = component.cases.iter().filter(|case| !is_listed(case));
    faults
        .extend(unlisted.map(|case| format!("component {code} belongs to case {case}, which isn't listed")));
    faults
}

fn grounds_unsaid(draft: &Draft) -> impl Iterator<Item = String> {
    let is_blank = |text: &str| text.trim().is_empty();
    let unsaid =
        draft.grounds.iter().filter(move |ground| is_blank(&ground.text) || is_blank(&ground.citation));
    unsaid.map(|ground| format!("ground {} needs its words and the article it stands on", ground.code))
}

fn exceptions_unsaid(draft: &Draft) -> Vec<String> {
    let exceptions = &draft.field_law.exceptions;
    let mut faults = twice("exception", exceptions.iter().map(|exception| exception.allows.as_str()));
    let unsaid = exceptions.iter().filter(|exception| exception.citation.trim().is_empty());
    faults.extend(
        unsaid.map(|exception| {
            format!("exception {} needs the article it stands on", exception.allows.as_str())
        }),
    );
    faults
}

/// What a leg names must be listed: the component its condition goes by, the paper it ends in.
fn legs_unsound(legs: &[Leg], draft: &Draft) -> Vec<String> {
    let papers = || legs.iter().filter_map(|leg| Some((leg, leg.paper.as_ref()?)));
    let is_listed =
        |component: &ComponentCode| draft.components.iter().any(|listed| listed.code == *component);
    let conditions = legs.iter().filter_map(|leg| Some((leg, leg.only_if.as_ref()?)));
    let by_strangers = conditions.filter_map(|(leg, condition)| {
        let component = condition.component().filter(|component| !is_listed(component))?;
        Some(format!("leg {} goes by component {component}, which isn't listed", leg.code))
    });
    let no_results = papers()
        .filter(|(_, paper)| !draft.results.iter().any(|result| result.name == paper.name))
        .map(|(leg, paper)| {
            format!("leg {} ends in `{}`, which isn't among the results", leg.code, paper.name)
        });
    let unasked = legs.iter().filter(|leg| is_unasked(leg));
    let unasked =
        unasked.map(|leg| format!("leg {}: what is to be decided, or paid for, isn't said", leg.code));
    let twins = twice("the paper", papers().map(|(_, paper)| &paper.name));
    by_strangers.chain(no_results).chain(unasked).chain(twins).collect()
}

fn is_unasked(leg: &Leg) -> bool {
    let question = match &leg.only_if {
        Some(Condition::Decided { question, .. }) => Some(question),
        Some(Condition::Handed(_) | Condition::NotHanded(_)) | None => None,
    };
    let purpose = leg.payment.as_ref().map(|payment| &payment.purpose);
    question.into_iter().chain(purpose).any(|text| text.trim().is_empty())
}
