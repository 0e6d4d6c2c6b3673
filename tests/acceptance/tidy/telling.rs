//! What the store puts into the outbox is what somebody is told: each such kind of event is an occasion, and no other is.

use super::root;
use dossier::Event;
use notify::{About, Dossier, Names, occasions};
use std::collections::BTreeMap;
use std::fs;
use store::outbox::is_told;
use time::macros::offset;

/// Every kind of event as it is stored, in all the shapes that are kept.
fn stored() -> BTreeMap<String, Vec<Event>> {
    let mut stored: BTreeMap<String, Vec<Event>> = BTreeMap::new();
    for entry in fs::read_dir(root().join("crates/dossier/tests/golden")).expect("golden files") {
        let path = entry.expect("readable").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a plain name");
        let (kind, rest) = name.split_once(".v").expect("<kind>.v<version>[.shape].json");
        let version = rest.split('.').next().and_then(|version| version.parse().ok()).expect("a version");
        let text = fs::read_to_string(&path).expect("readable");
        let event = Event::read(kind, version, &text).unwrap_or_else(|why| panic!("{name}: {why}"));
        stored.entry(kind.to_owned()).or_default().push(event);
    }
    stored
}

/// What a dossier knows on which everything has happened.
fn about(stored: &BTreeMap<String, Vec<Event>>) -> About {
    let one = |kind: &str| stored[kind].first().cloned();
    let Some(Event::Deadline(deadline::Event::RescheduleProposed(proposal))) = one("reschedule_proposed")
    else {
        panic!("a proposal")
    };
    let Some(Event::Routing(routing::Event::Consulted(consultation))) = one("consulted") else {
        panic!("a consultation")
    };
    About {
        dossier: Dossier::default(),
        offset: offset!(+7),
        appointment: None,
        holders: Vec::new(),
        proposal: Some(proposal),
        consultation: Some(consultation),
        names: Names::default(),
    }
}

#[test]
fn each_event_that_is_put_into_the_outbox_is_an_occasion_and_no_other_is() {
    let stored = stored();
    assert_eq!(stored.len(), Event::KINDS.len());
    let about = about(&stored);
    for (kind, events) in &stored {
        for event in events {
            let occasions = occasions(event, &about);
            assert_eq!(is_told(event), !occasions.is_empty(), "{kind}");
            assert!(occasions.iter().all(|occasion| occasion.topic() == kind), "{kind}: {occasions:?}");
        }
    }
}
